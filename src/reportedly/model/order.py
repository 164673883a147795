"""The order in which claims are shown, and the sentence that says so: each rule has both."""

from collections.abc import Callable, Iterable, Sequence

from .case import Claim
from .issues import Issue
from .values import Status

_DISPUTED: tuple[Status, ...] = ("contested", "denied")


def _disputed(claim: Claim) -> int:
    return _DISPUTED.index(claim.status) if claim.status in _DISPUTED else len(_DISPUTED)


def _in_one_report(claim: Claim) -> bool:
    return len(claim.documents) == 1


def _fewer_voices(claim: Claim) -> int:
    return -len({position.voice for position in claim.positions})


def _fewer_statements(claim: Claim) -> int:
    return -len(claim.statements)


def _certain(claim: Claim) -> bool:
    return any(position.factuality in ("CT+", "CT-") for position in claim.positions)


def _seen(claim: Claim) -> str:
    return claim.first_seen or "9999"


_RULES: tuple[tuple[str, Callable[[Claim], int | str]], ...] = (
    ("contested ones before denied ones before all others", _disputed),
    ("those of several reports before those of one", _in_one_report),
    ("those with more voices first", _fewer_voices),
    ("those with more statements first", _fewer_statements),
    ("those that nobody holds for certain first", _certain),
    ("those reported earlier here first", _seen),
)
"""What is asked of a claim, in this order; what comes first gives the smaller value."""

ORDER = (
    "Claims stand in this order, each rule deciding where those before it leave a tie: "
    f"{'; '.join(words for words, _ in _RULES)}."
)
"""The rules of :func:`ordered` as one sentence, for whoever lists claims."""


def ordered(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims as a reader wants them, by the rules that :data:`ORDER` says.

    A rule decides only where those before it do not. Voices are counted by name, whatever side
    they take. Where no rule decides, the place of the claim's words and its id do.
    """
    return tuple(sorted(claims, key=rank))


def rank(claim: Claim) -> tuple[object, ...]:
    """What :func:`ordered` sorts by."""
    return (*(rule(claim) for _, rule in _RULES), claim.text.spans, claim.id)


def ordered_issues(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Issues as a reader wants them: those of most reports first, then the earlier ones here."""
    return tuple(sorted(issues, key=issue_rank))


def issue_rank(issue: Issue) -> tuple[object, ...]:
    """What :func:`ordered_issues` sorts by."""
    return -len(issue.documents), issue.first_seen or "9999", issue.text.spans, issue.id
