"""One ledger: open it, add what was found, read back what it holds."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from threading import Lock

from sqlalchemy import Connection, func, insert, select

from reportedly.errors import LedgerError, MovedError, UsageError
from reportedly.model import OF_SOURCES, Case, Retrieval, Ruling, Run, Visit, appended, log
from reportedly.model.plain import from_plain, to_json, to_plain

from .database import insert_all, present
from .decoded import Decoded
from .folding import folded
from .given import GivenReadings
from .listening import tell, told
from .opening import open_database
from .remembered import Remembered
from .routes import read_routes
from .schema import copies, records, rulings, runs, tables
from .shelves import AS_READ, Shelved, digests, shelved
from .states import State, current, write
from .taken import Taken, end
from .visited import read_visits, write_visits

_AT_ONCE = 5_000
"""New records that are written at once."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a ledger has come: the numbers of its last run and its last ruling."""

    run: int
    ruling: int


class Ledger:
    """A kept case. ``where`` is the path of an SQLite file, or the URL of a PostgreSQL database.

    What is not there is made; a ledger of an earlier layout is brought up to this one.
    ``keep_decoded``: records stay in memory once they were read back, for a ledger that is held
    open and asked often. One ledger can be used by several threads. Its own ``where`` is without
    a password. Raises :class:`LedgerError` where the place is no ledger, or cannot be used.
    """

    def __init__(self, where: str, keep_decoded: bool = False) -> None:
        self._database = open_database(where)
        self.where = self._database.where
        self._decoded = Decoded(keep_decoded)
        self._last: tuple[Mark, Case] | None = None
        self._lock = Lock()
        self._keeping = keep_decoded

    def copy(self, sha256: str) -> bytes | None:
        """The raw bytes with this hash, or None."""
        with self._database.reading() as connection:
            found: bytes | None = connection.scalar(
                select(copies.c.bytes).where(copies.c.sha256 == sha256)
            )
            return found

    def keep_ruling(self, draft: Callable[[tuple[Ruling, ...]], Ruling]) -> Ruling:
        """Keep the ruling that ``draft`` makes, given those kept before; it is durable at the end.

        It gets the next number and the moment. ``draft`` is called again where somebody else's
        ruling came meanwhile; it only reads. What it raises is raised, and nothing is kept then.
        """
        known = self.rulings()
        ruling = draft(known)
        with self._database.writing() as connection:
            held = _rulings(connection)
            if held != known:
                ruling = draft(held)
            kept = replace(ruling, number=1 + _last(held), recorded=_now())
            _insert(connection, kept)
        return kept

    def bring(self, came: Sequence[Ruling]) -> tuple[Ruling, ...]:
        """Keep rulings of another ledger as they were made, each once; gives those that are new.

        See :func:`.model.appended`. They are durable at the end, and pending.
        """
        with self._database.writing() as connection:
            fresh = appended(_rulings(connection), came)
            for ruling in fresh:
                _insert(connection, ruling)
        return fresh

    def rulings(self) -> tuple[Ruling, ...]:
        """Everything that people decided, as it was recorded."""
        with self._database.reading() as connection:
            return _rulings(connection)

    def pending(self) -> tuple[Ruling, ...]:
        """The rulings that no run was worked out with."""
        with self._database.reading() as connection:
            done = _runs(connection)[-1:]
            return tuple(r for r in _rulings(connection) if not done or r.number > done[0].ruling)

    def record(
        self, case: Case, reader: str, mark: Mark | None = None, waited: Sequence[str] = ()
    ) -> tuple[str, ...]:
        """Append what is new in ``case`` as one run; nothing is written where nothing is new.

        ``mark``: how far the ledger had come when the case was begun, now if not given; the case
        is worked out with the rulings up to that one. MovedError, and nothing is written, where
        another run was recorded since. ``waited``: the digests of what waited and is in it now.
        Gives the kinds of record whose list changed.
        """
        after = digests(case)
        with self._database.writing() as connection:
            now = _mark(connection)
            if mark is not None and mark.run != now.run:
                raise MovedError(f"{self.where}: somebody else added to it; try again")
            before = current(connection)
            changed = {
                kind: digests
                for kind, digests in after.items()
                if digests != list(before.get(kind, State()).digests)
            }
            run = Run(now.run + 1, _now(), reader, (mark or now).ruling)
            if changed or _news(_runs(connection), run):
                connection.execute(insert(runs), asdict(run))
                _append(connection, case, after, before)
                write(connection, run.number, before, changed)
            end(connection, waited)
            return tuple(changed)

    def case(self) -> Case:
        """Everything the ledger holds now; the same object while nothing is added, if decoded."""
        with self._lock, self._database.reading() as connection:
            mark, held = _mark(connection), self._last
            if held is None or held[0] != mark:
                case = self._decoded.case(connection, _digests(connection))
                held = mark, replace(case, rulings=log(_rulings(connection), case))
            self._last = held if self._keeping else None
            return held[1]

    def read(self) -> Case:
        """Reports, their routes and readings, and what was skipped; nothing that is across reports.

        For whoever works all else out anew.
        """
        with self._lock, self._database.reading() as connection:
            held = _digests(connection)
            chosen = {kind: held[kind] for kind in AS_READ & held.keys()}
            return self._decoded.read(connection, chosen)

    def folded(self) -> Case:
        """The same case as :meth:`case` for whoever goes through it once, such as an export.

        It takes a tenth of the memory, and its records are decoded each time they are asked for
        (:mod:`reportedly.model.folded`); they are still there when the ledger is closed.
        """
        with self._lock, self._database.reading() as connection:
            case = folded(connection, _digests(connection))
            return replace(case, rulings=log(_rulings(connection), case))

    def at(self, run: int) -> Case:
        """The case as that run recorded it; LedgerError where there is no such run."""
        with self._lock, self._database.reading() as connection:
            found = next((one for one in _runs(connection) if one.number == run), None)
            if found is None:
                raise LedgerError(f"{self.where}: no run has the number {run}")
            return self._at(connection, found)

    def since(self, when: str) -> tuple[Case, Case]:
        """The case as it was recorded before ``when`` (ISO 8601, UTC), and as it is now."""
        with self._lock, self._database.reading() as connection:
            before = [run for run in _runs(connection) if run.recorded < when]
            then = self._at(connection, before[-1]) if before else Case()
        return then, self.case()

    def runs(self) -> tuple[Run, ...]:
        """Every run, the first one first."""
        with self._database.reading() as connection:
            return _runs(connection)

    def mark(self) -> Mark:
        """How far the ledger has come."""
        with self._database.reading() as connection:
            return _mark(connection)

    @property
    def memory(self) -> Remembered:
        """What was worked out before and need not be again."""
        return Remembered(self._database)

    @property
    def taken(self) -> Taken:
        """What was taken in and no run holds yet."""
        return Taken(self._database)

    @property
    def given(self) -> GivenReadings:
        """Readings that came with their reports."""
        return GivenReadings(self._database)

    def keep_table(self, csv: str) -> None:
        """Keep a person's own table, of names or of sources, which counts from now on.

        A table of sources is one that begins with :data:`.model.OF_SOURCES`.
        """
        _whole(csv, "a table")
        with self._database.writing() as connection:
            if csv != _table(connection, _of_sources(csv)):
                connection.execute(insert(tables), {"csv": csv})

    def table(self, of_sources: bool = False) -> str | None:
        """The person's own table of names, or of sources, as it was given last; None without."""
        with self._database.reading() as connection:
            return _table(connection, of_sources)

    def visits(self) -> dict[str, Visit]:
        """By address, the last time that it was fetched with success."""
        with self._database.reading() as connection:
            return read_visits(connection)

    def keep_visits(self, made: Iterable[Visit]) -> None:
        """Keep visits in the place of earlier ones of the same addresses."""
        with self._database.writing() as connection:
            write_visits(connection, made)

    def told(self, listener: str) -> int:
        """The number of the run up to which ``listener`` was told; the last one, if it is new."""
        _whole(listener, "the name of a listener")
        with self._database.reading() as connection:
            found = told(connection, listener)
        if found is None:
            self.tell(listener, self.mark().run)
        return self.told(listener) if found is None else found

    def tell(self, listener: str, run: int) -> None:
        """Keep that ``listener`` was told what came up to ``run``."""
        with self._database.writing() as connection:
            tell(connection, listener, run)

    def routes(self, ids: Iterable[str]) -> dict[str, tuple[Retrieval, ...]]:
        """The routes by which reports came, by their ids; of those alone that it holds.

        What was kept before routes were has none.
        """
        with self._database.reading() as connection:
            return read_routes(connection, ids)

    def reader(self) -> str | None:
        """Which reader made the readings that are kept, or None in an empty ledger."""
        runs = self.runs()
        return runs[-1].reader if runs else None

    def close(self) -> None:
        """Release the file, or the server."""
        self._database.close()

    def _at(self, connection: Connection, run: Run) -> Case:
        case = self._decoded.case(connection, _digests(connection, run.number), last=False)
        made = [ruling for ruling in _rulings(connection) if ruling.number <= run.ruling]
        return replace(case, rulings=log(made, case))


