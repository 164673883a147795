"""Score what denials deny: the whole, a part, the motive, the responsibility, a number.

    python benchmarks/denials.py [--split tune|score|fresh] [--gold-cue] [--errors]

``gold/denials.jsonl`` holds invented sentences with the spans of one attribution each and what it
denies. The default reader reads each text, and the attribution whose cue overlaps the marked one
most is judged, or, where none does, the one of the marked voice: in "the fire, the owner said, did
not start here" the marked cue is "did not". "By the cue alone" leaves these out. ``--gold-cue``
judges the marked spans themselves, so that finding and judging are told apart. The baseline calls
every row a denial of the whole.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from sources import Row, document, rows, spans

from reportedly import readings
from reportedly.model import Attribution, Span
from reportedly.readings.found import Found

DRAWS = 1_000


@dataclass(frozen=True, slots=True)
class Read:
    """One row with the label and stance that were read for it, and the label by its cue alone."""

    row: Row
    label: str
    stance: str
    by_cue: str


def read(row: Row, gold_cue: bool) -> Read:
    """What is read for ``row``: where no attribution meets its cue or its voice, "none"."""
    report = document(row["text"], row["text"])
    cue, source, content = (spans(row[role]) for role in ("cue", "source", "content"))
    if gold_cue:
        attributions = readings.judged(report, [Found(source, cue, content, "gold")])
    else:
        attributions = readings.read(report).attributions

    def met(one: Attribution) -> tuple[int, int, int]:
        voice = one.source.spans if one.source else ()
        return shared(one.cue, cue), shared(voice, source), shared(one.content, content)

    best = max(attributions, key=met, default=None)
    if best is None or not any(met(best)[:2]):
        return Read(row, "none", "-", "none")
    return Read(row, label(best), best.stance, label(best) if met(best)[0] else "none")


def label(one: Attribution) -> str:
    """The kind of denial; silence where the source is silent, none where it denies nothing."""
    return one.denial or ("silence" if one.stance == "silent" else "none")


def shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many characters two sets of spans share."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def interval(hits: list[bool]) -> tuple[float, float]:
    """The 95 % interval of a share, rows drawn again 1,000 times."""
    chance = Random(0)
    count = len(hits)
    drawn = sorted(sum(chance.choices(hits, k=count)) / count for _ in range(DRAWS))
    return drawn[DRAWS * 25 // 1000], drawn[DRAWS * 975 // 1000]


def main() -> None:
    """Print the scores, and on demand what was read wrongly."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--split", choices=("tune", "score", "fresh"), default="score")
    options.add_argument("--gold", default="denials", help="name of the file under gold/")
    options.add_argument("--gold-cue", action="store_true")
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args()
    found = [read(row, chosen.gold_cue) for row in rows(chosen.gold, chosen.split)]
    hits = [one.label == one.row["label"] for one in found]
    low, high = interval(hits)
    whole = sum(one.row["label"] == "whole" for one in found) / len(found)
    print(f"{len(found)} rows, {'marked spans' if chosen.gold_cue else 'as found'}")
    print(f"label {sum(hits) / len(hits):.3f} ({low:.3f}-{high:.3f}); always 'whole' {whole:.3f}")
    by_cue = sum(one.by_cue == one.row["label"] for one in found) / len(found)
    print(f"by the cue alone {by_cue:.3f}")
    sided = [one for one in found if one.row["stance"]]
    agreed = sum(one.stance == one.row["stance"] for one in sided)
    print(f"stance {agreed / len(sided):.3f} of {len(sided)}")
    gold = Counter(one.row["label"] for one in found)
    for name, count in gold.most_common():
        right = sum(one.label == one.row["label"] == name for one in found)
        given = sum(one.label == name for one in found)
        print(f"  {name:15} n={count:3} P={right / max(given, 1):.2f} R={right / count:.2f}")
    if chosen.errors:
        for one in found:
            if one.label != one.row["label"]:
                print(f"{one.row['label']}, read {one.label}: {one.row['text']}")


if __name__ == "__main__":
    main()
