"""Issues and rulings → their courses: state, evidence, what is proposed, forecasts and scores."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from reportedly.model import (
    Claim,
    Course,
    Decisions,
    Document,
    Forecast,
    Forecaster,
    Gathering,
    Issue,
    Lineage,
    Reading,
    Step,
    homes,
    walk,
)

from .backing import Ground, backing
from .forecasts import brier, forecasters, keyed, scores
from .proposals import proposals

__all__ = ["brier", "follow"]

R = TypeVar("R", Step, Forecast)


def follow(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    gathering: Gathering,
    lineage: Lineage,
    decided: Decisions,
) -> tuple[tuple[Course, ...], tuple[Forecaster, ...]]:
    """The course of each issue, in the order of the issues, and the people who gave forecasts.

    A state is what people ruled and nothing else; what reports speak for is a proposal. Of steps
    that were taken on questions that are one issue now, each follows those made before it.
    """
    ground = Ground.of(documents, readings, lineage)
    claims = {claim.id: claim for claim in gathering.claims}
    home = homes(gathering.issues)
    steps = _by_issue(decided.steps, home)
    given = _by_issue(decided.forecasts, home)
    of = {id_: claim.id for claim in gathering.claims for id_ in claim.statements}
    courses = tuple(
        _course(one, steps.get(one.id, []), given.get(one.id, []), claims, of, ground)
        for one in gathering.issues
    )
    return courses, forecasters(courses)


def _by_issue(rulings: Sequence[R], home: Mapping[str, str]) -> dict[str, list[R]]:
    held: dict[str, list[R]] = {}
    for one in rulings:
        if one.question in home:
            held.setdefault(home[one.question], []).append(one)
    return held


def _course(
    issue: Issue,
    taken: Sequence[Step],
    given: Sequence[Forecast],
    claims: Mapping[str, Claim],
    of: Mapping[str, str],
    ground: Ground,
) -> Course:
    state, steps = walk(taken)
    last = steps[-1] if steps else None
    named = [of[s.statement] for s in steps if s.statement is not None and s.statement in of]
    chosen = dict.fromkeys([*(answer.claim for answer in issue.answers), *named])
    backings = tuple(backing(claims[id_], issue, ground) for id_ in chosen)
    rests = of.get(last.statement or "") if last else None
    course = Course(issue.id, state, last.answer if last else "", rests, steps, backings)
    told = keyed(given, issue.asked, of, last if state == "settled" else None)
    return replace(
        course,
        proposals=tuple(proposals(issue, course, ground)),
        forecasts=told,
        scores=scores(told, course, issue.asked, of),
    )
