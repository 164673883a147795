"""Rows of CSV (RFC 4180) that a spreadsheet shows and does not work out."""

import csv
import io
from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet takes for a formula, or for a part of one."""


def row(cells: Iterable[str | float]) -> bytes:
    """One row in UTF-8; words that would be a formula have an apostrophe before them.

    Numbers are the program's own, and stand as they are.
    """
    written = io.StringIO()
    csv.writer(written).writerow([harmless(c) if isinstance(c, str) else c for c in cells])
    return written.getvalue().encode("utf-8", "backslashreplace")


def harmless(text: str) -> str:
    """``text``, unable to be a formula (OWASP, CSV injection); U+0000 is left out."""
    plain = text.replace("\0", "")
    return f"'{plain}" if plain.lstrip(" ").startswith(_FORMULA) else plain
