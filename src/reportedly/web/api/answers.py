"""What each address of the interface gives: one shape a page."""

from pydantic import Field

from reportedly.model import SourceKind

from .found import (
    Attribution,
    Cause,
    Conflict,
    Document,
    Evidence,
    Id,
    Question,
    Retrieval,
    Shape,
    Skipped,
    Statement,
)
from .issues import Forecaster, Issue
from .mapped import Arrow, Concept, Loop, RunOf
from .records import (
    Actor,
    Analysis,
    Cell,
    Claim,
    DriftOf,
    Hypothesis,
    Item,
    Link,
    Origin,
    Relation,
    Standing,
    Told,
)


class FormatOf(Shape):
    """A format that the ledger is written in."""

    name: str
    group: str
    about: str = Field(description="What it is.")
    opens: str = Field(description="What opens it.")
    lacks: str = Field(description="What it cannot hold; empty where that is nothing.")
    media: str = Field(description="The media type that it is served as.")
    address: str = Field(description="Where it is written.")


class ExportAnswer(Shape):
    """Every format, in groups."""

    formats: list[FormatOf]


class Refusal(Shape):
    """Why something was not done, in one sentence."""

    detail: str


class Paged(Shape):
    """One page of a longer list."""

    page: int = Field(description="The page given; the last one where a later one is asked for.")
    pages: int
    total: int = Field(description="Records of all pages.")
    next: str | None = Field(description="The address of the next page.")


class Named(Shape):
    """An actor by name."""

    id: Id
    name: str


class Counts(Shape):
    """How much came after a run."""

    run: int
    documents: int
    claims: int
    denials: int
    origins: int
    drift: int
    moved: int


class StoryAnswer(Shape):
    """The story on one page."""

    documents: int
    outlets: list[str]
    first: str | None
    last: str | None
    claims: int
    disputed: list[Told]
    leading: list[Claim]
    since: Counts | None = Field(description="What the last run brought.")
    pending: list[int] = Field(description="Rulings that are kept, and not worked out yet.")
    hidden: int = Field(description="Records that rulings leave out of every list.")
    skipped: list[Skipped]
    unread: str = Field(description="What is left out since only English is read, as a sentence.")


class ClaimsAnswer(Paged):
    """Claims that fit, and what they can be asked for by."""

    order: str
    claims: list[Claim]
    outlets: list[str]
    actors: list[Named]


class ClaimAnswer(Paged):
    """A claim; pages are of its statements."""

    claim: Claim
    statements: list[Statement]
    attributions: list[Attribution] = Field(description="Those that the statements stand in.")
    documents: list[Document] = Field(description="Every report of the claim.")
    origins: list[Origin]
    links: list[Link] = Field(description="Whom the reports of the claim follow.")
    conflicts: list[Conflict]


class Row(Shape):
    """A voice and, for each claim of the matrix, the positions that it takes there."""

    voice: str
    kind: SourceKind
    country: str | None
    cells: list[list[Standing]]


class Difference(Shape):
    """In what two statements differ; each side is a word of ours or cut from its report."""

    what: str
    left: str
    right: str


class BesideAnswer(Shape):
    """Two statements side by side."""

    statements: list[Statement]
    attributions: list[Attribution] = Field(description="Those that the statements stand in.")
    differs: list[Difference]
    claims: list[Told]
    drift: list[DriftOf]


class MatrixAnswer(Paged):
    """Voices by claims; pages are of claims."""

    claims: list[Told]
    rows: list[Row]
    more_rows: int = Field(description="Voices that speak to fewest of these and are left out.")


class Counted(Actor):
    """An actor and in how many claims it takes a position."""

    positions: int


class ActorsAnswer(Paged):
    """Actors, those with most positions first."""

    actors: list[Counted]


class Taken(Shape):
    """A position and the claim that it is taken in."""

    claim: Told
    position: Standing


