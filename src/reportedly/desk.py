"""What the commands have in common: take sources in, say what was skipped, add to a ledger."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from reportedly import __version__, documents, pipeline
from reportedly.errors import NothingReadError
from reportedly.ledger import Ledger
from reportedly.model import Case, Document, Kept, Reading, Skipped

READER = f"rules {__version__}"
"""Which reader made a reading; a ledger read by another one is read again from its documents."""

_stderr = Console(stderr=True, highlight=False)


@dataclass(frozen=True, slots=True)
class Intake:
    """What sources gave: the reports that are kept, and what was skipped."""

    kept: tuple[Kept, ...]
    skipped: tuple[Skipped, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents alone."""
        return tuple(one.document for one in self.kept)


def take_in(sources: Sequence[str]) -> Intake:
    """Read sources into documents; what cannot be read is named on standard error.

    Raises :class:`NothingReadError` where not one report could be read.
    """
    kept: dict[str, Kept] = {}
    skipped: list[Skipped] = []
    for one in documents.load(sources, stdin=sys.stdin.buffer):
        if isinstance(one, Kept):
            kept.setdefault(one.document.id, one)
        else:
            skipped.append(one)
            _stderr.print(f"skipped {one.source}: {one.reason}", markup=False, soft_wrap=True)
    if not kept:
        raise NothingReadError(", ".join(sources) or "no source", "no report could be read")
    return Intake(tuple(kept.values()), tuple(skipped))


def read(chosen: Iterable[Document], jobs: int) -> tuple[Reading, ...]:
    """Readings of documents, with a bar on standard error where that is a terminal."""
    todo = tuple(chosen)
    bar = Progress(
        "reading", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=_stderr, transient=True, disable=not sys.stderr.isatty(),
    )  # fmt: skip
    with bar:
        return tuple(bar.track(pipeline.read(todo, jobs), total=len(todo)))


def look(intake: Intake, jobs: int) -> Case:
    """Read and compare the reports of one intake."""
    return pipeline.compare(intake.documents, read(intake.documents, jobs), intake.skipped)


def add(ledger: Ledger, intake: Intake, jobs: int) -> Case:
    """Add reports to a ledger, reading only what its reader has not read before."""
    before = ledger.case()
    known = {r.document: r for r in before.readings} if ledger.reader() == READER else {}
    chosen = {d.id: d for d in (*before.documents, *intake.documents)}
    fresh = read((d for d in chosen.values() if d.id not in known), jobs)
    skipped = dict.fromkeys((*before.skipped, *intake.skipped))
    case = pipeline.compare(chosen.values(), (*known.values(), *fresh), skipped)
    ledger.keep(intake.kept)
    ledger.record(case, READER)
    return case
