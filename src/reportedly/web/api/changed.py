"""Shapes of what moved between two states of a ledger."""

from pydantic import Field

from reportedly.model import Factuality, MoveKind, Status

from .found import Factor, Id, Marked, Shape
from .records import Standing, Told


class Spread(Shape):
    """How many independent origins stand behind a claim."""

    at_least: int
    at_most: int


class Graded(Shape):
    """A grade with its reasons; what cannot be judged is absent."""

    letter: str | None
    digit: str | None
    code: str
    suggested: str | None
    factors: list[Factor]


class Former(Shape):
    """A claim of before, which may have another id now, or be part of another."""

    id: Id
    text: str
    text_at: Marked


Stood = Factuality | Status | Spread | Graded | list[Former]


class Move(Shape):
    """A claim that was there before and stands otherwise now."""

    kind: MoveKind = Field(description="In what: it says what `before` and `after` are.")
    claim: Told
    before: Stood
    after: Stood
    position: Standing | None = Field(description="The voice whose certainty it is.")
    own: bool = Field(description="Whether `before` is its own certainty, not that of its side.")
    statements: list[Id] = Field(description="Those that came and moved it.")
