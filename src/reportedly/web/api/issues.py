"""Shapes of issues: what questions of reports have in common, and what became of it."""

from pydantic import Field

from reportedly.model import Asked, IssueState, ShiftKind, SourceKind, StepKind

from .found import Day, Factor, Hideable, Id, Marked, Shape


class AskedShort(Shape):
    """An issue in short."""

    id: Id
    asked: Asked
    text: str
    text_at: Marked
    documents: list[Id]
    state: IssueState
    answer: str = Field(description="Yes, no, or a person's words; empty where there is none.")
    rests: Id | None = Field(description="The claim that a person ruled to be the answer.")


class Answer(Shape):
    """A claim that bears on an issue."""

    claim: Id
    reasons: list[Factor]
    statements: list[Id] = Field(description="Those that give what is asked for; none: all do.")


class Step(Shape):
    """A ruling that narrowed, settled or reopened it, and counts."""

    number: int
    kind: StepKind
    question: Id
    by: str
    why: str
    answer: str
    statement: Id | None
    seen: list[Id] = Field(description="A report of each voice that spoke to the answers then.")


class Contrary(Shape):
    """A voice that denies an answer."""

    voice: str
    kind: SourceKind
    statements: list[Id]
    documents: list[Id]


class Backing(Shape):
    """What stands behind an answer, and against it."""

    claim: Id
    at_least: int
    at_most: int
    origins: list[Id]
    apart: list[Id] = Field(description="Shown origins that no report that asks has.")
    against: list[Contrary]


class Proposal(Shape):
    """A state that reports speak for; it changes nothing."""

    state: IssueState
    claim: Id
    answer: str
    reason: Factor


class Forecast(Shape):
    """How likely a named person holds an answer to be."""

    number: int
    question: Id
    by: str
    answer: str
    statement: Id | None
    probability: float
    key: str = Field(description="What the answer is told apart by.")
    counts: bool = Field(description="Whether it is the one that is scored.")


class Brier(Shape):
    """What the forecasts of a person came to: 0 to 2 (Brier 1950)."""

    by: str
    brier: float
    answers: int


class Forecaster(Shape):
    """A person who gave forecasts."""

    name: str
    forecasts: int
    scored: int
    mean: float | None


class Issue(AskedShort, Hideable):
    """What questions of one or more reports ask, and what became of it."""

    number: str = Field(description="Q1, Q2 and so on, as the pages call it.")
    questions: list[Id]
    first_seen: Day
    last_seen: Day
    joins: list[Factor]
    answers: list[Answer]
    steps: list[Step]
    evidence: list[Backing]
    proposals: list[Proposal]
    forecasts: list[Forecast]
    scores: list[Brier]


class Shift(Shape):
    """An issue that came, or stands otherwise."""

    kind: ShiftKind
    issue: AskedShort
    before: IssueState | None
    proposal: Proposal | None
