"""Who speaks and acts: the matrix of positions, actors, one actor, relations."""

from collections.abc import Mapping

from reportedly.model import Actor, Claim, Position
from reportedly.shelf import Shelf

from .asked import Asked, State, gathered, part, words
from .searched import Searched

EACH = 80
"""Actors a page."""
COLUMNS = 16
"""Claims of the matrix a page."""


def matrix(state: State, asked: Asked) -> Mapping[str, object]:
    """Actors by claims, so many claims a page."""
    return {"part": part(state.shelf.claims, asked, COLUMNS)}


def actors(state: State, asked: Asked) -> Mapping[str, object]:
    """Everybody named, those with most positions first."""
    shelf = state.shelf
    held = _positions(shelf)
    kind = asked.get("kind")
    found = searched(shelf).holding(words(asked.get("q")))
    if kind:
        found = [a for a in found if a.kind == kind]
    return {"part": part(found, asked, EACH), "held": held}


def actor(state: State, asked: Asked) -> Mapping[str, object] | None:
    """One actor: what it is called, which positions it takes, what it is said to do."""
    shelf = state.shelf
    found = shelf.actors.get(asked.id)
    if found is None:
        return None
    relations = [r for r in shelf.case.gathering.relations if asked.id in (r.source, r.target)]
    return {
        "actor": found, "relations": relations, "title": found.name,
        "part": part(_positions(shelf).get(found.id, ()), asked, EACH),
    }  # fmt: skip


def relations(state: State, asked: Asked) -> Mapping[str, object]:
    """Who is said to do what to whom."""
    kind = asked.get("kind")
    found = [r for r in state.shelf.case.gathering.relations if not kind or r.kind == kind]
    return {"part": part(found, asked, EACH)}


def searched(shelf: Shelf) -> Searched[Actor]:
    """The actors by their names in small letters, those with most positions first."""
    return shelf.once("names", _searched)


def _searched(shelf: Shelf) -> Searched[Actor]:
    held = _positions(shelf)
    ranked = sorted(
        shelf.case.gathering.actors, key=lambda a: (-len(held.get(a.id, ())), a.name, a.id)
    )
    return Searched((actor, actor.name.casefold()) for actor in ranked)


def _positions(shelf: Shelf) -> dict[str, tuple[tuple[Claim, Position], ...]]:
    return shelf.once("positions", _by_actor)


def _by_actor(shelf: Shelf) -> dict[str, tuple[tuple[Claim, Position], ...]]:
    return gathered(
        (position.actor, (claim, position))
        for claim in shelf.claims
        for position in claim.positions
        if position.actor
    )
