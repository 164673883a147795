"""Fuzzy cognitive maps (Kosko 1986): levels of concepts that pull one another, step by step.

Many runs of one map go side by side, each with weights of its own. A concept that nothing leads to,
or that is held, keeps its level.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import UsageError
from reportedly.model import Ending, Rule, Squash

Levels = NDArray[np.float64]
"""One row a run, one column a concept (of weights: an edge)."""

WINDOW = 64
"""Last states that are looked at where a run has not settled."""
PERIOD = 32
"""Longest cycle that is told from a run without rest."""
ALIKE = 1e-7
"""States of a cycle that differ by less than this come round again."""


@dataclass(frozen=True, slots=True)
class Way:
    """How levels are worked out.

    ``kosko``: what pulls at a concept alone is its next level; ``modified``: its own level is
    added (Stylios and Groumpos 2004); ``rescaled``: the same with 2x - 1 for each level x, so that
    one half pulls nothing (Papageorgiou 2011), which goes with ``sigmoid`` only. Then ``tanh`` of
    that times ``steepness`` keeps it between -1 and 1, or ``sigmoid`` between 0 and 1. A run has
    settled when no level moves by ``epsilon`` or more; it takes ``most`` steps at most.
    """

    rule: Rule = "kosko"
    squash: Squash = "tanh"
    steepness: float = 1.0
    epsilon: float = 1e-12
    most: int = 1_000

    @property
    def neutral(self) -> float:
        """The level of a concept that is as told."""
        return 0.0 if self.squash == "tanh" else 0.5


DEFAULT = Way()
"""Kosko's rule with tanh: without a pull every level is 0, so what moves is moved by the pull."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Which concept (by number) leads to which, sorted by where to; one pair once."""

    sources: NDArray[np.int64]
    targets: NDArray[np.int64]

    @property
    def ends(self) -> NDArray[np.int64]:
        """Every concept that something leads to."""
        return np.unique(self.targets)


@dataclass(frozen=True, slots=True)
class Run:
    """Where runs came to: ``levels`` at rest (of a cycle, of one without rest: the mean).

    ``low`` and ``high`` are the ends between which a level goes; where it settled, the same.
    ``endings``, ``steps`` and ``periods``: one each a run.
    """

    levels: Levels
    low: Levels
    high: Levels
    endings: tuple[Ending, ...]
    steps: tuple[int, ...]
    periods: tuple[int, ...]


def run(edges: Edges, weights: Levels, start: Levels, held: Sequence[int], way: Way) -> Run:
    """Let levels pull one another from ``start`` until they rest; ``held`` concepts do not move.

    ``weights``: (runs, edges); ``start``: (runs, concepts). Raises UsageError for a rule and a
    squashing function that do not go together.
    """
    if way.rule == "rescaled" and way.squash != "sigmoid":
        raise UsageError("the rescaled rule goes with the sigmoid")
    moving = np.setdiff1d(edges.ends, np.array(held, dtype=np.int64))
    levels = start.copy()
    steps = np.zeros(len(levels), dtype=np.int64)
    awake = np.arange(len(levels))
    last: list[Levels] = []
    for step in range(1, way.most + 1):
        now = levels[awake]
        then = _next(edges, weights[awake], now, moving, way)
        levels[awake] = then
        steps[awake] = step
        awake = awake[np.abs(then - now).max(axis=1, initial=0.0) >= way.epsilon]
        if not len(awake):
            break
        if step > way.most - WINDOW:
            last.append(levels.copy())
    return _ended(levels, steps, awake, last)


def _next(
    edges: Edges, weights: Levels, levels: Levels, moving: NDArray[np.int64], way: Way
) -> Levels:
    told = 2 * levels - 1 if way.rule == "rescaled" else levels
    pulled = np.zeros_like(levels)
    if len(edges.targets):
        ends, first = np.unique(edges.targets, return_index=True)
        pulled[:, ends] = np.add.reduceat(weights * told[:, edges.sources], first, axis=1)
    if way.rule != "kosko":
        pulled += told
    made = levels.copy()
    made[:, moving] = _squashed(pulled[:, moving], way)
    return made


def _squashed(pulled: Levels, way: Way) -> Levels:
    """``tanh(cx)``, or ``1 / (1 + exp(-cx))`` written so that no number grows too large."""
    if way.squash == "tanh":
        squashed: Levels = np.tanh(way.steepness * pulled)
        return squashed
    halved: Levels = (1 + np.tanh(way.steepness * pulled / 2)) / 2
    return halved


def _ended(
    levels: Levels, steps: NDArray[np.int64], awake: NDArray[np.int64], last: list[Levels]
) -> Run:
    """The runs with what became of those that did not settle."""
    low, high, mean = levels.copy(), levels.copy(), levels.copy()
    endings: list[Ending] = ["settled"] * len(levels)
    periods = [1] * len(levels)
    for at in awake.tolist():
        states = np.array([state[at] for state in last])
        period = _period(states)
        endings[at] = "cycle" if period else "unsettled"
        periods[at] = period
        round_ = states[-period:] if period else states
        mean[at], low[at], high[at] = round_.mean(axis=0), round_.min(axis=0), round_.max(axis=0)
    return Run(mean, low, high, tuple(endings), tuple(steps.tolist()), tuple(periods))


def _period(states: Levels) -> int:
    """After how many steps the states of one run come round again; 0 where they do not."""
    for period in range(1, min(PERIOD, len(states) - 1) + 1):
        if np.abs(states[period:] - states[:-period]).max(initial=0.0) < ALIKE:
            return period
    return 0
