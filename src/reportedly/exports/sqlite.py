"""The tables as one SQLite file, with what an analyst asks of them, and with the case itself.

::

    claims, positions, …       the tables; ids lead from one to the other (foreign keys)
    positions_statements, …    which rows of another table a row has, where there may be several
    statements_fts, …          full text (FTS5), which Datasette searches
    claims_with_sides, …       views
    described                  what each table and column holds
    notes                      what a reader must know of them
    records, copies            the ledger without loss: each record as canonical JSON, kept copies

The file is made in a temporary place, in one pass, with a page size of its own and without a
journal, so that the same ledger gives the same bytes from the same SQLite.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from reportedly.model import Case
from reportedly.model.plain import to_json
from reportedly.shelf import Shelf

from .holdings import NOTHING, Beside, Copy, holdings
from .jsonl import Line, records
from .sqlite_views import INDEXED, SEARCHED, VIEWS
from .tables import NOTES, TABLES, Column, Table, Value

APPLICATION = int.from_bytes(b"Rply")
"""The application id in the head of the file."""

_PIECE = 1 << 16
_SETTINGS = (
    f"PRAGMA application_id = {APPLICATION}",
    "PRAGMA user_version = 1",
    "PRAGMA page_size = 4096",
    "PRAGMA encoding = 'UTF-8'",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
)
_TYPES = {"whole": "INTEGER", "number": "REAL", "yes": "INTEGER"}
_KEPT = (
    "CREATE TABLE described (name TEXT, column TEXT, about TEXT, PRIMARY KEY (name, column))",
    "CREATE TABLE notes (number INTEGER PRIMARY KEY, note TEXT)",
    "CREATE TABLE records (kind TEXT, id TEXT, position INTEGER, record TEXT, "
    "PRIMARY KEY (kind, position))",
    "CREATE TABLE copies (sha256 TEXT PRIMARY KEY, data BLOB)",
)
_ABOUT = {
    "described": "What each table, view and column holds",
    "notes": "What a reader must know of the tables",
    "records": "Each record of the ledger as JSON, to be read back, what rulings hide included: "
    "document, retrieval, reading as it was found, skipped, table of a person's own, ruling",
    "copies": "The kept copies, the raw bytes that reports were read from, by SHA-256",
}


def sqlite(case: Case, copy: Copy, beside: Beside = NOTHING) -> Iterator[bytes]:
    """The file, piece by piece; a copy that ``copy`` does not give is left out."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.sqlite"
        base = sqlite3.connect(path, isolation_level=None)
        try:
            _write(base, case, copy, beside)
        finally:
            base.close()
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece


def _write(base: sqlite3.Connection, case: Case, copy: Copy, beside: Beside) -> None:
    for setting in _SETTINGS:
        base.execute(setting)
    base.execute("BEGIN")
    shelf = Shelf(case)
    for table in TABLES:
        _fill(base, table, shelf)
    for created in _KEPT:
        base.execute(created)
    for name, view in VIEWS.items():
        base.execute(f"CREATE VIEW {name} AS {view.query}")
    _describe(base)
    told = _rows(records(case, beside.tables))
    base.executemany("INSERT INTO records VALUES (?, ?, ?, ?)", told)
    base.executemany("INSERT INTO copies VALUES (?, ?)", _copies(case, copy))
    _index(base)
    base.execute("COMMIT")


def _fill(base: sqlite3.Connection, table: Table, shelf: Shelf) -> None:
    """One table with its rows, and a table for each of its columns that hold several ids."""
    at = [n for n, c in enumerate(table.columns) if c.kind != "many" and not c.joined]
    several = [(n, c) for n, c in enumerate(table.columns) if c.kind == "many"]
    own = [table.columns[n] for n in at]
    base.execute(_created(table.name, own))
    for _, column in several:
        base.execute(_created_pairs(table, column))
    # The id of a record is the hash of its content: a second one with it is the same record.
    insert = f"INSERT OR IGNORE INTO {table.name} VALUES ({', '.join('?' * len(at))})"  # noqa: S608
    for values in table.rows(shelf):
        base.execute(insert, [c.told(values[n]) for n, c in zip(at, own, strict=True)])
        for n, column in several:
            base.executemany(
                f"INSERT OR IGNORE INTO {_pairs(table, column)} VALUES (?, ?)",  # noqa: S608
                ((values[-1], other) for other in _each(values[n])),
            )


def _each(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _created(name: str, columns: Iterable[Column]) -> str:
    lines = []
    for column in columns:
        key = " PRIMARY KEY" if column.name == "id" else ""
        to = f" REFERENCES {column.of} (id)" if column.of else ""
        lines.append(f"{column.name} {_TYPES.get(column.kind, 'TEXT')}{key}{to}")
    inside = ",\n  ".join(lines)
    return f"CREATE TABLE {name} (\n  {inside}\n)"


def _pairs(table: Table, column: Column) -> str:
    return f"{table.name}_{column.name}"


def _created_pairs(table: Table, column: Column) -> str:
    one, other = table.name.removesuffix("s"), column.name.removesuffix("s")
    return (
        f"CREATE TABLE {_pairs(table, column)} (\n"
        f"  {one} TEXT REFERENCES {table.name} (id),\n"
        f"  {other} TEXT REFERENCES {column.of} (id),\n"
        f"  PRIMARY KEY ({one}, {other})\n)"
    )


def _index(base: sqlite3.Connection) -> None:
    """Indices, and full text, which reads the tables that it is of."""
    wanted = [(t.name, c.name) for t in TABLES for c in t.columns if c.of and c.kind != "many"]
    for table in TABLES:
        for one in (c for c in table.columns if c.kind == "many"):
            wanted.append((_pairs(table, one), one.name.removesuffix("s")))
    for name, column in (*wanted, *INDEXED):
        base.execute(f"CREATE INDEX {name}_by_{column} ON {name} ({column})")
    for name, columns in SEARCHED.items():
        base.execute(
            f"CREATE VIRTUAL TABLE {name}_fts USING fts5 ({', '.join(columns)}, "
            f"content=\"{name}\", tokenize='porter unicode61 remove_diacritics 2')"
        )
        base.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")  # noqa: S608


def _describe(base: sqlite3.Connection) -> None:
    base.executemany("INSERT INTO described VALUES (?, ?, ?)", _described())
    base.executemany("INSERT INTO notes VALUES (?, ?)", enumerate(NOTES, 1))


def _described() -> Iterator[tuple[str, str, str]]:
    for table in TABLES:
        yield table.name, "", table.about
        for column in (c for c in table.columns if not c.joined):
            name = _pairs(table, column) if column.kind == "many" else column.name
            yield table.name, name, column.about
    for name, view in VIEWS.items():
        yield name, "", view.about
    for name, about in _ABOUT.items():
        yield name, "", about


def _rows(told: Iterable[Line]) -> Iterator[tuple[str, str, int, str]]:
    """Rows of the records; ``position`` counts those of one kind, in their order."""
    met: Counter[str] = Counter()
    for kind, record in told:
        named = (record[name] for name in ("id", "document", "number") if name in record)
        yield kind, str(next(named, "")), met[kind], _json(record)
        met[kind] += 1


def _json(record: object) -> str:
    # JSON keeps half of a character as an escape, which no text in a file can hold.
    return to_json(record).encode(errors="backslashreplace").decode()


def _copies(case: Case, copy: Copy) -> Iterator[tuple[str, bytes]]:
    for held in holdings(case):
        data = copy(held.sha256)
        if data is not None:
            yield held.sha256, data
