"""What stands behind an answer and against it: origins and voices, never reports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.model import (
    Backing,
    Claim,
    Contrary,
    Document,
    Evidence,
    Issue,
    Lineage,
    Origin,
    OriginRange,
    Position,
    Reading,
)

_OWN = frozenset({"author", "media"})


@dataclass(frozen=True, slots=True)
class Ground:
    """Origins and ranges by claim, the reports that each follows, the words of statements."""

    origins: Mapping[str, Sequence[Origin]]
    ranges: Mapping[str, OriginRange]
    above: Mapping[str, frozenset[str]]
    said: Mapping[str, Evidence]

    @classmethod
    def of(
        cls, documents: Sequence[Document], readings: Sequence[Reading], lineage: Lineage
    ) -> "Ground":
        """What is known of the reports."""
        origins: dict[str, list[Origin]] = {}
        for origin in lineage.origins:
            origins.setdefault(origin.claim, []).append(origin)
        above: dict[str, set[str]] = {d.id: set() for d in documents}
        for link in lineage.links:
            if link.to in above and link.document in above:
                above[link.document].add(link.to)
        ranges = {one.claim: one for one in lineage.ranges}
        said = {s.id: Evidence(s.document, s.spans) for r in readings for s in r.statements}
        follows = {id_: frozenset(held) for id_, held in above.items()}
        return cls(origins, ranges, follows, said)


def backing(claim: Claim, issue: Issue, ground: Ground) -> Backing:
    """The origins behind ``claim`` as an answer, and the voices against it.

    Where only some of its statements give what is asked for, only origins of those stand behind it.
    An origin stands apart from the question where no report that asks has anything from it.
    """
    held = ground.origins.get(claim.id, ())
    giving = frozenset(s for one in issue.answers if one.claim == claim.id for s in one.statements)
    if giving:
        held = [origin for origin in held if not giving.isdisjoint(origin.statements)]
    asking = frozenset(issue.documents)
    apart = tuple(o.id for o in held if o.shown and o.documents and asking.isdisjoint(o.documents))
    least, most = _range(ground.ranges.get(claim.id), held)
    ids = tuple(origin.id for origin in held)
    return Backing(claim.id, least, most, ids, apart, _against(claim, ground))


def _range(whole: OriginRange | None, held: Sequence[Origin]) -> tuple[int, int]:
    """How many of a claim's origins these are, at least and at most."""
    if whole is None or not held:
        return 0, 0
    shown = max(1, sum(origin.shown for origin in held))
    return min(whole.at_least, shown), min(whole.at_most, len(held))


def _against(claim: Claim, ground: Ground) -> tuple[Contrary, ...]:
    """Voices that deny; an outlet whose every report follows another that denies is none."""
    denying = [p for p in claim.positions if p.stance == "against"]
    return tuple(
        Contrary(p.voice, p.kind, p.statements, p.documents)
        for p in denying
        if not _follows(p, denying, ground)
    )


def _follows(position: Position, denying: Sequence[Position], ground: Ground) -> bool:
    if position.kind not in _OWN or position.label is not None:
        return False
    others = {d for p in denying if p is not position for d in p.documents}
    return all(ground.above.get(d, frozenset()) & others for d in position.documents)
