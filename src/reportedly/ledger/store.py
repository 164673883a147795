"""One ledger on disk: open it, add what was found, read back what it holds."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, func, insert, select, text
from sqlalchemy.exc import DatabaseError

from reportedly.errors import LedgerError, MovedError
from reportedly.model import Case, Kept, Ruling, log
from reportedly.model.plain import from_plain, to_json, to_plain

from .remembered import Remembered
from .schema import VERSION, copies, metadata, records, rulings, runs, states, tables
from .shelves import KINDS, Held, Row, put_together, take_apart

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a ledger has come: the numbers of its last run and its last ruling."""

    run: int
    ruling: int


class Ledger:
    """A kept case. ``where`` is the path of an SQLite file, made where there is none.

    Raises :class:`LedgerError` where the file cannot be opened or is no ledger.
    """

    def __init__(self, where: str) -> None:
        if "://" in where:
            raise LedgerError(f"{where}: ledgers on a server are not part of this version")
        self.where = where
        self._engine = _open(where)

    def keep(self, kept: Iterable[Kept]) -> None:
        """Keep the raw bytes of reports; bytes that are kept already are left alone."""
        with self._engine.begin() as connection:
            known = set(connection.scalars(select(copies.c.sha256)))
            for one in kept:
                sha256 = one.document.sha256
                if sha256 not in known:
                    connection.execute(insert(copies), {"sha256": sha256, "bytes": one.raw})
                    known.add(sha256)

    def copy(self, sha256: str) -> bytes | None:
        """The raw bytes with this hash, or None."""
        with self._engine.connect() as connection:
            found: bytes | None = connection.scalar(
                select(copies.c.bytes).where(copies.c.sha256 == sha256)
            )
            return found

    def record(
        self, case: Case, reader: str, ruling: Ruling | None = None, mark: Mark | None = None
    ) -> tuple[str, ...]:
        """Append what is new in ``case`` as one run; nothing is written where nothing is new.

        ``ruling``: the one that the case is worked out with for the first time; it and the run are
        kept together, or neither is. ``mark``: how far the ledger had come when the case was begun;
        MovedError, and nothing is written, where it has come further since. Gives the kinds of
        record whose list changed.
        """
        shelves = take_apart(case)
        with self._engine.begin() as connection:
            connection.execute(text("BEGIN IMMEDIATE"))
            if mark is not None and mark != _mark(connection):
                raise MovedError(f"{self.where}: somebody else added to it; try again")
            if ruling is not None:
                _append_ruling(connection, ruling)
            before = _current(connection)
            changed = {
                kind: rows
                for kind, rows in shelves.items()
                if [row.digest for row in rows] != before.get(kind, [])
            }
            if changed or reader != self._reader(connection):
                _append(connection, changed, reader)
            return tuple(changed)

    def case(self) -> Case:
        """Everything the ledger holds now."""
        with self._engine.connect() as connection:
            case = _case(connection, _current(connection))
            return replace(case, rulings=log(_rulings(connection), case))

    def rulings(self) -> tuple[Ruling, ...]:
        """Everything that people decided, as it was recorded."""
        with self._engine.connect() as connection:
            return _rulings(connection)

    def mark(self) -> Mark:
        """How far the ledger has come."""
        with self._engine.connect() as connection:
            return _mark(connection)

    @property
    def memory(self) -> Remembered:
        """What was worked out before and need not be again."""
        return Remembered(self._engine)

    def keep_table(self, csv: str) -> None:
        """Keep a person's own table of names; from now on it counts, and none before it."""
        with self._engine.begin() as connection:
            if csv != self._table(connection):
                connection.execute(insert(tables), {"csv": csv})

    def table(self) -> str | None:
        """The person's own table of names, as the CSV that was given last; None without one."""
        with self._engine.connect() as connection:
            return self._table(connection)

    @staticmethod
    def _table(connection: Connection) -> str | None:
        found: str | None = connection.scalar(
            select(tables.c.csv).order_by(tables.c.number.desc()).limit(1)
        )
        return found

    def reader(self) -> str | None:
        """Which reader made the readings that are kept, or None in an empty ledger."""
        with self._engine.connect() as connection:
            return self._reader(connection)

    def since(self, when: str) -> tuple[Case, Case]:
        """The case as it was recorded before ``when`` (ISO 8601, UTC), and as it is now."""
        with self._engine.connect() as connection:
            last = connection.scalar(select(func.max(runs.c.number)).where(runs.c.recorded < when))
            before = _case(connection, _current(connection, last or 0))
            now = _case(connection, _current(connection))
            return before, replace(now, rulings=log(_rulings(connection), now))

    def close(self) -> None:
        """Release the file."""
        self._engine.dispose()

    @staticmethod
    def _reader(connection: Connection) -> str | None:
        found: str | None = connection.scalar(
            select(runs.c.reader).order_by(runs.c.number.desc()).limit(1)
        )
        return found


