"""Plain text: kept as written; the first line is the title only where it looks like one."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from reportedly.model import Kept, Skipped

from .decode import decode
from .raw import Fields, Raw
from .record import keep

_TITLE = re.compile(r"\s*([^\r\n]{1,150}[^\r\n.!?…:;,\-–—\"”’)\]])\r?\n[ \t]*\r?\n\s*(?=\S)")
_WIDEST = 110


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """One file, one report; its text is the file's, so offsets hold in the file.

    The first line is the title where it is at most 150 characters long, ends without
    punctuation, and a blank line and more text follow; it stays in the text.
    """
    yield keep(raw, fields(raw))


def fields(raw: Raw) -> Fields:
    """The text and its title, if it has one."""
    text = decode(raw)
    found = _TITLE.match(text)
    return Fields(unwrap(text), title=found[1] if found else None)


def unwrap(text: str) -> str:
    """``text`` with the line breaks of a fixed column turned into spaces, one for one.

    A block of lines counts as set to a column when no line is wider than 110 characters and
    the first word of each line would not have fitted on the line before it.
    """
    blocks = groupby(text.split("\n"), key=lambda line: bool(line.strip()))
    return "\n".join(_joined(list(lines)) if said else "\n".join(lines) for said, lines in blocks)


def _joined(lines: list[str]) -> str:
    width = max(len(line) for line in lines)
    if not 40 <= width <= _WIDEST:
        return "\n".join(lines)
    full = all(len(a) + 1 + len(b.split()[0]) > width for a, b in pairwise(lines))
    return (" " if full else "\n").join(lines)
