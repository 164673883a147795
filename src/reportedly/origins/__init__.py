"""Claims and documents → where each claim comes from (``docs/origins.md`` states every rule)."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.model import (
    Claim,
    Decisions,
    Document,
    Factor,
    Gathering,
    Lineage,
    Link,
    OriginRange,
    Reading,
)

from .copies import copies
from .credits import Credit, mentions
from .drift import drifts
from .events import events
from .lineage import graph, resolve, shelf
from .origins import origins
from .outlets import outlets
from .quotes import quoted
from .ruled import followed, of_claims
from .voices import Ground, ground
from .words import words

_UNDECIDED = Decisions()


def trace(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    gathering: Gathering,
    decided: Decisions = _UNDECIDED,
) -> Lineage:
    """Who has it from whom, how few origins stand behind each claim, and what changed on the way.

    ``documents`` in order of publication, ``readings`` in any order. ``decided``: which links
    people call wrong, and which origins one or two. Raises nothing of its own.
    """
    read = {reading.document: reading for reading in readings}
    known = outlets(documents, readings)
    by_report = {d.id: mentions(d, read.get(d.id, Reading(d.id)), known) for d in documents}
    named = [credit for found in by_report.values() for credit in found]
    kept = ground(documents, readings, gathering, known)
    links = _links(documents, named, kept, gathering)
    links, by_report = followed(links, by_report, decided.unfollowed, kept)
    upward = graph(links)
    rings = upward.loops()
    ties = of_claims(decided.origins, gathering.claims)
    traced = [
        (c, origins(c, kept, upward, by_report, ties.get(c.id, ()))) for c in gathering.claims
    ]
    return Lineage(
        links,
        tuple(origin for _, found in traced for origin in found.origins),
        tuple(_with_rings(found.range, rings, claim) for claim, found in traced),
        drifts(gathering.claims, kept, links),
        events(documents, links, gathering.claims, kept.statements),
    )


def _links(
    documents: Sequence[Document], named: Sequence[Credit], kept: Ground, gathering: Gathering
) -> tuple[Link, ...]:
    """Copies, credits and quotations, one link a pair and kind."""
    reports = tuple(words(document) for document in documents)
    copied = copies(documents, reports, named)
    kept_by_id = shelf(documents, reports, kept.statements, gathering, copied, named)
    credited = resolve(named, kept_by_id)
    links = (*copied, *credited, *quoted(documents, (*copied, *credited)))
    return tuple({link.id: link for link in reversed(links)}.values())[::-1]


def _with_rings(
    count: OriginRange, rings: tuple[tuple[str, ...], ...], claim: Claim
) -> OriginRange:
    """The range, with a word on every circle of credits among the claim's reports."""
    circles = sum(set(ring) <= set(claim.documents) for ring in rings)
    if not circles:
        return count
    text = f"{circles} circle of reports that credit one another; not followed further."
    return replace(count, reasons=(*count.reasons, Factor("circle", 0.0, text)))


__all__ = ["trace"]
