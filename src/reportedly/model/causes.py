"""The map of causes as reports state them: concepts, arrows between them, loops, and what-if."""

from dataclasses import dataclass
from typing import Literal

from .text import Evidence, Factor, Spans, identify
from .values import Influence, Stance

End = Literal["cause", "effect"]

LoopKind = Literal["reinforcing", "balancing", "disputed"]
"""By the product of the signs of its arrows; ``disputed`` where both signs are said of a step."""

Rule = Literal["kosko", "modified", "rescaled"]
Squash = Literal["tanh", "sigmoid"]
Ending = Literal["settled", "cycle", "unsettled"]
"""How a run ended: in one state, in some that come round and round, or in neither so far."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One end of a stated cause (``cause``: its id): the words that name an event or a state.

    ``claim`` is the claim that a statement in these words belongs to, where there is one.
    """

    id: str
    cause: str
    end: End
    document: str
    spans: Spans
    claim: str | None = None


def mention_id(cause: str, end: End) -> str:
    """The id of one end of the cause with that id."""
    return identify("mention", cause, end)


@dataclass(frozen=True, slots=True)
class Concept:
    """Ends of stated causes, in any number of reports, that name one event or state (Kosko 1986).

    ``text`` marks the words that it is shown by. ``claims`` are those of its mentions. ``joins``
    say why the mentions stand together: one factor each, rulings first.
    """

    id: str
    text: Evidence
    mentions: tuple[Mention, ...]
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    joins: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """One thing that is said of two concepts: that one causes, prevents or enables the other.

    ``stance``: held (``for``), denied (``against``) or left open (``observing``) by those whose
    ``causes`` (ids) these are; each of the three is an arrow of its own. ``opposed`` are arrows
    between the same two, the same way, that cannot both hold.
    """

    id: str
    cause: str
    effect: str
    polarity: Influence
    stance: Stance
    causes: tuple[str, ...]
    documents: tuple[str, ...]
    opposed: tuple[str, ...] = ()

    @property
    def sign(self) -> int:
        """-1 where it prevents, else 1."""
        return -1 if self.polarity == "prevents" else 1


@dataclass(frozen=True, slots=True)
class Loop:
    """Concepts that are said to lead to one another in a circle, beginning with the first here."""

    id: str
    kind: LoopKind
    concepts: tuple[str, ...]
    arrows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """How strongly an arrow pulls (-1 to 1) by what these reports say; ``low`` to ``high``.

    ``value`` is the middle of the two. It is a weight of what is said, not of what is so.
    """

    arrow: str
    value: float
    low: float
    high: float
    factors: tuple[Factor, ...]


@dataclass(frozen=True, slots=True)
class Pull:
    """A concept (id) that is held at a level: 1 is more of it, -1 less, 0 as told."""

    concept: str
    level: float = 1.0


@dataclass(frozen=True, slots=True)
class Effect:
    """A concept at the end of a run: its level without the pulls and with them.

    ``low`` to ``high`` is the band of the change, by what the weights of arrows may be.
    """

    concept: str
    before: float
    after: float
    low: float
    high: float

    @property
    def change(self) -> float:
        """By how much it moved."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What these reports say would follow; never a forecast.

    ``effects``: those of concepts that something pulled leads to, the most moved first.
    ``ending``, ``steps`` and ``period`` are of the run with the middle weights; of ``runs`` with
    other weights of the bands, ``restless`` did not settle.
    """

    pulls: tuple[Pull, ...]
    effects: tuple[Effect, ...]
    ending: Ending
    steps: int
    period: int
    runs: int
    restless: int
    rule: Rule
    squash: Squash
    steepness: float
