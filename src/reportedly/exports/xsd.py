"""Dates of reports as XML Schema writes them."""

import re
from datetime import date, datetime, timedelta

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(rf"{_DAY.pattern}T\d\d:\d\d(:\d\d(\.\d{{1,6}})?)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_FARTHEST = timedelta(hours=14)
"""XML Schema knows no zone that is farther from UTC."""


def moment(stated: str | None) -> str | None:
    """``xsd:dateTime``, where ``stated`` tells the time of day; else None."""
    found = _read(stated, _MOMENT, datetime)
    return found and found.replace("+00:00", "Z")


def when(stated: str | None) -> str | None:
    """The moment, or the day where no time is told; None for what is neither."""
    return moment(stated) or _read(stated, _DAY, date)


def _read(stated: str | None, form: re.Pattern[str], kind: type[date]) -> str | None:
    if not stated or not form.fullmatch(stated):
        return None
    try:
        found = kind.fromisoformat(stated)
    except ValueError:
        return None
    zone = found.utcoffset() if isinstance(found, datetime) else None
    return None if zone and abs(zone) > _FARTHEST else found.isoformat()
