"""Claims and origins → a suggestion of how well each is supported, as a list of reasons."""

from collections.abc import Sequence

from reportedly.lexicons import load
from reportedly.model import Document, Factor, Gathering, Grade, Graded, Lineage, Reading

from .factors import FACTORS
from .issues import follow
from .ruled import Given, given
from .summary import summary
from .support import Support, supports

__all__ = ["follow", "weigh"]

_UNKNOWN = Factor(
    "reliability",
    0.0,
    "How far its sources have been right before is not recorded here, so no letter is suggested.",
)


def weigh(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    gathering: Gathering,
    lineage: Lineage,
    graded: Sequence[Graded] = (),
) -> tuple[Grade, ...]:
    """One grade a claim, in the order of the claims.

    The letter is F until a person has ``graded`` a source; then the best of those that the claim
    leads back to. The digit comes from the sum of the factors; it is 6 without an origin shown, and
    1 only with two of them, first reported by different reports, and no denial. A person's grade of
    the claim itself goes before both; but its digit 1, too, takes two origins shown.
    """
    known = given(graded, gathering)
    return tuple(_grade(held, known) for held in supports(documents, readings, gathering, lineage))


def _grade(held: Support, known: Given) -> Grade:
    factors = tuple(factor for reason in FACTORS if (factor := reason(held)))
    digit = _digit(held, sum(factor.weight for factor in factors))
    letter, sources = known.sources(held)
    suggested = Grade(
        held.claim.id, letter or "F", digit, summary(held), (*factors, *(sources or (_UNKNOWN,)))
    )
    return known.claim(held, suggested)


def _digit(held: Support, total: float) -> str:
    limits = load("grades")["digits"]
    if not held.shown:
        return "6"
    if total >= limits["one"] and held.separately and not held.against:
        return "1"
    if total >= limits["two"] and len(held.shown) >= 2:
        return "2"
    return "3" if total >= limits["three"] else "4"
