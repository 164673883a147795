"""What a person decides about records, and what is left of it for the stages to heed."""

from dataclasses import dataclass
from typing import Literal

from .text import Factor, Span

RulingKind = Literal["same", "different", "unsure", "wrong", "hide", "note", "undo"]
"""``wrong``: the report does not follow that upstream. ``unsure``: nothing is joined or parted."""

TieKind = Literal["same", "different", "unsure"]

RulingState = Literal["in force", "undone", "overruled", "not attached"]
"""``overruled``: a later ruling says the opposite. ``not attached``: what it is about is gone."""


@dataclass(frozen=True, slots=True)
class Target:
    """One record that a ruling is about, and what it is found again by when its id changes.

    ``kind`` is the record's noun, ``id`` what it was called when the ruling was made.
    ``statement``: the statement itself, the earliest of a claim, the first of an origin; where
    another reader calls that by another id, it is the one in ``document`` whose event stands at
    ``predicate`` (``own``: in the report's own words). ``to`` and ``name``: a link's upstream;
    ``name`` is also an origin's voice.
    """

    kind: str
    id: str
    document: str | None = None
    statement: str | None = None
    predicate: Span | None = None
    own: bool = False
    to: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's decision: appended, never edited; ``undo`` takes back the one it ``undoes``.

    ``recorded`` is a moment (ISO 8601, UTC), "" before it is kept. ``overrules``: numbers of
    earlier rulings that say the opposite of the records that this one names.
    """

    number: int
    kind: RulingKind
    targets: tuple[Target, ...]
    by: str
    recorded: str = ""
    why: str = ""
    undoes: int | None = None
    overrules: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Logged:
    """A ruling and what has become of it.

    ``rests``: for each target the statement that it rests on now, None for one without. ``ended``:
    the ruling that undid or overruled it. ``against``: rulings it is in conflict with, earlier and
    later ones.
    """

    ruling: Ruling
    rests: tuple[str | None, ...]
    state: RulingState
    ended: int | None = None
    against: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """Two statements that a person joins or parts; of origins, the two that hold these statements.

    ``voices`` name the origins meant, None for a statement as such. ``yields``: it is ``other``
    that does not belong where ``one`` stands. ``reason`` says who and why, without evidence yet.
    """

    number: int
    kind: TieKind
    one: str
    other: str
    reason: Factor
    voices: tuple[str | None, str | None] = (None, None)
    yields: bool = False


@dataclass(frozen=True, slots=True)
class Unfollowed:
    """``document`` does not follow the report ``to``, or the outlet ``name`` from outside."""

    document: str
    to: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Decisions:
    """The rulings in force as the stages take them; later ones stand after earlier ones."""

    claims: tuple[Tie, ...] = ()
    origins: tuple[Tie, ...] = ()
    unfollowed: tuple[Unfollowed, ...] = ()
