"""Groups of statements that stand together, whatever the order of the input.

Agglomerative clustering with average linkage (Sokal and Michener 1958): the two groups that
agree best are joined first, as long as their members agree on average. Large groups are
represented by a few exemplars. Then a group must hold around its medoid, the statement that
agrees best with all others: whoever stands too far from it, chained in by others, is put out.

What is to be kept apart is never joined, not by way of others either (cannot-links, Wagstaff et
al. 2001).
"""

import heapq
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

Score = Callable[[int, int], float]


@dataclass(frozen=True, slots=True)
class Apart:
    """``pairs`` (the smaller first) that no group may hold; who is ``late`` joins after all others.

    So a member that must leave a group takes nobody along.
    """

    pairs: frozenset[tuple[int, int]] = frozenset()
    late: frozenset[int] = frozenset()


FREE = Apart()
"""Nothing is kept apart."""


def clusters(
    size: int,
    pairs: Iterable[tuple[int, int]],
    score: Score,
    bounds: "Bounds",
    apart: Apart = FREE,
) -> tuple[tuple[int, ...], ...]:
    """Partition ``range(size)``; ``score`` is symmetric, ``pairs`` are worth comparing."""

    @cache
    def kept(i: int, j: int) -> float:
        return score(i, j)

    def between(i: int, j: int) -> float:
        return kept(i, j) if i < j else kept(j, i)

    merged = _Merging(size, between, bounds, apart)
    merged.run(pairs)
    held = [part for group in merged.groups.values() for part in _hold(group, between, bounds)]
    return tuple(sorted(held))


@dataclass(frozen=True, slots=True)
class Bounds:
    """Least average score of a join, least score to the medoid, exemplars of a large group."""

    join: float
    hold: float
    exemplars: int


def medoid(group: Sequence[int], score: Score, exemplars: int) -> int:
    """The member that agrees best with the others (with some of them, in a large group)."""
    against = _exemplars(group, exemplars * 4)
    return max(group, key=lambda i: (sum(score(i, j) for j in against if j != i), -i))


@dataclass(slots=True)
class _Merging:
    size: int
    score: Score
    bounds: Bounds
    apart: Apart
    groups: dict[int, tuple[int, ...]] = field(default_factory=dict)
    near: dict[int, set[int]] = field(default_factory=dict)
    never: dict[int, set[int]] = field(default_factory=dict)
    late: set[int] = field(default_factory=set)
    queue: list[tuple[bool, float, tuple[int, ...], int, int]] = field(default_factory=list)

    def run(self, pairs: Iterable[tuple[int, int]]) -> None:
        self.groups = {i: (i,) for i in range(self.size)}
        self.near = {i: set() for i in range(self.size)}
        self.never = {i: set() for i in range(self.size)}
        self.late = set(self.apart.late)
        for i, j in self.apart.pairs:
            self.never[i].add(j)
            self.never[j].add(i)
        # An average reaches the bound only if some pair does: all others need no memory.
        for i, j in pairs:
            if j not in self.never[i] and self.score(i, j) >= self.bounds.join:
                self.near[i].add(j)
                self.near[j].add(i)
                self._offer(i, j)
        fresh = self.size
        while self.queue:
            *_, i, j = heapq.heappop(self.queue)
            if i in self.groups and j in self.groups:
                self._merge(i, j, fresh)
                fresh += 1

    def _merge(self, i: int, j: int, fresh: int) -> None:
        self.groups[fresh] = tuple(sorted(self.groups.pop(i) + self.groups.pop(j)))
        if {i, j} & self.late:
            self.late.add(fresh)
        self.never[fresh] = self.never.pop(i) | self.never.pop(j)
        for other in self.never[fresh]:
            self.never[other] -= {i, j}
            self.never[other].add(fresh)
        self.near[fresh] = (self.near.pop(i) | self.near.pop(j)) - {i, j}
        for other in self.near[fresh] & self.never[fresh]:
            self.near[other] -= {i, j}
        self.near[fresh] -= self.never[fresh]
        for other in sorted(self.near[fresh]):
            self.near[other] -= {i, j}
            self.near[other].add(fresh)
            self._offer(fresh, other)

    def _offer(self, i: int, j: int) -> None:
        left = _exemplars(self.groups[i], self.bounds.exemplars)
        right = _exemplars(self.groups[j], self.bounds.exemplars)
        total = sum(self.score(a, b) for a in left for b in right)
        mean = total / (len(left) * len(right))
        if mean >= self.bounds.join:
            # Ties go to the group that holds the earlier statements.
            ties = tuple(sorted((left[0], right[0])))
            late = i in self.late or j in self.late
            heapq.heappush(self.queue, (late, -round(mean, 6), ties, i, j))


def _hold(group: tuple[int, ...], score: Score, bounds: Bounds) -> list[tuple[int, ...]]:
    parts = []
    rest = group
    while rest:
        centre = medoid(rest, score, bounds.exemplars)
        part = tuple(i for i in rest if i == centre or score(centre, i) >= bounds.hold)
        parts.append(part)
        rest = tuple(i for i in rest if i not in set(part))
    return parts


def _exemplars(group: Sequence[int], most: int) -> Sequence[int]:
    if len(group) <= most:
        return group
    step = len(group) / most
    return [group[int(at * step)] for at in range(most)]
