"""What a person decides about records, and what is left of it for the stages to heed."""

from dataclasses import dataclass
from typing import Literal

from .hypotheses import Side
from .issues import Forecast, Step
from .readings import Source
from .text import Factor, Span, Spans, identify

RulingKind = Literal[
    "same", "different", "unsure", "wrong", "source", "undeny", "grade", "hide", "note", "undo",
    "hypothesis", "adopt", "rename", "withdraw", "cell", "credibility", "relevance",
    "narrow", "settle", "reopen", "forecast",
]  # fmt: skip
"""``wrong``: the report does not follow that upstream, or the voice found is not the one whose word
it is; ``source``: whose it is instead. ``undeny``: what was read as a denial is none. ``grade``:
how well a claim is supported, or how reliable a source is. ``unsure``: joins and parts nothing.
``hypothesis``: a person writes one, whose text is the value; ``adopt``: takes over one that is
proposed; ``cell``, ``credibility``, ``relevance``: how an item stands to a hypothesis, and what it
weighs. ``narrow``, ``settle``, ``reopen``: what becomes of an issue; ``forecast``: how likely a
person holds an answer to it."""

TieKind = Literal["same", "different", "unsure"]

RulingState = Literal["in force", "undone", "overruled", "not attached", "held back"]
"""``overruled``: a later ruling says otherwise. ``not attached``: what it is about is gone. ``held
back``: a digit 1 for a claim without two origins that are shown now, or a step of an issue that
does not follow from the state it is in."""


@dataclass(frozen=True, slots=True)
class Target:
    """One record that a ruling is about, and what it is found again by when its id changes.

    ``kind`` is the record's noun, ``id`` what it was called when the ruling was made.
    ``statement``: the statement itself, the earliest of a claim, the first of an origin; where
    another reader calls that by another id, it is the one in ``document`` whose event stands at
    ``predicate`` (``own``: in the report's own words). Of a concept it is its earliest mention, and
    ``at`` marks the words of that. ``to`` and ``name``: a link's upstream;
    ``name`` is also an origin's or an item's voice, what an actor or an outlet is called, which
    side of a claim a hypothesis is on ("+", "-", "?"), and what a proposed one is about. ``at``:
    where in ``document`` the cue of an attribution stands, an actor is named first, or the earliest
    question of an issue stands.
    """

    kind: str
    id: str
    document: str | None = None
    statement: str | None = None
    predicate: Span | None = None
    own: bool = False
    to: str | None = None
    name: str | None = None
    at: Spans = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's decision: appended, never edited; ``undo`` takes back the one it ``undoes``.

    ``recorded`` is a moment (ISO 8601, UTC), "" before it is kept. ``overrules``: numbers of
    earlier rulings that say the opposite of the records that this one names. ``value``: the grade
    that it gives ("C3" of a claim, "B" of a source), the text of a hypothesis, a cell, a weight,
    the answer to an issue, or how likely one is ("0.3", "0.3 by road"). ``source``: whose word an
    attribution is. ``seen``: of an issue, a report of each voice that spoke to its answers when the
    ruling was made.
    """

    number: int
    kind: RulingKind
    targets: tuple[Target, ...]
    by: str
    recorded: str = ""
    why: str = ""
    undoes: int | None = None
    overrules: tuple[int, ...] = ()
    value: str = ""
    source: Source | None = None
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Logged:
    """A ruling and what has become of it.

    ``rests``: for each target the statement that it rests on now, of an attribution, an actor or an
    issue the attribution, the actor or the question; None for one that rests on nothing of the
    kind. ``ended``: the ruling that undid or overruled it. ``against``: rulings it is in conflict
    with, earlier and later ones.
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
class Heard:
    """``attribution`` is the word of ``source``, or of nobody known, whoever was found for it."""

    attribution: str
    source: Source | None
    reason: Factor


@dataclass(frozen=True, slots=True)
class Undenied:
    """``record``, a statement or an attribution, denies nothing."""

    record: str
    reason: Factor


@dataclass(frozen=True, slots=True)
class Graded:
    """A person's grade: of the claim that holds ``statement``, or of the source ``about``.

    ``digit`` is "" for a source.
    """

    number: int
    about: Target
    letter: str
    digit: str
    reason: Factor
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Posed:
    """A hypothesis that a person wrote: for each claim its side, and a statement of the claim."""

    number: int
    text: str
    premises: tuple[tuple[Side, str], ...]
    reason: Factor

    @property
    def id(self) -> str:
        """It stays when the hypothesis is renamed."""
        return written_id(self.number, self.text)


def written_id(number: int, text: str) -> str:
    """The id of the hypothesis that the ruling ``number`` writes."""
    return identify("hypothesis", number, text)


@dataclass(frozen=True, slots=True)
class Assessed:
    """What a person says of a hypothesis, of an item of evidence, or of the two together.

    The targets rest on statements of now.
    """

    number: int
    kind: RulingKind
    targets: tuple[Target, ...]
    value: str
    reason: Factor


@dataclass(frozen=True, slots=True)
class Decisions:
    """The rulings in force as the stages take them; later ones stand after earlier ones.

    ``concepts`` are ties between mentions, ``hidden`` causes (ids) that no map shows.
    """

    claims: tuple[Tie, ...] = ()
    origins: tuple[Tie, ...] = ()
    unfollowed: tuple[Unfollowed, ...] = ()
    heard: tuple[Heard, ...] = ()
    undenied: tuple[Undenied, ...] = ()
    graded: tuple[Graded, ...] = ()
    concepts: tuple[Tie, ...] = ()
    hidden: frozenset[str] = frozenset()
    posed: tuple[Posed, ...] = ()
    assessed: tuple[Assessed, ...] = ()
    steps: tuple[Step, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
