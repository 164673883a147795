"""Claims and origins → a suggestion of how well each is supported, as a list of reasons."""

from collections.abc import Sequence

from reportedly.lexicons import load
from reportedly.model import Document, Factor, Gathering, Grade, Lineage, Reading

from .factors import FACTORS
from .summary import summary
from .support import Support, supports

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
) -> tuple[Grade, ...]:
    """One grade a claim, in the order of the claims.

    The letter is F until a person's own table of sources says otherwise. The digit comes from the
    sum of the factors; it is 6 without an origin shown, and 1 only with two of them, first reported
    by different reports, and no denial.
    """
    return tuple(_grade(held) for held in supports(documents, readings, gathering, lineage))


def _grade(held: Support) -> Grade:
    factors = tuple(factor for reason in FACTORS if (factor := reason(held)))
    digit = _digit(held, sum(factor.weight for factor in factors))
    return Grade(held.claim.id, "F", digit, summary(held), (*factors, _UNKNOWN))


def _digit(held: Support, total: float) -> str:
    limits = load("grades")["digits"]
    if not held.shown:
        return "6"
    if total >= limits["one"] and held.separately and not held.against:
        return "1"
    if total >= limits["two"] and len(held.shown) >= 2:
        return "2"
    return "3" if total >= limits["three"] else "4"
