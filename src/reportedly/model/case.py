"""What is found across reports: claims, origins, grades, and the whole case."""

from collections.abc import Sequence
from dataclasses import dataclass

from .causes import Arrow, Concept, Loop, Weight
from .documents import Document, Retrieval, Skipped
from .hypotheses import NO_HYPOTHESES, Competing
from .issues import Course, Forecaster, Issue
from .readings import Conflict, Given, Reading
from .rulings import Logged
from .text import Evidence, Factor
from .values import (
    DriftKind,
    Factuality,
    LinkKind,
    RelationKind,
    SourceKind,
    Stance,
    Status,
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who speaks or acts, joined across reports; ``mentions`` show every form used."""

    id: str
    name: str
    kind: SourceKind
    country: str | None
    mentions: tuple[Evidence, ...]
    reasons: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """What one statement says that an actor does to, with or for another.

    ``source`` and ``target`` are ids of actors, in the direction of the deed; ``code`` is the
    PLOVER code. ``factuality`` is that of the statement's voice: a denied pact is CT-.
    """

    id: str
    kind: RelationKind
    source: str
    target: str
    code: str
    statement: str
    factuality: Factuality
    evidence: tuple[Evidence, ...]
    reasons: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One voice's stance in one claim, on the strength of ``statements``.

    ``actor`` is the voice where it has a name. ``label`` marks the words that name the voice;
    for an author it is empty and ``voice`` is the outlet's name.
    """

    voice: str
    kind: SourceKind
    country: str | None
    actor: str | None
    stance: Stance
    factuality: Factuality
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    label: Evidence | None = None


WHOLE = "as a whole"
"""Name of the factor that joins a statement to a claim only because its group joined as a whole."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements, in any number of reports, that assert or deny one thing.

    ``text`` marks the claim in a reporter's own words. ``joins`` explain why the statements
    stand together: one factor a join, its evidence the two statements; rulings that joined or
    parted them come first; one whose name is :data:`WHOLE` is of a group that joined as a whole, a
    weaker join. ``first_seen`` and
    ``last_seen`` are publication dates ("earliest here", not "first").
    """

    id: str
    text: Evidence
    status: Status
    statements: tuple[str, ...]
    positions: tuple[Position, ...]
    documents: tuple[str, ...]
    first_seen: str | None
    last_seen: str | None
    joins: tuple[Factor, ...] = ()

    @property
    def beside(self) -> frozenset[Evidence]:
        """The statements that stand here only because their group joined as a whole."""
        return frozenset(join.evidence[1] for join in self.joins if join.name == WHOLE)


@dataclass(frozen=True, slots=True)
class Link:
    """Report → its upstream (W3C PROV): a document here (``to``), or a ``name`` from outside.

    copied = prov:wasDerivedFrom, quoted = prov:wasQuotedFrom, credited = prov:hadPrimarySource,
    revised = prov:wasRevisionOf.
    """

    id: str
    kind: LinkKind
    document: str
    to: str | None
    name: str | None
    evidence: tuple[Evidence, ...]
    reasons: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The earliest voice here that a set of statements of one claim leads back to.

    ``shown``: shown to be different from every other shown origin of the claim, so it counts
    in "at least"; every origin counts in "at most".
    """

    id: str
    claim: str
    voice: str
    kind: SourceKind
    country: str | None
    named: bool
    shown: bool
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    reasons: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginRange:
    """How many independent origins stand behind one claim: a range, with its derivation."""

    claim: str
    at_least: int
    at_most: int
    origins: tuple[str, ...]
    reasons: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class Drift:
    """A hop along a link at which something was lost or moved; before and after, as printed."""

    id: str
    claim: str
    kind: DriftKind
    link: str
    before: Evidence
    after: Evidence
    reason: Factor


@dataclass(frozen=True, slots=True)
class Event:
    """Reports that tell one story: ids of documents that share claims or passages."""

    id: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """What would make the digit of a grade another one, and which; worked out, not foretold."""

    text: str
    digit: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """A suggestion: Admiralty letter (source) and digit (information), as a list of reasons.

    ``F`` and ``6`` mean "cannot be judged". ``summary`` is a source summary statement in the
    manner of ICD 206, in our words. ``suggested``: what the reasons suggest, where a person gave
    the claim another grade; None where letter and digit are the suggestion. ``turns``: what would
    change the suggested digit.
    """

    claim: str
    letter: str
    digit: str
    summary: str
    factors: tuple[Factor, ...]
    suggested: str | None = None
    turns: tuple[Turn, ...] = ()

    @property
    def code(self) -> str:
        """Letter and digit, as "C3"."""
        return f"{self.letter}{self.digit}"

    @property
    def support(self) -> float:
        """What all its reasons weigh together: it orders claims, and is a measure of nothing."""
        return sum(factor.weight for factor in self.factors)


@dataclass(frozen=True, slots=True)
class Gathering:
    """What the claims stage makes of all readings."""

    claims: Sequence[Claim] = ()
    actors: Sequence[Actor] = ()
    conflicts: Sequence[Conflict] = ()
    relations: Sequence[Relation] = ()
    concepts: Sequence[Concept] = ()
    arrows: Sequence[Arrow] = ()
    loops: Sequence[Loop] = ()
    issues: Sequence[Issue] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """What the origins stage makes of all claims and documents.

    ``arrow_origins`` and ``arrow_ranges`` are those of arrows: ``claim`` is the id of the arrow
    there, and ``statements`` are ids of causes.
    """

    links: Sequence[Link] = ()
    origins: Sequence[Origin] = ()
    ranges: Sequence[OriginRange] = ()
    drifts: Sequence[Drift] = ()
    events: Sequence[Event] = ()
    arrow_origins: Sequence[Origin] = ()
    arrow_ranges: Sequence[OriginRange] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a ledger holds now: what views show and exports write.

    Order is fixed: documents by publication, retrieval and id, all else as its stage made it.
    ``rulings`` are people's, as they were made. ``readings`` are as they were found; what people
    corrected in them is in :func:`as_ruled`, and everything else here is made of that.
    ``retrievals`` are the routes by which documents came, in the order of documents and, of one,
    in that in which they came. ``weights`` are of the arrows, in their order.
    ``competing``: hypotheses, and what counts against them. ``courses`` are of the issues, in their
    order. ``given`` are the readings that came with their reports, in the order of documents.
    Sequences are tuples, or :class:`.folded.Records` where memory is short.
    """

    documents: Sequence[Document] = ()
    readings: Sequence[Reading] = ()
    gathering: Gathering = Gathering()
    lineage: Lineage = Lineage()
    grades: Sequence[Grade] = ()
    skipped: Sequence[Skipped] = ()
    rulings: tuple[Logged, ...] = ()
    retrievals: Sequence[Retrieval] = ()
    weights: Sequence[Weight] = ()
    competing: Competing = NO_HYPOTHESES
    courses: Sequence[Course] = ()
    forecasters: Sequence[Forecaster] = ()
    given: Sequence[Given] = ()
