"""The list of claims with its filters, and one claim with everything behind it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reportedly.model import Claim, cut
from reportedly.views.shelf import Shelf

from .asked import Asked, State, holds, part, words

EACH = 25
"""Claims a page."""
STATEMENTS = 40
"""Statements of one claim a page."""
LINES = 60
"""Reports, or folds of reports, in the drawing of one claim."""
SORTS = {
    "": "the order of the case",
    "reports": "most reports",
    "origins": "fewest origins",
    "drift": "most lost on the way",
    "first": "first seen",
    "last": "last seen",
}


def claims(state: State, asked: Asked) -> Mapping[str, object]:
    """Claims that fit what is asked: words, status, actor, outlet, days, a side."""
    shelf = state.shelf
    found = sorted((c for c in shelf.claims if _fits(shelf, c, asked)), key=_key(shelf, asked))
    outlets = sorted({d.outlet for d in shelf.documents.values()})
    names = {a.id: a.name for a in shelf.case.gathering.actors}
    actors = sorted({(names[p.actor], p.actor) for c in shelf.claims for p in c.positions
                     if p.actor in names})  # fmt: skip
    return {"part": part(found, asked, EACH), "outlets": outlets[:500], "actors": actors[:500],
            "sorts": SORTS}  # fmt: skip


def claim(state: State, asked: Asked) -> Mapping[str, object] | None:
    """One claim, a hidden one, too."""
    shelf = state.shelf
    found = shelf.claims_by_id.get(asked.id)
    if found is None:
        return None
    statements = part(shelf.statements_of(found), asked, STATEMENTS)
    return {
        "claim": found, "statements": statements, "room": LINES,
        "conflicts": [c for c in shelf.conflicts if c.claim == found.id],
        "drifts": shelf.drifts.get(found.id, ()),
        "title": f"Claim {shelf.claim_numbers[found.id]}",
    }  # fmt: skip


def _fits(shelf: Shelf, claim: Claim, asked: Asked) -> bool:
    status, outlet, actor, side = (asked.get(k) for k in ("status", "outlet", "actor", "side"))
    first, last = asked.get("from"), asked.get("to")
    voices = [p for p in claim.positions if not side or p.stance == side]
    return (
        (not status or claim.status == status)
        and (not outlet or any(shelf.documents[d].outlet == outlet for d in claim.documents))
        and (not actor or any(p.actor == actor for p in voices))
        and (not side or bool(voices))
        and (not first or (claim.last_seen or "9999")[: len(first)] >= first)
        and (not last or (claim.first_seen or "0")[: len(last)] <= last)
        and holds(told(shelf, claim), words(asked.get("q")))
    )


def told(shelf: Shelf, claim: Claim) -> str:
    """What a claim is found by: its statements' words, its voices, its outlets, its number."""
    return shelf.once("told", _told)[claim.id]


def _told(shelf: Shelf) -> dict[str, str]:
    return {claim.id: "\n".join(_parts(shelf, claim)).casefold() for claim in shelf.claims}


def _parts(shelf: Shelf, claim: Claim) -> Iterator[str]:
    yield from (shelf.claim_numbers[claim.id], claim.id)
    for statement in shelf.statements_of(claim):
        yield cut(shelf.documents[statement.document].text, statement.spans)
    yield from (position.voice for position in claim.positions)
    yield from sorted({shelf.documents[d].outlet for d in claim.documents})


def _key(shelf: Shelf, asked: Asked) -> Callable[[Claim], tuple[Any, int]]:
    place = {c.id: n for n, c in enumerate(shelf.claims)}
    ranges, drifts = shelf.ranges, shelf.drifts

    def key(claim: Claim) -> tuple[Any, int]:
        found = ranges.get(claim.id)
        by = {
            "reports": -len(claim.documents),
            "origins": found.at_most if found else 0,
            "drift": -len(drifts.get(claim.id, ())),
            "first": claim.first_seen or "9999",
            "last": [-ord(c) for c in claim.last_seen or "0"],
        }
        return (by.get(asked.get("sort"), 0), place[claim.id])

    return key
