"""Every drawing with what it shows, as the templates ask for it."""

from collections.abc import Iterable

from markupsafe import Markup

from reportedly.model import Claim, Effect, Evidence, Span
from reportedly.shelf import Shelf

from ..calendar import Calendar, Lane, calendar
from ..causes import Picture, Pictures, pictures
from ..chain import Chain, chain
from ..lineage import trail
from ..quoting import quotation
from ..relations import Bonds, bonds
from ..timeline import Row
from . import bands, causes, relations, strokes
from . import calendar as days
from . import chain as steps

OPENING = 70
"""Characters of a claim that stand beside a drawing."""


class Gallery:
    """The drawings of one case."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.degrees = strokes.DEGREES
        self.sample = strokes.sample

    def chain(self, claim: Claim) -> Chain:
        """How sure a claim is told along its chains."""
        return chain(trail(self.shelf, claim))

    def drawn_chain(self, found: Chain, claim: Claim) -> Markup:
        """The drawing of it."""
        return steps.chain(self.shelf, found, f"g-{claim.id}")

    def calendar(self, rows: Iterable[Row]) -> Calendar:
        """Rows of the timeline under one axis."""
        return calendar(rows)

    def axis(self, found: Calendar) -> Markup:
        """Its days."""
        return days.axis(found)

    def drawn_lane(self, found: Calendar, lane: Lane) -> Markup:
        """One of its rows."""
        return days.lane(self.shelf, found, lane, f"t-{lane.row.claim.id}")

    @property
    def bonds(self) -> Bonds:
        """Who does what to whom."""
        return self.shelf.once("bonds", bonds)

    def drawn_bonds(self) -> Markup:
        """The drawing of it."""
        return relations.relations(self.bonds, "g-relations")

    @property
    def pictures(self) -> Pictures:
        """What leads to what."""
        return self.shelf.once("pictures", pictures)

    def drawn_causes(self, found: Picture, number: int) -> Markup:
        """One of the drawings of it."""
        return causes.causes(self.shelf, found, f"g-causes-{number}")

    def band(self, effect: Effect) -> Markup:
        """How far a concept moves, between -1 and 1, and the band of that."""
        return bands.band(effect)

    def opening(self, evidence: Evidence) -> Markup:
        """The first words of an evidence, in quotation marks; a gap sign where there are more."""
        document = self.shelf.documents[evidence.document]
        first = evidence.spans[0]
        text = document.text[first.start : first.end]
        if len(evidence.spans) == 1 and len(text) <= OPENING:
            return quotation(document, evidence.spans)
        end = text.rfind(" ", OPENING // 2, OPENING)
        kept = Span(first.start, first.start + (end if end > 0 else min(len(text), OPENING)))
        return quotation(document, (kept,)) + Markup(' <span class="gap">…</span>')
