"""Texts as sparse vectors of length 1: weighed terms, so that a product is a likeness, 0 to 1.

A term weighs ``(1 + ln(times)) * ln((n + m + 1) / (df + m * p + 1))`` (Salton and Buckley 1988,
sublinear), where ``df`` of the ``n`` texts hold it, and ``m`` texts more are supposed, of which a
share ``p`` holds it as English at large would. So a case whose reports all tell of one town still
knows the town's name for a rare word.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.claims.commonness import share

Terms = NDArray[np.int64]
Weights = NDArray[np.float64]
Bag = Mapping[str, int]

_SUPPOSED, _TIMES = 100, 0.5
"""Texts supposed besides those that are there: so many, and half of those that are there."""

_LEAST = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """``terms`` ascending, each with its weight; ``sums`` of vectors are vectors too."""

    terms: Terms
    weights: Weights

    def scaled(self) -> "Vector":
        """The same direction, of length 1 (or empty)."""
        length = math.sqrt(float(np.dot(self.weights, self.weights)))
        return Vector(self.terms, self.weights / length) if length else self

    def heaviest(self, most: int) -> "Vector":
        """Only the ``most`` terms that weigh most either way; ties go to the earlier term."""
        if len(self.terms) <= most:
            return self
        kept = np.sort(np.argsort(-np.abs(self.weights).round(9), kind="stable")[:most])
        return Vector(self.terms[kept], self.weights[kept])


NOWHERE = Vector(np.zeros(0, dtype=np.int64), np.zeros(0))
"""The vector of a text without terms."""


def product(left: Vector, right: Vector) -> float:
    """The sum of the products of the weights of shared terms."""
    if len(left.terms) > len(right.terms):
        left, right = right, left
    if not len(left.terms):
        return 0.0
    at = np.searchsorted(right.terms, left.terms)
    at[at == len(right.terms)] = 0
    same = right.terms[at] == left.terms
    return float(np.dot(left.weights[same], right.weights[at[same]]))


def total(parts: Sequence[Vector], times: Sequence[float]) -> Vector:
    """The sum of ``parts``, each as often as ``times`` says."""
    terms = np.concatenate([part.terms for part in parts])
    weights = np.concatenate([p.weights * t for p, t in zip(parts, times, strict=True)])
    held, places = np.unique(terms, return_inverse=True)
    sums = np.bincount(places, weights, minlength=len(held)).astype(np.float64)
    return Vector(held, sums)


class Vocabulary:
    """Numbers for terms, in the order in which they are met."""

    def __init__(self) -> None:
        """Knows no term yet."""
        self._known: dict[str, dict[str, int]] = defaultdict(dict)
        self._size = 0

    def of(self, field: str, terms: Iterable[str]) -> list[int]:
        """The numbers of ``terms``; a term of another ``field`` is another term."""
        known, found = self._known[field], []
        for term in terms:
            if term not in known:
                known[term] = self._size
                self._size += 1
            found.append(known[term])
        return found


def weighed(
    bags: Sequence[Bag], known: Vocabulary, field: str, beside: int = 0, alike: bool = False
) -> list[Vector]:
    """Each bag as a vector of length 1; terms of another ``field`` are other terms.

    ``beside``: bags of other texts, supposed as well. With ``alike`` all terms count for the same,
    however rare.
    """
    counts = Counter(term for bag in bags for term in bag)
    rare = {
        t: 1.0 if alike else _rarity(t, count, len(bags), beside) for t, count in counts.items()
    }
    return [_vector(bag, rare, known, field) for bag in bags]


def joined(fields: Iterable[tuple[float, Sequence[Vector]]], size: int) -> list[Vector]:
    """One vector of length 1 a text from its fields (of one vocabulary), each with its share."""
    held = tuple(fields)
    return [
        total([rows[at] for _, rows in held], [times for times, _ in held]).scaled()
        for at in range(size)
    ]


def _rarity(term: str, count: int, size: int, beside: int) -> float:
    supposed = _SUPPOSED + _TIMES * size + beside
    expected = supposed * share(term)
    return max(math.log((size + supposed + 1) / (count + expected + 1)), _LEAST)


def _vector(bag: Bag, rare: Mapping[str, float], known: Vocabulary, field: str) -> Vector:
    terms = np.array(known.of(field, bag), dtype=np.int64)
    weights = np.array([(1 + math.log(n)) * rare[t] for t, n in bag.items()], dtype=np.float64)
    order = np.argsort(terms)
    return Vector(terms[order], weights[order]).scaled()
