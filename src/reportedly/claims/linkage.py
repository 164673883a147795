"""Average linkage (Sokal and Michener 1958) of vectors, without a table of all pairs.

The average likeness of two groups is the product of their sums over the product of their
sizes, so a group is kept as one sum. A join cannot make anything nearer than the nearer of its
two parts was (Bruynooghe 1978): that bound stands in the queue, and the product is
taken only when its turn comes.
"""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.claims.vectors import Vector, product, total


def linked(
    rows: Sequence[Vector], alike: Mapping[tuple[int, int], float], join: float
) -> list[tuple[int, ...]]:
    """Groups of positions in ``rows``, whose members agree by ``join`` on average.

    ``alike`` holds the pairs that were worth comparing. Ties go to the earlier texts.
    """
    merging = _Merging(join, {at: _Group((at,), row) for at, row in enumerate(rows)})
    for (one, other), like in alike.items():
        if like >= join:
            merging.offer(one, other, like)
    merging.run()
    return sorted(group.members for group in merging.groups.values())


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    members: tuple[int, ...]
    sum: Vector


@dataclass(slots=True)
class _Merging:
    join: float
    groups: dict[int, _Group]
    near: dict[int, dict[int, float]] = field(default_factory=dict)
    queue: list[tuple[float, int, int, int, int, bool]] = field(default_factory=list)

    def offer(self, one: int, other: int, like: float, exact: bool = True) -> None:
        """Put a pair of groups into the queue, with its likeness or a bound of it."""
        self.near.setdefault(one, {})[other] = like
        self.near.setdefault(other, {})[one] = like
        first, second = sorted((self.groups[one].members[0], self.groups[other].members[0]))
        heapq.heappush(self.queue, (-like, first, second, one, other, exact))

    def run(self) -> None:
        """Join the two groups that agree best, as long as any do."""
        fresh = len(self.groups)
        while self.queue:
            _, _, _, one, other, exact = heapq.heappop(self.queue)
            if one not in self.groups or other not in self.groups:
                continue
            if exact:
                self._merge(one, other, fresh)
                fresh += 1
            else:
                self._weigh(one, other)

    def _weigh(self, one: int, other: int) -> None:
        left, right = self.groups[one], self.groups[other]
        like = product(left.sum, right.sum) / (len(left.members) * len(right.members))
        like = round(like, 6)
        if like >= self.join:
            self.offer(one, other, like)
        else:
            del self.near[one][other], self.near[other][one]

    def _merge(self, one: int, other: int, fresh: int) -> None:
        left, right = self.groups.pop(one), self.groups.pop(other)
        members = tuple(sorted(left.members + right.members))
        self.groups[fresh] = _Group(members, total([left.sum, right.sum], [1.0, 1.0]))
        around = self.near.pop(one, {})
        for far, like in self.near.pop(other, {}).items():
            around[far] = max(like, around.get(far, 0.0))
        for far in sorted(around.keys() - {one, other}):
            self.near[far].pop(one, None)
            self.near[far].pop(other, None)
            self.offer(fresh, far, around[far], exact=False)
