"""A ledger's database, made where there is none, brought up where it is of an earlier layout."""

from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select, text

from reportedly.errors import LedgerError

from .database import Database
from .places import server
from .schema import VERSION, metadata, stamp


def open_database(where: str) -> Database:
    """The database at ``where``, of this layout. Raises :class:`LedgerError`."""
    database = Database(where)
    try:
        with database.reading() as connection:
            current = _version(connection) == VERSION
        if not current:
            with database.writing() as connection:
                _make(connection, database.where)
    except BaseException:
        database.close()
        raise
    return database


def exists(where: str) -> bool:
    """Whether there is something at ``where``; LedgerError where a server does not answer."""
    if server(where) is None:
        return Path(where).is_file()
    database = Database(where)
    try:
        with database.reading() as connection:
            return _version(connection) is not None
    finally:
        database.close()


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(stamp.name):
        return None
    found: str | None = connection.scalar(select(stamp.c.version_num))
    return found


def _make(connection: Connection, where: str) -> None:
    """Make the tables, or bring up those that are there, unless somebody else just did."""
    version = _version(connection)
    if version is None and not inspect(connection).get_table_names():
        _must_take_all_text(connection, where)
        metadata.create_all(connection)
        stamp.create(connection)
        connection.execute(insert(stamp), {"version_num": VERSION})
    elif version != VERSION:
        _bring_up(connection, version, where)


def _bring_up(connection: Connection, version: str | None, where: str) -> None:
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


def _must_take_all_text(connection: Connection, where: str) -> None:
    if connection.dialect.name != "postgresql":
        return
    encoding = connection.scalar(text("SHOW server_encoding"))
    if encoding != "UTF8":
        raise LedgerError(f"{where}: a ledger's database is in UTF8, and this one in {encoding}")
