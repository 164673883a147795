"""What the commands have in common: take sources in, say what was skipped, add to a ledger."""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from reportedly import claims, documents, exports, pipeline, readings
from reportedly.cache import Cache
from reportedly.errors import MovedError, NothingReadError, UsageError
from reportedly.ledger import Checked, Ledger, Mark
from reportedly.model import Case, Document, Kept, Reading, Retrieval, Ruling, Skipped, log

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
    """What sources gave: each report by each route, in the order of arrival; what was skipped."""

    kept: tuple[Kept, ...]
    skipped: tuple[Skipped, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """Each report once, as it came by its first route."""
        return tuple(_chosen((), (one.document for one in self.kept)).values())

    @property
    def retrievals(self) -> tuple[Retrieval, ...]:
        """The routes alone."""
        return tuple(one.retrieval for one in self.kept)


def take_in(sources: Sequence[str]) -> Intake:
    """Read sources into documents; what cannot be read is named on standard error.

    Raises :class:`NothingReadError` where not one report could be read.
    """
    kept: list[Kept] = []
    skipped: list[Skipped] = []
    for one in documents.load(sources, stdin=sys.stdin.buffer):
        if isinstance(one, Kept):
            kept.append(one)
        else:
            skipped.append(one)
            _name(one)
    if not kept:
        raise NothingReadError(", ".join(sources) or "no source", "no report could be read")
    return Intake(tuple(kept), tuple(skipped))


def _name(skipped: Skipped) -> None:
    line = f"skipped {skipped.source}: {skipped.reason}"
    _stderr.print(line, markup=False, soft_wrap=True)


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
    found = read(intake.documents, way)
    case = pipeline.compare(intake.documents, found, intake.skipped, own)
    return _routed(case, intake.retrievals)


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
    chosen = _chosen(before.documents, (one.document for one in intake.kept))
    held |= {r.document: r for r in read((d for d in chosen.values() if d.id not in held), way)}
    skipped = dict.fromkeys((*before.skipped, *intake.skipped))
    case = _compared(ledger, mark, chosen.values(), held.values(), skipped, own)
    case = _routed(case, (*before.retrievals, *intake.retrievals))
    ledger.keep(intake.kept)
    if way.actors:
        ledger.keep_table(claims.table_text(way.actors))
    ledger.record(case, reader, mark)
    return case


def export(ledger: Ledger, form: exports.Format, path: Path) -> tuple[Skipped, ...]:
    """Write a ledger in another format, piece by piece; gives what had to be left out.

    A kept copy that is missing or was changed is left out and named on standard error. Raises
    :class:`UsageError` where the file cannot be written; what was there is left as it was.
    """
    case = ledger.case()
    copy = Checked(ledger, case)
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            file.writelines(form.write(case, copy))
        part.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error
    for flaw in copy.flaws:
        _name(flaw)
    return copy.flaws


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
        ruled = _compared(ledger, mark, case.documents, case.readings, case.skipped, own)
        ledger.record(_routed(ruled, case.retrievals), reader, mark)
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


def _chosen(held: Iterable[Document], came: Iterable[Document]) -> dict[str, Document]:
    """Every report by its id, as it came by its first route; that route may tell more by now."""
    chosen = {document.id: document for document in held}
    for new in came:
        old = chosen.setdefault(new.id, new)
        if (old.name, old.sha256) == (new.name, new.sha256):
            chosen[new.id] = new
    return chosen


def _routed(case: Case, retrievals: Iterable[Retrieval]) -> Case:
    """The case with each route once. What a ledger of before lacks is told by the document."""
    routes: dict[str, dict[Retrieval, None]] = {}
    for one in retrievals:
        routes.setdefault(one.document, {})[one] = None
    return replace(
        case, retrievals=tuple(r for d in case.documents for r in _routes(d, routes.get(d.id, {})))
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


def _own(ledger: Ledger, way: Way) -> claims.Table:
    """The person's own table of names: the one given now, else the one kept with the ledger."""
    kept = None if way.actors else ledger.table()
    return way.own if kept is None else claims.parse_table(kept, f"{ledger.where}: own table")
