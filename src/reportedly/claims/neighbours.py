"""Which texts stand near one another, found without comparing each with each.

Texts are compared that share one of their heaviest terms; in a block of many, each with those
next to it in the order of their heaviest terms, where copies stand together. So are those that are
nearest in sense. So the number of comparisons grows with the number of texts.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from reportedly.claims.vectors import Terms, Vector, total

_HEAVIEST = 16
_WINDOW, _NARROW, _BLOCK = 20, 4, 2000
"""Neighbours in a block that each is compared with: fewer, but not below, in a large block."""
_EDGES = 24
"""Pairs that are kept for each text."""
_NEAREST = 3
_MOST = 1200
"""Terms of a vector that has taken in its neighbours."""

_KINDRED, _CELL = 6, 1000
"""Pairs by sense that are compared for each text; texts among which each is tried with each."""
_CELLS = 2

Near = Mapping[int, Sequence[int]]
Likeness = Mapping[tuple[int, int], float]
Senses = NDArray[np.int8]


def candidates(rows: Sequence[Vector]) -> list[tuple[int, int]]:
    """Pairs worth comparing, each once, the smaller first, sorted."""
    met = [row.terms for row in rows] or [np.zeros(0, dtype=np.int64)]
    counts = np.bincount(np.concatenate(met)).astype(np.int64)
    leading = [_leading(row, counts) for row in rows]
    blocks: dict[int, list[int]] = defaultdict(list)
    for at, terms in enumerate(leading):
        for term in terms:
            blocks[term].append(at)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        ordered = sorted(members, key=lambda at: (leading[at], at))
        window = min(_WINDOW, max(_NARROW, _BLOCK // len(ordered)))
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 : place + 1 + window]:
                found.add((min(one, other), max(one, other)))
    return sorted(found)


def kindred(senses: Senses) -> set[tuple[int, int]]:
    """Pairs in which one is among those nearest in sense to the other, whatever their words.

    ``senses`` (texts, 384) holds whole numbers from -127 to 127, so that every sum is exact, in
    whatever order it is made. Among many texts, only those are tried that share one of the two
    pivots nearest to them (an inverted file, Jégou, Douze and Schmid 2011); every so many texts,
    one is a pivot, as many as texts fall to each. A text of no sense is near nothing.
    """
    told = np.flatnonzero(np.abs(senses).sum(axis=1))
    rows = senses[told].astype(np.float32)
    lengths = np.sqrt((rows * rows).sum(axis=1, dtype=np.float64))
    found: set[tuple[int, int]] = set()
    for cell in _cells(rows, lengths):
        for start in range(0, len(cell), _CELL):
            some = cell[start : start + _CELL]
            alike = (rows[some] @ rows[cell].T) / lengths[cell]
            alike[np.arange(len(some)), start + np.arange(len(some))] = -np.inf
            best = np.argsort(-alike, axis=1, kind="stable")[:, :_KINDRED]
            for one, others in zip(told[some].tolist(), told[cell[best]].tolist(), strict=True):
                found.update((min(one, far), max(one, far)) for far in others if far != one)
    return found


def _cells(rows: NDArray[np.float32], lengths: NDArray[np.float64]) -> list[Terms]:
    """Positions in ``rows`` that are tried with one another."""
    if len(rows) <= _CELL:
        return [np.arange(len(rows))] if len(rows) > 1 else []
    pivots = np.arange(0, len(rows), math.isqrt(len(rows)))
    homes: dict[int, list[int]] = defaultdict(list)
    for start in range(0, len(rows), _CELL):
        alike = (rows[start : start + _CELL] @ rows[pivots].T) / lengths[pivots]
        best = np.argsort(-alike, axis=1, kind="stable")[:, :_CELLS]
        for at, those in enumerate(best.tolist(), start):
            for pivot in those:
                homes[pivot].append(at)
    return [np.array(homes[pivot]) for pivot in sorted(homes) if len(homes[pivot]) > 1]


def likeness(
    rows: Sequence[Vector], pairs: Iterable[tuple[int, int]]
) -> dict[tuple[int, int], float]:
    """The product of each pair, rounded so that ties are ties."""
    by_first: dict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        by_first[one].append(other)
    found: dict[tuple[int, int], float] = {}
    dense = np.zeros(_width(rows))
    for one, others in by_first.items():
        dense[rows[one].terms] = rows[one].weights
        for other in others:
            row = rows[other]
            found[one, other] = round(float(dense[row.terms].dot(row.weights)), 6)
        dense[rows[one].terms] = 0.0
    return found


def widened(rows: Sequence[Vector], alike: Likeness) -> tuple[list[Vector], Near]:
    """Each vector with its nearest neighbours' added in, by how near they are; and who these are.

    After Rocchio (1971), as pseudo relevance feedback does: two reports that word one thing in
    two ways become alike through a third that uses words of both.
    """
    near = _nearest(alike, len(rows), _NEAREST)
    wide = []
    for at, row in enumerate(rows):
        parts = [row, *(rows[other] for other, _ in near[at])]
        times = [1.0, *(like for _, like in near[at])]
        wide.append(total(parts, times).heaviest(_MOST).scaled())
    return wide, {at: [other for other, _ in held] for at, held in near.items()}


def nearest(alike: Likeness, size: int) -> dict[tuple[int, int], float]:
    """Of ``alike``, the pairs in which one is among the nearest of the other."""
    held = _nearest(alike, size, _EDGES)
    kept = {(min(at, other), max(at, other)) for at in held for other, _ in held[at]}
    return {pair: alike[pair] for pair in sorted(kept)}


def beyond(near: Near) -> set[tuple[int, int]]:
    """Pairs that have a neighbour in common, or of which one is a neighbour's neighbour."""
    found: set[tuple[int, int]] = set()
    held: dict[int, list[int]] = defaultdict(list)
    for at, others in near.items():
        for other in others:
            held[other].append(at)
            found.update((min(at, far), max(at, far)) for far in near[other] if far != at)
    for members in held.values():
        for place in range(0, len(members), _WINDOW):
            found.update(combinations(members[place : place + 2 * _WINDOW], 2))
    return found


def _nearest(alike: Likeness, size: int, most: int) -> dict[int, list[tuple[int, float]]]:
    found: dict[int, list[tuple[float, int]]] = {at: [] for at in range(size)}
    for (one, other), like in alike.items():
        if like > 0:
            found[one].append((-like, other))
            found[other].append((-like, one))
    return {at: [(o, -like) for like, o in sorted(held)[:most]] for at, held in found.items()}


def _leading(row: Vector, counts: Terms) -> tuple[int, ...]:
    """The heaviest terms of those that some other text has too."""
    shared = counts[row.terms] > 1
    order = np.argsort(-row.weights[shared].round(9), kind="stable")[:_HEAVIEST]
    return tuple(row.terms[shared][order].tolist())


def _width(rows: Sequence[Vector]) -> int:
    return 1 + max((int(row.terms[-1]) for row in rows if len(row.terms)), default=0)


__all__ = ["Senses", "beyond", "candidates", "kindred", "likeness", "nearest", "widened"]
