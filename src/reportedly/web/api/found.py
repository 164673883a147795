"""What is found in one report, as JSON: the keys of docs/ledger.md, typed."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from reportedly.model import (
    Act,
    ConflictKind,
    DenialKind,
    Factuality,
    Influence,
    Mode,
    PageKind,
    Polarity,
    Reality,
    Role,
    Scope,
    SourceKind,
    Stance,
)

Id = Annotated[str, Field(description="A hash of content: the same input has the same id.")]
Pair = Annotated[
    list[Annotated[int, Field(ge=0)]],
    Field(min_length=2, max_length=2, description="Start and end (exclusive), in code points."),
]
Day = Annotated[str | None, Field(description="A date or date-time (ISO 8601), as stated.")]


class Shape(BaseModel):
    """An object with these keys and no others."""

    model_config = ConfigDict(extra="forbid", title=None)


class Hideable(Shape):
    """What a ruling may leave out of every list."""

    hidden: bool = Field(default=False, description="There only where a ruling hides it.")


class Marked(Shape):
    """Characters of one report."""

    document: Id
    spans: list[Pair]


class Words(Shape):
    """Characters of the report at hand; ``text`` is cut from it, fragments joined by a space."""

    spans: list[Pair]
    text: str


class Evidence(Words):
    """Characters of the report named."""

    document: Id


class Factor(Shape):
    """A named reason; ``text`` is a sentence of the program's own, which quotes nothing."""

    name: str
    weight: float
    text: str
    evidence: list[Marked]


class Hyperlink(Shape):
    """A link of a report to the web."""

    span: Pair | None
    url: str


class Foreign(Shape):
    """A passage in another language than its report."""

    span: Pair
    language: str | None


class Document(Shape):
    """A report as published, without its text."""

    id: Id
    number: str = Field(description="R1, R2 and so on, as the pages call it.")
    name: str
    url: str | None
    publisher: str | None
    byline: str | None
    published: Day
    retrieved: Day
    title: str | None
    language: str | None
    sha256: str
    links: list[Hyperlink]
    syndicated: str | None
    canonical: str | None
    dated: str | None = Field(description="The place in which `published` was found.")
    excerpt: bool = Field(description="The source gives a summary in the place of the report.")
    signed: Pair | None = Field(description="Where the text itself names its publisher.")
    updated: Day = Field(description="When it says that it was last changed.")
    stamped: str | None = Field(description="The place in which `updated` was found.")
    kinds: list[PageKind] = Field(description="What kind of page it was read from.")
    foreign: list[Foreign] = Field(description="Passages in another language than the report's.")


class Retrieval(Shape):
    """A route by which a report came."""

    document: Id
    name: str
    sha256: str = Field(description="Of the raw bytes that came by it.")
    url: str | None = Field(description="Where it was fetched from.")
    retrieved: Day
    media: str | None
    charset: str | None


class Source(Words):
    """Whose word."""

    kind: SourceKind
    country: str | None
    anonymous: bool
    name: str | None
    role: Words
    anonymity: Words


class Attribution(Shape):
    """Somebody is said to say something."""

    id: Id
    document: Id
    sentence: Pair
    source: Source | None
    cue: Words
    content: Words
    act: Act
    stance: Stance
    factuality: Factuality
    mode: Mode
    scope: Scope
    denial: DenialKind | None
    within: Id | None
    agreed: bool
    reasons: list[Factor]


class Participant(Shape):
    """Who takes part in an event."""

    role: Role
    span: Pair
    text: str
    name: str
    country: str | None


class Place(Shape):
    """Where."""

    span: Pair
    text: str
    name: str


class Interval(Shape):
    """When."""

    span: Pair
    text: str
    first: Day
    last: Day


class Quantity(Shape):
    """How many of what."""

    span: Pair
    text: str
    low: float | None
    best: float | None
    high: float | None
    unit: str


class Statement(Shape):
    """What is asserted of one event; without attribution it is the report's own word."""

    id: Id
    document: Id
    attribution: Id | None
    sentence: Pair
    spans: list[Pair]
    text: str
    predicate: Pair
    event: str
    code: str | None
    actors: list[Participant]
    place: Place | None
    time: Interval | None
    quantity: Quantity | None
    polarity: Polarity
    mode: Reality
    stance: Stance
    factuality: Factuality
    author_factuality: Factuality
    reasons: list[Factor]


class Cause(Hideable):
    """What is said to lead to what, and whose claim that is."""

    id: Id
    document: Id
    cause: Words
    effect: Words
    signal: Words
    attribution: Id | None
    polarity: Influence
    factuality: Factuality


class Question(Hideable):
    """What a report says is not known."""

    id: Id
    document: Id
    spans: list[Pair]
    text: str
    cue: Words
    attribution: Id | None
    issue: Id | None = Field(description="What it asks in common with others.")


class Conflict(Hideable):
    """Two statements that cannot both hold."""

    id: Id
    kind: ConflictKind
    claim: Id | None
    statements: Annotated[list[Id], Field(min_length=2, max_length=2)]
    left: Evidence
    right: Evidence
    reasons: list[Factor]


class Skipped(Shape):
    """What was not read, and why."""

    source: str
    reason: str
    spans: list[Pair]
