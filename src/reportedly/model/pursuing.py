"""Rulings on issues as the stages take them: steps from state to state, and forecasts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from .issues import Forecast, Issue, Step, StepKind, walk
from .resting import Found
from .rulings import Ruling

MOVES: tuple[StepKind, ...] = get_args(StepKind)
PURSUING = (*MOVES, "forecast")
"""The kinds of ruling that are about an issue."""


def steps(rulings: Iterable[Ruling], found: Found) -> Iterator[Step]:
    """The steps that ``rulings`` take on issues whose question is still here, in their order."""
    for ruling in rulings:
        if ruling.kind in MOVES:
            question, statement = _ends(ruling, found)
            if question is not None:
                yield Step(
                    ruling.number, ruling.kind, question, ruling.by, ruling.why, ruling.value,
                    statement, ruling.seen,
                )  # fmt: skip


def forecasts(rulings: Iterable[Ruling], found: Found) -> Iterator[Forecast]:
    """The forecasts among ``rulings``, in their order."""
    for ruling in rulings:
        if ruling.kind == "forecast":
            question, statement = _ends(ruling, found)
            likely, _, answer = ruling.value.partition(" ")
            if question is not None:
                yield Forecast(ruling.number, question, ruling.by, answer, statement, float(likely))


def passed_over(rulings: Sequence[Ruling], found: Found, issues: Iterable[Issue]) -> frozenset[int]:
    """Numbers of the rulings that do not follow from the state their issue is in."""
    taken = tuple(steps(rulings, found))
    if not taken:
        return frozenset()
    home = homes(issues)
    by_issue: dict[str, list[Step]] = {}
    for step in taken:
        by_issue.setdefault(home.get(step.question, step.question), []).append(step)
    counted = {step.number for held in by_issue.values() for step in walk(held)[1]}
    return frozenset(step.number for step in taken) - counted


def homes(issues: Iterable[Issue]) -> Mapping[str, str]:
    """The issue that each question is in."""
    return {question: issue.id for issue in issues for question in issue.questions}


def _ends(ruling: Ruling, found: Found) -> tuple[str | None, str | None]:
    """The question that a ruling rests on, and a statement of the claim that it names."""
    issue, *claims = ruling.targets
    question = found.question(issue)
    return (question.id if question else None), (found.statement(claims[0]) if claims else None)
