"""Dates as pages and tables write them → ISO 8601; what has two readings is None."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_CLOCK = r"(?:,?(?: at| [-–|])? \d{1,2}[:.]\d\d.{0,30})?"
_WRITTEN = tuple(
    re.compile(_WEEKDAY + form + _CLOCK, re.IGNORECASE)
    for form in (f"{_DAY} {_MONTH},? {_YEAR}", f"{_MONTH} {_DAY},? {_YEAR}")
)
_MAIL = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d(?::\d\d)?(?: \S+)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_STAMP = re.compile(r"\d{14}")


def iso(stated: str | None) -> str | None:
    """``stated`` as an ISO 8601 date or date-time, or None where it is not clearly a date.

    A time with a zone is turned into UTC ("…Z"), so that strings sort as moments do; a time
    without one stays without. ``03/04/2025`` has two readings and gives None; so does a year
    outside 1700–2200, which is a filler.
    """
    text = " ".join((stated or "").split())
    if not text or len(text) > 80:
        return None
    for parse in _PARSERS:
        try:
            found = parse(text)
        except (ValueError, TypeError, OverflowError):
            continue
        if found and 1700 <= found.year <= 2200:
            return _show(found)
    return None


def _show(found: date | datetime) -> str:
    if not isinstance(found, datetime):
        return found.isoformat()
    if found.tzinfo is None:
        return found.isoformat(timespec="seconds")
    return found.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _stamp(text: str) -> datetime | None:
    return datetime.strptime(text, "%Y%m%d%H%M%S") if _STAMP.fullmatch(text) else None


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _mail(text: str) -> datetime | None:
    return parsedate_to_datetime(text) if _MAIL.fullmatch(text) else None


def _written(text: str) -> date | None:
    for form in _WRITTEN:
        if found := form.fullmatch(text):
            month = _MONTHS.index(found["month"][:3].lower()) + 1
            return date(int(found["year"]), month, int(found["day"]))
    return None


def _year_first(text: str) -> date | None:
    found = _YEAR_FIRST.fullmatch(text)
    return date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _dotted(text: str) -> date | None:
    found = _DOTTED.fullmatch(text)
    return date(int(found[3]), int(found[2]), int(found[1])) if found else None


def _slashed(text: str) -> date | None:
    found = _SLASHED.fullmatch(text)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    if first > 12 or first == second:
        return date(year, second, first)
    return date(year, first, second) if second > 12 else None


_PARSERS: tuple[Callable[[str], date | datetime | None], ...] = (
    _stamp,
    _day,
    _moment,
    _mail,
    _written,
    _year_first,
    _dotted,
    _slashed,
)
