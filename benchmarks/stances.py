"""Score what cues do: the act, the stance, and how sure they leave their source.

    python benchmarks/stances.py [--split tune|score|random] [--gold NAME] [--rules] [--errors]

``gold/polnear_stances.jsonl`` holds our labels of attributions of PolNeAR (offsets and labels
only); the program judges the gold attributions as if it had found them. Rows of the split ``tune``
may be looked at, those of ``score`` (of the training part, most of them with rare cues) and
``random`` (of the development part, drawn by ``sample_stances.py``) are only counted; without
``--split`` these two are, each and together, and ``score`` also with each row counted as often as
cues as frequent as its own are in the training part (post-stratification: said or says, 100 times
and more, 20, 5, 2, once). ``--gold cue_phrases`` reads invented sentences with
idioms and rare words, one marked attribution each. ``--rules`` leaves the network out. The baseline
gives every cue the commonest label of the tuning rows.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from sample_stances import PLAIN, attributions, words
from sources import CORPUS, Row, annotated, document, rows, spans

from reportedly import readings
from reportedly.encoder import windows
from reportedly.model import Attribution, Document, Span
from reportedly.readings import DEFAULT
from reportedly.readings.found import Found
from reportedly.readings.tagger.look import Look, model
from reportedly.readings.tagger.marks import COLUMNS, OUTPUTS, Weighed

FIELDS = ("act", "stance", "factuality")
COUNTED = ("score", "random")
DRAWS = 1_000
OUTPUT = max(COLUMNS[name].stop for name in OUTPUTS["weighed"])
NEAR = 2
"""Sentences around a cue that are parsed: what further ones say changes none of the labels."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One row and what was read for it; ``text`` is the cue as printed, or the invented text."""

    row: Row
    text: str
    read: dict[str, str]


def glimpse(text: str, places: list[Span]) -> Look:
    """A text as the network sees it, of which only the windows with one of ``places`` are read.

    Of what stands there that gives what :func:`reportedly.readings.tagger.look` gives, in a tenth
    of the time; of the rest, zeros.
    """
    network = model()
    pieces = network.alphabet.pieces(text)
    bare = Look(pieces, None, None)
    asked = {int(word) for place in places for word in bare.pieces.words_in(place)}
    table = np.zeros((len(pieces.words), OUTPUT), dtype=np.float32)
    for window in windows(pieces.ids):
        inside = [w for w in asked if window.start <= pieces.words[w] < window.end]
        if inside:
            shared = network.share(pieces.ids[window.first : window.last])
            at = [pieces.words[w] - window.first + 1 for w in inside]
            table[inside] = network.weigh(shared)[at]
    return Look(pieces, None, Weighed(*(table[:, COLUMNS[n]] for n in OUTPUTS["weighed"])))


def judged(chosen: list[Row], reader: str = DEFAULT) -> list[Judged]:
    """What the program makes of the gold attributions of ``chosen``."""
    found = [_invented(row, reader) for row in chosen if "text" in row]
    of: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in (one for one in chosen if "text" not in one):
        of[row.get("part", "train"), row["doc"]].append(row)
    for part, name in sorted(of):
        folder, held = CORPUS.parent / part, of[part, name]
        text = (folder / "text" / f"{name}.txt").read_bytes().decode()
        gold = annotated(next(iter(sorted((folder / "attributions").glob(f"{name}*.ann")))))
        heard = _attributions(document(name, text), gold, held, reader)
        for row in held:
            found.append(Judged(row, words(text, spans(row["cue"])), _labels(heard, row)))
    return found


def _invented(row: Row, reader: str) -> Judged:
    """What it makes of a row that holds its own text."""
    text = row["text"]
    marked = Found(spans(row["source"]), spans(row["cue"]), spans(row["content"]), "gold")
    attributions = readings.judged(document(text, text), [marked], reader)
    return Judged(row, text, _labels(attributions, row))


def _attributions(
    report: Document, gold: list[Found], chosen: list[Row], reader: str
) -> tuple[Attribution, ...]:
    asked = [span for row in chosen for span in spans(row["cue"])]
    there = [one for one in gold if any(a.overlaps(b) for a in one.cue for b in asked)]
    near = around(report, [s for one in there for s in (*one.cue, *one.content)])
    whole = [one for one in gold if _holds(near, report.text, one)]
    voting = [s for one in there for s in (*one.source, *one.cue, *one.content)]
    seen = glimpse(report.text, voting) if reader == DEFAULT else None
    return readings.judged(near, whole, reader, seen)


def around(report: Document, places: list[Span]) -> Document:
    """The report with nothing but the sentences at ``places`` and :data:`NEAR` on either side."""
    told = report.sentences
    at = [n for n, one in enumerate(told) if any(one.overlaps(place) for place in places)]
    kept = [one for n, one in enumerate(told) if any(abs(n - hit) <= NEAR for hit in at)]
    text = list(re.sub(r"[^\n]", " ", report.text))
    for one in kept:
        text[one.start : one.end] = report.text[one.start : one.end]
    return replace(report, text="".join(text), sentences=tuple(kept))


def _holds(near: Document, text: str, one: Found) -> bool:
    marked = (*one.source, *one.cue, *one.content)
    return all(near.text[s.start : s.end] == text[s.start : s.end] for s in marked)


