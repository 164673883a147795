"""What is found across reports, as JSON: the keys of docs/ledger.md, typed."""

from typing import Literal

from pydantic import Field

from reportedly.model import (
    ActorKind,
    ConflictKind,
    Consistency,
    Degree,
    DriftKind,
    Factuality,
    Fallen,
    LinkKind,
    RelationKind,
    RulingKind,
    RulingState,
    Side,
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


class Turn(Shape):
    """What would make the suggested digit another one."""

    text: str
    digit: str
    evidence: list[Marked]


class Grade(Shape):
    """A suggestion with its reasons; what cannot be judged is absent."""

    letter: str | None = Field(description="A to E; null where it cannot be judged.")
    digit: str | None = Field(description="1 to 5; null where it cannot be judged.")
    code: str = Field(description="Both, with F and 6 for what cannot be judged.")
    summary: str
    factors: list[Factor]
    suggested: str | None = Field(description="The suggestion, where a person graded otherwise.")
    turns: list[Turn]


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


class Premise(Shape):
    """What a hypothesis says of a claim: + it is so, - it is not, ? it bears on the hypothesis."""

    claim: Id
    side: Side
    statements: list[Id] = Field(description="Those that give the value that it is about.")


class Hypothesis(Shape):
    """One of several explanations; ``text`` is a person's, ``words`` are cut from reports."""

    id: Id
    number: str = Field(description="H1, H2 and so on, as the pages call it.")
    text: str
    premises: list[Premise]
    reasons: list[Factor]
    key: str = Field(description="What a proposal is about: +, -, or a kind of conflict.")
    words: list[Evidence]
    voice: str
    label: Evidence | None
    adopted: bool
    proposed: bool


class Item(Shape):
    """A voice that is for or against a claim, however many reports print it."""

    id: Id
    number: str = Field(description="E1, E2 and so on, as the pages call it.")
    claim: Id
    stance: Literal["for", "against"]
    voice: str
    kind: SourceKind
    country: str | None
    named: bool
    shown: bool
    statements: list[Id]
    documents: list[Id]
    credibility: Degree
    relevance: Degree
    label: Evidence | None
    reasons: list[Factor]


class Cell(Shape):
    """How an item stands to a hypothesis."""

    id: Id
    item: Id
    hypothesis: Id
    value: Consistency
    reasons: list[Factor]
    suggested: Consistency | None = Field(description="The suggestion, where a person says else.")


class Bearing(Shape):
    """How far apart an item puts the hypotheses of an analysis."""

    item: Id
    diagnosticity: float


class Score(Shape):
    """What counts against a hypothesis; rank 1 has least against it."""

    hypothesis: Id
    rank: int
    weighted: float
    plain: float


class Ranked(Shape):
    """A hypothesis and its rank."""

    hypothesis: Id
    rank: int


class Removal(Shape):
    """The ranks without some items; ``turns``: others come first then."""

    what: Fallen
    name: str
    items: list[Id]
    ranks: list[Ranked]
    turns: bool


class Analysis(Shape):
    """Hypotheses that compete, ranked by what counts against them; it does not say what is true."""

    id: Id
    claim: Id | None
    kind: ConflictKind | None
    items: list[Bearing]
    scores: list[Score]
    removals: list[Removal]


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
