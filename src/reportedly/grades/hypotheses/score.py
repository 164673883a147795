"""Weighted inconsistency counting: what counts against each hypothesis, and nothing that is for it.

An inconsistent cell takes one point off its hypothesis, a very inconsistent one two, the others
none; points are multiplied by the weights of the item's credibility and relevance, each the square
root of 2 where it is high, 1 where it is medium, and the inverse of that root where it is low. So
ACH 1.1 scores, the program of the Palo Alto Research Center (Good, Shrager, Stefik, Pirolli and
Card with Heuer, technical description), which does what Heuer (1999, chapter 8, step 5) asks for:
to look for what speaks against a hypothesis.
"""

from collections.abc import Sequence
from math import fsum, sqrt

from reportedly.model import Consistency, Degree

POINTS: dict[Consistency, float] = {"CC": 0, "C": 0, "N": 0, "I": -1, "II": -2, "NA": 0}
"""What a cell takes off."""

_STEPS: dict[Degree, int] = {"low": -1, "medium": 0, "high": 1}
_WEIGHTS = {-2: 0.5, -1: sqrt(0.5), 0: 1.0, 1: sqrt(2.0), 2: 2.0}
_DIGITS = 6

Row = Sequence[Consistency]
"""The cells of one item, in the order of the hypotheses."""


def weight(credibility: Degree, relevance: Degree) -> float:
    """From 0.5 (both low) to 2 (both high)."""
    return _WEIGHTS[_STEPS[credibility] + _STEPS[relevance]]


def scores(rows: Sequence[Row], weights: Sequence[float]) -> tuple[float, ...]:
    """The weighted inconsistency of each hypothesis, 0 or less; without a row there is none."""
    columns = zip(
        *(_taken(row, each) for row, each in zip(rows, weights, strict=True)), strict=True
    )
    return tuple(_plain(fsum(column)) for column in columns)


def ranks(found: Sequence[float]) -> tuple[int, ...]:
    """1 for the hypothesis that least counts against; those that are level share a rank."""
    return tuple(1 + sum(other > score for other in found) for score in found)


def diagnosticity(row: Row, each: float) -> float:
    """How far apart an item puts the hypotheses: the most that it takes off one, less the least.

    Heuer calls evidence diagnostic that is not the same beside all of them. It is 0, too, for what
    is more consistent with one than with another and inconsistent with none, since that moves
    no score.
    """
    taken = _taken(row, each)
    return _plain(max(taken) - min(taken)) if taken else 0.0


def _taken(row: Row, each: float) -> list[float]:
    return [POINTS[cell] * each for cell in row]


def _plain(value: float) -> float:
    """Rounded, so that the order of adding never decides; and never -0."""
    return round(value, _DIGITS) + 0.0
