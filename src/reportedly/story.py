"""What the commands do, for programs in Python: read, report, add, show; and a story to ask.

Each function is the command of the same name, and takes the same sources.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from reportedly import desk
from reportedly.exporting import format_named, save, written
from reportedly.exports import Beside
from reportedly.ledger import opened
from reportedly.model import (
    Case,
    Claim,
    Document,
    Evidence,
    Grade,
    Origin,
    OriginRange,
    Position,
    Reading,
    cut,
)
from reportedly.readings import DEFAULT
from reportedly.shelf import Shelf
from reportedly.views import dossier, explain, finding


@dataclass(frozen=True)
class Story:
    """Reports compared with one another. Records that a ruling hides are in none of its lists.

    ``case`` has everything. ``where`` is the ledger that it is from; None where there is none, and
    ``copies`` are then the raw bytes of the reports by their SHA-256.
    """

    case: Case = field(repr=False)
    where: str | None = None
    copies: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @cached_property
    def shelf(self) -> Shelf:
        """Every record by its id and by what it belongs to."""
        return Shelf(self.case)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The reports, by publication."""
        return tuple(self.shelf.documents.values())

    @property
    def claims(self) -> Sequence[Claim]:
        """The claims, those of most weight first: ``claims[0]`` is C1."""
        return self.shelf.claims

    def text(self, found: Evidence) -> str:
        """The characters that something marks, cut from its report."""
        return cut(self.shelf.documents[found.document].text, found.spans)

    def outlet(self, document: str) -> str:
        """Who published the report with that id."""
        return self.shelf.documents[document].outlet

    def positions(self, claim: Claim, stance: str) -> tuple[Position, ...]:
        """Who is ``for``, ``against``, ``observing`` or ``silent``."""
        return tuple(p for p in claim.positions if p.stance == stance)

    def range(self, claim: Claim) -> OriginRange | None:
        """From how few origins the claim comes: at least, at most, and why."""
        return self.shelf.ranges.get(claim.id)

    def origins(self, claim: Claim) -> tuple[Origin, ...]:
        """The voices that the claim leads back to."""
        return self.shelf.origins.get(claim.id, ())

    def grade(self, claim: Claim) -> Grade | None:
        """The suggested grade, with its reasons."""
        return self.shelf.grades.get(claim.id)

    def why(self, name: str) -> str:
        """Every span and factor behind a record, meant by its id, or a number such as C1.

        Raises :class:`UsageError` where none, or more than one, is meant.
        """
        lines = explain.lines(self.shelf, finding.record(self.shelf, name))
        return "\n".join(f"{'  ' * one.depth}{_labelled(one.label)}{one.text}" for one in lines)

    def export(self, name: str, path: str | Path) -> None:
        """Write the story in the format of that name, as ``reportedly export`` does.

        Raises :class:`UsageError` where there is no such format, its library is not installed, or
        the file cannot be written.
        """
        form = format_named(name)
        if self.where is None:
            write = form.writer(Beside(dossier=dossier.pieces))
            save(write(self.case, self.copies.get), form, Path(path))
            return
        with opened(self.where) as ledger:
            save(written(ledger, form, self.case)[0], form, Path(path))


def read(
    *sources: str | Path, reader: str = DEFAULT, jobs: int = 1
) -> Iterator[tuple[Document, Reading]]:
    """Each report with what it says; nothing is compared.

    Sources are files, folders and globs; an address is fetched. Raises :class:`NothingReadError`
    where not one report could be read.
    """
    intake = desk.take_in([str(one) for one in sources], jobs)
    found = desk.read(intake.documents, desk.Way(reader, jobs))
    yield from zip(intake.documents, found, strict=True)


def report(*sources: str | Path, reader: str = DEFAULT, jobs: int = 1) -> Story:
    """Read reports and compare them; they are kept nowhere."""
    intake = desk.take_in([str(one) for one in sources], jobs)
    case = desk.look(intake, desk.Way(reader, jobs))
    return Story(case, None, {one.document.sha256: one.raw for one in intake.kept})


def add(ledger: str | Path, *sources: str | Path, reader: str = DEFAULT, jobs: int = 1) -> Story:
    """Add reports to a kept ledger, a file or a ``postgresql://`` URL, which is made if need be."""
    way = desk.Way(reader, jobs)
    return Story(desk.add_to(str(ledger), [str(one) for one in sources], way).case, str(ledger))


def show(ledger: str | Path) -> Story:
    """What a ledger holds now. Raises :class:`UsageError` where there is none."""
    desk.must_be(str(ledger))
    with opened(str(ledger)) as kept:
        return Story(kept.case(), str(ledger))


def _labelled(label: str) -> str:
    return f"{label}: " if label else ""
