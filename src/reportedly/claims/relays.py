"""Groups made one because reports say that they are: "X reported that …", and X's own report.

Wording alone leaves two tellings of one thing apart where a desk found words of its own. But a
report that credits an outlet, or a speaker, points at another telling of what it says. Of all that
the outlet or the speaker says elsewhere, the telling most like it is meant, if it is like it at all
and clearly more so than any other. Two things that reports tell side by side stay two.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.claims.tellings import Telling
from reportedly.model import Span, hull

CREDITED, SPOKEN, CLEARLY = 0.0, 0.3, 0.05
"""Least agreement with what the credited outlet, or the same speaker, says; and the lead needed."""
MOST = 60
"""Tellings of one outlet or speaker that are looked at, those nearest in time."""

BOTH = 0.2
"""Share of the smaller group's reports that may tell of both: a lead and its repeat."""
ROUNDS = 3

Agree = Callable[[Telling, Telling], float]
Known = Callable[[int, int], float]
"""How well two tellings agree, by their positions."""
Barred = Callable[[Sequence[int], Sequence[int]], bool]
Groups = list[list[int]]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a report tells of a thing, and who says it there."""

    span: Span
    speaker: str | None


Reports = Mapping[str, list[Spot]]
"""Where reports tell of a thing, by their ids."""


@dataclass(frozen=True, slots=True)
class Relay:
    """``of`` points at ``at`` (positions of tellings), agreeing by ``score``."""

    score: float
    of: int
    at: int


def relayed(groups: Groups, told: Sequence[Telling], agree: Agree, barred: Barred) -> Groups:
    """``groups`` with those made one that credits and speakers tie, the surest first.

    ``barred`` tells of two lists of positions whether a person keeps something in them apart.
    """

    @cache
    def kept(one: int, other: int) -> float:
        return agree(told[one], told[other])

    made = groups
    for _ in range(ROUNDS):
        held = _once(made, told, kept, barred)
        if len(held) == len(made):
            break
        made = held
    return made


def _once(groups: Groups, told: Sequence[Telling], agree: Known, barred: Barred) -> Groups:
    home = {at: number for number, group in enumerate(groups) for at in group}
    found = sorted(_relays(told, home, agree), key=lambda r: (-r.score, r.of, r.at))
    held = {number: list(group) for number, group in enumerate(groups)}
    for relay in found:
        one, other = sorted((home[relay.of], home[relay.at]))
        if one == other:
            continue
        here, there = (by_report(told[at] for at in held[number]) for number in (one, other))
        if not side_by_side(here, there):
            if barred(held[one], held[other]):
                continue
            home |= dict.fromkeys(held[other], one)
            held[one] += held.pop(other)
    return list(held.values())


def _relays(told: Sequence[Telling], home: dict[int, int], agree: Known) -> Iterator[Relay]:
    """For each telling that names a source, the one in another group that it points at."""
    published, spoken = _by_voice(told)
    for at, telling in enumerate(told):
        for name in telling.named:
            for held, least in (
                (published.get(name, []), CREDITED),
                (spoken.get(name, []), SPOKEN),
            ):
                relay = _meant(at, held, least, told, home, agree)
                if relay:
                    yield relay


def _by_voice(told: Sequence[Telling]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Tellings by the outlet that published them, and by the names they are attributed to."""
    published: dict[str, list[int]] = defaultdict(list)
    spoken: dict[str, list[int]] = defaultdict(list)
    for at, telling in enumerate(told):
        if telling.outlet:
            published[telling.outlet].append(at)
        for name in telling.named:
            spoken[name].append(at)
    return published, spoken


def _meant(
    at: int,
    held: Sequence[int],
    least: float,
    told: Sequence[Telling],
    home: dict[int, int],
    agree: Known,
) -> Relay | None:
    """The telling meant, unless one of the telling's own group is as near."""
    own = told[at]
    elsewhere = [o for o in held if told[o].document.id != own.document.id]
    near = sorted(elsewhere, key=lambda o: abs(o - at))[:MOST]
    best: dict[int, Relay] = {}
    for other in near:
        score = agree(at, other)
        known = best.get(home[other])
        if known is None or score > known.score:
            best[home[other]] = Relay(score, at, other)
    ranked = sorted(best.values(), key=lambda r: (-r.score, r.at))
    if not ranked or home[ranked[0].at] == home[at] or ranked[0].score < least:
        return None
    if len(ranked) > 1 and ranked[0].score - ranked[1].score < CLEARLY:
        return None
    return ranked[0]


def by_report(told: Iterable[Telling]) -> Reports:
    """Where each report tells of a thing, by the report's id."""
    found: dict[str, list[Spot]] = defaultdict(list)
    for telling in told:
        spot = Spot(hull(telling.statement.spans), telling.speaker)
        found[telling.document.id].append(spot)
    return found


def side_by_side(one: Reports, other: Reports, by_voice: bool = False) -> bool:
    """Whether reports, and not just one in a few, tell of both.

    ``by_voice``: only where one voice tells of both; two that a report hears may tell of one thing.
    """
    both = sum(_two(one[report], other[report], by_voice) for report in one.keys() & other.keys())
    return both > BOTH * min(len(one), len(other))


def _two(one: Sequence[Spot], other: Sequence[Spot], by_voice: bool) -> bool:
    """Whether these are two things.

    What stands within the other's words ("the jail let three men | three men slip away") is no
    second thing.
    """
    if any(a.span.overlaps(b.span) for a in one for b in other):
        return False
    return not by_voice or not {s.speaker for s in one}.isdisjoint(s.speaker for s in other)


__all__ = ["Relay", "Reports", "Spot", "by_report", "relayed", "side_by_side"]
