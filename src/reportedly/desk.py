"""What the commands have in common: read, compare, add to a ledger, rule on what it holds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from reportedly import claims, engines, grades, pipeline, progress, readings
from reportedly.brought import of_sources
from reportedly.cache import Cache, Remembering
from reportedly.documents.fetching import Fetcher
from reportedly.errors import MovedError, UsageError
from reportedly.intake import Intake, come, fetcher, first, take, take_in
from reportedly.ledger import Ledger, Mark, exists, opened, printed
from reportedly.model import (
    Case,
    Document,
    Given,
    Reading,
    Retrieval,
    Ruling,
    Skipped,
    appended,
    log,
)

__all__ = [
    "Added", "Intake", "Ruled", "Way", "add", "add_to", "catch_up", "fetcher", "keep_ruling",
    "look", "must_be", "read", "rule", "settle", "spoken", "take_in", "work_out",
]  # fmt: skip

T = TypeVar("T")

_TRIES = 20
"""How often a case is worked out anew because somebody else added to the ledger meanwhile."""


@dataclass(frozen=True, slots=True)
class Way:
    """How reports are read: by which reader, by how many workers, what is kept in a folder.

    ``actors`` is a person's own table of names, a CSV file; ``sources`` one of sources and their
    letters, CSV or TOML. ``engine`` and ``address`` tell who works
    (:class:`reportedly.engines.Workers`).
    """

    reader: str = readings.DEFAULT
    jobs: int = 1
    cache: Path | None = None
    actors: Path | None = None
    sources: Path | None = None
    engine: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        # Before hours of loading, not after them.
        self.workers  # noqa: B018

    @property
    def workers(self) -> engines.Workers:
        """Who reads. Raises :class:`UsageError` for what does not go together."""
        return engines.Workers(self.jobs, self.engine, self.address)

    @property
    def own(self) -> "Own":
        """The person's own tables, empty where none is given."""
        return Own(
            claims.read_table(self.actors) if self.actors else claims.EMPTY,
            grades.read_sources(self.sources) if self.sources else (),
        )


@dataclass(frozen=True, slots=True)
class Own:
    """A person's own tables: of names of actors, and of sources."""

    names: claims.Table
    sources: grades.Sources


_PLAIN = Way()
_NONE: Mapping[str, Reading] = MappingProxyType({})


def read(
    chosen: Iterable[Document],
    way: Way = _PLAIN,
    ledger: Ledger | None = None,
    given: Mapping[str, Reading] = _NONE,
) -> tuple[Reading, ...]:
    """Readings of documents, with a bar on standard error where that is a terminal.

    Where the way has a cache, what it holds is not read again, and every new reading is kept as
    soon as it is made, so that an interrupted run goes on where it was. Without one, ``ledger``
    keeps them until a run holds them. ``given``: readings that came with their reports, by their
    ids; they count whatever the reader.
    """
    asked = tuple(chosen)
    kept = _cache(way, ledger)
    known = {**(kept.find(asked) if kept else {}), **given}
    todo = tuple(d for d in asked if d.id not in known)
    with progress.counted("reading", "reports", len(todo)) as one_more, kept or nullcontext():
        made = pipeline.read(todo, way.workers, way.reader)
        for document, reading in zip(todo, made, strict=True):
            known[document.id] = reading
            if kept:
                kept.put(document, reading)
            one_more()
    return tuple(known[document.id] for document in asked)


def _cache(way: Way, ledger: Ledger | None) -> Cache | Remembering | None:
    if way.cache:
        return Cache.at(way.cache, readings.identity(way.reader))
    return Remembering(ledger.memory, readings.identity(way.reader)) if ledger else None


def spoken(reading: Reading) -> Reading:
    """A reading less what sources are told to think, feel or want, and what hangs on that.

    An attribution within one that is left out stands within the next one around it.
    """
    kept = {one.id: one for one in reading.attributions if one.scope == "speech"}
    above = {one.id: one.within for one in reading.attributions}

    def within(id_: str | None) -> str | None:
        while id_ is not None and id_ not in kept:
            id_ = above.get(id_)
        return id_

    voices = {None, *kept}
    statements = tuple(s for s in reading.statements if s.attribution in voices)
    told = {s.id for s in statements}
    return replace(
        reading,
        attributions=tuple(replace(one, within=within(one.within)) for one in kept.values()),
        statements=statements,
        causes=tuple(c for c in reading.causes if c.attribution in voices),
        questions=tuple(q for q in reading.questions if q.attribution in voices),
        conflicts=tuple(c for c in reading.conflicts if told.issuperset(c.statements)),
    )


