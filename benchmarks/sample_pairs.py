"""Draw pairs of real reports, and sentences that may credit an outlet, to be labelled by hand.

Knows nothing of the program it is to judge. Pairs stand within one story of ``stories`` or one
event of ``news_cluster``, at most ``MOST`` a story, drawn evenly from four heaps: shared eight-word
runs (a quarter or more of the shorter report; fewer), none but a shared name in a sentence with
a crediting word, none of these. Sentences hold a name that spaCy takes for an organisation or
one in brackets; two in three hold a crediting word as well. Writes ids and offsets, and no text.

    python benchmarks/sample_pairs.py pairs 310 --seed 6 > pairs.jsonl
    python benchmarks/sample_pairs.py sentences 300 --seed 6 > sentences.jsonl
"""

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from sample_actors import packaged

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
MOST = 6
"""Pairs of one story."""
RUN = 8
CREDITING = re.compile(
    r"\b(report(?:s|ed|edly|ing)?|told|according|cit(?:es|ed|ing)|quot(?:es|ed|ing)|via|wrote|says?|said|"
    r"published|broadcast|aired|interview(?:ed)?|first|source|credit|claim(?:s|ed)?)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"\b[A-Z][\w.&’'-]+(?: [A-Z][\w.&’'-]+)*")
BRACKETS = re.compile(r"[(\[][A-Z][\w .&]{1,40}[)\]]")


@dataclass(frozen=True, slots=True)
class Report:
    """One report of one story, by the name of its corpus and its id there."""

    corpus: str
    story: str
    id: str
    text: str

    @property
    def runs(self) -> frozenset[str]:
        """Its eight-word runs."""
        words = re.findall(r"\w+", self.text.lower())
        return frozenset(" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))

    @property
    def credited(self) -> frozenset[str]:
        """Names in sentences with a crediting word."""
        parts = re.split(r"(?<=[.!?])\s+|\n", self.text)
        return frozenset(n for p in parts if CREDITING.search(p) for n in NAME.findall(p)[1:])


def reports() -> Iterator[Report]:
    """Every report once, with the story it tells."""
    bodies = {b["id"]: b["text"] for b in _lines("fnc1/bodies.jsonl")}
    seen: set[str] = set()
    for story in _lines("stories/train.jsonl"):
        for one in story["reports"]:
            if one["body"] not in seen:
                seen.add(one["body"])
                yield Report("stories", story["claim"], one["body"], bodies[one["body"]])
    for row in _lines("news_cluster/articles.jsonl"):
        yield Report("news_cluster", str(row["event"]), row["id"], row["text"])


def _lines(name: str) -> Iterator[dict]:  # type: ignore[type-arg]
    for line in (CORPORA / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def heap(a: Report, b: Report) -> str:
    """Which heap a pair is drawn from."""
    one, other = a.runs, b.runs
    share = len(one & other) / max(1, min(len(one), len(other)))
    if share >= 0.25:
        return "much"
    if one & other:
        return "some"
    return "name" if a.credited & b.credited else "none"


def pairs(count: int, rng: random.Random) -> Iterator[dict[str, str]]:
    """``count`` pairs, evenly from the heaps, two thirds of them from ``stories``."""
    stories: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports():
        stories[report.corpus, report.story].append(report)
    heaps: dict[tuple[str, str], list[tuple[Report, Report]]] = defaultdict(list)
    for held in stories.values():
        for a, b in rng.sample(found := list(combinations(held, 2)), min(40, len(found))):
            if a.text != b.text:
                heaps[a.corpus, heap(a, b)].append((a, b))
    for key in sorted(heaps):
        rng.shuffle(heaps[key])
    yield from _evenly(heaps, count)


def _evenly(
    heaps: dict[tuple[str, str], list[tuple[Report, Report]]], count: int
) -> Iterator[dict[str, str]]:
    taken: Counter[str] = Counter()
    order = [(c, h) for h in ("much", "some", "name", "none")
             for c in ("stories", "stories", "news_cluster")]  # fmt: skip
    chosen = 0
    while chosen < count and any(heaps.values()):
        for key in order:
            while heaps[key]:
                a, b = heaps[key].pop()
                if taken[a.story] < MOST:
                    taken[a.story] += 1
                    chosen += 1
                    yield {"corpus": a.corpus, "a": a.id, "b": b.id}
                    break
            if chosen == count:
                return


def sentences(count: int, rng: random.Random) -> Iterator[dict[str, object]]:
    """``count`` sentences, two of three with a crediting word, at most two of a report."""
    nlp = packaged()
    held = list(reports())
    rng.shuffle(held)
    wanted = {True: count - count // 3, False: count // 3}
    for report in held:
        doc = nlp(report.text[:6000])
        found = [s for s in doc.sents if 4 < len(s) < 90 and _names(s.text, s.ents)]
        for sent in rng.sample(found, min(2, len(found))):
            kind = bool(CREDITING.search(sent.text))
            if wanted[kind]:
                wanted[kind] -= 1
                yield {"corpus": report.corpus, "document": report.id,
                       "start": sent.start_char, "end": sent.end_char}  # fmt: skip
        if not any(wanted.values()):
            return


def _names(text: str, entities: object) -> bool:
    return bool(BRACKETS.search(text)) or any(e.label_ == "ORG" for e in entities)  # type: ignore[attr-defined]


def main() -> None:
    """Print the rows drawn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("pairs", "sentences"))
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=6)
    asked = parser.parse_args()
    rng = random.Random(asked.seed)
    drawn = pairs(asked.count, rng) if asked.what == "pairs" else sentences(asked.count, rng)
    for row in drawn:
        print(json.dumps(row))


if __name__ == "__main__":
    main()
