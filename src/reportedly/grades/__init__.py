"""Claims and origins → a suggestion of how well each is supported, as a list of reasons."""

from collections.abc import Sequence

from reportedly.model import Document, Factor, Gathering, Grade, Graded, Lineage, Reading

from .digits import digit, reasons, turns
from .hypotheses import compete
from .issues import follow
from .ruled import Given, given
from .summary import summary
from .support import Support, supports
from .table import Sources, parse_sources, read_sources, sources_text

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
    own: Sources = (),
) -> tuple[Grade, ...]:
    """One grade a claim, in the order of the claims.

    The letter is F until a person has ``graded`` a source, or judged it in a table of the person's
    ``own``; then the best of those that the claim leads back to. The digit comes from the sum of
    the factors (:func:`.digits.digit`). A person's grade of the claim itself goes before both; but
    its digit 1, too, takes two origins shown.
    """
    known = given(graded, gathering, own)
    return tuple(_grade(held, known) for held in supports(documents, readings, gathering, lineage))


def _grade(held: Support, known: Given) -> Grade:
    factors = reasons(held)
    found = digit(held, factors)
    letter, sources = known.sources(held)
    suggested = Grade(
        held.claim.id,
        letter or "F",
        found.digit,
        summary(held),
        (*factors, found.reason, *(sources or (_UNKNOWN,))),
        turns=turns(held, factors),
    )
    return known.claim(held, suggested)


__all__ = ["Sources", "compete", "follow", "parse_sources", "read_sources", "sources_text", "weigh"]