def look(intake: Intake, way: Way = _PLAIN) -> Case:
    """Read and compare the reports of one intake."""
    made: tuple[Ruling, ...] = ()
    for one in intake.brought:
        made += appended(made, one.rulings)
    own = _brought(way, (table for one in intake.brought for table in one.tables))
    found = read(intake.documents, way, given=intake.readings)
    case = pipeline.compare(
        intake.documents, found, own.names, rulings=made, sources=own.sources, workers=way.workers
    )
    return _came(replace(case, skipped=tuple(intake.skipped)), intake.retrievals, ())


def must_be(where: str) -> None:
    """Raise :class:`UsageError` where there is no such ledger."""
    if not exists(where):
        raise UsageError(f"{printed(where)}: there is no such ledger")


@dataclass(frozen=True, slots=True)
class Added:
    """A case with what was added to it, and how much of that was skipped."""

    case: Case
    skipped: int


def add_to(
    where: str, sources: Sequence[str], way: Way = _PLAIN, fetcher: Fetcher | None = None
) -> Added:
    """Add what sources give to the ledger at ``where``, which is made where there is none.

    Reports are taken in as they come, and what is taken in is durable: where this is stopped, the
    next one goes on. Raises :class:`NothingReadError` where not one report could be read, and then
    nothing is taken in, nor made.
    """
    came = None if exists(where) else come(sources, way.workers.here, fetcher)
    with opened(where) as ledger:
        skipped = take(ledger, came or come(sources, way.workers.here, fetcher, ledger), fetcher)
        return Added(work_out(ledger, way), skipped)


def add(ledger: Ledger, intake: Intake, way: Way = _PLAIN) -> Case:
    """Add reports to a ledger: only what is new is read, and compared with what is around it."""
    take(ledger, (*intake.kept, *intake.brought, *intake.skipped))
    return work_out(ledger, way)


def work_out(ledger: Ledger, way: Way = _PLAIN) -> Case:
    """The case with all that was taken in, whoever did that.

    A ledger read by another reader is read again from its documents. A person's own tables
    are kept with the ledger, and are those that count until others are given. Rulings that are
    pending are worked out, too.
    """
    held: dict[str, Reading] = {}
    case = _again(lambda: _worked_out(ledger, way, held))
    if not ledger.pending():
        return case
    settle(ledger)
    return ledger.case()


def _worked_out(ledger: Ledger, way: Way, held: dict[str, Reading]) -> Case:
    """The same; ``held``: what was read before somebody else came first."""
    mark, reader, own = ledger.mark(), readings.identity(way.reader), _own(ledger, way)
    before, came = ledger.read(), ledger.taken.waiting()
    chosen = first(before.documents, came.documents)
    given = ledger.given.of(chosen)
    held |= _still(before, given, made=ledger.reader() == reader)
    held |= ledger.given.readings(set(given.values()) - set(before.given))
    unread = (d for d in chosen.values() if d.id not in held)
    held |= {r.document: r for r in read(unread, way, ledger)}
    skipped = dict.fromkeys((*before.skipped, *came.skipped))
    case = _compared(ledger, mark, chosen.values(), held.values(), skipped, own, way.workers)
    case = _came(case, (*before.retrievals, *came.retrievals), given.values())
    if way.actors:
        ledger.keep_table(claims.table_text(way.actors))
    if way.sources:
        ledger.keep_table(grades.sources_text(own.sources))
    ledger.record(case, reader, mark, came.digests)
    return case


