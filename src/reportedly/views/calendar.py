"""The days of a timeline as places along one axis, from 0 to 100."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from . import dates
from .timeline import Given, Row

LEAST = 6
"""Days that an axis spans at least."""
MOST = 75
"""Percent of all days that the axis is made for."""
TICKS = 4
"""Steps of the axis at most, each a whole number of days."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The days of one time: ``start`` and ``end`` in percent of the axis.

    ``before`` and ``after``: it goes on there, because no day is said or none is drawn.
    """

    given: Given
    start: float
    end: float
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One row with its bars, and where on the axis it was first reported (None: undated)."""

    row: Row
    bars: tuple[Bar, ...]
    reported: float | None


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
    first, last = _window(sorted(_days(held)))
    lanes = tuple(_lane(row, first, last) for row in held)
    clipped = sum(_beyond(bar.given, first, last) for lane in lanes for bar in lane.bars)
    return Calendar(lanes, tuple(_ticks(first, last)), clipped)


def _days(rows: Iterable[Row]) -> Iterable[date]:
    for row in rows:
        seen = dates.calendar(row.claim.first_seen)
        said = (day for given in row.shown for day in (given.first, given.last))
        yield from (day for day in (seen, *said) if day)


def _window(days: list[date]) -> tuple[date, date]:
    """The shortest stretch that holds most days, and what lies no further off than it is long."""
    if not days:
        return date.min, date.min + timedelta(LEAST)
    held = -(-len(days) * MOST // 100) - 1
    low, high = min(zip(days, days[held:], strict=False), key=lambda ends: ends[1] - ends[0])
    reach = max((high - low).days, LEAST)
    near = [d for d in days if (low - d).days <= reach and (d - high).days <= reach]
    first, last = near[0].toordinal(), near[-1].toordinal()
    first -= max(0, LEAST - (last - first)) // 2
    first = min(max(first, date.min.toordinal()), date.max.toordinal() - LEAST)
    return date.fromordinal(first), date.fromordinal(max(last, first + LEAST))


def _lane(row: Row, first: date, last: date) -> Lane:
    seen = dates.calendar(row.claim.first_seen)
    reported = _place(seen, first, last, 0.5) if seen else None
    return Lane(row, tuple(_bar(given, first, last) for given in row.shown), reported)


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


def _beyond(given: Given, first: date, last: date) -> bool:
    days = [day for day in (given.first, given.last) if day]
    return min(days) < first or max(days) > last


def _place(day: date, first: date, last: date, part: float) -> float:
    """Where ``part`` of a day stands between ``first`` and the end of ``last``, in percent."""
    whole = (last - first).days + 1
    return round(100 * min(max((day - first).days + part, 0), whole) / whole, 2)


def _ticks(first: date, last: date) -> Iterable[tuple[float, str]]:
    whole = (last - first).days
    for off in range(0, whole + 1, max(1, -(-whole // TICKS))):
        day = first + timedelta(off)
        yield _place(day, first, last, 0.5), dates.day(day.isoformat())
