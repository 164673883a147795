"""The list of claims with its filters, and one claim with everything behind it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from reportedly.model import Claim, Conflict, Statement, cut
from reportedly.shelf import Shelf
from reportedly.views.rulings import touching

from .asked import Asked, State, gathered, part, passing, words
from .beside import bounds
from .options import actors, outlets
from .searched import Searched

EACH = 25
"""Claims a page."""
STATEMENTS = 40
"""Statements of one claim a page."""
NUMBERS = 30
"""Numbers of one claim that can be put side by side."""
LINES = 60
"""Reports, or folds of reports, in the drawing of one claim."""
SORTS = {
    "": "the order of the case",
    "reports": "most reports",
    "origins": "fewest origins",
    "support": "most support, as graded",
    "drift": "most lost on the way",
    "first": "first seen",
    "last": "last seen",
}


def claims(state: State, asked: Asked) -> Mapping[str, object]:
    """Claims that fit what is asked: words, status, actor, outlet, days, a side."""
    shelf = state.shelf
    found = _chosen(shelf, asked)
    rank = _rank(shelf, asked.get("sort"))
    if rank:
        found = sorted(found, key=rank)
    return {"part": part(found, asked, EACH), "outlets": outlets(shelf), "sorts": SORTS,
            "actors": actors(shelf)}  # fmt: skip


def claim(state: State, asked: Asked) -> Mapping[str, object] | None:
    """One claim, a hidden one, too."""
    shelf = state.shelf
    found = shelf.claims_by_id.get(asked.id)
    if found is None:
        return None
    held = shelf.statements_of(found)
    counted = [s for s in held if s.quantity]
    return {
        "claim": found, "statements": part(held, asked, STATEMENTS), "room": LINES,
        "numbers": counted[:NUMBERS], "more_numbers": len(counted[NUMBERS:]),
        "apart": _apart(counted[:NUMBERS]),
        "conflicts": shelf.once("conflicts of claims", _conflicts).get(found.id, ()),
        "touching": list(touching(shelf, found)),
        "title": f"Claim {shelf.claim_numbers[found.id]}",
    }  # fmt: skip


def _apart(counted: Sequence[Statement]) -> str:
    """The id of the last statement that gives another number than the first; else of the last."""
    other = [s for s in counted if bounds(s) != bounds(counted[0])]
    return (other or counted)[-1].id if counted else ""


def _conflicts(shelf: Shelf) -> dict[str, tuple[Conflict, ...]]:
    return gathered((one.claim, one) for one in shelf.conflicts if one.claim)


Check = Callable[[Claim], bool]


def _chosen(shelf: Shelf, asked: Asked) -> Sequence[Claim]:
    """Of those that hold the words, the ones that pass; nothing is gone through for nothing."""
    wanted = words(asked.get("q"))
    held = searched(shelf).holding(wanted) if wanted else shelf.claims
    return passing(held, _checks(shelf, asked))


def _checks(shelf: Shelf, asked: Asked) -> Iterator[Check]:
    """What a claim has to pass, the cheapest first; nothing where nothing is asked."""
    status, outlet = asked.get("status"), asked.get("outlet")
    first, last = asked.get("from"), asked.get("to")
    if status:
        yield lambda claim: claim.status == status
    if first:
        yield lambda claim: (claim.last_seen or "9999")[: len(first)] >= first
    if last:
        yield lambda claim: (claim.first_seen or "0")[: len(last)] <= last
    if asked.get("actor") or asked.get("side"):
        yield _voiced(asked.get("actor"), asked.get("side"))
    if outlet:
        yield lambda claim: any(shelf.documents[d].outlet == outlet for d in claim.documents)


def _voiced(actor: str, side: str) -> Check:
    """Somebody takes that side; the actor does, where one is asked for."""

    def fits(claim: Claim) -> bool:
        return any(
            (not actor or p.actor == actor) and (not side or p.stance == side)
            for p in claim.positions
        )

    return fits


def searched(shelf: Shelf) -> Searched[Claim]:
    """The claims by their statements' words, their voices, their outlets and their numbers."""
    return shelf.once("told", _searched)


def _searched(shelf: Shelf) -> Searched[Claim]:
    return Searched((claim, "\n".join(_parts(shelf, claim)).casefold()) for claim in shelf.claims)


def _parts(shelf: Shelf, claim: Claim) -> Iterator[str]:
    yield from (shelf.claim_numbers[claim.id], claim.id)
    for statement in shelf.statements_of(claim):
        yield cut(shelf.documents[statement.document].text, statement.spans)
    yield from (position.voice for position in claim.positions)
    yield from sorted({shelf.documents[d].outlet for d in claim.documents})


def _rank(shelf: Shelf, sort: str) -> Callable[[Claim], Any] | None:
    """By what claims are sorted that stand in the order of the case; None for that order."""
    ranges, drifts, grades = shelf.ranges, shelf.drifts, shelf.grades
    return {
        "reports": lambda claim: -len(claim.documents),
        "origins": lambda claim: ranges[claim.id].at_most if claim.id in ranges else 0,
        "support": lambda claim: -grades[claim.id].support if claim.id in grades else 0.0,
        "drift": lambda claim: -len(drifts.get(claim.id, ())),
        "first": lambda claim: claim.first_seen or "9999",
        "last": lambda claim: [-ord(c) for c in claim.last_seen or "0"],
    }.get(sort)