@contextmanager
def opened(where: str) -> Iterator[Ledger]:
    """A ledger that is closed at the end."""
    ledger = Ledger(where)
    try:
        yield ledger
    finally:
        ledger.close()


def _open(where: str) -> Engine:
    if not Path(where).absolute().parent.is_dir():
        raise LedgerError(f"{where}: there is no such folder")
    engine = create_engine(f"sqlite:///{Path(where).absolute()}")
    event.listen(engine, "connect", lambda dbapi, _: dbapi.execute("PRAGMA journal_mode=WAL"))
    try:
        with engine.begin() as connection:
            version = connection.scalar(text("PRAGMA user_version"))
            tables = connection.scalar(text("SELECT count(*) FROM sqlite_master"))
            if version not in (0, VERSION) or (version == 0 and tables):
                raise LedgerError(f"{where}: this is not a ledger of this version")
            metadata.create_all(connection)
            connection.execute(text(f"PRAGMA user_version={VERSION}"))
    except DatabaseError as error:
        raise LedgerError(f"{where}: this file cannot be opened as a ledger") from error
    return engine


def _current(connection: Connection, run: int | None = None) -> dict[str, list[str]]:
    query = select(states.c.kind, states.c.digests).order_by(states.c.run)
    if run is not None:
        query = query.where(states.c.run <= run)
    return {kind: json.loads(digests) for kind, digests in connection.execute(query)}


def _mark(connection: Connection) -> Mark:
    last = (connection.scalar(select(func.max(table.c.number))) or 0 for table in (runs, rulings))
    return Mark(*last)


def _rulings(connection: Connection) -> tuple[Ruling, ...]:
    bodies = connection.scalars(select(rulings.c.body).order_by(rulings.c.number))
    return tuple(from_plain(Ruling, json.loads(body)) for body in bodies)


def _append_ruling(connection: Connection, ruling: Ruling) -> None:
    kept = replace(ruling, recorded=_now())
    row = {"number": kept.number, "recorded": kept.recorded, "body": to_json(to_plain(kept))}
    connection.execute(insert(rulings), row)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _append(connection: Connection, changed: dict[str, list[Row]], reader: str) -> None:
    number = 1 + (connection.scalar(select(func.max(runs.c.number))) or 0)
    row = {"number": number, "recorded": _now(), "reader": reader}
    connection.execute(insert(runs), row)
    for kind, rows in changed.items():
        fresh = {row.digest: row for row in rows}
        for digest in _present(connection, list(fresh)):
            del fresh[digest]
        _insert(connection, records, [asdict(row) for row in fresh.values()])
        digests = json.dumps([row.digest for row in rows])
        connection.execute(insert(states), {"run": number, "kind": kind, "digests": digests})


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _present(connection: Connection, digests: list[str]) -> Iterator[str]:
    for at in range(0, len(digests), _BATCH):
        yield from connection.scalars(
            select(records.c.digest).where(records.c.digest.in_(digests[at : at + _BATCH]))
        )


def _rows(connection: Connection, digests: list[str]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for at in range(0, len(digests), _BATCH):
        chosen = select(records).where(records.c.digest.in_(digests[at : at + _BATCH]))
        found |= {row["digest"]: dict(row) for row in connection.execute(chosen).mappings()}
    return [found[digest] for digest in digests]


def _case(connection: Connection, current: dict[str, list[str]]) -> Case:
    return put_together(
        {
            kind: [
                Held(row["document"], from_plain(type_, json.loads(row["body"])))
                for row in _rows(connection, current.get(kind, []))
            ]
            for kind, type_ in KINDS.items()
        }
    )
