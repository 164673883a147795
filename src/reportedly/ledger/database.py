"""A database that many read and one writes: SQLite on disk, PostgreSQL on a server."""

import logging
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ARRAY,
    URL,
    Column,
    ColumnElement,
    Connection,
    Engine,
    String,
    Table,
    any_,
    create_engine,
    event,
    insert,
    literal,
    select,
    text,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError, InterfaceError

from reportedly.errors import LedgerError

from .places import printed, secrets, server

# What these say of a connection that Ctrl-C closed, with its stack, is for whoever asks for logs.
for _name in ("sqlalchemy", "psycopg"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

_PATIENCE = 60
"""Seconds that a writer waits for the one before it."""

_PAUSE = 0.01
"""Seconds until what was refused at once is tried again."""

_LIMITS = {
    "connect_timeout": 10,
    "tcp_user_timeout": 20_000,
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 4,
}
"""What libpq is told of a host that says nothing (seconds, but milliseconds for the second).

Else a connection to one that is gone waits for a quarter of an hour where something was sent, and
for two hours where an answer is awaited. A URL can say otherwise.
"""

_BATCH = 500

_LOCK = 0x7265706F7274
"""The number of the advisory lock that a writer holds on a server."""


class Database:
    """A place to read and write, which need not hold a ledger yet.

    ``where`` can be shown to anybody; ``address``, which opens it again, may hold a password.
    Raises :class:`LedgerError`, with a sentence, where it cannot be used.
    """

    def __init__(self, address: str) -> None:
        url = server(address)
        self.address, self.where = address, printed(address)
        self.on_server = url is not None
        self._engine = _on_disk(address) if url is None else _on_server(url, self.where)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on which all that is read is of one moment."""
        with self._said(), self._engine.connect() as connection:
            if self.on_server:
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction while which nobody else writes; at its end it is on disk."""
        with self._said(), self._engine.connect() as connection:
            if self.on_server:
                connection.execution_options(isolation_level="READ COMMITTED")
            with connection.execution_options(writing=True).begin():
                if self.on_server:
                    connection.execute(text(f"SET LOCAL lock_timeout = '{_PATIENCE}s'"))
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
                yield connection

    def close(self) -> None:
        """Release the file, or the server."""
        self._engine.dispose()

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except (DatabaseError, InterfaceError) as error:
            # Not even a traceback shows what a driver was called with.
            raise LedgerError(f"{self.where}: {self._reason(error)}") from None

    def _reason(self, error: DatabaseError | InterfaceError) -> str:
        reason = str(error.orig).strip().partition("\n")[0]
        for secret in secrets(self._engine.url):
            reason = reason.replace(secret, "***")
        what = "this database" if self.on_server else "this file"
        return f"{what} cannot be used as a ledger ({reason})"


def insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows of the same columns, by COPY where there is one."""
    if not rows:
        return
    if connection.dialect.name != "postgresql":
        connection.execute(insert(table), rows)
        return
    cursor: Any = connection.connection.cursor()
    columns = tuple(rows[0])
    statement = f"COPY {table.name} ({', '.join(columns)}) FROM STDIN"
    try:
        with cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row([row[column] for column in columns])
    except connection.dialect.loaded_dbapi.Error as error:
        # The driver is asked past SQLAlchemy, which names all other errors.
        raise DatabaseError(statement, None, error) from error


def among(
    connection: Connection, column: Column[str], values: Sequence[str]
) -> ColumnElement[bool]:
    """That ``column`` is one of ``values``, of which there are some hundreds."""
    if connection.dialect.name == "postgresql":
        # One value to take in, where `in_` has the driver look for hundreds.
        return column == any_(literal(list(values), ARRAY(String)))
    return column.in_(values)


def present(
    connection: Connection, column: Column[str], values: Iterable[str], *where: ColumnElement[bool]
) -> Iterator[str]:
    """Those of ``values`` that a row, one of ``where``, has in ``column``."""
    for some in batches(values):
        chosen = select(column).where(among(connection, column, some), *where)
        yield from connection.scalars(chosen)


def batches(values: Iterable[str]) -> Iterator[list[str]]:
    """Each of ``values`` once, sorted, some hundreds at a time."""
    ordered = sorted(set(values))
    for at in range(0, len(ordered), _BATCH):
        yield ordered[at : at + _BATCH]


def _on_disk(where: str) -> Engine:
    path = Path(where).absolute()
    if not path.parent.is_dir():
        raise LedgerError(f"{where}: there is no such folder")
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": _PATIENCE})
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begun)
    return engine


def _connected(dbapi: DBAPIConnection, _: object) -> None:
    """The driver begins nothing by itself; what is committed survives a power cut."""
    dbapi.isolation_level = None
    _to_wal(dbapi)
    dbapi.cursor().execute("PRAGMA synchronous=FULL")


def _to_wal(dbapi: DBAPIConnection) -> None:
    """Of two that turn a new file to WAL at once SQLite refuses one without its time of waiting."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            dbapi.cursor().execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)


def _begun(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _on_server(url: URL, where: str) -> Engine:
    limits = {name: value for name, value in _LIMITS.items() if name not in url.query}
    try:
        return create_engine(
            url.set(drivername="postgresql+psycopg"), connect_args=limits, pool_pre_ping=True
        )
    except ImportError:
        raise LedgerError(f"{where}: install reportedly[postgres] to use a server") from None
