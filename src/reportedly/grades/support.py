"""One claim with everything its grade is read from."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.model import (
    Attribution,
    Claim,
    Conflict,
    DenialKind,
    Document,
    Drift,
    Gathering,
    Lineage,
    Origin,
    OriginRange,
    Reading,
    Source,
    SourceKind,
    Statement,
    bare,
    day_of,
)

from .parties import NOBODY, Parties, parties


@dataclass(frozen=True, slots=True)
class Support:
    """A claim, who stands behind it and against it, and who is party to the matter.

    ``sides``: by origin, whose matter it is as that origin's first report tells it. ``conflicts``:
    those among the claim's statements, less yes against no. ``known``: every statement by id.
    ``dropped``: statements whose report has a later version without the claim. ``bodies``: reports
    published by somebody who speaks elsewhere here (a ministry's page), and what kind of voice that
    is. ``order``: the place of each report, ``days`` the day of its publication.
    """

    claim: Claim
    origins: tuple[Origin, ...]
    range: OriginRange
    drifts: tuple[Drift, ...]
    statements: tuple[Statement, ...]
    known: dict[str, Statement]
    attributions: dict[str, Attribution]
    sides: dict[str, Parties]
    conflicts: tuple[Conflict, ...]
    dropped: tuple[Statement, ...]
    texts: dict[str, str]
    bodies: dict[str, SourceKind]
    order: dict[str, int]
    days: dict[str, date]

    @property
    def shown(self) -> tuple[Origin, ...]:
        """Origins shown to be different from one another."""
        return tuple(origin for origin in self.origins if origin.shown)

    @property
    def separately(self) -> bool:
        """Whether two reports brought in origins that are shown: one reporter can be misled twice.

        Only the earliest report of each origin counts, so that copies change nothing.
        """
        return len({origin.documents[0] for origin in self.shown}) >= 2

    @property
    def against(self) -> tuple[Statement, ...]:
        """Statements that deny the claim, certain or not."""
        return tuple(s for s in self.statements if s.stance == "against")

    @property
    def behind(self) -> tuple[Statement, ...]:
        """Statements for the claim."""
        return tuple(s for s in self.statements if s.stance == "for")

    def first(self, origin: Origin) -> tuple[Statement, ...]:
        """What the earliest report of ``origin`` says on its word."""
        said = (self.known[number] for number in origin.statements)
        return tuple(s for s in said if s.document == origin.documents[0])

    def source(self, statement: Statement) -> Source | None:
        """Who says it; None for the report's own word and where nobody is named."""
        attribution = self.attributions.get(statement.attribution or "")
        return attribution.source if attribution else None

    def called(self, statement: Statement, voice: str) -> Source | None:
        """Of those on whose word it is, the one of this name; else the innermost."""
        at = self.attributions.get(statement.attribution or "")
        seen: list[Attribution] = []
        while at is not None and at not in seen:
            if at.source and at.source.name and bare(at.source.name) == bare(voice):
                return at.source
            seen.append(at)
            at = self.attributions.get(at.within or "")
        return self.source(statement)

    def denial(self, statement: Statement) -> DenialKind | None:
        """What of the claim a statement against it denies, as far as its words tell."""
        attribution = self.attributions.get(statement.attribution or "")
        return attribution.denial if attribution else None

    def relayed(self, statement: Statement) -> bool:
        """Whether its voice is heard by way of an outlet that the report names."""
        at = self.attributions.get(statement.attribution or "")
        around = self.attributions.get(at.within or "") if at else None
        return around is not None and around.source is not None and around.source.kind == "media"

    def delay(self, statement: Statement) -> int | None:
        """Days from the last day that it tells of to its report; None where not told."""
        told = day_of(statement.time.last) if statement.time else None
        printed = self.days.get(statement.document)
        return (printed - told).days if told and printed else None

    def sided(self, origin: Origin) -> bool:
        """Whether an origin is a party to the matter."""
        return self.sides.get(origin.id, NOBODY).holds(origin.voice, origin.country)

    def competent(self, origin: Origin) -> bool:
        """Whether an origin is of a state that acts in the claim, or holds the place."""
        return origin.country in self.sides.get(origin.id, NOBODY).acting

    def party(self, statement: Statement) -> bool:
        """Whether the statement's voice is a party to the matter, as an origin shown tells it.

        Where none is shown, as any tells it.
        """
        source = self.source(statement)
        sides = (self.sides.get(origin.id, NOBODY) for origin in self.shown or self.origins)
        return source is not None and any(s.holds(source.name, source.country) for s in sides)

    def among_shown(self) -> tuple[Conflict, ...]:
        """The conflicts whose two statements lead back to different origins that are shown."""
        behind: defaultdict[str, set[str]] = defaultdict(set)
        for origin in self.shown if self.conflicts else ():
            for number in origin.statements:
                behind[number].add(origin.id)
        return tuple(c for c in self.conflicts if _apart(*(behind[n] for n in c.statements)))


def nameless(statement: Statement, held: Support) -> bool:
    """Whether an attributed statement's voice has no name."""
    if statement.attribution is None:
        return False
    source = held.source(statement)
    return source is None or source.anonymous or source.kind in {"anonymous", "unspecified"}


def _apart(one: set[str], other: set[str]) -> bool:
    return bool(one and other and one.isdisjoint(other))


def supports(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    gathering: Gathering,
    lineage: Lineage,
) -> tuple[Support, ...]:
    """One for each claim, in the order of the claims."""
    found = _Found(documents, readings, gathering, lineage)
    return tuple(found.support(claim) for claim in gathering.claims)


class _Found:
    """The records of a case by what they are looked up by."""

    def __init__(
        self,
        documents: Sequence[Document],
        readings: Sequence[Reading],
        gathering: Gathering,
        lineage: Lineage,
    ) -> None:
        self.texts = {d.id: d.text for d in documents}
        self.order = {d.id: place for place, d in enumerate(documents)}
        self.days = {d.id: day for d in documents if (day := day_of(d.published))}
        self.statements = {s.id: s for r in readings for s in r.statements}
        self.said_in = {r.document: r.statements for r in readings}
        self.attributions = {a.id: a for r in readings for a in r.attributions}
        self.bodies = _bodies(documents, self.attributions.values())
        self.ranges = {r.claim: r for r in lineage.ranges}
        self.origins: defaultdict[str, list[Origin]] = defaultdict(list)
        for origin in lineage.origins:
            self.origins[origin.claim].append(origin)
        self.drifts: defaultdict[str, list[Drift]] = defaultdict(list)
        for drift in lineage.drifts:
            self.drifts[drift.claim].append(drift)
        self.conflicts: defaultdict[str | None, list[Conflict]] = defaultdict(list)
        for conflict in gathering.conflicts:
            self.conflicts[conflict.claim].append(conflict)
        self.later = {k.to: k.document for k in lineage.links if k.kind == "revised" and k.to}

    def support(self, claim: Claim) -> Support:
        """Everything that the grade of one claim is read from."""
        said = tuple(self.statements[number] for number in claim.statements)
        origins = tuple(self.origins[claim.id])
        return Support(
            claim,
            origins,
            self.ranges.get(claim.id, OriginRange(claim.id, 0, 0, ())),
            tuple(self.drifts[claim.id]),
            said,
            self.statements,
            self.attributions,
            {origin.id: self._sides(origin, said) for origin in origins},
            tuple(c for c in self.conflicts[claim.id] if c.kind != "polarity"),
            tuple(s for s in said if s.stance == "for" and self._dropped(s, claim)),
            self.texts,
            self.bodies,
            self.order,
            self.days,
        )

    def _sides(self, origin: Origin, said: Sequence[Statement]) -> Parties:
        """Parties as the supporting statements of an origin's first report show them.

        So no denial makes its speaker one, and no copy makes anybody one.
        """
        first = origin.documents[0]
        told = [s for s in said if s.document == first and s.stance == "for"]
        return parties(told, self.said_in.get(first, ()))

    def _dropped(self, statement: Statement, claim: Claim) -> bool:
        later = self.later.get(statement.document)
        return later is not None and later not in claim.documents and bool(self.said_in.get(later))


def _bodies(
    documents: Sequence[Document], attributions: Iterable[Attribution]
) -> dict[str, SourceKind]:
    kinds = {
        bare(a.source.name): a.source.kind
        for a in attributions
        if a.source and a.source.name and a.source.kind not in {"media", "author", "unspecified"}
    }
    held = {d.id: bare(d.publisher) for d in documents if d.publisher}
    return {number: kinds[name] for number, name in held.items() if name in kinds}
