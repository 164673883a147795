"""The map of causes and its runs, as JSON: the keys of docs/ledger.md, typed."""

from pydantic import Field

from reportedly.model import End, Ending, Influence, LoopKind, Rule, SourceKind, Squash, Stance

from .found import Evidence, Factor, Id, Marked, Shape


class Mention(Evidence):
    """One end of a stated cause."""

    cause: Id
    end: End
    claim: Id | None


class Concept(Shape):
    """An event or state that causes name, in one report or several."""

    id: Id
    number: str = Field(description="K1, K2 and so on, as the pages call it.")
    text: str
    text_at: Marked
    mentions: list[Mention]
    claims: list[Id]
    documents: list[Id]
    joins: list[Factor]


class ArrowVoice(Shape):
    """An origin of an arrow."""

    voice: str
    kind: SourceKind
    country: str | None
    named: bool
    shown: bool
    causes: list[Id]
    documents: list[Id]


class ArrowRange(Shape):
    """How many independent origins stand behind an arrow."""

    at_least: int
    at_most: int
    voices: list[ArrowVoice]
    reasons: list[Factor]


class Weight(Shape):
    """How strongly an arrow pulls by what the reports say, from -1 to 1; no likelihood."""

    value: float
    low: float
    high: float
    factors: list[Factor]


class Arrow(Shape):
    """What is said of two concepts; what is denied and left open stands apart."""

    id: Id
    number: str = Field(description="A1, A2 and so on, as the pages call it.")
    cause: Id
    effect: Id
    polarity: Influence
    stance: Stance
    causes: list[Id]
    documents: list[Id]
    opposed: list[Id] = Field(description="Arrows that say the opposite of the same two.")
    origins: ArrowRange | None
    weight: Weight | None


class Loop(Shape):
    """Concepts that are said to lead to one another in a circle."""

    id: Id
    number: str = Field(description="L1, L2 and so on, as the pages call it.")
    kind: LoopKind
    concepts: list[Id]
    arrows: list[Id]


class Pulled(Shape):
    """A concept that is held at a level."""

    concept: Id
    level: float


class Followed(Shape):
    """A concept that moves: its level without the pulls and with them, and the band of that."""

    concept: Id
    before: float
    after: float
    low: float
    high: float
    change: float


class RunOf(Shape):
    """A run of the map of causes as a fuzzy cognitive map."""

    pulls: list[Pulled]
    effects: list[Followed]
    ending: Ending
    steps: int
    period: int
    runs: int
    restless: int
    rule: Rule
    squash: Squash
    steepness: float
