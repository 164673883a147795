"""One claim with everything its grade is read from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.model import (
    Attribution,
    Claim,
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
)

from .parties import Parties, parties


@dataclass(frozen=True, slots=True)
class Support:
    """A claim, who stands behind it and against it, and who is party to the matter.

    ``bodies``: reports published by somebody who speaks elsewhere here (a ministry's page), and
    what kind of voice that is.
    """

    claim: Claim
    origins: tuple[Origin, ...]
    range: OriginRange
    drifts: tuple[Drift, ...]
    statements: tuple[Statement, ...]
    attributions: dict[str, Attribution]
    parties: Parties
    texts: dict[str, str]
    bodies: dict[str, SourceKind]

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

    def source(self, statement: Statement) -> Source | None:
        """Who says it; None for the report's own word and where nobody is named."""
        attribution = self.attributions.get(statement.attribution or "")
        return attribution.source if attribution else None

    def party(self, statement: Statement) -> bool:
        """Whether the statement's voice is a party to the matter."""
        source = self.source(statement)
        return source is not None and self.parties.holds(source.name, source.country)


def supports(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    gathering: Gathering,
    lineage: Lineage,
) -> tuple[Support, ...]:
    """One for each claim, in the order of the claims."""
    texts = {d.id: d.text for d in documents}
    statements = {s.id: s for r in readings for s in r.statements}
    attributions = {a.id: a for r in readings for a in r.attributions}
    bodies = _bodies(documents, attributions.values())
    ranges = {r.claim: r for r in lineage.ranges}
    origins: dict[str, list[Origin]] = {}
    for origin in lineage.origins:
        origins.setdefault(origin.claim, []).append(origin)
    drifts: dict[str, list[Drift]] = {}
    for drift in lineage.drifts:
        drifts.setdefault(drift.claim, []).append(drift)
    by_document = {r.document: r.statements for r in readings}
    return tuple(
        Support(
            claim,
            tuple(origins.get(claim.id, ())),
            ranges.get(claim.id, OriginRange(claim.id, 0, 0, ())),
            tuple(drifts.get(claim.id, ())),
            said,
            attributions,
            _parties(said, by_document),
            texts,
            bodies,
        )
        for claim in gathering.claims
        for said in (tuple(statements[number] for number in claim.statements),)
    )


def _parties(said: Sequence[Statement], by_document: dict[str, tuple[Statement, ...]]) -> Parties:
    """Parties as the supporting reports show them, so that no denial makes its speaker one."""
    behind = [s for s in said if s.stance == "for"] or said
    documents = dict.fromkeys(s.document for s in behind)
    return parties(behind, [s for d in documents for s in by_document.get(d, ())])


def _bodies(
    documents: Sequence[Document], attributions: Iterable[Attribution]
) -> dict[str, SourceKind]:
    kinds = {
        _bare(a.source.name): a.source.kind
        for a in attributions
        if a.source and a.source.name and a.source.kind not in {"media", "author", "unspecified"}
    }
    held = {d.id: _bare(d.publisher) for d in documents if d.publisher}
    return {number: kinds[name] for number, name in held.items() if name in kinds}


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ")
