"""The relation of two texts: a small fitted model over named features and a network's reading.

Three questions, each a logistic regression, each asked where the one before is answered yes: do
both tell of one matter, of one claim, and does one contradict the other? The chances multiply,
so the four relations have chances that sum to 1.
"""

import math
from functools import cache, lru_cache
from typing import Literal

from reportedly.claims.aligned import Aligned, aligned
from reportedly.claims.marks import FEATURES, marks
from reportedly.claims.network import READ, read
from reportedly.claims.outline import outline
from reportedly.lexicons import load
from reportedly.model import Factor

Relation = Literal["same", "contradicts", "related", "unrelated"]

RELATIONS: tuple[Relation, ...] = ("same", "contradicts", "related", "unrelated")

LEVELS: dict[str, tuple[tuple[Relation, ...], tuple[Relation, ...]]] = {
    "one_matter": (("same", "contradicts", "related"), ("unrelated",)),
    "one_claim": (("same", "contradicts"), ("related",)),
    "contradiction": (("contradicts",), ("same",)),
}
"""The questions, in order, with the relations that answer yes and no."""

_WITH_WORDING = (
    "negation_of_others", "negation", "negation_of_one", "opposites", "compass", "figures_clash",
    "days_clash", "swapped", "ways", "others_act", "former", "present", "deputies",
    "whole_and_part", "excluding", "other_deeds", "news_of_both", "taken_up", "swapped_words",
)  # fmt: skip
"""Features that tell more where the rest is alike; each counts once more times the wording."""

_AMONG = "_in_like_words"
_SHOWN = 0.3


def values(a: str, b: str) -> dict[str, float]:
    """The features of two texts by name, with those that count once more times the wording."""
    return valued(laid(a, b)) | read(a, b)


@lru_cache(maxsize=64)
def laid(a: str, b: str) -> Aligned:
    """Both texts side by side."""
    return aligned(outline(a), outline(b))


def valued(pair: Aligned) -> dict[str, float]:
    """The features of aligned texts, as :func:`values`."""
    found = marks(pair)
    return found | {name + _AMONG: found[name] * found["wording"] for name in _WITH_WORDING}


def chances(found: dict[str, float]) -> dict[Relation, float]:
    """How likely each relation is by the fitted weights; they sum to 1."""
    matter, claim, against = (_chance(found, level) for level in LEVELS)
    one = matter * claim
    return {
        "same": one * (1 - against),
        "contradicts": one * against,
        "related": matter * (1 - claim),
        "unrelated": 1 - matter,
    }


def related(a: str, b: str) -> tuple[Relation, float, tuple[Factor, ...]]:
    """The likeliest relation of two texts, its chance, and what decided it."""
    found = values(a, b)
    chance = chances(found)
    best = max(RELATIONS, key=lambda relation: chance[relation])
    return best, round(chance[best], 4), reasons(found, best)


def reasons(found: dict[str, float], relation: Relation) -> tuple[Factor, ...]:
    """What moved the questions that led to ``relation``, the strongest first.

    The weight of a reason is its share of the log-odds, positive where it speaks for ``relation``.
    """
    shares: dict[str, float] = {}
    held = [(name, name.removesuffix(_AMONG), value) for name, value in found.items() if value]
    for level, (yes, no) in LEVELS.items():
        if relation in yes + no:
            sign, weights = (1 if relation in yes else -1), _weights()[level]
            for name, plain, value in held:
                shares[plain] = shares.get(plain, 0.0) + sign * weights[name] * value
    texts = _texts()
    kept = [Factor(n, round(s, 2), texts[n]) for n, s in shares.items() if abs(s) >= _SHOWN]
    return tuple(sorted(kept, key=lambda factor: (-abs(factor.weight), factor.name)))


def _chance(found: dict[str, float], level: str) -> float:
    weights = _weights()[level]
    odds = weights["constant"] + math.fsum(weights[name] * value for name, value in found.items())
    return 1 / (1 + math.exp(-max(min(odds, 30.0), -30.0)))


@cache
def _weights() -> dict[str, dict[str, float]]:
    tables = load("pair_weights")
    return {
        level: {name: float(v) for name, v in tables[level].items() if name != "source"}
        for level in LEVELS
    }


@cache
def _texts() -> dict[str, str]:
    """What each feature says: the first line of its docstring."""
    return READ | {one.__name__: (one.__doc__ or "").splitlines()[0] for one in FEATURES}
