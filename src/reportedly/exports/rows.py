"""Rows of CSV (RFC 4180) that a spreadsheet shows and does not work out."""

import csv
import io
from collections.abc import Iterable

from reportedly.visible import plain

_FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet takes for a formula, or for a part of one."""


def row(cells: Iterable[str | float]) -> bytes:
    """One row in UTF-8; words that would be a formula have an apostrophe before them.

    Numbers are the program's own, and stand as they are.
    """
    written = io.StringIO()
    csv.writer(written).writerow([harmless(c) if isinstance(c, str) else c for c in cells])
    return written.getvalue().encode()


def harmless(text: str) -> str:
    """``text``, unable to be a formula (OWASP, CSV injection); hidden characters by code point."""
    shown = plain(text)
    return f"'{shown}" if shown.lstrip(" ").startswith(_FORMULA) else shown
