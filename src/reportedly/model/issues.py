"""What reports leave open, gathered: issues, what bears on them, and what became of them.

An issue is a question on which answers are put forward, with what speaks for and against each: the
noun of issue-based information systems (Kunz and Rittel 1970). ``Question`` stays the word of one
report; an issue is what questions of any number of reports have in common.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from .readings import Question
from .text import Evidence, Factor, identify
from .values import SourceKind

Asked = Literal[
    "whether", "who", "what", "which", "where", "when", "why", "how", "how many", "matter"
]
"""What is asked for. ``whether``: yes or no. ``matter``: a thing is named that is not known."""

IssueState = Literal["open", "narrowed", "settled", "reopened"]
"""As people ruled. ``open``: nobody ruled otherwise."""

ShiftKind = Literal["opened", "open", "narrowed", "settled", "reopened", "proposed"]
"""How an issue stands otherwise than before: a new one, in another state, or one is proposed."""

StepKind = Literal["narrow", "settle", "reopen"]
"""The rulings that move an issue from one state to another."""

STEPS: Mapping[IssueState, Mapping[str, IssueState]] = {
    "open": {"narrow": "narrowed", "settle": "settled"},
    "narrowed": {"narrow": "narrowed", "settle": "settled", "reopen": "reopened"},
    "settled": {"reopen": "reopened"},
    "reopened": {"narrow": "narrowed", "settle": "settled"},
}
"""Which ruling leads from a state to which; any other is passed over there."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim that bears on an issue, and why it is taken to; ``reasons`` hold the words.

    ``statements``: those of the claim that give what is asked for; none where all of it does.
    """

    claim: str
    reasons: tuple[Factor, ...]
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """Questions of any number of reports that ask one thing, the earliest first.

    ``text`` marks the earliest in its reporter's words; ``joins`` say why the others stand with it.
    Named after its earliest question, so that it keeps its id when later reports ask the same.
    """

    id: str
    asked: Asked
    text: Evidence
    questions: tuple[str, ...]
    documents: tuple[str, ...]
    first_seen: str | None
    last_seen: str | None
    answers: tuple[Answer, ...] = ()
    joins: tuple[Factor, ...] = ()


def alone(question: Question, seen: str | None) -> Issue:
    """The issue of one question that is gathered with no other, in a report of the day ``seen``."""
    words = Evidence(question.document, question.spans)
    id_ = identify("issue", question.id)
    return Issue(id_, "matter", words, (question.id,), (question.document,), seen, seen)


@dataclass(frozen=True, slots=True)
class Step:
    """A ruling that narrows, settles or reopens the issue that holds ``question``.

    ``answer`` is yes, no, or a person's words; ``statement``: that of the claim that is the answer,
    None where none is. ``seen``: a report of each voice that spoke to the answers then.
    """

    number: int
    kind: StepKind
    question: str
    by: str
    why: str
    answer: str = ""
    statement: str | None = None
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """How likely a named person holds an answer to be; ``answer`` and ``statement`` as in a step.

    ``key`` is the answer as it is told apart from others, ``probability`` that of the key: a
    forecast of no is one of yes, turned. ``counts``: no later one takes its place in the score.
    """

    number: int
    question: str
    by: str
    answer: str
    statement: str | None
    probability: float
    key: str = ""
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Contrary:
    """A voice that denies an answer, by which statements and in which reports."""

    voice: str
    kind: SourceKind
    statements: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind an answer, and against it.

    ``apart``: ids of the shown origins that no report that asks has: what those had, they still
    ask about. ``against``: voices that deny it; an outlet that follows another one that denies it
    is none.
    """

    claim: str
    at_least: int
    at_most: int
    origins: tuple[str, ...]
    apart: tuple[str, ...]
    against: tuple[Contrary, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A state that reports speak for. It is shown beside the state, and changes nothing."""

    state: IssueState
    claim: str
    answer: str
    reason: Factor


@dataclass(frozen=True, slots=True)
class Brier:
    """What the forecasts of a person came to once the issue was settled (Brier 1950): 0 to 2."""

    by: str
    brier: float
    answers: int


@dataclass(frozen=True, slots=True)
class Course:
    """What became of an issue: its state with the rulings that led there, and what is known.

    ``answer`` and ``rests``: what the last step gives as the answer, in words and as a claim.
    """

    issue: str
    state: IssueState
    answer: str = ""
    rests: str | None = None
    steps: tuple[Step, ...] = ()
    backings: tuple[Backing, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    scores: tuple[Brier, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecaster:
    """A named person: forecasts made, issues scored, and the mean of their scores, if any."""

    name: str
    forecasts: int
    scored: int
    mean: float | None


def walk(steps: Iterable[Step]) -> tuple[IssueState, tuple[Step, ...]]:
    """The state that steps lead to, in their order, and those that counted.

    A step that does not follow from the state it meets is passed over (:data:`STEPS`).
    """
    state: IssueState = "open"
    counted = []
    for step in steps:
        if step.kind in STEPS[state]:
            state = STEPS[state][step.kind]
            counted.append(step)
    return state, tuple(counted)
