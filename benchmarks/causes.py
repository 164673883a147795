"""Score what is read as causal on the Causal News Corpus: sentences, and the spans in them.

    python benchmarks/causes.py [--folds READ.jsonl] [--corpus DIR]

``--folds`` holds what ``training/folds.py`` read, each sentence by a fit that had not seen it; the
file that lies here (offsets and chances, no text) is of the recipe that the model card tells. The
shipped weights have seen the whole corpus, so what they read of it says nothing of new text.
Beside each stands what five fits of ``training/causality.py`` make of it, on the same fifths. "As
read" are both beside the rules, put together as ``readings/causes.py`` does.
Spans are counted as the shared task of CASE 2023 does: in sentences that are causal, as many
relations as the gold has, in the order of best fit, by FairEval (Ortmann 2022, "Fine-grained error
analysis and fair evaluation of labeled spans"), where a wrong boundary or label is one error, half
a false positive and half a missed one. The baselines: every sentence causal, cut into a cause and
an effect in its middle; and the signals of ``lexicons/en/causes.toml`` alone.
"""

import argparse
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

from sources import document

from reportedly import readings
from reportedly.readings.causes import LEANING

FOLDS = Path(__file__).parent / "gold" / "causes_folds.jsonl"
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "causal_news"
DRAWS = 1_000
ROLES = ("cause", "effect", "signal")

Pair = tuple[int, int]
Relation = dict[str, list[Pair]]
"""Spans of words (first, last) by role."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the corpus; relations by words."""

    name: str
    text: str
    causal: bool
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What was read in a sentence; ``odds`` and ``leaning`` are logarithms of the odds."""

    causal: bool
    relations: tuple[Relation, ...] = field(default=())
    odds: float = 0.0
    leaning: float = 0.0


def gold(folder: Path) -> list[Sentence]:
    """Every sentence of the corpus."""
    related: dict[str, list[Relation]] = defaultdict(list)
    for row in _rows(folder / "train_subtask2.jsonl"):
        related[row["text"]].append(_marked(row["text_w_pairs"]))
    return [
        Sentence(row["index"], row["text"], row["label"] == "1", tuple(related[row["text"]]))
        for row in _rows(folder / "train_subtask1.jsonl")
    ]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _marked(text: str) -> Relation:
    found: Relation = {role: [] for role in ROLES}
    begun: dict[str, int] = {}
    names = {"ARG0": "cause", "ARG1": "effect"}
    length, at = 0, 0
    plain = re.sub(r"</?(?:ARG[01]|SIG\d)>", "", text)
    for match in re.finditer(r"<(/?)(ARG[01]|SIG\d)>", text):
        length, at = length + match.start() - at, match.end()
        if match[1]:
            role = names.get(match[2], "signal")
            found[role] += in_words(plain, (begun[match[2]], length))
        else:
            begun[match[2]] = length
    return found


def in_words(text: str, span: Pair) -> list[Pair]:
    """A span of characters as one of words (first, last), none where it holds no word."""
    words = [m.span() for m in re.finditer(r"\S+", text)]
    held = [i for i, (a, b) in enumerate(words) if a < span[1] and span[0] < b]
    return [(held[0], held[-1])] if held else []


def folds(path: Path, sentences: Iterable[Sentence]) -> dict[str, Read]:
    """What the fits of ``training/folds.py`` and ``training/causality.py`` read."""
    rows = {row["name"]: row for row in _rows(path)}
    found = {}
    for one in sentences:
        row = rows.get(one.name)
        if row:
            relations = tuple(_relation(one.text, r) for r in row["relations"])
            odds = network(row["chance"])
            found[one.name] = Read(odds >= 0, relations, odds, row["leaning"])
    return found


def network(chance: float) -> float:
    """The logarithm of the odds of a chance that was kept with four digits."""
    kept = min(max(chance, 5e-5), 1 - 5e-5)
    return math.log(kept / (1 - kept))


def _relation(text: str, row: dict[str, Any]) -> Relation:
    spans = {
        "cause": [row["cause"]],
        "effect": [row["effect"]],
        "signal": row["signal"],
    }
    return {role: [w for a, b in spans[role] for w in in_words(text, (a, b))] for role in ROLES}


def signalled(one: Sentence) -> Read:
    """What the rules read: the signals of the word list, and what the syntax hangs on them."""
    found = readings.read(document(one.name, one.text), "rules").causes
    relations = tuple(
        {
            role: [w for s in getattr(cause, role) for w in in_words(one.text, (s.start, s.end))]
            for role in ROLES
        }
        for cause in found
    )
    return Read(bool(relations), relations)


def joined(rules: Read, fits: Read) -> Read:
    """Where the rules find something, that; else what all fits together read."""
    told = fits.odds + LEANING * fits.leaning
    return Read(rules.causal or told >= 0, rules.relations or fits.relations)


def halves(one: Sentence) -> Read:
    """The baseline: causal, the cause in the first half."""
    count = len(one.text.split())
    middle = max(1, count // 2)
    relation: Relation = {"cause": [(0, middle - 1)], "effect": [(middle, count - 1)], "signal": []}
    return Read(True, (relation,))


def sentence_counts(sentences: Sequence[Sentence], read: dict[str, Read]) -> list[Counter[str]]:
    """For each sentence tp, fp or fn of "causal"."""
    found = []
    for one in sentences:
        told = read[one.name].causal
        hit = "tp" if one.causal and told else "fn" if one.causal else "fp" if told else "tn"
        found.append(Counter([hit]))
    return found


def span_counts(sentences: Sequence[Sentence], read: dict[str, Read]) -> list[Counter[str]]:
    """For each causal sentence the errors of FairEval, relations in the order that fits best."""
    found = []
    for one in sentences:
        if one.relations:
            told = list(read[one.name].relations[: len(one.relations)])
            told += [{role: [] for role in ROLES}] * (len(one.relations) - len(told))
            ways = (
                sum((fair(g, r) for g, r in zip(one.relations, way, strict=True)), Counter())
                for way in permutations(told)
            )
            found.append(max(ways, key=f1))
    return found


def fair(want: Relation, got: Relation) -> Counter[str]:
    """FairEval's counts; cause and effect are one layer of spans, signals another."""
    return _layer(want, got, ("cause", "effect")) + _layer(want, got, ("signal",))


