"""A person's ruling on an issue: whether it follows from the state, its answer, what was known."""

import math
from collections.abc import Sequence

from reportedly.errors import UsageError
from reportedly.model import STEPS, Case, Claim, Course, Issue, RulingKind

_LEADS: dict[str, str] = {
    "settled": "it is settled; reopen it first",
    "open": "nobody has narrowed or settled it",
    "reopened": "it is open again already",
    "narrowed": "it is narrowed already",
}


def pursued(
    kind: RulingKind, issue: Issue, claims: Sequence[Claim], value: str, by: str, case: Case
) -> str:
    """The value of a ruling ``kind`` on ``issue``; ``claims``: the one that is its answer.

    Of a forecast it is a probability, with the words of the answer behind it where these are given.
    Raises UsageError, with a sentence, where it does not follow from the state, or has no answer.
    """
    course = _course(issue, case)
    if kind == "forecast":
        return _forecast(issue, course, claims, value, by)
    if kind not in STEPS[course.state]:
        raise UsageError(f"this issue cannot be {_DONE[kind]}: {_LEADS[course.state]}")
    if kind == "reopen":
        if claims or value:
            raise UsageError("reopen takes no answer; say why with --why")
        return ""
    return _answer(kind, issue, claims, value)


_DONE = {"narrow": "narrowed", "settle": "settled", "reopen": "reopened"}


def _course(issue: Issue, case: Case) -> Course:
    found = (course for course in case.courses if course.issue == issue.id)
    return next(found, Course(issue.id, "open"))


def _answer(kind: RulingKind, issue: Issue, claims: Sequence[Claim], value: str) -> str:
    """The answer, in the form in which the issue takes one."""
    if claims and value and issue.asked != "whether":
        raise UsageError("the answer is a claim or words, not both")
    if issue.asked == "whether" and kind == "settle":
        if value.casefold() not in {"yes", "no"}:
            raise UsageError("this issue asks for yes or no: give it with --answer")
        return value.casefold()
    if kind == "settle" and not (claims or value):
        raise UsageError("settle says what the answer is: a claim or words, with --answer")
    return value.casefold() if value.casefold() in {"yes", "no"} else value


def _forecast(issue: Issue, course: Course, claims: Sequence[Claim], value: str, by: str) -> str:
    likely, _, answer = value.partition(" ")
    answer = answer.strip()
    number = probability(likely)
    if course.state == "settled":
        raise UsageError("this issue is settled; a forecast is made before")
    if issue.asked == "whether":
        if claims or answer.casefold() not in {"", "yes", "no"}:
            raise UsageError("this issue asks for yes or no: a forecast is about one of them")
        answer = answer.casefold()
    elif bool(claims) == bool(answer):
        raise UsageError("a forecast is about one answer: a claim or words, with --answer")
    else:
        _sums(course, claims, answer, number, by)
    return f"{number:g} {answer}".strip()


def probability(text: str) -> float:
    """A number from 0 to 1; UsageError where it is none."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not (text.isascii() and 0 <= number <= 1):
        raise UsageError(
            f"a forecast is a probability from 0 to 1, such as 0.3; {text[:20]!r} is none"
        )
    return round(number, 6)


def _sums(course: Course, claims: Sequence[Claim], answer: str, number: float, by: str) -> None:
    """What one person holds of the answers to one issue sums to 1 at most."""
    here = f"claim {claims[0].id}" if claims else " ".join(answer.casefold().split())
    held = [
        one.probability
        for one in course.forecasts
        if one.counts and _same(one.by, by) and one.key != here
    ]
    if math.fsum([*held, number]) > 1 + 1e-9:
        total = math.fsum(held)
        raise UsageError(f"your forecasts of other answers to it sum to {total:g} already")


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def spoke(issue: Issue, claims: Sequence[Claim], case: Case) -> tuple[str, ...]:
    """A report of each voice that speaks to the answers of ``issue`` now, each once."""
    course = _course(issue, case)
    named = {answer.claim for answer in issue.answers} | {claim.id for claim in claims}
    named |= {backing.claim for backing in course.backings}
    behind = (o.documents for o in case.lineage.origins if o.claim in named)
    against = (
        position.documents
        for claim in case.gathering.claims
        if claim.id in named
        for position in claim.positions
        if position.stance == "against"
    )
    return tuple(sorted({held[0] for some in (behind, against) for held in some if held}))
