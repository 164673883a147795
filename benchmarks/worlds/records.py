"""What a world is made of."""

from dataclasses import dataclass
from typing import Literal

Form = Literal["done", "may", "planned"]
Level = Literal["strong", "plain", "weak"]
Extent = Literal["part", "neutral", "whole"]
Style = Literal[
    "heard", "gathering", "posted", "seen", "nested", "outlet", "deep", "lined", "talk", "flat"
]
"""How a report words whose word it is. ``lined``: in its own words, with a credit line below."""
Loss = Literal["certainty", "hedge", "source", "attribution", "scope", "number", "tense"]
Place = Literal["telling", "source", "clause", "outlet", "number", "extent", "noun"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that is said to have happened in a world."""

    number: int
    family: str
    counted: bool
    place: str
    count: int


@dataclass(frozen=True, slots=True)
class Root:
    """A true origin of a claim. ``heard_by`` is the outlet whose people it is or who met it.

    ``names`` are what it may be called; ``open`` roots speak in public.
    """

    number: int
    claim: int
    kind: Literal["body", "person", "unnamed", "seen"]
    names: tuple[str, ...]
    heard_by: str | None
    open: bool


@dataclass(frozen=True, slots=True)
class State:
    """What one report says of one claim, and on whose word.

    ``roots`` are the true origins it goes back to, ``credited`` the outlets named, nearest first.
    """

    claim: int
    roots: frozenset[int]
    style: Style
    wording: int
    form: Form
    level: Level
    bound: str
    count: int
    extent: Extent
    phrase: int
    source: str | None
    phrasing: int = 0
    """Which of the words that may stand for one another are used; copies keep it."""
    credited: tuple[str, ...] = ()

    @property
    def described(self) -> bool:
        """Whether somebody is named or described whose word it is (an outlet alone is nobody)."""
        return self.source is not None

    @property
    def number(self) -> tuple[str, int]:
        """The number as printed."""
        return self.bound, self.count


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence, with what it holds."""

    text: str
    tag: Place | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. ``state`` where it tells of a claim; ``own`` where it goes when copied."""

    pieces: tuple[Piece, ...]
    kind: Literal["telling", "detail", "frame", "line", "dateline", "denial", "boilerplate"]
    state: State | None = None
    frame: int = -1

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Told:
    """Where a report tells of a claim: code points of the sentence and of its parts."""

    state: State
    sentence: tuple[int, int]
    parts: tuple[tuple[Place, int, int], ...]

    def part(self, tag: Place) -> tuple[int, int] | None:
        """Where the first part of this name stands."""
        return next(((a, b) for name, a, b in self.parts if name == tag), None)


@dataclass(frozen=True, slots=True)
class Hop:
    """``below`` has something from ``above`` (numbers of reports), and what was lost.

    ``copied``: its words as well. ``credited``: it names the outlet. ``lost``: kinds of drift, by
    claim. ``unsure``: drift that may be counted or not.
    """

    below: int
    above: int
    copied: bool
    credited: bool
    revised: bool
    lost: tuple[tuple[int, Loss], ...] = ()
    unsure: tuple[tuple[int, Loss], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One report. ``kept`` is False for one that nobody collected: it is not in the ledger."""

    number: int
    outlet: str
    url: str
    minute: int
    published: str | None
    title: str
    text: str
    told: tuple[Told, ...]
    kept: bool = True


@dataclass(frozen=True, slots=True)
class World:
    """A story: what is true of it, and the reports in the order in which they came out."""

    number: int
    claims: tuple[Claim, ...]
    roots: tuple[Root, ...]
    reports: tuple[Report, ...]
    hops: tuple[Hop, ...]

    @property
    def kept(self) -> tuple[Report, ...]:
        """The reports that are in the ledger."""
        return tuple(report for report in self.reports if report.kept)

    def origins(self, claim: int) -> frozenset[int]:
        """True origins behind what the kept reports say for a claim."""
        said = (t.state for r in self.kept for t in r.told if t.state.claim == claim)
        return frozenset(root for state in said for root in state.roots)
