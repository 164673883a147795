"""Claims and documents → where each claim comes from (``docs/origins.md`` states every rule)."""

from collections.abc import Iterable, Mapping, Sequence
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

from .arrows import of_arrows
from .copies import copies
from .credits import Credit, mentions
from .drift import drifts
from .events import events
from .lineage import graph, resolve, settled, shelf
from .origins import origins
from .outlets import outlets
from .quotes import quoted
from .ruled import followed, of_claims
from .siblings import without_siblings
from .voices import Ground, ground
from .words import numbered, words

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
    at = {d.url: d for d in reversed(documents) if d.url}
    named = [c for d in documents for c in mentions(d, read.get(d.id, Reading(d.id)), known, at)]
    kept = ground(documents, readings, gathering, known)
    links, counted = _links(documents, read, named, kept, gathering)
    links, by_report = followed(links, _by_report(counted), decided.unfollowed, kept)
    upward = graph(links)
    rings: dict[str, list[frozenset[str]]] = {}
    for ring in upward.loops():
        rings.setdefault(ring[0], []).append(frozenset(ring))
    ties = of_claims(decided.origins, gathering.claims)
    traced = [
        (c, origins(c, kept, upward, by_report, ties.get(c.id, ()))) for c in gathering.claims
    ]
    arrows = [
        (c, origins(c, there, upward, by_report))
        for c, there in of_arrows(gathering, kept, readings)
    ]
    return Lineage(
        links,
        tuple(origin for _, found in traced for origin in found.origins),
        tuple(_with_rings(found.range, rings, claim) for claim, found in traced),
        drifts(gathering.claims, kept, links),
        events(documents, links, gathering.claims, kept.statements),
        tuple(origin for _, found in arrows for origin in found.origins),
        tuple(_with_rings(found.range, rings, claim) for claim, found in arrows),
    )


def _links(
    documents: Sequence[Document],
    read: Mapping[str, Reading],
    named: Sequence[Credit],
    kept: Ground,
    gathering: Gathering,
) -> tuple[tuple[Link, ...], tuple[Credit, ...]]:
    """Copies, credits and quotations, one link a pair and kind; and the credits that count."""
    forms: dict[str, str] = {}
    reports = numbered(words(d, read.get(d.id, Reading(d.id)), forms) for d in documents)
    copied = copies(documents, reports, named)
    kept_by_id = shelf(documents, reports, kept.statements, gathering, copied)
    counted = settled(named, kept_by_id)
    credited = resolve(counted, kept_by_id)
    kept_copies = without_siblings(copied.links, credited)
    links = (*kept_copies, *credited, *quoted(documents, (*kept_copies, *credited)))
    return tuple({link.id: link for link in reversed(links)}.values())[::-1], counted


def _by_report(counted: Iterable[Credit]) -> dict[str, tuple[Credit, ...]]:
    found: dict[str, list[Credit]] = {}
    for credit in counted:
        found.setdefault(credit.document, []).append(credit)
    return {document: tuple(held) for document, held in found.items()}


def _with_rings(
    count: OriginRange, rings: Mapping[str, Sequence[frozenset[str]]], claim: Claim
) -> OriginRange:
    """The range, with a word on every circle of credits among the claim's reports.

    ``rings``: circles by one report of each.
    """
    held = set(claim.documents)
    circles = sum(ring <= held for document in held for ring in rings.get(document, ()))
    if not circles:
        return count
    text = f"{circles} circle of reports that credit one another; not followed further."
    return replace(count, reasons=(*count.reasons, Factor("circle", 0.0, text)))


__all__ = ["trace"]
