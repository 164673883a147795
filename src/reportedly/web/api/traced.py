"""What the addresses of versions, rulings, changes, search and reasons give."""

from pydantic import Field

from reportedly.views.versions import Kind

from .answers import Named, Paged, Taken
from .changed import Move
from .found import (
    Attribution,
    Cause,
    Conflict,
    Document,
    Evidence,
    Id,
    Pair,
    Question,
    Shape,
    Statement,
    Words,
)
from .issues import Issue, Shift
from .mapped import Arrow, Concept, Loop
from .records import (
    Actor,
    Analysis,
    Cell,
    Claim,
    DriftOf,
    Event,
    Hypothesis,
    Item,
    Link,
    Origin,
    Ruling,
    Told,
)


class Change(Shape):
    """A change from the version before; each side is cut from its version."""

    kind: Kind
    old: Pair
    new: Pair
    taken: Evidence = Field(description="What was taken out; of a long one beginning and end.")
    put: Evidence = Field(description="What was put there, cut alike.")


class VersionsAnswer(Shape):
    """What a version of a page says otherwise than the one before it."""

    document: Document
    versions: list[Id] = Field(description="Every version of the page, the earliest first.")
    former: Id | None = Field(description="The one before, null where there is none.")
    changes: list[Change]
    more: int = Field(description="Changes that are left out.")
    drift: list[DriftOf]


class RulingsAnswer(Paged):
    """Rulings, the last first; pages are of those that are worked out."""

    rulings: list[Ruling]
    pending: list[Ruling]


class Moved(Shape):
    """What a ruling changed, in words; what it quotes is cut by span."""

    lead: str
    claim: Told | None
    said: str


class RulingAnswer(Paged):
    """A ruling and what it changed; pages are of changes."""

    ruling: Ruling
    about: list[str] = Field(description="What it is about, as that is called now.")
    beside: list[int] = Field(description="Rulings that were worked out together with it.")
    changed: list[Moved]


class Run(Shape):
    """An addition to the ledger."""

    number: int
    recorded: str


class ChangesAnswer(Paged):
    """What came after a run; pages are of runs."""

    run: int = Field(description="What came after the run of this number; 0: everything.")
    documents: list[Document]
    claims: list[Told]
    denials: list[Taken]
    origins: list[Origin]
    drift: list[DriftOf]
    moved: list[Move]
    issues: list[Shift]
    runs: list[Run]


class Found(Document):
    """A report found and, where the words stand in its text, the first place."""

    place: Words | None
    marks: list[Pair] = Field(description="The words asked for, within that place.")


class SearchAnswer(Paged):
    """What holds every word asked for; pages are of reports."""

    claims: list[Told]
    all_claims: int
    actors: list[Named]
    all_actors: int
    documents: list[Found]


class Line(Shape):
    """A line of an explanation; what it quotes is cut by span, and says where."""

    depth: int
    label: str
    said: str


class WhyAnswer(Paged):
    """Everything behind one record; pages are of lines."""

    kind: str = Field(description="The noun that the record is.")
    record: (
        Document | Attribution | Statement | Cause | Question | Conflict | Actor | Claim
        | Link | Origin | DriftOf | Event | Concept | Arrow | Loop
        | Hypothesis | Item | Cell | Analysis | Issue
    )  # fmt: skip
    lines: list[Line]
    rulings: list[Ruling] = Field(description="Those that touched it.")
