"""Passages that two reports share: candidates from an inverted index, then exact alignment.

After the usual near-duplicate recipe (w-shingling, Broder 1997): five-word shingles find pairs
of reports, alignment finds which words. Each report is paired, a shingle, with the few reports
that printed it first and the few just before, so cost grows with the text, not with its square.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .shingles import SHINGLE, pairs
from .words import Words

GAP = 3
"""Words that may differ between two runs of one passage: "up to 30" → "30"."""


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` equal words, from word ``upper`` of one report and word ``lower`` of the other."""

    upper: int
    lower: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Runs that follow one another in both reports with at most ``GAP`` words between."""

    runs: tuple[Run, ...]

    def own(self, lower: Words) -> int:
        """Shared words outside quotation marks and boilerplate, as the lower report prints them."""
        return sum(lower.own.count(1, r.lower, r.lower + r.length) for r in self.runs)

    def plain(self, lower: Words) -> int:
        """Different shared ordinary words: what a run of bare names has none of."""
        return len(
            {
                lower.forms[i]
                for run in self.runs
                for i in range(run.lower, run.lower + run.length)
                if lower.plain[i] and lower.own[i]
            }
        )


def candidates(reports: Sequence[Words]) -> list[tuple[int, int]]:
    """Pairs of positions in ``reports`` (smaller first) that share at least ``SEEDS`` shingles.

    Only shingles that are at least half the report's own words count. The reports are numbered
    together.
    """
    return pairs([_own_runs(report) for report in reports])


def _own_runs(report: Words) -> NDArray[np.int32]:
    owned = np.frombuffer(report.owned, np.uint8)
    return np.frombuffer(report.runs, np.int32)[2 * owned > SHINGLE]


def align(upper: Words, lower: Words) -> tuple[Passage, ...]:
    """Every passage of ``lower`` that also stands in ``upper``, in the lower report's order.

    Both are numbered together.
    """
    above, below = upper.runs.tolist(), lower.runs.tolist()
    shared = set(above).intersection(below)
    places: dict[int, list[int]] = {}
    for at, run in enumerate(above):
        if run in shared:
            places.setdefault(run, []).append(at)
    found: list[Run] = []
    free = 0
    for at, run in enumerate(below):
        if at >= free and run in shared:
            found.append(_longest(above, places[run], below, at))
            free = at + found[-1].length
    return _merge(found)


def _longest(above: list[int], places: list[int], below: list[int], at: int) -> Run:
    """The longest run from word ``at`` on that stands at one of ``places``; of equals the first."""
    lengths = [_extent(above, start, below, at) for start in places]
    length = max(lengths)
    return Run(places[lengths.index(length)], at, length + SHINGLE - 1)


def _extent(above: list[int], i: int, below: list[int], j: int) -> int:
    """How many shingles after one another are equal from there on."""
    length = 0
    limit = min(len(above) - i, len(below) - j)
    while length < limit and above[i + length] == below[j + length]:
        length += 1
    return length


def _merge(runs: list[Run]) -> tuple[Passage, ...]:
    if not runs:
        return ()
    groups = [[runs[0]]]
    for left, right in pairwise(runs):
        if _adjoin(left, right):
            groups[-1].append(right)
        else:
            groups.append([right])
    return tuple(Passage(tuple(group)) for group in groups)


def _adjoin(left: Run, right: Run) -> bool:
    above = right.upper - (left.upper + left.length)
    below = right.lower - (left.lower + left.length)
    return 0 <= above <= GAP and 0 <= below <= GAP
