"""What came to a case between two moments, and what moved in it."""

from dataclasses import dataclass

from .case import Claim, Drift, Grade, Origin, OriginRange, Position
from .documents import Document
from .issues import Course, Issue, IssueState, Proposal, ShiftKind
from .values import Factuality, MoveKind, Status

Stood = Factuality | Status | OriginRange | Grade | tuple[Claim, ...]
"""How a claim stood, in one respect: what it is depends on the kind of the move."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A voice that stands against a claim, and did not before."""

    claim: Claim
    position: Position


@dataclass(frozen=True, slots=True)
class Move:
    """A claim that was there before and stands otherwise now, on the strength of ``statements``.

    ``before`` and ``after`` are a factuality (``certainty``), a status, an :class:`OriginRange`
    (``origins``), a :class:`Grade`, or claims: those that are one now (``joined``), the one that it
    was part of (``parted``). ``position`` is the voice whose certainty it is; ``own``: it had
    taken a side before, and ``before`` is its own certainty, not that of its side. There is no
    statement where none came, as when a ruling or a link found elsewhere moved it.
    """

    kind: MoveKind
    claim: Claim
    before: Stood
    after: Stood
    statements: tuple[str, ...]
    position: Position | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """An issue that was not there ``before``, or stood otherwise; ``proposal``: the new one."""

    kind: ShiftKind
    issue: Issue
    course: Course
    before: IssueState | None = None
    proposal: Proposal | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """A claim that goes on from claims of other ids (``before``): grown, joined or parted."""

    claim: str
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is in a case now and was not before, each in the order of the case.

    A claim that holds a statement of before is not new, whatever its id; ``carried`` says which
    one it was. ``moved`` is about claims that are not new only.
    """

    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    denials: tuple[Denial, ...] = ()
    origins: tuple[Origin, ...] = ()
    drifts: tuple[Drift, ...] = ()
    moved: tuple[Move, ...] = ()
    carried: tuple[Carried, ...] = ()
    turned: tuple[Shift, ...] = ()

    @property
    def told(self) -> int:
        """How many records there are to tell of; 0 where nothing came and nothing moved."""
        kinds = (
            self.documents, self.claims, self.denials, self.origins, self.drifts, self.moved,
            self.turned,
        )  # fmt: skip
        return sum(map(len, kinds))

    @property
    def earlier(self) -> dict[str, tuple[str, ...]]:
        """Of claims that are new or carried, ids of those they go on from; a new one's are none."""
        return {c.id: () for c in self.claims} | {one.claim: one.before for one in self.carried}
