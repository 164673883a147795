"""CSV and TSV: a header with named columns, then one report a row."""

import codecs
import csv
import re
from collections.abc import Iterator
from dataclasses import replace

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from . import table
from .decode import decode
from .raw import Fields, Raw
from .record import keep
from .sources import printable

_DELIMITERS = (",", "\t", ";")
_LONGEST_CELL = 10_000_000
_LONGEST_HEADER = 10_000
"""Characters of a header, which is kept with every row."""


def is_header(line: bytes) -> bool:
    """Whether ``line`` names a text column and at least one other that is known."""
    found = table.places(_cells(line.decode("utf-8", "replace")))
    return "text" in found and len(found) > 1


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """One report a row, named after the line it starts on; it is kept under the header.

    A row that is broken or has more cells than the header is skipped and the next one read.
    """
    lines = _Lines(decode(raw))
    first = lines.first()
    if len(first) > _LONGEST_HEADER:
        raise SourceError(raw.name, f"its header is longer than {_LONGEST_HEADER:,} characters")
    header = _cells(first)
    places = table.places(header)
    if "text" not in places:
        reason = (
            table.lacking(header) if any(header) else "the table has no header that could be read"
        )
        yield Skipped(raw.name, reason)
        return
    csv.field_size_limit(_LONGEST_CELL)
    # Strict, so that an open quote is an error and not the end of all rows after it.
    rows = csv.reader(lines, delimiter=_delimiter(lines.header), strict=True)
    while True:
        name = f"{raw.name}:{lines.at + 1}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            lines.taken()
            reason = printable(str(error).replace("\t", "tab"))
            yield Skipped(name, f"the row is broken: {reason}")
            continue
        written = lines.taken()
        if len(row) > len(header):
            counts = f"{len(row)} cells under {len(header)} columns"
            yield Skipped(name, f"the row is broken: it has {counts}")
        elif any(row):
            found = table.fields(dict(zip(header, row, strict=False)), places)
            yield _kept(replace(raw, name=name), lines.header + written, found)


def _kept(raw: Raw, written: str, found: Fields) -> Kept | Skipped:
    """The report of a row with what was ``written`` of it and of the header."""
    # Marked as UTF-8, so that nothing is guessed where it is read again.
    data = codecs.BOM_UTF8 + written.encode("utf-8", "surrogatepass")
    held = replace(raw, data=data, charset=None)
    try:
        decode(held)
    except SourceError as error:
        return Skipped(error.source, error.reason)
    return keep(held, replace(found, among=True))


class _Lines:
    """Lines of a text that remember which were taken since the last row."""

    def __init__(self, text: str) -> None:
        self._lines: list[str] = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
        self.at = 0
        self._row = 0
        self.header = ""

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self.at >= len(self._lines):
            raise StopIteration
        self.at += 1
        return self._lines[self.at - 1]

    def first(self) -> str:
        """The header line, taken."""
        self.header = next(self, "")
        self._row = self.at
        return self.header.rstrip("\r\n")

    def taken(self) -> str:
        """What the last row was written as."""
        row = "".join(self._lines[self._row : self.at])
        self._row = self.at
        return row


def _cells(header: str) -> list[str]:
    try:
        found = next(csv.reader([header], delimiter=_delimiter(header)), [])
    except csv.Error:
        return []
    return [cell.strip() for cell in found]


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)
