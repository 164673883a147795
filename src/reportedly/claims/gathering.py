"""Statements that assert or deny one thing, gathered from any number of reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.claims.actors import Directory, directory
from reportedly.claims.blocks import alike, candidates
from reportedly.claims.choose import ordered, spokesman, status
from reportedly.claims.clusters import Bounds, clusters, medoid
from reportedly.claims.compare import joined, score
from reportedly.claims.conflicts import conflicts
from reportedly.claims.features import Pair
from reportedly.claims.positions import positions
from reportedly.claims.relations import relations
from reportedly.claims.table import EMPTY, Table
from reportedly.claims.tellings import Telling, tellings
from reportedly.claims.thresholds import threshold
from reportedly.claims.words import Rarity, rarity
from reportedly.model import Claim, Document, Factor, Gathering, Reading, identify


def gather(
    documents: Iterable[Document], readings: Iterable[Reading], own: Table = EMPTY
) -> Gathering:
    """Claims, actors and conflicts of all ``readings``; every statement is in one claim.

    ``own`` is a person's table of names, which goes before every join of actors.

    The order of the input does not matter. A claim is named after its earliest statement, so
    that it keeps its id when later reports join it.
    """
    kept, read = tuple(documents), tuple(readings)
    known = directory(kept, read, own)
    told = tellings(kept, read)
    rare = rarity(telling.bag for telling in told)
    groups = _groups(told, rare)
    claims = ordered([_claim(group, known, rare) for group in groups])
    by_statement = {telling.id: telling for telling in told}
    clashes = tuple(
        conflict
        for claim in claims
        for conflict in conflicts(claim.id, [by_statement[s] for s in claim.statements], known)
    )
    return Gathering(claims, known.actors, clashes, relations(kept, read, known))


@dataclass(frozen=True, slots=True)
class _Group:
    """The statements of one claim, earliest first, and the one that the others gather around."""

    told: tuple[Telling, ...]
    centre: Telling


def _groups(told: Sequence[Telling], rare: Rarity) -> list[_Group]:
    same = alike(told)
    first = [group[0] for group in same]

    def compared(i: int, j: int) -> float:
        return score(Pair(first[i], first[j], rare))

    bounds = Bounds(threshold("join"), threshold("hold"), int(threshold("exemplars")))
    found = []
    for cluster in clusters(len(first), candidates(first, rare), compared, bounds):
        members = sorted((t for i in cluster for t in same[i]), key=lambda t: t.order)
        centre = first[medoid(cluster, compared, bounds.exemplars)]
        found.append(_Group(tuple(members), centre))
    return found


def _claim(group: _Group, known: Directory, rare: Rarity) -> Claim:
    told = group.told
    held = positions(told, known)
    central = {t.id: score(Pair(group.centre, t, rare)) for t in told}
    chosen = spokesman(told, central)
    dates = sorted(t.document.published for t in told if t.document.published)
    return Claim(
        id=identify("claim", told[0].id),
        text=chosen.evidence,
        status=status(held, told),
        statements=tuple(t.id for t in told),
        positions=held,
        documents=tuple(dict.fromkeys(t.document.id for t in told)),
        first_seen=dates[0] if dates else None,
        last_seen=dates[-1] if dates else None,
        joins=_joins(group, rare),
    )


def _joins(group: _Group, rare: Rarity) -> tuple[Factor, ...]:
    """Why each statement stands with the one in the middle."""
    centre = group.centre
    return tuple(joined(Pair(centre, t, rare)) for t in group.told if t.id != centre.id)
