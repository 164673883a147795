"""When: words of time as intervals of days, measured from the day of publication.

An end that the words do not give is None; without a day of publication only full dates have
days. The shapes follow TimeML's DATE values, cut down to what news prints.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from reportedly import lexicons
from reportedly.model import Interval, Span

Days = tuple[date | None, date | None]
_Reader = Callable[[re.Match[str], date | None], Days | None]
_NOWHERE: Days = (None, None)


def interval(text: str, within: Span, published: str | None) -> Interval | None:
    """The first words of time inside ``within``, as an interval, or None where there are none."""
    anchor = _day(published)
    part = text[within.start : within.end]
    for pattern, reader in _readers():
        for match in pattern.finditer(part):
            days = reader(match, anchor)
            if days is not None:
                span = Span(within.start + match.start(), within.start + match.end())
                return _open(part[: match.start()], span, days)
    return None


def _open(before: str, span: Span, days: Days) -> Interval:
    """Leave an end open where "since", "before" and their like stand before the words."""
    first, last = days
    if re.search(r"\b(?:since|after|from|starting)\s+(?:the\s+)?$", before, re.I):
        last = None
    elif re.search(r"\b(?:until|till|before|by)\s+(?:the\s+)?$", before, re.I):
        first = None
    return Interval(span, first and first.isoformat(), last and last.isoformat())  # type: ignore[arg-type]


@cache
def _readers() -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    month = _any("months") + r"\b\.?"
    day = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
    year = r"(?P<year>(?:19|20)\d\d)"
    shapes: tuple[tuple[str, _Reader], ...] = (
        (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", _full),
        (rf"(?P<month>{month}) {day}(?:,? {year})?", _full),
        (rf"{day}(?: of)? (?P<month>{month})(?:,? {year})?", _full),
        (rf"(?P<month>{month}),? {year}", _month),
        (rf"(?:(?P<which>last|this|next|on|early|late) )?(?P<weekday>{_any('weekdays')})",
         _weekday),
        (rf"(?P<n>\d+|{_any('numbers')}) (?P<unit>day|week|month|year)s? (?:ago|earlier)", _ago),
        (r"(?P<part>earlier|later) (?:in )?(?P<which>this|the|last|next) "
         r"(?P<unit>week|month|year)", _part),
        (r"(?P<which>this|last|past|previous|next|coming) (?P<unit>week|month|year)", _unit),
        (r"(?:in|over|during) (?:the )?(?:recent|past|last)(?: few)? (?:day|week|month|year)s",
         _recent),
        (rf"(?P<word>{_any('days')})", _near),
        (rf"in (?:early |late |mid-)?(?P<month>{month})", _month),
        (rf"(?:in|since|during|of) (?:early |late |mid-)?{year}", _year),
    )  # fmt: skip
    return tuple((re.compile(rf"\b{shape}\b", re.I), reader) for shape, reader in shapes)


def _full(match: re.Match[str], anchor: date | None) -> Days | None:
    month = _month_number(match["month"])
    if match["year"]:
        return _single(int(match["year"]), month, int(match["day"]))
    if anchor is None:
        return _NOWHERE
    days = _single(anchor.year, month, int(match["day"]))
    if days and days[0] and days[0] > anchor + timedelta(days=180):
        return _single(anchor.year - 1, month, int(match["day"]))
    return days


def _month(match: re.Match[str], anchor: date | None) -> Days | None:
    month, year = _month_number(match["month"]), match.groupdict().get("year")
    if year is None and anchor is None:
        return _NOWHERE
    number = int(year) if year else _year_of(month, anchor)  # type: ignore[arg-type]
    return _whole(number, month)


def _weekday(match: re.Match[str], anchor: date | None) -> Days:
    if anchor is None:
        return _NOWHERE
    ahead = (match["which"] or "").lower() == "next"
    wanted = _table("weekdays")[match["weekday"].lower()]
    back = (anchor.isoweekday() - wanted) % 7
    if (match["which"] or "").lower() == "last" and back == 0:
        back = 7
    day = anchor + timedelta(days=7 - back) if ahead else anchor - timedelta(days=back)
    return day, day


def _near(match: re.Match[str], anchor: date | None) -> Days:
    if anchor is None:
        return _NOWHERE
    day = anchor + timedelta(days=_table("days")[match["word"].lower()])
    return (day - timedelta(days=1) if match["word"].lower() == "overnight" else day), day


def _ago(match: re.Match[str], anchor: date | None) -> Days:
    if anchor is None:
        return _NOWHERE
    number = match["n"].lower()
    count = int(number) if number.isdigit() else _table("numbers")[number]
    unit = match["unit"].lower()
    if unit in {"day", "week"}:
        day = anchor - timedelta(days=count * (7 if unit == "week" else 1))
        return (day, day) if unit == "day" else _around("week", day)
    months = anchor.year * 12 + anchor.month - 1 - count * (12 if unit == "year" else 1)
    if months < 12:
        return _NOWHERE
    return _around(unit, date(months // 12, months % 12 + 1, 1))


def _unit(match: re.Match[str], anchor: date | None) -> Days:
    if anchor is None:
        return _NOWHERE
    step = {"this": 0, "next": 1, "coming": 1}.get(match["which"].lower(), -1)
    return _shifted(match["unit"].lower(), anchor, step)


def _part(match: re.Match[str], anchor: date | None) -> Days:
    if anchor is None:
        return _NOWHERE
    step = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    first, last = _shifted(match["unit"].lower(), anchor, step)
    if step:
        return first, last
    return (first, anchor) if match["part"].lower() == "earlier" else (anchor, last)


def _recent(_: re.Match[str], anchor: date | None) -> Days:
    return (None, anchor) if anchor else _NOWHERE


def _year(match: re.Match[str], _: date | None) -> Days:
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31)


def _shifted(unit: str, anchor: date, step: int) -> Days:
    if unit == "week":
        return _around("week", anchor + timedelta(days=7 * step))
    months = anchor.year * 12 + anchor.month - 1 + step * (12 if unit == "year" else 1)
    return _around(unit, date(months // 12, months % 12 + 1, 1))


def _around(unit: str, day: date) -> Days:
    if unit == "week":
        first = day - timedelta(days=day.isoweekday() - 1)
        return first, first + timedelta(days=6)
    if unit == "month":
        return _whole(day.year, day.month)
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _whole(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _single(year: int, month: int, day: int) -> Days | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def _year_of(month: int, anchor: date) -> int:
    return anchor.year if month <= anchor.month else anchor.year - 1


def _month_number(word: str) -> int:
    return int(word) if word.isdigit() else _table("months")[word.lower().rstrip(".")]


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


@cache
def _table(name: str) -> dict[str, int]:
    return {k: v for k, v in lexicons.load("times")[name].items() if isinstance(v, int)}


def _any(name: str) -> str:
    return "(?:" + "|".join(sorted(_table(name), key=lambda w: (-len(w), w))) + ")"