def _layer(want: Relation, got: Relation, roles: tuple[str, ...]) -> Counter[str]:
    left = [(role, pair) for role in roles for pair in want[role]]
    told = [(role, pair) for role in roles for pair in got[role]]
    counts: Counter[str] = Counter()
    tests: tuple[tuple[str, Callable[..., bool]], ...] = (
        ("tp", lambda a, b: a == b),
        ("error", lambda a, b: a[1] == b[1]),
        ("error", lambda a, b: a[0] == b[0] and _meet(a[1], b[1])),
        ("error", lambda a, b: _meet(a[1], b[1])),
    )
    for name, same in tests:
        for a in list(left):
            fitting = [b for b in told if same(a, b)]
            if fitting:
                best = max(fitting, key=lambda b: _shared(a[1], b[1]))
                left.remove(a)
                told.remove(best)
                counts[name] += 1
    return counts + Counter(fn=len(left), fp=len(told))


def _meet(one: Pair, other: Pair) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _shared(one: Pair, other: Pair) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def f1(counts: Counter[str]) -> float:
    """F1 of counts, where "error" is half a false positive and half a missed one."""
    hits = 2 * counts["tp"]
    return hits / max(hits + counts["fp"] + counts["fn"] + counts["error"], 1)


def interval(counts: Sequence[Counter[str]]) -> tuple[float, float]:
    """The 95 % interval of F1, sentences drawn again 1,000 times."""
    chance = Random(0)
    keys = sorted({key for one in counts for key in one})
    table = [[one[key] for key in keys] for one in counts]
    drawn = []
    for _ in range(DRAWS):
        sums = [sum(column) for column in zip(*chance.choices(table, k=len(table)), strict=True)]
        drawn.append(f1(Counter(dict(zip(keys, sums, strict=True)))))
    drawn.sort()
    return drawn[DRAWS * 25 // 1000], drawn[DRAWS * 975 // 1000]


def told(title: str, sentences: Sequence[Sentence], read: dict[str, Read]) -> None:
    """Print the scores of one way of reading."""
    for name, counts in (
        ("sentences", sentence_counts(sentences, read)),
        ("spans", span_counts(sentences, read)),
    ):
        total = sum(counts, Counter())
        low, high = interval(counts)
        print(f"{title}: {name} F1 {100 * f1(total):.1f} ({100 * low:.1f}-{100 * high:.1f}) "
              f"{dict(sorted(total.items()))}")  # fmt: skip


def main() -> None:
    """Print the scores of what was read and of the baselines."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--corpus", type=Path, default=CORPUS)
    options.add_argument("--folds", type=Path, default=FOLDS)
    chosen = options.parse_args()
    sentences = gold(chosen.corpus)
    read = folds(chosen.folds, sentences)
    sentences = [one for one in sentences if one.name in read]
    rules = {one.name: signalled(one) for one in sentences}
    told("five fits", sentences, read)
    counted = {name: replace(one, causal=one.leaning >= 0) for name, one in read.items()}
    told("words and arcs", sentences, counted)
    told("as read", sentences, {n: joined(rules[n], read[n]) for n in read})
    told("signals alone", sentences, rules)
    told("halves", sentences, {one.name: halves(one) for one in sentences})


if __name__ == "__main__":
    main()