@contextmanager
def opened(where: str, keep_decoded: bool = False) -> Iterator[Ledger]:
    """A ledger that is closed at the end."""
    ledger = Ledger(where, keep_decoded)
    try:
        yield ledger
    finally:
        ledger.close()


def _mark(connection: Connection) -> Mark:
    last = (connection.scalar(select(func.max(table.c.number))) or 0 for table in (runs, rulings))
    return Mark(*last)


def _runs(connection: Connection) -> tuple[Run, ...]:
    chosen = select(runs.c.number, runs.c.recorded, runs.c.reader, runs.c.ruling)
    return tuple(Run(*row) for row in connection.execute(chosen.order_by(runs.c.number)))


def _rulings(connection: Connection) -> tuple[Ruling, ...]:
    bodies = connection.scalars(select(rulings.c.body).order_by(rulings.c.number))
    return tuple(from_plain(Ruling, json.loads(body)) for body in bodies)


def _insert(connection: Connection, ruling: Ruling) -> None:
    body = _whole(to_json(to_plain(ruling)), "a ruling")
    row = {"number": ruling.number, "recorded": ruling.recorded, "body": body}
    connection.execute(insert(rulings), row)


def _last(held: tuple[Ruling, ...]) -> int:
    return held[-1].number if held else 0


