"""Groups set beside groups as wholes: what all their statements say together.

Short reports of one thing can be worded so differently that no two of their statements agree. Yet
all that one group says together stands near what another says together, in sense, and both name
the same. The largest group leads; every smaller one joins the leader that it is nearest to, or
leads itself (leader clustering, Hartigan 1975, chapter 3), so that no third group chains two
together. Two things that one voice tells side by side stay two.

Such a join is weaker than one of statements, and is marked: a voice that is in a claim by nothing
else is not shown to be an origin of its own (``origins/``).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from reportedly.claims.features import Pair, country, reality
from reportedly.claims.network import sense
from reportedly.claims.relays import Reports, Spot, by_report, side_by_side
from reportedly.claims.tellings import Telling
from reportedly.claims.thresholds import threshold
from reportedly.claims.words import Rarity

_WORDINGS = 24
"""Wordings of a group that its sense is the mean of."""
_LEADERS = 40
"""Leaders that a group is compared with: those that share the rarest of its names."""

Numbers = NDArray[np.float64]
Barred = Callable[[Sequence[int], Sequence[int]], bool]
Parts = list[list[list[int]]]
"""The groups of each claim, the leading one first."""


@dataclass(frozen=True)
class _Whole:
    """One group: positions of its statements, the one in its middle first."""

    places: list[int]
    told: tuple[Telling, ...]

    @cached_property
    def reports(self) -> Reports:
        """Where its reports tell of it."""
        return by_report(self.told)

    @cached_property
    def names(self) -> frozenset[str]:
        """Names that stand in its statements."""
        return frozenset(name for t in self.told for name in t.names)

    @cached_property
    def attributed(self) -> bool:
        """Whether some report gives it as somebody's word."""
        return any(t.attribution is not None for t in self.told)

    @cached_property
    def numbers(self) -> frozenset[tuple[float | None, ...]]:
        """What its statements count."""
        counted = (t.statement.quantity for t in self.told)
        return frozenset((q.low, q.best, q.high) for q in counted if q)

    @cached_property
    def sense(self) -> Numbers:
        """The mean direction of its wordings, of length 1, or zero."""
        wordings = list(dict.fromkeys(t.words for t in self.told))[:_WORDINGS]
        rows = np.array([np.frombuffer(sense(words), np.int8) for words in wordings], np.float64)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        mean: Numbers = (rows / np.maximum(lengths, 1.0)).sum(axis=0)
        length = float(np.linalg.norm(mean))
        return mean / length if length else mean


@dataclass(frozen=True)
class _Led:
    """A leading group and those that joined it; where all their reports tell of it; positions."""

    parts: list[_Whole]
    reports: dict[str, list[Spot]]
    places: list[int]

    @property
    def leader(self) -> _Whole:
        """The group that the others joined."""
        return self.parts[0]

    def join(self, whole: _Whole) -> None:
        """Take in one more group."""
        self.parts.append(whole)
        for report, spots in whole.reports.items():
            self.reports.setdefault(report, []).extend(spots)
        self.places.extend(whole.places)


def led(
    groups: Sequence[list[int]], told: Sequence[Telling], rare: Rarity, barred: Barred
) -> Parts:
    """``groups`` of positions in ``told``, those that stand near a larger one put beside it.

    ``barred`` tells of two lists of positions whether a person keeps something in them apart.
    """
    wholes = [_Whole(places, tuple(told[at] for at in places)) for places in groups]
    wholes.sort(key=lambda w: (-len(w.reports), -len(w.told), min(w.places)))
    made: list[_Led] = []
    by_name: dict[str, list[int]] = defaultdict(list)
    for whole in wholes:
        home = _home(whole, [made[at] for at in _met(whole, by_name)], rare, barred)
        if home is None:
            for name in whole.names if whole.attributed else ():
                by_name[name].append(len(made))
            home = _Led([], {}, [])
            made.append(home)
        home.join(whole)
    return [[whole.places for whole in held.parts] for held in made]


def _home(whole: _Whole, met: Sequence[_Led], rare: Rarity, barred: Barred) -> _Led | None:
    """Where ``whole`` joins: the nearest leader, if it is near, that nothing speaks against."""
    near = [(nearness(whole, held.leader), held) for held in met]
    near = [(n, h) for n, h in near if n >= threshold("own") or _tells(whole, h.leader)]
    for like, held in sorted(near, key=lambda pair: -pair[0]):
        if like < threshold("whole"):
            return None
        if not _apart(whole, held, rare, barred):
            return held
    return None


def nearness(one: _Whole, other: _Whole) -> float:
    """How near two groups stand in sense, from -1 to 1; rounded, so that ties are ties."""
    return round(float(one.sense @ other.sense), 4)


def _met(whole: _Whole, by_name: dict[str, list[int]]) -> list[int]:
    """Places of leaders that share a name with ``whole``, the largest of the likeliest first."""
    shared: Counter[int] = Counter()
    for name in sorted(whole.names, key=lambda n: (len(by_name.get(n, ())), n)):
        shared.update(by_name.get(name, ())[: _LEADERS * 4])
    return sorted(at for at, _ in shared.most_common(_LEADERS))


def _tells(whole: _Whole, leader: _Whole) -> bool:
    """Whether it may join: what it says is somebody's word, or gives a number of the leader's.

    What reporters only add in words of their own is mostly background, near everything: it joins
    only where it stands much nearer (`own`) than what is somebody's word.
    """
    return whole.attributed or not whole.numbers.isdisjoint(leader.numbers)


def _apart(whole: _Whole, held: _Led, rare: Rarity, barred: Barred) -> bool:
    """Whether one voice tells of both, people of other countries act, or one is of another time."""
    return (
        side_by_side(whole.reports, held.reports, by_voice=True)
        or barred(whole.places, held.places)
        or any(_clash(Pair(whole.told[0], part.told[0], rare)) for part in held.parts)
    )


def _clash(pair: Pair) -> bool:
    return country(pair) is not None or reality(pair) is not None


__all__ = ["Parts", "led"]