def _still(before: Case, given: Mapping[str, Given], made: bool) -> dict[str, Reading]:
    """The readings of before that count; ``made``: those that were made here, too."""
    known = set(before.given)
    return {
        r.document: r
        for r in before.readings
        if (given[r.document] in known if r.document in given else made)
    }


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling that is kept, and the case before it and after."""

    ruling: Ruling
    before: Case
    after: Case


def rule(ledger: Ledger, draft: Callable[[Case], Ruling]) -> Ruled:
    """Keep the ruling that ``draft`` makes of the case, and work the case out with it."""
    before = ledger.case()
    ruling = keep_ruling(ledger, draft)
    return Ruled(ruling, before, catch_up(ledger)[1])


def keep_ruling(ledger: Ledger, draft: Callable[[Case], Ruling]) -> Ruling:
    """Keep the ruling that ``draft`` makes of the case; it is durable then, and pending.

    ``draft`` may be called twice, the second time with a ruling that somebody else made meanwhile.
    Whatever it raises is raised, and nothing is kept then.
    """
    case = ledger.case()
    return ledger.keep_ruling(lambda made: draft(replace(case, rulings=log(made, case))))


def catch_up(ledger: Ledger) -> tuple[Case, Case]:
    """Work out what no run was worked out with yet; nothing is read again.

    Gives the case before and after. It can be called at any time and by several at once: what was
    interrupted is done by the next call.
    """
    before = ledger.case()
    settle(ledger)
    return before, ledger.case()


def settle(ledger: Ledger) -> None:
    """The same for whoever looks at neither case."""
    _again(lambda: _caught_up(ledger))


def _caught_up(ledger: Ledger) -> None:
    while ledger.pending():
        mark, case = ledger.mark(), ledger.read()
        reader, own = ledger.reader() or readings.identity(_PLAIN.reader), _own(ledger, _PLAIN)
        ruled = _compared(
            ledger, mark, case.documents, case.readings, case.skipped, own, _PLAIN.workers
        )
        ledger.record(_came(ruled, case.retrievals, case.given), reader, mark)


def _compared(
    ledger: Ledger,
    mark: Mark,
    chosen: Iterable[Document],
    held: Iterable[Reading],
    skipped: Iterable[Skipped],
    own: Own,
    workers: engines.Workers,
) -> Case:
    """The case with the rulings that were kept at ``mark``."""
    made = [ruling for ruling in ledger.rulings() if ruling.number <= mark.ruling]
    with progress.timed("comparing"):
        case = pipeline.compare(chosen, held, own.names, ledger.memory, made, own.sources, workers)
    return replace(case, skipped=tuple(skipped))


def _came(case: Case, retrievals: Iterable[Retrieval], given: Iterable[Given]) -> Case:
    """The case with how its reports came: each route once, and which readings came with them.

    A route that a ledger of before lacks is told by the document.
    """
    with_it = {one.document: one for one in given}
    routes: dict[str, dict[Retrieval, None]] = {}
    for one in retrievals:
        routes.setdefault(one.document, {})[one] = None
    return replace(
        case,
        retrievals=tuple(r for d in case.documents for r in _routes(d, routes.get(d.id, {}))),
        given=tuple(with_it[d.id] for d in case.documents if d.id in with_it),
    )


def _routes(document: Document, came: Iterable[Retrieval]) -> tuple[Retrieval, ...]:
    own = any((r.name, r.sha256) == (document.name, document.sha256) for r in came)
    return tuple(came) if own else (Retrieval.of(document), *came)


def _again(work: Callable[[], T]) -> T:
    """What ``work`` gives; it is done again where somebody else added to the ledger meanwhile."""
    for _ in range(_TRIES - 1):
        try:
            return work()
        except MovedError:
            continue
    return work()


def _brought(way: Way, tables: Iterable[str]) -> Own:
    """The person's own tables: the ones given now, else the first ones that came with a file."""
    own = way.own
    for table in tables:
        if of_sources(table):
            own = replace(own, sources=own.sources or grades.parse_sources(table, "table"))
        elif not way.actors:
            own = replace(own, names=claims.parse_table(table, "table"))
    return own


def _own(ledger: Ledger, way: Way) -> Own:
    """The person's own tables: the ones given now, else the ones kept with the ledger."""
    own, where = way.own, f"{ledger.where}: own table"
    names = None if way.actors else ledger.table()
    sources = None if way.sources else ledger.table(of_sources=True)
    return Own(
        own.names if names is None else claims.parse_table(names, where),
        own.sources if sources is None else grades.parse_sources(sources, where),
    )
