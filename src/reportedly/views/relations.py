"""Who is said to do what to whom: relations of one kind between two actors, counted."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Actor, Factuality, Relation, RelationKind, Statement
from reportedly.shelf import Shelf

from .words import CERTAINTY

DRAWN = 24
"""Ties that are drawn, the most told first."""
LISTED = 200
"""Ties that are listed below the drawing; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Bond:
    """What one actor is said to do to another: ``told`` are the relations that say so.

    ``denied``: their voices say that it is not so; such a tie stands by itself. ``sure`` is the
    surest of their values.
    """

    source: Actor
    target: Actor
    kind: RelationKind
    code: str
    denied: bool
    sure: Factuality
    told: tuple[Relation, ...]
    statements: tuple[Statement, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The reports that say so, each once."""
        return tuple(dict.fromkeys(s.document for s in self.statements))


@dataclass(frozen=True, slots=True)
class Bonds:
    """Ties between actors, the most told first; ``more`` have no room in the list."""

    all: tuple[Bond, ...]

    @property
    def drawn(self) -> tuple[Bond, ...]:
        """Those of the drawing, with all of one actor's together."""
        chosen = self.all[:DRAWN]
        place = {b.source.id: n for n, b in reversed(list(enumerate(chosen)))}
        return tuple(sorted(chosen, key=lambda bond: place[bond.source.id]))

    @property
    def listed(self) -> tuple[Bond, ...]:
        """Those of the list."""
        return self.all[:LISTED]

    @property
    def folded(self) -> int:
        """How many are not drawn."""
        return len(self.all[DRAWN:])

    @property
    def more(self) -> int:
        """How many are not even listed."""
        return len(self.all[LISTED:])


def bonds(shelf: Shelf) -> Bonds:
    """The relations of a case whose actors and statements it holds, by what they say."""
    actors = {actor.id: actor for actor in shelf.case.gathering.actors}
    groups: dict[tuple[str, str, RelationKind, bool], list[Relation]] = {}
    for one in shelf.case.gathering.relations:
        if {one.source, one.target} <= actors.keys() and one.statement in shelf.statements:
            key = (one.source, one.target, one.kind, one.factuality.endswith("-"))
            groups.setdefault(key, []).append(one)
    found = [_bond(shelf, actors, group) for group in groups.values()]
    return Bonds(tuple(sorted(found, key=lambda bond: -len(bond.told))))


def _bond(shelf: Shelf, actors: dict[str, Actor], told: list[Relation]) -> Bond:
    first = told[0]
    return Bond(
        actors[first.source],
        actors[first.target],
        first.kind,
        first.code,
        first.factuality.endswith("-"),
        _surest(told),
        tuple(told),
        tuple(shelf.statements[one.statement] for one in told),
    )


def _surest(told: Iterable[Relation]) -> Factuality:
    """Of those that deny, the one that denies most."""
    order = [*CERTAINTY[:3], *reversed(CERTAINTY[3:6]), *CERTAINTY[6:]]
    return min((one.factuality for one in told), key=order.index)
