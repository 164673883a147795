"""Whose word it is: the voices of a case, each once, and where they are heard.

A person's name never leaves the ledger without the attribution that carries it. A voice that
nobody names, or that is not known again elsewhere, is one of its claim only: "two officers" of
two claims may be other officers.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportedly.model import (
    Attribution,
    Claim,
    Document,
    Origin,
    Position,
    SourceKind,
    Spans,
    Statement,
    bare,
    identify,
)
from reportedly.shelf import Shelf
from reportedly.visible import line

UNNAMED: frozenset[SourceKind] = frozenset({"anonymous", "unspecified", "witness"})
"""Kinds of voices that have a description, and no name."""
WITHHELD = "a person whose attribution is not kept"

Spoken = Position | Origin
"""What a voice has in a claim: a position, or to be an origin of it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who takes a position in, or is an origin of, at least one claim that is shown.

    ``id`` is that of the actor where it is one. ``named``: the voice has a name and is known by it.
    ``claim`` is the only one that it is in, None where it may be in others. ``carried`` are the
    attributions (ids) that it is heard in, the first of each report; an outlet that speaks in its
    own reports has none. ``carrier`` is the one of them that has its name, else the first.
    ``first`` is the earliest report that has it (an id). ``stands``: it takes a position.
    """

    id: str
    name: str
    kind: SourceKind
    country: str | None
    actor: str | None
    named: bool
    claim: str | None
    first: str | None
    stands: bool
    carried: tuple[str, ...] = ()
    carrier: str | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """One place in which a voice says it: the statement, and what carries it."""

    document: Document
    statement: Statement
    attribution: Attribution | None

    @property
    def spans(self) -> Spans:
        """The words of the statement; those of what is said, where somebody is said to say it."""
        told = self.attribution
        return told.content if told and told.content else self.statement.spans


def voices(shelf: Shelf) -> Mapping[str, Voice]:
    """The voices of the claims that are shown by id, in the order in which they come up."""
    return shelf.once("voices", _voices)


def standing(shelf: Shelf) -> Iterator[Voice]:
    """Those that take a position; others are origins and nothing else."""
    return (voice for voice in voices(shelf).values() if voice.stands)


def voice_of(shelf: Shelf, claim: Claim, spoken: Spoken) -> Voice:
    """Whose position in ``claim``, or origin of it, it is."""
    return voices(shelf)[voice_id(shelf, claim, spoken)]


def voice_id(shelf: Shelf, claim: Claim, spoken: Spoken) -> str:
    """The id of a voice: of its actor, of an outlet by its name, else one of its claim only."""
    actor = _actor(shelf, spoken)
    if actor:
        return actor
    if _is_outlet(spoken):
        return outlet_id(spoken.voice)
    return identify("voice", claim.id, spoken.kind, spoken.voice)


def outlet_id(name: str) -> str:
    """The id of an outlet that is no actor and speaks for itself."""
    return identify("outlet", bare(name))


def sayings(shelf: Shelf, spoken: Spoken) -> Iterator[Saying]:
    """The places in which a voice says it, the same words of a report once; none is hidden."""
    met: set[tuple[str, Spans]] = set()
    for statement in _told(shelf, spoken):
        told = shelf.attributions.get(statement.attribution or "")
        made = Saying(shelf.documents[statement.document], statement, told)
        if (statement.document, made.spans) not in met:
            met.add((statement.document, made.spans))
            yield made


def tellings(shelf: Shelf, spoken: Spoken) -> Mapping[str, tuple[Statement, ...]]:
    """What a voice is heard to say, report (an id) by report."""
    held: dict[str, list[Statement]] = {}
    for statement in _told(shelf, spoken):
        held.setdefault(statement.document, []).append(statement)
    return {name: tuple(held[name]) for name in sorted(held, key=shelf.order.__getitem__)}


def earliest(shelf: Shelf, documents: Iterable[str | None]) -> str | None:
    """The report (an id) that came out first; None where there is none."""
    return min(filter(None, documents), key=shelf.order.__getitem__, default=None)


def carriers(shelf: Shelf, statements: Iterable[str]) -> tuple[str, ...]:
    """The attributions (ids) in which statements stand, the innermost of each."""
    found = (shelf.statements.get(name) for name in statements)
    return tuple(dict.fromkeys(s.attribution for s in found if s and s.attribution))


def _actor(shelf: Shelf, spoken: Spoken) -> str | None:
    if isinstance(spoken, Position) and (spoken.actor or spoken.label):
        return spoken.actor
    if spoken.kind in UNNAMED or (isinstance(spoken, Origin) and not spoken.named):
        return None
    return shelf.once("actors by name", _actors).get((bare(spoken.voice), spoken.kind))


def _actors(shelf: Shelf) -> dict[tuple[str, SourceKind], str]:
    # Of two of one name the first one is meant: actors stand in the order of what they say here.
    return {(bare(one.name), one.kind): one.id for one in reversed([*shelf.actors.values()])}


def _is_outlet(spoken: Spoken) -> bool:
    speaks = spoken.label is None if isinstance(spoken, Position) else spoken.named
    return speaks and spoken.kind == "media"


def _voices(shelf: Shelf) -> Mapping[str, Voice]:
    held: dict[str, _Heard] = {}
    for claim in shelf.claims:
        heard: tuple[Spoken, ...] = (*claim.positions, *shelf.origins.get(claim.id, ()))
        for spoken in heard:
            id_ = voice_id(shelf, claim, spoken)
            one = held.setdefault(id_, _Heard(claim.id, spoken.voice, spoken.kind, spoken.country))
            one.add(shelf, spoken)
    return {id_: _voice(shelf, id_, one) for id_, one in held.items()}


class _Heard:
    """What is heard of a voice so far."""

    def __init__(self, claim: str, name: str, kind: SourceKind, country: str | None) -> None:
        self.claim, self.name, self.kind, self.country = claim, name, kind, country
        self.first: str | None = None
        self.stands, self.outlet = False, False
        self.carried: dict[str, str] = {}
        self.carrier: str | None = None

    def add(self, shelf: Shelf, spoken: Spoken) -> None:
        self.stands = self.stands or isinstance(spoken, Position)
        self.outlet = self.outlet or _is_outlet(spoken)
        self.country = self.country or spoken.country
        self.first = earliest(shelf, (self.first, *spoken.documents))
        # An outlet stands in a claim with statements that others make in its report.
        if isinstance(spoken, Position) and spoken.label is None:
            return
        for one in _carrying(shelf, spoken):
            self.carried.setdefault(one.document, one.id)
            name = one.source.name if one.source else None
            if self.carrier is None and name and bare(name) == bare(self.name):
                self.carrier = one.id


def _voice(shelf: Shelf, id_: str, heard: _Heard) -> Voice:
    actor = shelf.actors.get(id_)
    kind = actor.kind if actor else heard.kind
    name = line(actor.name if actor else heard.name) or "nobody named"
    if kind == "person" and not heard.carried:
        name = WITHHELD
    known = actor is not None or heard.outlet
    carried = tuple(heard.carried.values())
    return Voice(
        id_, name, kind, heard.country or (actor.country if actor else None),
        actor.id if actor else None,
        named=known and kind not in UNNAMED and name != WITHHELD,
        claim=None if known else heard.claim,
        first=heard.first, stands=heard.stands, carried=carried,
        carrier=heard.carrier or next(iter(carried), None),
    )  # fmt: skip


def _carrying(shelf: Shelf, spoken: Spoken) -> Iterator[Attribution]:
    for statement in _told(shelf, spoken):
        found = shelf.attributions.get(statement.attribution or "")
        if found:
            yield found


def _told(shelf: Shelf, spoken: Spoken) -> Iterator[Statement]:
    """The statements of a voice that are here and not hidden, nor what carries them."""
    for name in spoken.statements:
        found = shelf.statements.get(name)
        if found and shelf.hidden.isdisjoint({name, found.attribution}):
            yield found
