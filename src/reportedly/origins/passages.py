"""Passages that two reports share: candidates from an inverted index, then exact alignment.

After the usual near-duplicate recipe (w-shingling, Broder 1997): five-word shingles find pairs
of reports, alignment finds which words. Each report is paired, a shingle, with the few reports
that printed it first and the few just before, so cost grows with the text, not with its square.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .words import Words

SHINGLE = 5
"""Words in a shingle, the shortest run that counts as shared."""
NEIGHBOURS = 6
"""Reports at each end of a shingle's list with which one report is paired."""
GAP = 3
"""Words that may differ between two runs of one passage: "up to 30" → "30"."""
SEEDS = 4
"""Shingles two reports must share before they are aligned."""


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
        return sum(
            lower.own[i] for run in self.runs for i in range(run.lower, run.lower + run.length)
        )

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
    """Pairs of positions in ``reports`` (smaller first) that share at least ``SEEDS`` shingles."""
    first: dict[str, int] = {}
    places: dict[str, list[int]] = {}
    for index, report in enumerate(reports):
        for key in {shingle(report, at): None for at in _starts(report)}:
            earliest = first.setdefault(key, index)
            if earliest != index:
                places.setdefault(key, [earliest]).append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for held in places.values():
        for place in range(1, len(held)):
            near = {*held[: min(place, NEIGHBOURS)], *held[max(0, place - NEIGHBOURS) : place]}
            shared.update((other, held[place]) for other in near)
    return sorted(pair for pair, count in shared.items() if count >= SEEDS)


def shingle(report: Words, at: int) -> str:
    """The shingle that starts at word ``at``."""
    return " ".join(report.forms[at : at + SHINGLE])


def _starts(report: Words) -> list[int]:
    """Where shingles start that are at least half the report's own words."""
    return [
        at
        for at in range(len(report) - SHINGLE + 1)
        if 2 * sum(report.own[at : at + SHINGLE]) > SHINGLE
    ]


def align(upper: Words, lower: Words) -> tuple[Passage, ...]:
    """Every passage of ``lower`` that also stands in ``upper``, in the lower report's order."""
    places: dict[str, list[int]] = {}
    for at in range(len(upper) - SHINGLE + 1):
        places.setdefault(shingle(upper, at), []).append(at)
    found: list[Run] = []
    at = 0
    while at <= len(lower) - SHINGLE:
        run = max(
            (
                Run(start, at, _extent(upper, start, lower, at))
                for start in places.get(shingle(lower, at), ())
            ),
            key=lambda run: (run.length, -run.upper),
            default=None,
        )
        if run is None:
            at += 1
            continue
        found.append(run)
        at += run.length
    return _merge(found)


def _extent(upper: Words, i: int, lower: Words, j: int) -> int:
    length = 0
    limit = min(len(upper) - i, len(lower) - j)
    while length < limit and upper.forms[i + length] == lower.forms[j + length]:
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
