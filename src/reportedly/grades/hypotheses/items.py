"""The items of evidence: one for each voice behind or against a claim.

However often it is printed, it is one item: evidence is counted by where it comes from.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.model import (
    Claim,
    Evidence,
    Item,
    Lineage,
    Origin,
    Position,
    Reading,
    Statement,
    bare,
    identify,
)

NAMELESS = frozenset({"nobody named", "unidentified"})
"""What voices are called that no words name."""

_OWN = frozenset({"author", "media", "anonymous", "unspecified"})
"""Kinds of voices that one report can have from another."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What items are made of, by id and by claim.

    ``order``: the place of each report, the earliest first; ``above``: those that each follows.
    """

    statements: Mapping[str, Statement]
    origins: Mapping[str, Sequence[Origin]]
    order: Mapping[str, int]
    above: Mapping[str, Sequence[str]]

    def sorted(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Statements that are here, the earliest first."""
        held = (self.statements[id_] for id_ in dict.fromkeys(ids) if id_ in self.statements)
        return tuple(s.id for s in sorted(held, key=self._place))

    def _place(self, statement: Statement) -> tuple[object, ...]:
        return self.order[statement.document], statement.sentence, statement.id


def ground(documents: Iterable[str], readings: Iterable[Reading], lineage: Lineage) -> Ground:
    """``documents``: ids of the reports, the earliest first."""
    origins: dict[str, list[Origin]] = {}
    for origin in lineage.origins:
        origins.setdefault(origin.claim, []).append(origin)
    above: dict[str, list[str]] = {}
    for link in lineage.links:
        if link.to is not None:
            above.setdefault(link.document, []).append(link.to)
    statements = {s.id: s for reading in readings for s in reading.statements}
    return Ground(statements, origins, {d: n for n, d in enumerate(documents)}, above)


def items(claim: Claim, held: Ground) -> tuple[Item, ...]:
    """Those behind the claim as its origins stand, then those against it, the earliest first."""
    labels = {(p.stance, p.voice): p.label for p in claim.positions if p.label}
    behind = (_behind(origin, labels.get(("for", origin.voice)), held)
              for origin in held.origins.get(claim.id, ()))  # fmt: skip
    return tuple(item for item in (*behind, *_against(claim, held)) if item.statements)


def _behind(origin: Origin, label: Evidence | None, held: Ground) -> Item:
    return Item(
        identify("item", origin.id), origin.claim, "for", origin.voice, origin.kind,
        origin.country, origin.named, origin.shown, held.sorted(origin.statements),
        origin.documents, "medium", "medium", label,
    )  # fmt: skip


def _against(claim: Claim, held: Ground) -> Iterator[Item]:
    """One for each voice that denies; a report that follows another denies on that one's word."""
    denying = [p for p in claim.positions if p.stance == "against"]
    printed: dict[str, list[int]] = {}
    for number, position in enumerate(denying):
        for document in position.documents:
            printed.setdefault(document, []).append(number)
    groups: dict[int, list[Position]] = {}
    for number, position in enumerate(denying):
        groups.setdefault(_home(number, denying, printed, held), []).append(position)
    for number, group in sorted(groups.items()):
        yield _denial(claim, denying[number], group, held)


def _home(
    number: int, denying: Sequence[Position], printed: Mapping[str, list[int]], held: Ground
) -> int:
    """The denial that one leads back to, along what its reports follow; itself where to none."""
    met = {number}
    while (upper := _upper(denying[number], met, printed, held)) is not None:
        met.add(upper)
        number = upper
    return number


def _upper(
    position: Position, met: set[int], printed: Mapping[str, list[int]], held: Ground
) -> int | None:
    """The nearest denial in a report that this one's first report follows."""
    if position.kind not in _OWN or not position.documents:
        return None
    waiting = [min(position.documents, key=lambda d: (held.order[d], d))]
    seen = set(waiting)
    while waiting:
        for upper in held.above.get(waiting.pop(0), ()):
            found = [number for number in printed.get(upper, ()) if number not in met]
            if found:
                return found[0]
            waiting += [upper] if upper not in seen else []
            seen.add(upper)
    return None


def _denial(claim: Claim, first: Position, group: Sequence[Position], held: Ground) -> Item:
    named = first.kind not in {"anonymous", "unspecified"} and first.voice not in NAMELESS
    return Item(
        identify("item", claim.id, "against", bare(first.voice), first.kind, first.country),
        claim.id, "against", first.voice, first.kind, first.country, named, named,
        held.sorted(s for p in group for s in p.statements),
        tuple(dict.fromkeys(d for p in group for d in p.documents)),
        "medium", "medium", first.label,
    )  # fmt: skip