class ActorAnswer(Paged):
    """An actor; pages are of its positions."""

    actor: Actor
    positions: list[Taken]
    relations: list[Relation]
    actors: list[Named] = Field(description="Everybody whom the relations name.")


class RelationsAnswer(Paged):
    """Who is said to do what to whom."""

    relations: list[Relation]
    actors: list[Named] = Field(description="Everybody whom the relations name.")


class Given(Shape):
    """A time given for a claim, with the earliest statement that gives it."""

    first: str | None
    last: str | None
    mark: str = Field(description="Whether it is only expected or supposed; else empty.")
    statement: Id
    evidence: Evidence
    voices: list[Standing]
    more: int = Field(description="Further reports that give it.")
    distance: str = Field(description="How long after it the claim was first reported here.")


class Dated(Shape):
    """A claim and the times given for it."""

    claim: Told
    apart: bool = Field(description="Whether no day is common to all these times.")
    times: list[Given]


class TimelineAnswer(Paged):
    """Claims by the day on which they are said to have happened."""

    rule: str
    rows: list[Dated]
    timeless: int = Field(description="Claims without words of time.")
    dayless: int = Field(description="Claims whose words of time name no day.")
    statements: list[Statement] = Field(description="Those that give the times.")
    attributions: list[Attribution] = Field(description="Whose word the times are.")


class CausesAnswer(Paged):
    """What is said to lead to what."""

    causes: list[Cause]
    attributions: list[Attribution] = Field(description="Those that the causes stand in.")
    claims: list[Told] = Field(description="Those that the concepts tell.")
    concepts: list[Concept] = Field(description="What the causes lead from and to, gathered.")
    arrows: list[Arrow] = Field(description="The arrows that the causes are part of.")
    loops: list[Loop] = Field(description="The circles of the whole map.")


class WhatIfAnswer(Shape):
    """What these reports say would follow; never a forecast."""

    said: str
    run: RunOf | None = Field(description="Null where no concept is asked for.")
    concepts: list[Concept] = Field(description="Those that are held, then those that move.")


class QuestionsAnswer(Paged):
    """What reports say is not known; pages are of issues."""

    issues: list[Issue]
    questions: list[Question] = Field(description="Those of the issues.")
    attributions: list[Attribution] = Field(description="Those that the questions stand in.")
    claims: list[Told] = Field(description="Those that may answer the issues.")
    forecasters: list[Forecaster]


class ConflictsAnswer(Paged):
    """Statements that cannot both hold."""

    conflicts: list[Conflict]
    statements: list[Statement]
    attributions: list[Attribution] = Field(description="Those that the statements stand in.")


class HypothesesAnswer(Paged):
    """Competing hypotheses, a matrix each; pages are of matrices."""

    limit: str = Field(description="What the ranking is, and what it is not.")
    analyses: list[Analysis]
    hypotheses: list[Hypothesis]
    items: list[Item]
    cells: list[Cell]


class Voice(Shape):
    """A voice and the origins that it is."""

    voice: str
    kind: SourceKind
    country: str | None
    origins: list[Origin]


class OriginsAnswer(Paged):
    """Voices that claims lead back to."""

    voices: list[Voice]


class Listed(Document):
    """A report, by how many routes it came, how many attributions it has, whom it follows."""

    routes: int
    attributions: int
    upstream: list[Link]


class DocumentsAnswer(Paged):
    """Reports, and what they can be asked for by."""

    documents: list[Listed]
    outlets: list[str]


class Whole(Document):
    """A report with its text; offsets of every answer count in it."""

    text: str


class DocumentAnswer(Shape):
    """A report whole, with everything found in it."""

    document: Whole
    retrievals: list[Retrieval] = Field(description="Its routes, the first one first.")
    attributions: list[Attribution]
    statements: list[Statement]
    causes: list[Cause]
    questions: list[Question]
    conflicts: list[Conflict]
    skipped: list[Skipped]
    claims: list[Told]
    upstream: list[Link]
    downstream: list[Link]
