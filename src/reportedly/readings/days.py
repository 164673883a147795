"""Days of the calendar: weeks, months, seasons, decades as their first and last day."""

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date | None, date | None]
NOWHERE: Days = (None, None)
"""Words of time whose days cannot be known."""

_FIRST, _LAST = 1, 9999


def around(unit: str, day: date) -> Days:
    """The whole day, week (Monday to Sunday), month, quarter, year or decade that holds ``day``."""
    if unit == "week":
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=6)
    if unit == "month":
        return month(day.year, day.month)
    if unit == "quarter":
        start = day.month - (day.month - 1) % 3
        return month(day.year, start)[0], month(day.year, start + 2)[1]
    if unit == "decade":
        return year(day.year // 10 * 10)[0], year(day.year // 10 * 10 + 9)[1]
    return year(day.year) if unit == "year" else (day, day)


def shifted(unit: str, day: date, step: int) -> date | None:
    """``day`` moved by ``step`` units, cut to the month's end; None outside the calendar."""
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    try:
        if days:
            return day + timedelta(days=days * step)
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit] * step
        number, index = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(number, index + 1, min(day.day, monthrange(number, index + 1)[1]))
    except (ValueError, OverflowError):
        return None


def single(number: int, index: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(number, index, day)
    except ValueError:
        return None


def nearest(index: int, day: int, anchor: date) -> date | None:
    """The day of a month without a year: the nearest, at most 180 days ahead."""
    years = (single(anchor.year + step, index, day) for step in (-1, 0, 1) if _known(anchor, step))
    near = [d for d in years if d is not None and (d - anchor).days <= 180]
    return min(near, key=lambda d: abs((d - anchor).days), default=None)


def _known(anchor: date, step: int) -> bool:
    return _FIRST <= anchor.year + step <= _LAST


def month(number: int, index: int) -> tuple[date, date]:
    """The whole month."""
    return date(number, index, 1), date(number, index, monthrange(number, index)[1])


def year(number: int) -> tuple[date, date]:
    """The whole year."""
    return date(number, 1, 1), date(number, 12, 31)


def third(days: Days, part: str) -> Days:
    """The early (1-10), mid (11-20) or late (from 21) part of a month."""
    first, last = days
    if first is None or not part:
        return days
    if part == "early":
        return first, first.replace(day=10)
    if part == "mid":
        return first.replace(day=11), first.replace(day=20)
    return first.replace(day=21), last


def latest(weekday: int, anchor: date) -> date:
    """The latest such day (1 is Monday) up to ``anchor``."""
    return anchor - timedelta(days=(anchor.isoweekday() - weekday) % 7)


def coming(weekday: int, anchor: date) -> date:
    """The first such day on ``anchor`` or after it."""
    return anchor + timedelta(days=(weekday - anchor.isoweekday()) % 7)


def season(number: int, begins: int) -> Days:
    """Three whole months from the one in which a meteorological season begins."""
    end = shifted("month", date(number, begins, 1), 2)
    return (date(number, begins, 1), month(end.year, end.month)[1]) if end else NOWHERE


def season_near(begins: int, anchor: date, which: str) -> Days:
    """The latest season of that name begun; "last" before the one that holds ``anchor``.

    "this summer" of a year in which it is still to come is that one, "next" the first after.
    """
    years = (anchor.year + step for step in (-2, -1, 0, 1) if _known(anchor, step))
    started = [season(number, begins) for number in years]
    current = date(anchor.year, anchor.month, 1)
    now = shifted("month", current, -(anchor.month % 3)) or current
    before = [s for s in started if s[0] is not None and s[0] < now]
    begun = [s for s in started if s[0] is not None and s[0] <= anchor]
    if which == "last":
        return before[-1] if before else NOWHERE
    if which == "next":
        return next((s for s in started if s[0] is not None and s[0] > anchor), NOWHERE)
    if which == "this":
        return season(anchor.year, begins) if begins != 12 or anchor.month > 8 else begun[-1]
    return begun[-1] if begun else NOWHERE
