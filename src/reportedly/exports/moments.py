"""Dates of a ledger as other formats write them: as moments in UTC, or as XML Schema does.

No clock is read: what nobody dated stands at :data:`UNKNOWN` where a date has to stand.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from reportedly.model import Case

UNKNOWN = "1970-01-01T00:00:00.000Z"
"""What stands where a format asks for a moment that nobody states."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(rf"{_DAY.pattern}T\d\d:\d\d(:\d\d(\.\d{{1,6}})?)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_FARTHEST = timedelta(hours=14)
"""XML Schema knows no zone that is farther from UTC."""


def moment(stated: str | None) -> str | None:
    """An ISO 8601 date to the millisecond; None where it is none.

    A day is its beginning in UTC, and so is a time without a zone, since the hour is not known.
    """
    try:
        found = datetime.fromisoformat(stated or "")
        if found.tzinfo is None:
            found = datetime.combine(found, time.min, UTC)
        return found.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except (ValueError, OverflowError):
        return None


def timed(stated: str | None) -> str | None:
    """``xsd:dateTime`` as it is stated, where that tells the time of day; else None."""
    found = _read(stated, _MOMENT, datetime)
    return found and found.replace("+00:00", "Z")


def when(stated: str | None) -> str | None:
    """The moment, or the day where no time is told; None for what is neither."""
    return timed(stated) or _read(stated, _DAY, date)


def _read(stated: str | None, form: re.Pattern[str], kind: type[date]) -> str | None:
    if not stated or not form.fullmatch(stated):
        return None
    try:
        found = kind.fromisoformat(stated)
    except ValueError:
        return None
    zone = found.utcoffset() if isinstance(found, datetime) else None
    return None if zone and abs(zone) > _FARTHEST else found.isoformat()


def latest(case: Case) -> str:
    """The latest moment in a ledger: of a report, of a change to one, of a ruling.

    Whatever is made of all of a ledger was last changed then, at the latest.
    """
    return max((one for one in map(moment, _stated(case)) if one), default=UNKNOWN)


def _stated(case: Case) -> Iterator[str | None]:
    for document in case.documents:
        yield document.published
        yield document.updated
    yield from (logged.ruling.recorded for logged in case.rulings)
