"""What is found across reports, as JSON: the keys of docs/ledger.md, typed."""

from typing import Literal

from pydantic import Field

from reportedly.model import (
    ActorKind,
    DriftKind,
    Factuality,
    LinkKind,
    RelationKind,
    RulingKind,
    RulingState,
    SourceKind,
    Stance,
    Status,
)

from .found import Day, Evidence, Factor, Hideable, Id, Marked, Pair, Shape, Source


class Position(Shape):
    """A voice in a claim."""

    voice: str
    kind: SourceKind
    country: str | None
    actor: Id | None
    factuality: Factuality
    statements: list[Id]
    documents: list[Id]
    label: Evidence | None


class Standing(Position):
    """A position with its side."""

    stance: Stance


class Range(Shape):
    """How many independent origins stand behind a claim."""

    at_least: int
    at_most: int
    ids: list[Id]
    reasons: list[Factor]


class Grade(Shape):
    """A suggestion; F and 6 mean that it cannot be judged."""

    letter: str
    digit: str
    summary: str
    factors: list[Factor]
    suggested: str | None = Field(description="The suggestion, where a person graded otherwise.")


class Drift(Hideable):
    """What was raised, lost or moved along a link."""

    id: Id
    kind: DriftKind
    link: Id
    before: Evidence
    after: Evidence
    reason: Factor


class DriftOf(Drift):
    """A drift and the claim that it is of."""

    claim: Id


class Told(Shape):
    """A claim in short: its number and words, how it stands, its origins."""

    id: Id
    number: str = Field(description="C1, C2 and so on, as the pages call it.")
    text: str
    text_at: Marked
    status: Status
    first_seen: Day
    last_seen: Day
    origins: Range | None


class Claim(Told, Hideable):
    """One thing that one or more reports assert or deny."""

    statements: list[Id]
    for_: list[Position] = Field(alias="for")
    against: list[Position]
    observing: list[Position]
    silent: list[Position]
    documents: list[Id]
    joins: list[Factor]
    grade: Grade | None
    drift: list[Drift]


class Actor(Shape):
    """Somebody who speaks or acts."""

    id: Id
    name: str
    kind: ActorKind
    country: str | None
    mentions: list[Evidence]
    reasons: list[Factor]


class Relation(Shape):
    """What one actor is said to do to another."""

    id: Id
    kind: RelationKind
    source: Id
    target: Id
    code: str
    statement: Id
    factuality: Factuality
    evidence: list[Evidence]
    reasons: list[Factor]


class Outside(Shape):
    """An upstream that is not in the ledger."""

    name: str | None


class Link(Shape):
    """A report and its upstream."""

    id: Id
    kind: LinkKind
    from_: Id = Field(alias="from")
    to: Id | Outside
    evidence: list[Evidence]
    reasons: list[Factor]


class Origin(Shape):
    """The earliest voice here that statements of a claim lead back to."""

    id: Id
    claim: Id
    voice: str
    kind: SourceKind
    country: str | None
    named: bool
    shown: bool
    statements: list[Id]
    documents: list[Id]
    reasons: list[Factor]


class Event(Shape):
    """Reports that tell one story."""

    id: Id
    documents: list[Id]


class Target(Shape):
    """What a ruling is about; ``rests``: the statement that it rests on now."""

    kind: str
    id: Id
    document: Id | None
    statement: Id | None
    predicate: Pair | None
    own: bool
    to: Id | None
    name: str | None
    at: list[Pair]
    rests: Id | None


class Ruling(Shape):
    """A person's decision and how it stands; ``pending``: kept, and not worked out yet."""

    number: int
    kind: RulingKind
    targets: list[Target]
    by: str
    recorded: Day
    why: str
    undoes: int | None
    overrules: list[int]
    value: str
    source: Source | None
    seen: list[Id] = Field(description="Of an issue: a report of each voice that spoke to it.")
    state: RulingState | Literal["pending"]
    ended: int | None
    against: list[int]
