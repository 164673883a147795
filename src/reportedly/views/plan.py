"""How much goes into one page: everything, until its weight forbids; the rest is counted.

A browser opens ten megabytes without trouble, not a hundred. Nothing left out here is lost: it
stays in the ledger, and the page says how much there is and how to see it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from reportedly.model import Claim, Statement
from reportedly.shelf import Shelf, stands_alone

CLAIMS = 200
"""Claims shown with their evidence."""
ALONE = 400
"""Claims of one report, disputed by nobody, listed in one line each."""
FALLBACK = 12
"""Claims shown in full where every claim stands alone, or there is one report only."""
EACH = 30
"""Statements shown for one claim."""
TOGETHER = 500
"""Statements after which a claim shows no more than ``FEW``."""
FEW = 3
LINES = 40
"""Reports, or folds of reports, drawn for one claim."""
DRAWN = 300
"""Reports after which the drawing of a claim has no more than ``FEW_LINES``, and no certainty."""
FEW_LINES = 6
TEXT = 600_000
"""Characters of reports printed whole; beyond, paragraphs that hold shown evidence only."""


@dataclass(frozen=True)
class Plan:
    """What is shown, and how many of each kind are not."""

    claims: tuple[Claim, ...]
    more_claims: int
    alone: tuple[Claim, ...]
    more_alone: int
    statements: dict[str, tuple[Statement, ...]]
    lines: dict[str, int]
    whole: bool

    @cached_property
    def shown(self) -> frozenset[str]:
        """Ids of the claims that have an anchor in the page."""
        return frozenset(claim.id for claim in self.claims)

    @cached_property
    def anchored(self) -> frozenset[str]:
        """Ids of the statements that have an anchor in their report."""
        return frozenset(s.id for held in self.evidence.values() for s in held)

    @cached_property
    def evidence(self) -> dict[str, tuple[Statement, ...]]:
        """Statements that need an anchor in their report, by document."""
        found: dict[str, list[Statement]] = {}
        for claim in (*self.claims, *self.alone):
            for statement in self.statements[claim.id]:
                found.setdefault(statement.document, []).append(statement)
        return {document: tuple(held) for document, held in found.items()}


def plan(shelf: Shelf) -> Plan:
    """Important claims first, in the shelf's order, as long as there is room."""
    apart = [stands_alone(c) for c in shelf.claims]
    # Only what has room is held, since a ledger may have a hundred thousand claims.
    important = _first(shelf, (n for n, is_alone in enumerate(apart) if not is_alone), CLAIMS)
    alone = _first(shelf, (n for n, is_alone in enumerate(apart) if is_alone), ALONE + FALLBACK)
    room = 0
    if not important or len(shelf.documents) == 1:
        room = min(max(0, FALLBACK - len(important)), len(alone))
    claims, listed = (*important, *alone[:room])[:CLAIMS], alone[room:][:ALONE]
    return Plan(
        claims,
        apart.count(False) + room - len(claims),
        listed,
        apart.count(True) - room - len(listed),
        {**_statements(shelf, claims), **{c.id: shelf.statements_of(c) for c in listed}},
        _lines(claims),
        sum(len(d.text) for d in shelf.documents.values()) <= TEXT,
    )


def _first(shelf: Shelf, places: Iterator[int], count: int) -> tuple[Claim, ...]:
    return tuple(shelf.claims[place] for place in islice(places, count))


def _statements(shelf: Shelf, claims: tuple[Claim, ...]) -> dict[str, tuple[Statement, ...]]:
    shown, spent = {}, 0
    for claim in claims:
        limit = EACH if spent < TOGETHER else FEW
        shown[claim.id] = shelf.statements_of(claim)[:limit]
        spent += len(shown[claim.id])
    return shown


def _lines(claims: tuple[Claim, ...]) -> dict[str, int]:
    """How many reports the drawing of each claim has room for."""
    room, spent = {}, 0
    for claim in claims:
        room[claim.id] = LINES if spent < DRAWN else FEW_LINES
        spent += min(len(claim.documents), room[claim.id])
    return room
