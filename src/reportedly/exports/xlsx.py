"""The tables as a workbook for spreadsheets (Office Open XML), a sheet a table.

Written by openpyxl row by row into a temporary file, then packed again without a moment, so that
the same ledger gives the same bytes. Excel's limits: 32,767 characters a cell (UTF-16 code units),
1,048,576 rows a sheet, 2,079 characters an address that can be clicked.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain, count
from tempfile import TemporaryFile
from typing import IO, Any
from urllib.parse import urlsplit

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.xml.constants import ARC_CORE
from openpyxl.xml.functions import tostring

from reportedly.model import Case
from reportedly.shelf import Shelf

from .csv import cell
from .holdings import Copy
from .packed import Member, packed
from .rows import harmless
from .tables import NOTES, TABLES, Column, Kind, Row, Table, Value

MOST_CHARACTERS = 32_767
MOST_ROWS = 1_048_576
MOST_LINKS = 2_000
"""Addresses of a sheet that can be clicked: openpyxl holds ten kilobytes for each."""
LONGEST_ADDRESS = 2_079

_Unstated = Any
"""A sheet or a cell: openpyxl states no types."""

_WIDTHS: dict[Kind, int] = {
    "id": 18, "short": 11, "text": 22, "words": 52, "kept": 52, "address": 36, "whole": 9,
    "number": 9, "yes": 9, "many": 18,
}  # fmt: skip
_SEVERAL_LINES: frozenset[Kind] = frozenset({"text", "words", "address", "kept", "many"})
_FIGURES: frozenset[Kind] = frozenset({"whole", "number", "yes"})
_FILTER = 4
"""Characters that the button of a filter takes of a heading."""
_HEIGHT = 45
"""Of a row, in points: three lines."""
_A3 = 8
"""The number of that size of paper in a workbook."""
_SHADE = PatternFill("solid", fgColor="E7E6E6")
_ABOUT = (
    "A cell that would begin with = + - @ or a tab has an apostrophe before it, so that no "
    "spreadsheet takes it for a formula.",
    f"A cell holds {MOST_CHARACTERS:,} characters at most: a longer text says that it is cut. A "
    f"sheet holds {MOST_ROWS:,} rows: a longer table goes on in the next one.",
)
_PIECE = 1 << 16
_UNKNOWN = datetime(1980, 1, 1)  # without a zone, as a workbook's are
"""What stands where a workbook must state a moment: the first that its ZIP archive can state."""

# Office reads _x202E_ in a text as the character with that number (ECMA-376, ST_Xstring).
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_WEB = re.compile(r"https?://[!#-;=?-Z\[\]_a-z~%]+")


def xlsx(case: Case, copy: Copy) -> Iterator[bytes]:
    """The workbook; the kept copies are not asked for."""
    del copy
    shelf = Shelf(case)
    book = Workbook(write_only=True)
    book.properties.creator, book.properties.created = "reportedly", _UNKNOWN
    for table in TABLES:
        _Sheets(book, table).write(table.rows(shelf))
    _described(book)
    with TemporaryFile() as file:
        book.save(file)
        book.properties.modified = _UNKNOWN
        yield from packed(_members(file, tostring(book.properties.to_tree())))


def _members(file: IO[bytes], about: bytes) -> Iterator[Member]:
    """The files of a workbook, without the moment at which it was written."""
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            yield name, [about] if name == ARC_CORE else _pieces(archive, name)


def _pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with archive.open(name) as member:
        while piece := member.read(_PIECE):
            yield piece


def fitted(text: str) -> str:
    """A text as a cell can hold it; one that is too long says how long the whole of it is."""
    shown = _ESCAPE.sub("_x005F_", harmless(text))
    units = shown.encode("utf-16-le")
    if len(units) <= 2 * MOST_CHARACTERS:
        return shown
    said = f"[cut: all {len(text):,} characters are in --to csv] "
    return said + units[: 2 * (MOST_CHARACTERS - len(said))].decode("utf-16-le", "ignore")


class _Sheets:
    """The sheet of one table, and where it has more rows than one holds, the next ones."""

    def __init__(self, book: Workbook, table: Table) -> None:
        self._book, self._table = book, table
        self._titles = chain([table.name], (f"{table.name} {n}" for n in count(2)))
        self._open()

    def _open(self) -> None:
        columns = self._table.columns
        self._sheet = _sheet(self._book, next(self._titles), [_width(c) for c in columns])
        self._sheet.append(_head(self._sheet, [c.name for c in columns]))
        self._cells = [_blank(self._sheet, c.kind) for c in columns]
        self._links = {n: _link(self._sheet) for n, c in enumerate(columns) if c.kind == "address"}
        self._rows, self._linked = 1, 0

    def _close(self) -> None:
        letter = get_column_letter(len(self._table.columns))
        self._sheet.auto_filter.ref = f"A1:{letter}{self._rows}"
        self._sheet.close()

    def write(self, rows: Iterable[Row]) -> None:
        for values in rows:
            if self._rows == MOST_ROWS:
                self._close()
                self._open()
            self._rows += 1
            self._sheet.append([self._filled(n, value) for n, value in enumerate(values)])
        self._close()

    def _filled(self, number: int, value: Value) -> _Unstated | None:
        """The cell of a column, used again for each row, as openpyxl writes it at once."""
        shown = cell(value)
        if shown == "":
            return None
        clickable = number in self._links and _clickable(value) and self._linked < MOST_LINKS
        at = (self._links if clickable else self._cells)[number]
        at.value = fitted(shown) if isinstance(shown, str) else shown
        if at.data_type == "e":  # words that read as an error of Excel's are words
            at.data_type = "s"
        if clickable:
            self._linked += 1
            at.hyperlink = str(value)
        return at


def _clickable(value: Value) -> bool:
    """Whether it is an address of the web and nothing else; any other stays text."""
    if not isinstance(value, str) or len(value) > LONGEST_ADDRESS or not _WEB.fullmatch(value):
        return False
    try:
        return bool(urlsplit(value).hostname)
    except ValueError:
        return False


def _width(column: Column) -> int:
    return max(_WIDTHS[column.kind], len(column.name) + _FILTER)


class _Heights(dict[int, dict[str, str]]):
    """What openpyxl asks for the height of a row: one for all but the first, and none is kept."""

    def get(self, row: int, default: _Unstated = None) -> _Unstated:
        return default if row == 1 else {"ht": str(_HEIGHT), "customHeight": "1"}


def _sheet(book: Workbook, title: str, widths: Iterable[int]) -> _Unstated:
    """An empty sheet whose first row stays; a row is as high as three lines."""
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    sheet.row_dimensions = _Heights()
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    # Printed, a row is one row: all columns on one page, as many pages as there are rows for.
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A3
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    sheet.print_title_rows, sheet.print_options.gridLines = "1:1", True
    return sheet


def _head(sheet: _Unstated, names: Iterable[str]) -> list[_Unstated]:
    cells = [WriteOnlyCell(sheet, name) for name in names]
    for at in cells:
        at.font, at.fill, at.alignment = Font(bold=True), _SHADE, Alignment(vertical="center")
    return cells


def _blank(sheet: _Unstated, kind: Kind) -> _Unstated:
    at = WriteOnlyCell(sheet)
    at.alignment = Alignment(
        wrap_text=kind in _SEVERAL_LINES,
        vertical="top",
        horizontal="center" if kind in _FIGURES else "left",
    )
    return at


def _link(sheet: _Unstated) -> _Unstated:
    at = _blank(sheet, "address")
    at.font = Font(color="0563C1", underline="single")
    return at


def _described(book: Workbook) -> None:
    """The last sheet: what a reader must know, and what each column holds."""
    sheet = _sheet(book, "about", (18, 22, 110, 18))
    sheet.append(_head(sheet, ("sheet", "column", "what it holds", "of which sheet")))
    cells = [_blank(sheet, "words") for _ in range(4)]
    for told in _lines():
        for at, value in zip(cells, told, strict=True):
            at.value = value
        sheet.append(cells)
    sheet.close()


def _lines() -> Iterator[tuple[str | None, ...]]:
    for note in (*_ABOUT, *NOTES):
        yield None, None, note, None
    for table in TABLES:
        yield table.name, None, table.about, None
        for column in table.columns:
            yield table.name, column.name, column.about, column.of
