"""What one document is found to say."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .documents import Document, Retrieval, Skipped
from .text import Evidence, Factor, Span, Spans
from .values import (
    Act,
    ConflictKind,
    DenialKind,
    Factuality,
    Influence,
    Mode,
    Polarity,
    Reality,
    Role,
    Scope,
    SourceKind,
    Stance,
)


@dataclass(frozen=True, slots=True)
class Source:
    """Whose word. ``spans`` as printed; ``name`` the fullest name this report gives, or None.

    ``country`` is ISO 3166-1 alpha-2. ``anonymity`` marks the stated reason for namelessness.
    ``role`` marks the printed office or description ("a senior official").
    """

    spans: Spans
    kind: SourceKind
    name: str | None = None
    country: str | None = None
    anonymous: bool = False
    anonymity: Spans = ()
    role: Spans = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue, content (PARC 3): somebody is said to say, deny, believe … something.

    ``source`` is None where the text names nobody ("has been accused of"). ``within`` is the id
    of the attribution whose content encloses this one: "A, citing B, said X" is B within A.
    ``stance`` and ``factuality`` are the source's towards the content, ``scope`` tells speech from
    attitude. ``agreed``: a second reader found the same relation. ``denial``: what of it is denied,
    None where nothing is.
    """

    id: str
    document: str
    sentence: Span
    source: Source | None
    cue: Spans
    content: Spans
    act: Act
    stance: Stance
    factuality: Factuality
    mode: Mode
    within: str | None = None
    agreed: bool = False
    scope: Scope = "speech"
    denial: DenialKind | None = None
    reasons: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor of a statement: its part, where it stands, and a normalised name for comparing."""

    role: Role
    span: Span
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the words, and a normalised name for comparing."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Interval:
    """When: the words, and first and last day (ISO dates, inclusive), None where unknown."""

    span: Span
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many: low, best and high as UCDP gives them ("at least 18": 18, 18, None); what of."""

    span: Span
    low: float | None
    best: float | None
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What a content, or the author's own sentence, asserts about one event or state.

    ``attribution`` is None for the author's own word. ``event`` is a normalised name for
    comparing (a family of ``lexicons/en/events.toml``, else the lemma); ``code`` a PLOVER code
    where one fits. ``factuality`` and ``stance`` are the voice's (the innermost source's)
    towards the event itself, so "denied that they fled" is CT- and against "they fled".
    """

    id: str
    document: str
    attribution: str | None
    sentence: Span
    spans: Spans
    predicate: Span
    event: str
    code: str | None
    actors: tuple[Participant, ...]
    place: Place | None
    time: Interval | None
    quantity: Quantity | None
    polarity: Polarity
    mode: Reality
    stance: Stance
    factuality: Factuality
    author_factuality: Factuality
    reasons: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class Cause:
    """Cause, effect and signal (Causal News Corpus), and whose claim it is (None: the author's).

    A signal may be absent. ``polarity`` is what the cause does to the effect, ``factuality`` how
    sure the voice is that it does.
    """

    id: str
    document: str
    cause: Spans
    effect: Spans
    signal: Spans
    attribution: str | None
    polarity: Influence = "causes"
    factuality: Factuality = "CT+"


@dataclass(frozen=True, slots=True)
class Question:
    """What a report says is not known, or yet to be seen; ``cue`` the words that say so."""

    id: str
    document: str
    spans: Spans
    cue: Spans
    attribution: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements that cannot both hold. ``left`` and ``right`` mark what differs.

    ``claim`` is None for a conflict inside one report that no claim gathers.
    """

    id: str
    kind: ConflictKind
    statements: tuple[str, str]
    left: Evidence
    right: Evidence
    claim: str | None = None
    reasons: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one document was found to say. ``document`` is its id."""

    document: str
    attributions: Sequence[Attribution] = ()
    statements: Sequence[Statement] = ()
    causes: Sequence[Cause] = ()
    questions: Sequence[Question] = ()
    conflicts: Sequence[Conflict] = ()
    skipped: Sequence[Skipped] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A document together with the route it came by, and the raw bytes it was made from.

    ``reading``: one that came with it, from another ledger or out of a person's hands, and which
    stands in the place of any that would be made here; ``given`` is where that stood, if not where
    the document did.
    """

    document: Document
    raw: bytes = field(repr=False)
    retrieval: Retrieval
    reading: Reading | None = field(default=None, repr=False)
    given: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """The reading of ``document`` came with it by the route ``name``, and was not made here.

    ``sha256`` is that of the reading as canonical JSON.
    """

    document: str
    name: str
    sha256: str
