"""What named people held to be likely, and what it came to: the score of Brier (1950).

For one issue it is the sum, over all answers, of (p - o)², where p is the probability that the
person gave to the answer and o is 1 for the answer that the issue was settled with, else 0: his
own form, from 0 (sure and right) to 2 (sure and wrong); half of it is the form from 0 to 1 that
others use. The answers are those that the person named, and, with the probability that is left
over, any other.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.model import Asked, Brier, Course, Forecast, Forecaster, Step

_MOST = 1 + 1e-9
"""What the probabilities of one person may sum to, but for rounding."""


def brier(given: Mapping[str, float], outcome: str) -> float:
    """The score of the probabilities ``given`` to answers, once ``outcome`` is the answer.

    An outcome that was not named is "any other". Raises ValueError where the probabilities are none
    or sum to more than 1.
    """
    if not all(0 <= p <= 1 for p in given.values()) or math.fsum(given.values()) > _MOST:
        raise ValueError("probabilities lie between 0 and 1, and sum to 1 at most")
    rest = max(0.0, 1 - math.fsum(given.values()))
    named = [(p - (answer == outcome)) ** 2 for answer, p in given.items()]
    return round(math.fsum([*named, (rest - (outcome not in given)) ** 2]), 6)


def keyed(
    forecasts: Sequence[Forecast], asked: Asked, of: Mapping[str, str], settled: Step | None
) -> tuple[Forecast, ...]:
    """Forecasts of one issue with the answer that each is about, and whether it counts.

    Of one person and answer the last one counts, of an issue that is ``settled`` the last before
    that. ``of``: the claim of each statement.
    """
    told = [_keyed(one, asked, of) for one in forecasts]
    last = {
        (person(one.by), one.key): one.number
        for one in told
        if settled is None or one.number < settled.number
    }
    return tuple(
        replace(one, counts=last.get((person(one.by), one.key)) == one.number) for one in told
    )


def _keyed(one: Forecast, asked: Asked, of: Mapping[str, str]) -> Forecast:
    if asked == "whether":
        turned = one.answer == "no"
        likely = round(1 - one.probability, 6) if turned else one.probability
        return replace(one, key="yes", probability=likely)
    return replace(one, key=key(one.answer, one.statement, of))


def key(answer: str, statement: str | None, of: Mapping[str, str]) -> str:
    """What an answer is told apart by: its claim, else its words."""
    if statement is not None:
        return f"claim {of.get(statement, statement)}"
    return " ".join(answer.casefold().split())


def person(name: str) -> str:
    """A person's name, however it is written."""
    return " ".join(name.casefold().split())


def scores(
    forecasts: Iterable[Forecast], course: Course, asked: Asked, of: Mapping[str, str]
) -> tuple[Brier, ...]:
    """What each person's forecasts came to, by name; none before the issue is settled.

    Nobody is scored whose probabilities sum to more than 1, as they can when rulings are undone.
    """
    if course.state != "settled":
        return ()
    last = course.steps[-1]
    outcome = last.answer if asked == "whether" else key(last.answer, last.statement, of)
    by: dict[str, list[Forecast]] = {}
    for one in forecasts:
        if one.counts:
            by.setdefault(person(one.by), []).append(one)
    found = []
    for _, held in sorted(by.items()):
        given = {one.key: one.probability for one in held}
        if math.fsum(given.values()) <= _MOST:
            found.append(Brier(held[-1].by, brier(given, outcome), len(given)))
    return tuple(found)


def forecasters(courses: Iterable[Course]) -> tuple[Forecaster, ...]:
    """Everybody who gave a forecast, by name: how many, how many issues scored, the mean score."""
    made: dict[str, list[str]] = {}
    came: dict[str, list[float]] = {}
    for course in courses:
        for one in course.forecasts:
            made.setdefault(person(one.by), []).append(one.by)
        for score in course.scores:
            came.setdefault(person(score.by), []).append(score.brier)
    return tuple(
        Forecaster(names[-1], len(names), len(scored), _mean(scored))
        for who, names in sorted(made.items())
        for scored in (came.get(who, []),)
    )


def _mean(scored: Sequence[float]) -> float | None:
    return round(math.fsum(scored) / len(scored), 6) if scored else None
