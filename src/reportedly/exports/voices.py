"""Whose word positions are: the voices of a case, each once, with what carries its name.

A person's name never leaves the ledger without the attribution that carries it. A voice that
nobody names, or that is not known again elsewhere, is one of its claim only: "two officers" of
two claims may be other officers.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model import Attribution, Claim, Position, SourceKind, Statement, bare, identify
from reportedly.shelf import Shelf
from reportedly.visible import plain

UNNAMED: frozenset[SourceKind] = frozenset({"anonymous", "unspecified", "witness"})
"""Kinds of voices that have a description, and no name."""
WITHHELD = "a person whose attribution is not kept"


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who takes a position in at least one claim that is shown.

    ``id`` is that of the actor where it is one. ``named``: the voice has a name and is known by it.
    ``claim`` is the only one that it is in, None where it may be in others. ``carried`` are the
    attributions that it is heard in, the first of each report; a report's own word has none.
    ``first`` is the earliest report that has it (an id).
    """

    id: str
    name: str
    kind: SourceKind
    country: str | None
    actor: str | None
    named: bool
    claim: str | None
    first: str
    carried: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report gives as the word of one position."""

    document: str
    statements: tuple[Statement, ...]


def voices(shelf: Shelf) -> dict[str, Voice]:
    """The voices of the claims that are shown by id, in the order in which they come up."""
    return shelf.once("voices", _voices)


def outlets(shelf: Shelf) -> dict[str, str]:
    """The ids of the voices that speak for themselves in reports, by the bare names of outlets."""
    return shelf.once("outlets", _outlets)


def voice_id(claim: Claim, position: Position) -> str:
    """The id of the voice that has a position in a claim."""
    if position.actor:
        return position.actor
    if position.label is None and position.kind == "media":
        return _outlet_id(position)
    return identify("voice", claim.id, position.kind, position.voice)


def _outlet_id(position: Position) -> str:
    return identify("outlet", bare(position.voice))


def tellings(shelf: Shelf, position: Position) -> Iterator[Telling]:
    """What a position rests on, report by report."""
    held: dict[str, list[Statement]] = {}
    for name in position.statements:
        if name in shelf.statements:
            found = shelf.statements[name]
            held.setdefault(found.document, []).append(found)
    for document in sorted(held, key=shelf.order.__getitem__):
        yield Telling(document, tuple(held[document]))


def _voices(shelf: Shelf) -> dict[str, Voice]:
    held: dict[str, tuple[Claim, Position]] = {}
    first: dict[str, str] = {}
    carried: dict[str, dict[str, Attribution]] = {}
    for claim in shelf.claims:
        for position in claim.positions:
            id_ = voice_id(claim, position)
            held.setdefault(id_, (claim, position))
            found = (first.get(id_), *position.documents)
            first[id_] = min(filter(None, found), key=shelf.order.__getitem__, default="")
            for one in _carrying(shelf, position):
                carried.setdefault(id_, {}).setdefault(one.document, one)
    return {
        id_: _voice(shelf, id_, *held[id_], first[id_], tuple(carried.get(id_, {}).values()))
        for id_ in held
    }


def _voice(
    shelf: Shelf,
    id_: str,
    claim: Claim,
    position: Position,
    first: str,
    carried: tuple[Attribution, ...],
) -> Voice:
    actor = shelf.actors.get(id_)
    kind = actor.kind if actor else position.kind
    name = " ".join(plain(actor.name if actor else position.voice).split()) or "nobody named"
    if kind == "person" and not carried:
        name = WITHHELD
    known = actor is not None or id_ == _outlet_id(position)
    return Voice(
        id_, name, kind, actor.country if actor else position.country, actor.id if actor else None,
        named=known and kind not in UNNAMED and name != WITHHELD,
        claim=None if known else claim.id,
        first=first,
        carried=carried,
    )  # fmt: skip


def _carrying(shelf: Shelf, position: Position) -> Iterator[Attribution]:
    """The attributions that a position is heard in; none for a report's own word."""
    if position.label is None:
        return
    for name in position.statements:
        statement = shelf.statements.get(name)
        found = shelf.attributions.get(statement.attribution or "") if statement else None
        if found:
            yield found


def _outlets(shelf: Shelf) -> dict[str, str]:
    found: dict[str, str] = {}
    for claim in shelf.claims:
        for position in claim.positions:
            if position.label is None:
                found.setdefault(bare(position.voice), voice_id(claim, position))
    return found
