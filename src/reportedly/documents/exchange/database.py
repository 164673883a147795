"""A ledger as an SQLite file, as ``exports/sqlite.py`` writes it for other programs to ask.

Of all that is in one, two tables count: ``records(kind, id, position, record)``, each record as
JSON, and ``copies(sha256, data)``. The file is opened in memory and only these tables are read;
nothing in it is run: no view, no trigger, no column that is worked out.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from reportedly.errors import SourceError

from ..raw import MEGABYTE, Raw
from .records import Item, Placed, told

START = b"SQLite format 3\0"
LARGEST = 300 * MEGABYTE
"""Bytes of one record or copy."""

_STEPS = 1_000_000
"""Steps of the engine between two looks at how many there were."""

_LOOKS = 2_000

_RECORDS = "SELECT position, record FROM records WHERE kind = ? ORDER BY position"
_COPY = "SELECT data FROM copies WHERE sha256 = ?"
_TABLES = "SELECT name, type, sql FROM sqlite_schema WHERE name IN ('records', 'copies')"
_PLAIN = re.compile(r"CREATE\s+TABLE\b(?!.*\b(?:GENERATED|AS)\b)", re.IGNORECASE | re.DOTALL)


def starts(start: bytes) -> bool:
    """Whether a file that begins so is an SQLite file."""
    return start.startswith(START)


def read(raw: Raw) -> Iterator[Item]:
    """Its reports, each with its reading. Raises :class:`SourceError` where it is no such file."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            yield from told(raw, _opened(raw, connection))
        except sqlite3.Error as error:
            raise SourceError(raw.name, "it is no SQLite file, or a damaged one") from error


def _opened(raw: Raw, connection: sqlite3.Connection) -> "_Tables":
    connection.deserialize(raw.data)
    for pragma in ("trusted_schema=OFF", "query_only=ON", "cell_size_check=ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST)
    connection.set_progress_handler(_Patience(), _STEPS)
    found = {name: (kind, sql) for name, kind, sql in connection.execute(_TABLES)}
    if found.keys() != {"records", "copies"}:
        reason = "this SQLite file holds no reports that are read; `export --to sqlite` writes one"
        raise SourceError(raw.name, reason)
    if not all(kind == "table" and _PLAIN.match(sql or "") for kind, sql in found.values()):
        raise SourceError(raw.name, "its tables are not those of a ledger")
    return _Tables(raw.name, connection)


class _Patience:
    """Ends what takes too many steps: no file of such a size needs them."""

    def __init__(self) -> None:
        self._looks = 0

    def __call__(self) -> bool:
        self._looks += 1
        return self._looks > _LOOKS


class _Tables:
    """The two tables."""

    def __init__(self, name: str, connection: sqlite3.Connection) -> None:
        self._name, self._connection = name, connection

    def records(self, kind: str) -> Iterator[Placed]:
        """See :class:`.records.Held`."""
        for position, record in self._connection.execute(_RECORDS, (kind,)):
            place = f"{self._name}:{kind} {position if isinstance(position, int) else '?'}"
            yield place, record.encode() if isinstance(record, str) else b""

    def copy(self, sha256: str) -> bytes | None:
        """See :class:`.records.Held`."""
        row: Any = self._connection.execute(_COPY, (sha256,)).fetchone()
        return row[0] if row and isinstance(row[0], bytes) else None
