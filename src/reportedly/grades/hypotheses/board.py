"""A case as hypotheses are made of it: claims with their items, and what is proposed on them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.grades.parties import parties
from reportedly.grades.ruled import Given, given
from reportedly.model import (
    Assessed,
    Claim,
    ConflictKind,
    Decisions,
    Document,
    Gathering,
    Hypothesis,
    Item,
    Judged,
    Lineage,
    Reading,
)

from .items import Ground, ground, items
from .propose import Proposal, conflicts, denial
from .suggest import Bearing
from .values import Clashes, clashing
from .weights import weighed

PROPOSED = 4
"""Sets that are proposed, on the claims that stand first; people may write any."""


@dataclass(frozen=True, slots=True)
class Board:
    """``homes``: the claim of each statement; ``clashes``: values that exclude one another."""

    ground: Ground
    claims: Mapping[str, Claim]
    homes: Mapping[str, str]
    clashes: Mapping[str, Mapping[ConflictKind, Clashes]]
    known: Given
    _items: dict[str, tuple[Item, ...]] = field(default_factory=dict)

    def items(self, claim: str) -> tuple[Item, ...]:
        """The items of one claim, with what grades say of their credibility."""
        if claim not in self._items:
            made = items(self.claims[claim], self.ground)
            self._items[claim] = tuple(weighed(item, self.known) for item in made)
        return self._items[claim]

    def proposals(self, judged: Iterable[Assessed]) -> list[Proposal]:
        """Those on the claims that stand first, and all that people ruled on."""
        named = (t.statement for r in judged for t in r.targets if t.kind == "hypothesis")
        wanted = {self.homes.get(statement or "") for statement in named}
        found: list[Proposal] = []
        for claim in self.claims.values():
            disputed = claim.status == "contested" or claim.id in self.clashes
            if claim.id in wanted or (disputed and len(found) < PROPOSED):
                found += self._on(claim)
        return found

    def _on(self, claim: Claim) -> Iterator[Proposal]:
        held = self.items(claim.id)
        denied = denial(claim, held)
        if denied:
            yield denied
        clashes = self.clashes.get(claim.id, {})
        yield from conflicts(claim, held, self.ground.statements, clashes)

    def bearing(self, hypotheses: Iterable[Hypothesis]) -> Bearing:
        """What cells are suggested from, for the claims of these hypotheses."""
        wanted = dict.fromkeys(p.claim for one in hypotheses for p in one.premises)
        sides = {
            claim: parties([self.ground.statements[i.statements[0]] for i in self.items(claim)], ())
            for claim in wanted
        }
        return Bearing(self.ground.statements, sides, self.clashes)


def board(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    gathering: Gathering,
    lineage: Lineage,
    decided: Decisions,
    own: Iterable[Judged],
) -> Board:
    """``documents`` in order of publication; ``own``: the person's table of sources."""
    held = ground((d.id for d in documents), readings, lineage)
    return Board(
        held,
        {claim.id: claim for claim in gathering.claims},
        {number: claim.id for claim in gathering.claims for number in claim.statements},
        clashing(gathering.conflicts, held.statements),
        given(decided.graded, gathering, own),
    )
