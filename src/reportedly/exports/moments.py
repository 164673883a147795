"""Dates of a ledger as moments in UTC, for formats that have no other kind of date.

No clock is read: what nobody dated stands at :data:`UNKNOWN`.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from reportedly.model import Case

UNKNOWN = "1970-01-01T00:00:00.000Z"
"""What stands where a format asks for a moment that nobody states."""


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
