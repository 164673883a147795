"""Competing hypotheses (Heuer 1999, chapter 8): what they say, and what counts against them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .text import Evidence, Factor
from .values import ConflictKind, SourceKind

Consistency = Literal["CC", "C", "N", "I", "II", "NA"]
"""An item of evidence beside a hypothesis: very consistent, consistent, neutral, inconsistent, very
inconsistent, not applicable."""

Degree = Literal["high", "medium", "low"]
"""How far an item can be believed, or how much it has to do with the question."""

Side = Literal["+", "-", "?"]
"""What a hypothesis says of a claim: that it is so, that it is not, or nothing that can be told."""

Fallen = Literal["origin", "kind", "unnamed", "not shown"]
"""What is taken out: all items of one voice, of one kind of source, all without a name, all that
are not shown to be different from the others."""


@dataclass(frozen=True, slots=True)
class Premise:
    """What a hypothesis says of one claim.

    ``statements``: of a hypothesis on a number, a date, a place or an actor, those that give it so;
    empty where it is about the claim as such.
    """

    claim: str
    side: Side
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One of several explanations that exclude one another.

    ``text`` is a person's; it is empty where the program proposes, from a denial or a conflict.
    Then ``words`` are cut from the reports (the claim, and what it gives otherwise than its rivals)
    and ``voice`` is who says it, with ``label`` where words name it. ``key`` is what
    a proposal is about: "+", "-", or a kind of conflict. ``adopted``: a person took it over.
    """

    id: str
    text: str
    premises: tuple[Premise, ...]
    reasons: tuple[Factor, ...] = ()
    key: str = ""
    words: tuple[Evidence, ...] = ()
    voice: str = ""
    label: Evidence | None = None
    adopted: bool = False

    @property
    def proposed(self) -> bool:
        """Whether no person wrote it or took it over."""
        return bool(self.key) and not self.adopted


@dataclass(frozen=True, slots=True)
class Item:
    """An item of evidence: one voice that is for or against a claim, however often it is printed.

    Behind a claim it is an origin; against it, a voice that denies it. ``statements``, the earliest
    first, are all that lead back to it: a cell is suggested from the first alone. ``shown``: shown
    to be different from the other items on its side of the claim.
    """

    id: str
    claim: str
    stance: Literal["for", "against"]
    voice: str
    kind: SourceKind
    country: str | None
    named: bool
    shown: bool
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    credibility: Degree
    relevance: Degree
    label: Evidence | None = None
    reasons: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """How an item stands to a hypothesis, and why.

    ``suggested``: what the program says, where a person says otherwise; else None.
    """

    id: str
    item: str
    hypothesis: str
    value: Consistency
    reasons: tuple[Factor, ...]
    suggested: Consistency | None = None

    @property
    def ruled(self) -> bool:
        """Whether a person said so."""
        return any(reason.name == "ruling" for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Score:
    """What counts against one hypothesis, and its rank: 1 has least against it, ties share one.

    ``weighted`` is the weighted inconsistency, ``plain`` the same with every weight 1.
    """

    hypothesis: str
    rank: int
    weighted: float
    plain: float


@dataclass(frozen=True, slots=True)
class Removal:
    """The ranks, in the order of the hypotheses, without some items.

    ``turns``: others come first then.
    """

    what: Fallen
    name: str
    items: tuple[str, ...]
    ranks: tuple[int, ...]
    turns: bool


@dataclass(frozen=True, slots=True)
class Analysis:
    """Hypotheses that compete with one another, ranked by what counts against them.

    ``claim`` is what the program proposes them on, None for those that people wrote or adopted.
    ``items`` stand by ``diagnosticity``, the highest first: how far apart an item puts them. One
    with 0 tells nothing, however true it is.
    """

    id: str
    claim: str | None
    kind: ConflictKind | None
    items: tuple[str, ...]
    diagnosticity: tuple[float, ...]
    scores: tuple[Score, ...]
    removals: tuple[Removal, ...] = ()

    @property
    def hypotheses(self) -> tuple[str, ...]:
        """Ids, in the order in which they were made."""
        return tuple(score.hypothesis for score in self.scores)


@dataclass(frozen=True, slots=True)
class Competing:
    """All hypotheses of a case, the items that bear on them, the cells, and what comes of them."""

    hypotheses: Sequence[Hypothesis] = ()
    items: Sequence[Item] = ()
    cells: Sequence[Cell] = ()
    analyses: Sequence[Analysis] = ()


NO_HYPOTHESES = Competing()
