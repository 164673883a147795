"""Which lane each line of a drawing stands in, as the branches of a river would."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOST = 6
"""Lanes side by side; what finds none stands beside them, and is followed in words only."""


@dataclass(frozen=True, slots=True)
class Rail:
    """The lanes beside one line.

    ``lane`` is the line's own; ``above`` and ``below`` are the lanes that are taken before and
    after it; ``joins`` leads to it, by the names of what it follows.
    """

    lane: int
    above: frozenset[int]
    below: frozenset[int]
    joins: Mapping[str, int]

    @property
    def width(self) -> int:
        """How many lanes there must be room for."""
        return 1 + max((self.lane, *self.above, *self.below))


def rails(follows: Mapping[str, Sequence[str]]) -> dict[str, Rail]:
    """A rail for each line (by name) from those that each follows, all in their order.

    A lane is taken from the line it belongs to down to the last that follows it, which goes on in
    it. Who follows something that comes later, or stands in no lane, has no join to it.
    """
    last = {name: at for at, above in enumerate(follows.values()) for name in above}
    lanes: list[str | None] = [None] * MOST
    made = {}
    for at, (name, above) in enumerate(follows.items()):
        before = _taken(lanes)
        joins = {upper: lanes.index(upper) for upper in above if upper in lanes}
        ending = [lane for upper, lane in joins.items() if last[upper] == at]
        lane = ending[0] if ending else _free(lanes, min(joins.values(), default=-1))
        for ended in ending:
            lanes[ended] = None
        if lane < MOST and last.get(name, at) > at:
            lanes[lane] = name
        made[name] = Rail(lane, before, _taken(lanes), joins)
    return made


def _taken(lanes: list[str | None]) -> frozenset[int]:
    return frozenset(lane for lane, name in enumerate(lanes) if name is not None)


def _free(lanes: list[str | None], right_of: int) -> int:
    free = [lane for lane, name in enumerate(lanes) if name is None]
    return next((lane for lane in free if lane > right_of), free[0] if free else MOST)
