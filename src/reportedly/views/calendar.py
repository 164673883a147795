"""The days of a timeline as places along one axis, from 0 to 100."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportedly.model import day_of

from . import dates
from .timeline import Given, Row

LEAST = 6
"""Days that an axis spans at least."""
MOST = 75
"""Percent of all days that the axis is made for."""
CLEAR = 5
"""Percent of the axis between two bars of one line."""
TICKS = 4
"""Steps of the axis at most, each a whole number of days."""
FEW = 16
"""Days below which these steps are equally long, and the last day need not have its own."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The days of one time: ``start`` and ``end`` in percent of the axis.

    ``before`` and ``after``: it goes on there, because no day is said or none is drawn. Bars of
    one claim that stand clear of one another share a ``line``.
    """

    given: Given
    start: float
    end: float
    before: bool
    after: bool
    line: int = 0


@dataclass(frozen=True, slots=True)
class Lane:
    """One row with its bars, and where on the axis it was first reported (None: undated).

    ``beyond``: -1 and 1 where that day lies before or after the axis.
    """

    row: Row
    bars: tuple[Bar, ...]
    reported: float | None
    beyond: int

    @property
    def lines(self) -> int:
        """How many lines its bars take."""
        return 1 + max((bar.line for bar in self.bars), default=0)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Lanes under one axis; ``ticks`` are its days, each with its place.

    ``clipped``: how many times go on beyond the axis, or lie wholly outside.
    """

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    clipped: int


def calendar(rows: Iterable[Row]) -> Calendar:
    """Lanes for ``rows`` in their order, under an axis that holds most of their days."""
    held = tuple(rows)
    first, last = _window(sorted(_said(held)), sorted(_seen(held)))
    lanes = tuple(_lane(row, first, last) for row in held)
    clipped = sum(_outside(bar.given, first, last) for lane in lanes for bar in lane.bars)
    return Calendar(lanes, tuple(_ticks(first, last)), clipped)


def _said(rows: Iterable[Row]) -> Iterator[date]:
    for row in rows:
        for given in row.shown:
            yield from (day for day in (given.first, given.last) if day)


def _seen(rows: Iterable[Row]) -> Iterator[date]:
    yield from (day for row in rows if (day := day_of(row.claim.first_seen)))


def _window(said: list[date], seen: list[date]) -> tuple[date, date]:
    """What holds most days said and most of first reports, and what lies near it."""
    ends = [day for days in (said, seen) if days for day in _most(days)]
    if not ends:
        return date.min, date.min + timedelta(LEAST)
    low, high = min(ends), max(ends)
    reach = max((high - low).days, LEAST)
    near = [d for d in (*said, *seen) if (low - d).days <= reach and (d - high).days <= reach]
    first, last = min(near).toordinal(), max(near).toordinal()
    first -= max(0, LEAST - (last - first)) // 2
    first = min(max(first, date.min.toordinal()), date.max.toordinal() - LEAST)
    return date.fromordinal(first), date.fromordinal(max(last, first + LEAST))


def _most(days: list[date]) -> tuple[date, date]:
    """The shortest stretch that holds most of ``days``, which are sorted."""
    held = -(-len(days) * MOST // 100) - 1
    return min(zip(days, days[held:], strict=False), key=lambda ends: ends[1] - ends[0])


def _lane(row: Row, first: date, last: date) -> Lane:
    seen = day_of(row.claim.first_seen)
    reported = _place(seen, first, last, 0.5) if seen else None
    beyond = (seen > last) - (seen < first) if seen else 0
    bars = _lined([_bar(given, first, last) for given in row.shown])
    return Lane(row, tuple(bars), reported, beyond)


def _lined(bars: Iterable[Bar]) -> Iterator[Bar]:
    """Each bar on the first line where it stands clear of the last one there."""
    ends: list[float] = []
    for bar in sorted(bars, key=lambda bar: bar.start):
        line = next((n for n, end in enumerate(ends) if bar.start >= end + CLEAR), len(ends))
        ends[line : line + 1] = [bar.end]
        yield replace(bar, line=line)


def _bar(given: Given, first: date, last: date) -> Bar:
    """Where a day is not said, the bar is as short as the day that is."""
    start, end = given.first or given.last or first, given.last or given.first or last
    return Bar(
        given,
        _place(start, first, last, 0),
        _place(end, first, last, 1),
        start < first or (given.first is None and start <= last),
        end > last or (given.last is None and end >= first),
    )


def _outside(given: Given, first: date, last: date) -> bool:
    days = [day for day in (given.first, given.last) if day]
    return min(days) < first or max(days) > last


def _place(day: date, first: date, last: date, part: float) -> float:
    """Where ``part`` of a day stands between ``first`` and the end of ``last``, in percent."""
    whole = (last - first).days + 1
    return round(100 * min(max((day - first).days + part, 0), whole) / whole, 2)


def _ticks(first: date, last: date) -> Iterable[tuple[float, str]]:
    whole = (last - first).days
    few = range(0, whole + 1, max(1, -(-whole // TICKS)))
    for off in few if whole < FEW else (n * whole // TICKS for n in range(TICKS + 1)):
        day = first + timedelta(off)
        yield _place(day, first, last, 0.5), dates.day(day.isoformat())
