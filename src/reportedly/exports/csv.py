"""The tables as CSV (RFC 4180, UTF-8) in one ZIP archive, with what their columns hold."""

from collections.abc import Iterator
from textwrap import fill

from reportedly.model import Case
from reportedly.shelf import Shelf

from .holdings import Copy
from .packed import packed
from .rows import row
from .tables import NOTES, TABLES, Table, Value

README = "README.txt"
_WIDTH = 100
_ABOUT = (
    "Each file is a table: UTF-8, one header row, cells that hold line breaks in quotation marks.",
    "A column that ends in (→ table) holds an id of that table; where there may be several, spaces "
    "part them.",
    "A cell that would begin with = + - @ or a tab has an apostrophe before it, so that no "
    "spreadsheet takes it for a formula.",
)


def csv(case: Case, copy: Copy) -> Iterator[bytes]:
    """The archive: ``README.txt``, then a file a table; kept copies are not asked for."""
    del copy
    shelf = Shelf(case)
    tables = ((f"{table.name}.csv", _rows(table, shelf)) for table in TABLES)
    yield from packed([(README, _readme()), *tables])


def _rows(table: Table, shelf: Shelf) -> Iterator[bytes]:
    yield row(column.name for column in table.columns)
    for values in table.rows(shelf):
        yield row(cell(value) for value in values)


def cell(value: Value) -> str | float:
    """A value as a spreadsheet has it: ids parted by spaces, yes or no, whole numbers whole."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case tuple():
            return " ".join(value)
        case float():
            return int(value) if value.is_integer() else value
    return value


def _readme() -> Iterator[bytes]:
    for part in (*_ABOUT, *NOTES):
        yield f"{fill(part, _WIDTH)}\n\n".encode()
    for table in TABLES:
        yield f"{table.name}.csv\n{fill(table.about, _WIDTH)}\n\n".encode()
        for column in table.columns:
            to = f" (→ {column.of})" if column.of else ""
            told = fill(
                f"{column.name:<20}{column.about}{to}", _WIDTH,
                initial_indent="  ", subsequent_indent=" " * 22,
            )  # fmt: skip
            yield f"{told}\n".encode()
        yield b"\n"
