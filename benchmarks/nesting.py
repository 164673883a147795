"""Score chains of attributions, outermost to innermost, against invented nested sentences.

    python benchmarks/nesting.py [--split tune|score] [--reader READER] [--errors]

``gold/nested.jsonl`` was written without sight of the program. A chain leads from an attribution
that holds no other one out to the one that nothing holds. It is exact where a chain as long is
read, and at each step the cues share a word or the contents overlap by half, and the sources
overlap by half or both are absent. Rows of the split ``tune`` may be looked at.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sources import document

from reportedly import readings

GOLD = Path(__file__).with_name("gold") / "nested.jsonl"
WORD = re.compile(r"[^\W_]+(?:[’'.\-&][^\W_]+)*")

Row = dict[str, Any]
Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Step:
    """One attribution as sets of word numbers."""

    source: Words
    cue: Words
    content: Words


Chain = tuple[Step, ...]


def gold() -> list[Row]:
    """All rows: text, split, attributions with offsets and the index of what they are within."""
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def wanted(row: Row) -> list[Chain]:
    """The chains of a gold row."""
    told = row["attributions"]
    steps = [
        Step(*(_words(row["text"], one[role] or ()) for role in ("source", "cue", "content")))
        for one in told
    ]
    return list(_chains(steps, [one["within"] for one in told]))


def read(row: Row, reader: str) -> list[Chain]:
    """The chains that the reader finds in the row's text; coordinated sources are one step."""
    found = readings.read(document(row["text"], row["text"]), reader).attributions
    keys = list(dict.fromkeys((one.cue, one.content) for one in found))
    at = {one.id: keys.index((one.cue, one.content)) for one in found}
    steps, above = [], []
    for key in keys:
        group = [one for one in found if (one.cue, one.content) == key]
        spans = [span for one in group if one.source for span in one.source.spans]
        pairs = ([(s.start, s.end) for s in part] for part in (spans, *key))
        source, cue, content = (_words(row["text"], part) for part in pairs)
        # "There are rumours that": the program takes the noun for its own vague voice.
        steps.append(Step(source - cue, cue, content))
        above.append(at.get(group[0].within or ""))
    return list(_chains(steps, above))


def _chains(steps: list[Step], above: list[int | None]) -> Iterator[Chain]:
    for leaf in range(len(steps)):
        if leaf in above:
            continue
        chain: list[int] = []
        at: int | None = leaf
        while at is not None and at not in chain:
            chain.append(at)
            at = above[at]
        yield tuple(steps[i] for i in reversed(chain))


def _words(text: str, spans: Iterable[tuple[int, int]]) -> Words:
    tokens = list(WORD.finditer(text))
    return frozenset(
        i for i, m in enumerate(tokens) if any(a < m.end() and m.start() < b for a, b in spans)
    )


def exact(one: Chain, other: Chain) -> bool:
    """Whether two chains are the same, step by step."""
    return len(one) == len(other) and all(map(_same, one, other))


def _same(one: Step, other: Step) -> bool:
    noticed = one.cue & other.cue or _half(one.content, other.content)
    voiced = _half(one.source, other.source) or not (one.source or other.source)
    return bool(noticed and voiced)


def _half(one: Words, other: Words) -> bool:
    return bool(one & other) and 2 * len(one & other) >= len(one | other)


@dataclass(frozen=True, slots=True)
class Scores:
    """Chains that are exact, of those wanted and of those read; the same of nested ones only."""

    recall: float
    precision: float
    nested_recall: float
    nested_precision: float
    outermost: float


def scores(rows: list[Row], reader: str, errors: bool = False) -> Scores:
    """Read every row; print what differs where ``errors`` is set."""
    want_hits: list[tuple[bool, bool]] = []
    read_hits: list[tuple[bool, bool]] = []
    outer: list[bool] = []
    for row in rows:
        want, got = wanted(row), read(row, reader)
        want_hits += [(len(c) > 1, any(exact(c, g) for g in got)) for c in want]
        read_hits += [(len(c) > 1, any(exact(c, w) for w in want)) for c in got]
        outer += [any(_same(c[0], g[0]) for g in got) for c in want]
        if errors and not all(any(exact(c, g) for g in got) for c in want):
            _show(row, want, got)
    return Scores(_mean(want_hits), _mean(read_hits), _mean(_nested(want_hits)),
                  _mean(_nested(read_hits)), sum(outer) / len(outer))  # fmt: skip


def _nested(hits: list[tuple[bool, bool]]) -> list[tuple[bool, bool]]:
    return [hit for hit in hits if hit[0]]


def _mean(hits: list[tuple[bool, bool]]) -> float:
    return sum(hit for _, hit in hits) / max(len(hits), 1)


def _show(row: Row, want: list[Chain], got: list[Chain]) -> None:
    tokens = [m[0] for m in WORD.finditer(row["text"])]

    def told(chain: Chain) -> str:
        parts = ([" ".join(tokens[i] for i in sorted(w)) for w in (s.source, s.cue, s.content)]
                 for s in chain)  # fmt: skip
        return " > ".join(f"[{a}|{b}|{c}]" for a, b, c in parts)

    print(f"\n{row['text']}")
    for label, chains in (("want", want), ("read", got)):
        for chain in chains:
            print(f"  {label} {told(chain)}")


def main() -> None:
    """Print the scores of one split."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--split", choices=("tune", "score"), default="score")
    options.add_argument("--reader", default="learned", choices=("learned", "rules"))
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args()
    rows = [row for row in gold() if row["split"] == chosen.split]
    told = scores(rows, chosen.reader, chosen.errors)
    print(f"{len(rows)} rows, reader {chosen.reader}")
    print(f"chains exact {told.recall:.3f}, precision {told.precision:.3f}")
    print(f"chains of two or more {told.nested_recall:.3f}, precision {told.nested_precision:.3f}")
    print(f"outermost steps {told.outermost:.3f}")


if __name__ == "__main__":
    main()