def _of_sources(csv: str) -> bool:
    return csv.partition("\n")[0] == OF_SOURCES


def _table(connection: Connection, of_sources: bool) -> str | None:
    kept = connection.scalars(select(tables.c.csv).order_by(tables.c.number.desc()))
    return next((csv for csv in kept if _of_sources(csv) == of_sources), None)


def _whole(written: str, what: str) -> str:
    """``written``, if every store can hold its characters; UsageError where not."""
    try:
        written.encode()
    except UnicodeEncodeError:
        raise UsageError(f"{what} cannot hold halves of characters (lone surrogates)") from None
    if "\0" in written:
        raise UsageError(f"{what} cannot hold the character U+0000")
    return written


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _news(earlier: tuple[Run, ...], run: Run) -> bool:
    """Whether a run that found the same records says more than the one before it."""
    return not earlier or (earlier[-1].reader, earlier[-1].ruling) != (run.reader, run.ruling)


def _append(
    connection: Connection,
    case: Case,
    after: Mapping[str, Sequence[str]],
    before: Mapping[str, State],
) -> None:
    """Add those records of the case that no run had; their digests are ``after``.

    Few of them are held at once in the form in which they are kept.
    """
    fresh = _fresh(case, after, before)
    for digest in list(present(connection, records.c.digest, fresh)):
        del fresh[digest]
    waiting = iter(fresh.values())
    while some := [asdict(shelf.row(at)) for shelf, at in islice(waiting, _AT_ONCE)]:
        insert_all(connection, records, some)


def _fresh(
    case: Case, after: Mapping[str, Sequence[str]], before: Mapping[str, State]
) -> dict[str, tuple[Shelved, int]]:
    """Where in the case each of them stands, by its digest."""
    held = {kind: set(state.digests) for kind, state in before.items()}
    given = {kind: iter(told) for kind, told in after.items()}
    fresh: dict[str, tuple[Shelved, int]] = {}
    for some in shelved(case):
        known = held.get(some.kind, set())
        for at, digest in enumerate(islice(given[some.kind], len(some.records))):
            if digest not in known:
                fresh[digest] = some, at
    return fresh


def _digests(connection: Connection, run: int | None = None) -> dict[str, Sequence[str]]:
    """What is current of each kind, by its digests."""
    return {kind: state.digests for kind, state in current(connection, run).items()}
