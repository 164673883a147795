"""When an address is asked for once more, and after how long."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

BUSY = frozenset({429, 502, 503, 504})
"""Answers that say that another time would do."""


def after(headers: Mapping[str, str]) -> float | None:
    """The seconds that ``Retry-After`` asks to wait; None where it does not, or nobody can tell."""
    stated = headers.get("retry-after", "").strip()
    if stated.isascii() and stated.isdigit():
        return float(stated[:10])
    try:
        when = parsedate_to_datetime(stated)
    except (ValueError, TypeError, IndexError):
        return None
    wait = when.replace(tzinfo=when.tzinfo or UTC) - datetime.now(UTC)
    return max(0.0, wait.total_seconds())


def pause(number: int) -> float:
    """The seconds to wait after failure ``number`` (from 0) where a server asks for none."""
    return float(2 << number)
