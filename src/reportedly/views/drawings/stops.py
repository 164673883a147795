"""Where each report of a claim stands: a column of its own, the lane of its outlet."""

from dataclasses import dataclass

from reportedly.model import Claim, Document, Factuality, Stance

from ..shelf import Shelf
from ..words import CERTAINTY

REPORTS = 40
"""Reports in one drawing; a wider one nobody reads."""
LABEL, LANE, TOP, SIGN, SIGNS = 200, 76, 44, 28, 3
_STANCES: tuple[Stance, ...] = ("for", "against", "observing", "silent")


@dataclass(frozen=True, slots=True)
class Sign:
    """One way in which a report carries the claim: own word or somebody else's."""

    stance: Stance
    factuality: Factuality
    own: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """One report's place in the drawing."""

    document: Document
    number: str
    x: float
    y: float
    width: float
    signs: tuple[Sign, ...]

    @property
    def left(self) -> float:
        """Where lines reach its signs."""
        return self.x - SIGN * (len(self.signs) - 1) / 2 - 14

    @property
    def right(self) -> float:
        """Where lines leave its signs."""
        return 2 * self.x - self.left


def drawn(shelf: Shelf, claim: Claim) -> tuple[Document, ...]:
    """The reports a drawing shows, in the order they came out."""
    held = set(claim.documents)
    return tuple(d for d in shelf.documents.values() if d.id in held)[:REPORTS]


def signs(shelf: Shelf, claim: Claim, document: Document) -> tuple[Sign, ...]:
    """How ``document`` carries ``claim``, each way once: for, against, observing, silent."""
    found = {
        Sign(s.stance, s.factuality, s.attribution is None)
        for s in (shelf.statements[i] for i in claim.statements if i in shelf.statements)
        if s.document == document.id
    }
    return tuple(sorted(found, key=_rank))


def stops(shelf: Shelf, claim: Claim, lanes: list[str], top: float) -> tuple[Stop, ...]:
    """One column a report, as wide as its signs need; ``top`` is where the first lane begins."""
    found, x = [], float(LABEL)
    for document in drawn(shelf, claim):
        held = signs(shelf, claim, document)[:SIGNS]
        width = max(62, SIGN * len(held) + 32)
        y = top + LANE * (lanes.index(document.outlet) + 0.5)
        number = shelf.numbers[document.id]
        found.append(Stop(document, number, x + width / 2, y, width, held))
        x += width
    return tuple(found)


def _rank(sign: Sign) -> tuple[int, int, bool]:
    return (_STANCES.index(sign.stance), CERTAINTY.index(sign.factuality), sign.own)