def _labels(attributions: tuple[Attribution, ...], row: Row) -> dict[str, str]:
    cue = spans(row["cue"])
    for one in attributions:
        if any(a.overlaps(b) for a in one.cue for b in cue):
            return {field: str(getattr(one, field)) for field in FIELDS}
    return dict.fromkeys(FIELDS, "none")


def accuracy(pairs: list[tuple[str, str]]) -> float:
    """Share of pairs that are alike."""
    return sum(a == b for a, b in pairs) / max(len(pairs), 1)


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Mean F1 over all labels that the gold holds."""
    gold, read = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    hits = Counter(a for a, b in pairs if a == b)
    return sum(2 * hits[k] / (n + read[k]) for k, n in gold.items()) / max(len(gold), 1)


def interval(
    pairs: list[tuple[str, str]], score: Callable[[list[tuple[str, str]]], float]
) -> tuple[float, float]:
    """The 95 % interval of a score, rows drawn again 1,000 times."""
    chance = Random(0)
    drawn = sorted(score(chance.choices(pairs, k=len(pairs))) for _ in range(DRAWS))
    return drawn[DRAWS * 25 // 1000], drawn[DRAWS * 975 // 1000]


def pairs(found: list[Judged], field: str) -> list[tuple[str, str]]:
    """Gold and read labels of one field."""
    return [(one.row[field], one.read[field]) for one in found]


def main() -> None:
    """Print the scores, and on demand what was read wrongly."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--split", choices=("tune", "score", "random"))
    options.add_argument("--gold", default="polnear_stances", help="name of the file under gold/")
    options.add_argument("--rules", action="store_true", help="judge by rules alone")
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args()
    splits = (chosen.split,) if chosen.split else COUNTED
    asked = [row for split in splits for row in rows(chosen.gold, split)]
    found = judged(asked, "rules" if chosen.rules else DEFAULT)
    common = {f: commonest(rows(chosen.gold, "tune"), f) for f in FIELDS}
    apart = [[one for one in found if one.row["split"] == split] for split in splits]
    for split, some in zip(splits, apart, strict=True):
        if some and len(some) < len(found):
            print(f"{split}: {len(some)} attributions")
            scored(some, common)
            if split == "score":
                natural(some)
    print(f"{len(found)} attributions")
    scored(found, common, parts=True)
    if chosen.errors:
        for one in found:
            wrong = [f"{f} {one.row[f]} read {one.read[f]}" for f in FIELDS
                     if one.row[f] != one.read[f]]  # fmt: skip
            if wrong:
                print(f"{one.row['n']} {one.text!r}: {'; '.join(wrong)}; {one.row.get('doc', '')}")


def commonest(held: list[Row], field: str) -> str:
    """The label that most rows have."""
    return Counter(str(row[field]) for row in held).most_common(1)[0][0]


def scored(found: list[Judged], common: dict[str, str], parts: bool = False) -> None:
    """Print the scores of each field beside those of the label that is commonest."""
    for field in FIELDS:
        told = pairs(found, field)
        simple = [(gold, common[field]) for gold, _ in told]
        print(f"== {field}")
        for score in (accuracy, macro_f1):
            low, high = interval(told, score)
            print(f"{score.__name__} {score(told):.3f} ({low:.3f}-{high:.3f}); "
                  f"always {common[field]!r} {score(simple):.3f}")  # fmt: skip
        if parts:
            by_label(told)


def natural(found: list[Judged]) -> None:
    """Print accuracies with rows counted as often as cues like theirs are in the training part."""
    often = Counter(words(text, one.cue) for _, text, one in attributions("train"))
    held = [stratum(one.text, often) for one in found]
    wanted: Counter[str] = Counter()
    for cue, times in often.items():
        wanted[stratum(cue, often)] += times
    there = Counter(held)
    counted = [wanted[one] / there[one] for one in held]
    for field in FIELDS:
        hits = np.array([a == b for a, b in pairs(found, field)])
        drawn = np.random.default_rng(0).choice(len(hits), (DRAWS, len(hits)))
        some = np.array(counted)[drawn]
        means = np.sort((some * hits[drawn]).sum(axis=1) / some.sum(axis=1))
        print(f"{field} as common as in the corpus {np.average(hits, weights=counted):.3f} "
              f"({means[DRAWS * 25 // 1000]:.3f}-{means[DRAWS * 975 // 1000]:.3f})")  # fmt: skip


def stratum(cue: str, often: Counter[str]) -> str:
    """How frequent a cue is, as printed in small letters."""
    return "said" if cue in PLAIN else next(str(n) for n in (100, 20, 5, 2, 0) if often[cue] >= n)


def by_label(told: list[tuple[str, str]]) -> None:
    """Print precision and recall of each label, and what is commonly taken for what."""
    for label, count in Counter(a for a, _ in told).most_common():
        hits = sum(a == b == label for a, b in told)
        read = sum(b == label for _, b in told)
        print(f"  {label:10} n={count:3} P={hits / max(read, 1):.2f} R={hits / count:.2f}")
    wrong = Counter(pair for pair in told if pair[0] != pair[1])
    kinds = (f"{gold} read {read} {count}" for (gold, read), count in wrong.most_common(10))
    print(f"  wrong: {', '.join(kinds)}")


if __name__ == "__main__":
    main()
