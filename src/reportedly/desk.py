"""What the commands have in common: take sources in, say what was skipped, add to a ledger."""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from reportedly import claims, documents, pipeline, readings
from reportedly.cache import Cache
from reportedly.documents.fetching import Fetcher, Manners, is_address, shown
from reportedly.errors import MovedError, NothingReadError
from reportedly.ledger import Ledger, Mark, exists, opened
from reportedly.model import Case, Document, Kept, Reading, Ruling, Skipped, Visit, log

T = TypeVar("T")

_TRIES = 20
"""How often a case is worked out anew because somebody else added to the ledger meanwhile."""

_stderr = Console(stderr=True, highlight=False)


@dataclass(frozen=True, slots=True)
class Way:
    """How reports are read: by which reader, in how many processes, what is kept in a folder.

    ``actors`` is a person's own table of names, a CSV file.
    """

    reader: str = readings.DEFAULT
    jobs: int = 1
    cache: Path | None = None
    actors: Path | None = None

    @property
    def own(self) -> claims.Table:
        """The person's table of names, an empty one where none is given."""
        return claims.read_table(self.actors) if self.actors else claims.EMPTY


_PLAIN = Way()


@dataclass(frozen=True, slots=True)
class Intake:
    """What sources gave: the reports that are kept, what was skipped, what was fetched.

    ``visits`` are the addresses that gave a report, to be asked only for what is new next time.
    """

    kept: tuple[Kept, ...]
    skipped: tuple[Skipped, ...]
    visits: tuple[Visit, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents alone."""
        return tuple(one.document for one in self.kept)


def fetcher(manners: Manners, ledger: str | None = None) -> Fetcher:
    """What fetches addresses; it asks only for what is new since the ledger had them."""
    if ledger is None or not exists(ledger):
        return Fetcher(manners=manners)
    with opened(ledger) as kept:
        return Fetcher(kept.visits(), manners)


def take_in(sources: Sequence[str], fetcher: Fetcher | None = None) -> Intake:
    """Read sources into documents; what cannot be read is named on standard error.

    Addresses are fetched by ``fetcher``, and skipped without one. Raises
    :class:`NothingReadError` where not one report could be read, and no address has only what
    was read before.
    """
    kept: dict[str, Kept] = {}
    skipped: list[Skipped] = []
    for one in documents.load(sources, sys.stdin.buffer, fetcher):
        if isinstance(one, Kept):
            kept.setdefault(one.document.id, one)
        else:
            skipped.append(one)
            _stderr.print(f"skipped {one.source}: {one.reason}", markup=False, soft_wrap=True)
    for same in fetcher.unchanged if fetcher else ():
        _stderr.print(f"nothing new at {same.url}", markup=False, soft_wrap=True)
    if not kept and not (fetcher and fetcher.unchanged):
        raise NothingReadError(_named(sources), "no report could be read")
    return Intake(tuple(kept.values()), tuple(skipped), _visits(fetcher))


def _named(sources: Sequence[str]) -> str:
    """Sources for people to see, addresses without passwords."""
    return ", ".join(shown(s) if is_address(s) else s for s in sources) or "no source"


def _visits(fetcher: Fetcher | None) -> tuple[Visit, ...]:
    return (*fetcher.visits, *(one.visit for one in fetcher.unchanged)) if fetcher else ()


def read(chosen: Iterable[Document], way: Way = _PLAIN) -> tuple[Reading, ...]:
    """Readings of documents, with a bar on standard error where that is a terminal.

    Where the way has a cache, what it holds is not read again, and every new reading is kept as
    soon as it is made, so that an interrupted run goes on where it was.
    """
    asked = tuple(chosen)
    cache = Cache.at(way.cache, readings.identity(way.reader)) if way.cache else None
    known = {d.id: kept for d in asked if cache and (kept := cache.get(d))}
    todo = tuple(d for d in asked if d.id not in known)
    bar = Progress(
        "reading", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=_stderr, transient=True, disable=not sys.stderr.isatty(),
    )  # fmt: skip
    with bar:
        made = pipeline.read(todo, way.jobs, way.reader)
        for document, reading in zip(todo, bar.track(made, total=len(todo)), strict=True):
            known[document.id] = reading
            if cache:
                cache.put(document, reading)
    return tuple(known[document.id] for document in asked)


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
    own = way.own
    return pipeline.compare(intake.documents, read(intake.documents, way), intake.skipped, own)


def add(ledger: Ledger, intake: Intake, way: Way = _PLAIN) -> Case:
    """Add reports to a ledger: only what is new is read, and compared with what is around it.

    A ledger read by another reader is read again from its documents. A person's own table of names
    is kept with the ledger, and is the one that counts until another is given. Rulings that are
    pending are worked out, too.
    """
    held: dict[str, Reading] = {}
    case = _again(lambda: _added(ledger, intake, way, held))
    return catch_up(ledger)[1] if ledger.pending() else case


def _added(ledger: Ledger, intake: Intake, way: Way, held: dict[str, Reading]) -> Case:
    """The case with what was taken in; ``held``: what was read before somebody else came first."""
    mark, reader, own = ledger.mark(), readings.identity(way.reader), _own(ledger, way)
    before = ledger.case()
    if ledger.reader() == reader:
        held |= {r.document: r for r in before.readings}
    chosen = {d.id: d for d in (*before.documents, *intake.documents)}
    held |= {r.document: r for r in read((d for d in chosen.values() if d.id not in held), way)}
    skipped = dict.fromkeys((*before.skipped, *intake.skipped))
    case = _compared(ledger, mark, chosen.values(), held.values(), skipped, own)
    ledger.keep(intake.kept)
    if way.actors:
        ledger.keep_table(claims.table_text(way.actors))
    ledger.record(case, reader, mark)
    if intake.visits:
        ledger.keep_visits(intake.visits)
    return case


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
    return before, _again(lambda: _caught_up(ledger))


def _caught_up(ledger: Ledger) -> Case:
    while ledger.pending():
        mark, case = ledger.mark(), ledger.case()
        reader, own = ledger.reader() or readings.identity(_PLAIN.reader), _own(ledger, _PLAIN)
        case = _compared(ledger, mark, case.documents, case.readings, case.skipped, own)
        ledger.record(case, reader, mark)
    return ledger.case()


def _compared(
    ledger: Ledger,
    mark: Mark,
    chosen: Iterable[Document],
    held: Iterable[Reading],
    skipped: Iterable[Skipped],
    own: claims.Table,
) -> Case:
    """The case with the rulings that were kept at ``mark``."""
    made = [ruling for ruling in ledger.rulings() if ruling.number <= mark.ruling]
    return pipeline.compare(chosen, held, skipped, own, ledger.memory, made)


def _again(work: Callable[[], T]) -> T:
    """What ``work`` gives; it is done again where somebody else added to the ledger meanwhile."""
    for _ in range(_TRIES - 1):
        try:
            return work()
        except MovedError:
            continue
    return work()


def _own(ledger: Ledger, way: Way) -> claims.Table:
    """The person's own table of names: the one given now, else the one kept with the ledger."""
    kept = None if way.actors else ledger.table()
    return way.own if kept is None else claims.parse_table(kept, f"{ledger.where}: own table")
