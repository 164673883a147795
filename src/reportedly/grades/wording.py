"""Small pieces of the sentences in which a grade is told."""

from collections.abc import Iterable
from datetime import date

from babel.dates import format_date

from reportedly.lexicons import load
from reportedly.model import SourceKind

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def kind(of: SourceKind, count: int) -> str:
    """What a source of this kind is called, one of them or several."""
    forms: list[str] = load("grades")["bodies"][of]
    return forms[0] if count == 1 else forms[1]


def number(count: int) -> str:
    """A number in words up to ten."""
    return _SMALL[count] if count < len(_SMALL) else str(count)


def listed(parts: Iterable[str]) -> str:
    """``a, b and c``."""
    held = list(parts)
    return " and ".join([", ".join(held[:-1]), held[-1]]) if len(held) > 1 else "".join(held)


def day(of: date) -> str:
    """``3 March 2031``."""
    return format_date(of, "d MMMM y", locale="en")


def times(count: int, one: str, many: str) -> str:
    """``1 outlet``, ``2 outlets``."""
    return f"{count} {one if count == 1 else many}"
