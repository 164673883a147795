"""Where a ledger is: a file, or a database on a server. It is made, or brought up, when opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    create_engine,
    event,
    insert,
    inspect,
    make_url,
    select,
    text,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError

from reportedly.errors import LedgerError

from .schema import VERSION, metadata, stamp

_PATIENCE = 60
"""Seconds that a writer waits for another one."""

_LOCK = 0x7265706F727465
"""The number of the advisory lock that a writer holds on a server ("reporte")."""


class Store:
    """A ledger's database: many read, one writes, and each sees one state of it.

    Raises :class:`LedgerError`, with a sentence, where the database fails.
    """

    def __init__(self, where: str) -> None:
        url = _url(where)
        self.where = where if url is None else shown(url)
        self._engine = _on_disk(where) if url is None else _on_server(url, self.where)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on which everything that is read belongs to one moment."""
        options = {"isolation_level": "REPEATABLE READ"} if self.on_server else {}
        with self._said(), self._engine.connect() as connection:
            connection.execution_options(**options)
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction while which nobody else writes; it is on disk when this ends."""
        with self._said(), self._engine.connect() as connection:
            connection.execution_options(writing=True)
            with connection.begin():
                if self.on_server:
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
                yield connection

    @property
    def on_server(self) -> bool:
        """Whether it is PostgreSQL."""
        return self._engine.dialect.name == "postgresql"

    def close(self) -> None:
        """Release the file, or the server."""
        self._engine.dispose()

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except (DatabaseError, InterfaceError) as error:
            raise LedgerError(f"{self.where}: {self._reason(error)}") from None

    def _reason(self, error: DatabaseError | InterfaceError) -> str:
        reason = str(error.orig).strip().partition("\n")[0]
        if self._engine.url.password:
            reason = reason.replace(str(self._engine.url.password), "***")
        what = "the server" if self.on_server else "the file"
        return f"{what} cannot be used as a ledger ({reason})"


def open_store(where: str) -> Store:
    """The database at ``where``, made where there is none and brought up to this layout."""
    store = Store(where)
    try:
        with store.reading() as connection:
            current = _stamped(connection) == VERSION
        if not current:
            with store.writing() as connection:
                _bring_up(connection, store.where)
    except BaseException:
        store.close()
        raise
    return store


def exists(where: str) -> bool:
    """Whether there is a ledger at ``where``; LedgerError where a server does not answer."""
    if _url(where) is None:
        return Path(where).is_file()
    store = Store(where)
    try:
        with store.reading() as connection:
            return _stamped(connection) is not None
    finally:
        store.close()


def shown(url: URL) -> str:
    """A URL as it can be printed: without its password and options."""
    return url.set(password=None, query={}).render_as_string()


def _url(where: str) -> URL | None:
    if "://" not in where:
        return None
    try:
        url = make_url(where)
    except ArgumentError:
        raise LedgerError("this is no URL of the form postgresql://user@host/database") from None
    if url.drivername not in {"postgresql", "postgres"}:
        raise LedgerError(f"{shown(url)}: a ledger is a file, or a postgresql:// database")
    return url


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
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        dbapi.cursor().execute(f"PRAGMA {pragma}")


def _begun(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _on_server(url: URL, where: str) -> Engine:
    wait = {} if "connect_timeout" in url.query else {"connect_timeout": 10}
    try:
        return create_engine(
            url.set(drivername="postgresql+psycopg"), connect_args=wait, pool_pre_ping=True
        )
    except ImportError:
        raise LedgerError(f"{where}: install reportedly[postgres] to use a server") from None


def _stamped(connection: Connection) -> str | None:
    if not inspect(connection).has_table(stamp.name):
        return None
    found: str | None = connection.scalar(select(stamp.c.version_num))
    return found


def _bring_up(connection: Connection, where: str) -> None:
    version, tables = _stamped(connection), inspect(connection).get_table_names()
    if version == VERSION:
        return
    if not tables:
        metadata.create_all(connection)
        stamp.create(connection)
        connection.execute(insert(stamp), {"version_num": VERSION})
        return
    from .migrations import bring_up, versions  # noqa: PLC0415 - slow, and seldom needed

    if version is None and not _first(connection):
        raise LedgerError(f"{where}: this is no ledger")
    if version is not None and version not in versions():
        raise LedgerError(f"{where}: a later version of reportedly made this ledger")
    bring_up(connection)


def _first(connection: Connection) -> bool:
    """Whether it is a file from before there were migrations."""
    on_disk = connection.dialect.name == "sqlite"
    return on_disk and connection.scalar(text("PRAGMA user_version")) == 1
