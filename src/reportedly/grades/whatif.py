"""What these reports say would follow if something they name were more, or less; no forecast."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.errors import UsageError
from reportedly.model import Arrow, Concept, Effect, Pull, Weight, WhatIf

from .fuzzy import DEFAULT, Edges, Levels, Way, run

RUNS = 128
"""Runs with other weights of the bands: the middle, all low, all high, and a fixed sample."""
PULLS = 6
"""Concepts that are held at once."""
_DIGITS = 9
"""Digits of a level; beyond them machines differ."""

_Band = tuple[float, float]


def what_if(
    concepts: Sequence[Concept],
    arrows: Sequence[Arrow],
    weights: Sequence[Weight],
    pulls: Sequence[Pull],
    way: Way = DEFAULT,
) -> WhatIf:
    """Hold some concepts at a level and let the map come to rest; what moved, and how far.

    Every run begins where the map rests without the pulls, and is compared with that. The band is
    that of ``RUNS`` runs whose weights lie in the bands of the arrows, the same each time. Raises
    UsageError for no pull, too many, one of a level beyond -1 to 1, or a stranger.
    """
    known = {concept.id for concept in concepts}
    _must_be(pulls, known)
    bands = _bands(arrows, weights)
    reached = _reached({p.concept for p in pulls}, bands)
    part = _Part.of(concepts, bands, reached)
    sampled = _sampled(part.bands)
    start = np.full((RUNS, len(part.names)), way.neutral)
    before = run(part.edges, sampled, start, (), way)
    held = [part.names.index(pull.concept) for pull in pulls]
    begun = before.levels.copy()
    for at, pull in zip(held, pulls, strict=True):
        begun[:, at] = pull.level if way.squash == "tanh" else (1 + pull.level) / 2
    after = run(part.edges, sampled, begun, held, way)
    share = 1.0 if way.squash == "tanh" else 2.0
    moved = (after.low - before.high) * share, (after.high - before.low) * share
    restless = sum(
        "settled" not in pair or len(set(pair)) > 1
        for pair in zip(before.endings, after.endings, strict=True)
    )
    effects = _effects(part.names, reached - {p.concept for p in pulls}, moved, (
        _told(before.levels[0], way), _told(after.levels[0], way)))  # fmt: skip
    return WhatIf(
        tuple(pulls), effects, after.endings[0], after.steps[0], after.periods[0], RUNS, restless,
        way.rule, way.squash, way.steepness,
    )  # fmt: skip


def _must_be(pulls: Sequence[Pull], known: set[str]) -> None:
    if not 1 <= len(pulls) <= PULLS:
        raise UsageError(f"what-if takes one concept to {PULLS}")
    if len({pull.concept for pull in pulls}) < len(pulls):
        raise UsageError("what-if takes each concept once")
    for pull in pulls:
        if pull.concept not in known:
            raise UsageError(f"{pull.concept}: this is no concept of the map")
        if not -1 <= pull.level <= 1:
            raise UsageError("a level lies between -1 (less) and 1 (more)")


def _bands(arrows: Sequence[Arrow], weights: Sequence[Weight]) -> dict[tuple[str, str], _Band]:
    """For each pair what pulls together: the sums of both ends, within -1 and 1."""
    of = {weight.arrow: weight for weight in weights}
    found: dict[tuple[str, str], _Band] = {}
    for arrow in arrows:
        weight = of.get(arrow.id)
        if weight is not None and (weight.low or weight.high):
            low, high = found.get((arrow.cause, arrow.effect), (0.0, 0.0))
            found[arrow.cause, arrow.effect] = (low + weight.low, high + weight.high)
    return {pair: (max(-1.0, low), min(1.0, high)) for pair, (low, high) in found.items()}


def _reached(start: Iterable[str], pairs: Iterable[tuple[str, str]]) -> set[str]:
    """What ``start`` leads to, itself among it."""
    follows: dict[str, list[str]] = {}
    for one, other in pairs:
        follows.setdefault(one, []).append(other)
    found, waiting = set(start), sorted(start)
    while waiting:
        more = [name for name in follows.get(waiting.pop(), ()) if name not in found]
        found.update(more)
        waiting += more
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    """What is run: what is reached, and all that leads there."""

    names: list[str]
    edges: Edges
    bands: tuple[_Band, ...]

    @classmethod
    def of(
        cls,
        concepts: Sequence[Concept],
        bands: Mapping[tuple[str, str], _Band],
        reached: set[str],
    ) -> "_Part":
        back = _reached(reached, ((other, one) for one, other in bands))
        names = [concept.id for concept in concepts if concept.id in back]
        number = {name: at for at, name in enumerate(names)}
        held = sorted(
            (number[other], number[one], band)
            for (one, other), band in bands.items()
            if one in number and other in number
        )
        targets = np.array([target for target, _, _ in held], dtype=np.int64)
        sources = np.array([source for _, source, _ in held], dtype=np.int64)
        return cls(names, Edges(sources, targets), tuple(band for *_, band in held))


def _sampled(bands: Sequence[_Band]) -> Levels:
    """Weights of each run: the middle, all low, all high, then points spread evenly.

    Point n has the fractional part of n times the square root of the d-th prime as its d-th part
    (Richtmyer 1951): nothing is drawn by chance.
    """
    low, high = (np.array([band[end] for band in bands], dtype=np.float64) for end in (0, 1))
    roots = np.sqrt(np.array(_primes(len(bands)), dtype=np.float64))
    points = np.modf(np.arange(1, RUNS - 2)[:, None] * roots[None, :])[0]
    shares = np.vstack([
        np.full(len(bands), 0.5), np.zeros(len(bands)), np.ones(len(bands)), points
    ])  # fmt: skip
    found: Levels = low + shares * (high - low)
    return found


def _primes(count: int) -> list[int]:
    """The first primes (the sieve of Eratosthenes)."""
    limit = max(16, int(count * (np.log(count + 2) + np.log(np.log(count + 3)) + 2)))
    sieve = np.ones(limit, dtype=bool)
    sieve[:2] = False
    for n in range(2, int(limit**0.5) + 1):
        if sieve[n]:
            sieve[n * n :: n] = False
    found: list[int] = np.flatnonzero(sieve)[:count].tolist()
    return found


def _told(levels: Levels, way: Way) -> Levels:
    """Levels between -1 and 1, 0 as told, whatever the squashing function."""
    return levels if way.squash == "tanh" else 2 * levels - 1


def _effects(
    names: Sequence[str], told: set[str], moved: tuple[Levels, Levels],
    middle: tuple[Levels, Levels],
) -> tuple[Effect, ...]:  # fmt: skip
    """Every concept that is reached, the most moved first."""
    low, high = moved[0].min(axis=0), moved[1].max(axis=0)
    made = [
        Effect(name, *(_short(float(x[at])) for x in (*middle, low, high)))
        for at, name in enumerate(names)
        if name in told
    ]
    return tuple(sorted(made, key=lambda e: (-abs(e.change), -max(abs(e.low), abs(e.high)))))


def _short(level: float) -> float:
    """Rounded so that every machine tells the same; no negative nought."""
    return round(level, _DIGITS) + 0.0


__all__ = ["PULLS", "RUNS", "what_if"]
