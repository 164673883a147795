"""Two plain texts: whether they say the same, and how the first stands to the second."""

import math
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportedly.claims.cues import Cues, cues, opposed, similarity
from reportedly.lexicons import load
from reportedly.model import Factor, Stance

Relation = Literal["same", "contradicts", "related", "unrelated"]

_STANCES: tuple[Stance, ...] = ("against", "for", "observing")
_SAME, _RELATED = 0.4, 0.15
_SHOWN = 0.3

_WHY = {
    "denial": "It uses words that call something untrue.",
    "negation": "It negates where the other does not.",
    "doubt": "It treats something as open.",
    "hedge": "It holds something at arm's length.",
    "telling": "It gives something as somebody's word.",
    "confirming": "It takes something as settled.",
    "question": "It asks.",
    "asking": "It opens with a question.",
    "quoted": "It sets words in quotation marks that the other does not.",
    "ends_open": "It breaks off.",
    "attributed": "It names whose word it is before a colon or after a dash.",
    "coverage": "How much of the other's words it repeats.",
    "focus": "How much of its words is shared.",
    "short": "It has few words of its own.",
    "long": "It is long.",
    "numbers": "Both give the same number.",
    "denial_and_question": "It asks whether something is untrue.",
    "opposed": "One says north, south, east or west where the other says the opposite.",
    "claim_negation": "The other negates.",
    "claim_hedge": "The other holds something at arm's length.",
    "claim_telling": "The other is given as somebody's word.",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """How two texts stand to each other; ``score`` is their likeness, 0 to 1."""

    relation: Relation
    stance: Stance
    score: float
    reasons: tuple[Factor, ...]


def compare_texts(a: str, b: str) -> Compared:
    """How ``a`` (a headline, say) stands to ``b`` (a claim).

    The stance is the likeliest by a logistic regression over named cues, ``observing`` where
    the texts share nothing. The relation follows from likeness and stance: ``same`` or
    ``contradicts`` above one bound, ``related`` above another.
    """
    found = cues(a, b)
    score = similarity(a, b)
    stance = _stance(found) if score else "observing"
    return Compared(_relation(a, b, score, stance), stance, score, _reasons(found, stance, score))


def _stance(found: Cues) -> Stance:
    return max(_STANCES, key=lambda stance: (_sum(found, stance), stance))


def _sum(found: Cues, stance: Stance) -> float:
    weights = _weights()[stance]
    return weights["constant"] + math.fsum(weights[name] * value for name, value in found.values)


def _relation(a: str, b: str, score: float, stance: Stance) -> Relation:
    if score < _RELATED:
        return "unrelated"
    if opposed(a, b):
        return "related"
    if stance == "against":
        return "contradicts"
    return "same" if stance == "for" and score >= _SAME else "related"


def _reasons(found: Cues, stance: Stance, score: float) -> tuple[Factor, ...]:
    """The cues that moved the stance most, after the likeness itself."""
    weights = _weights()
    rest = [other for other in _STANCES if other != stance]
    shares = []
    for name, value in found.values:
        pull = weights[stance][name] - sum(weights[other][name] for other in rest) / len(rest)
        if abs(pull * value) >= _SHOWN:
            shares.append(Factor(name, round(pull * value, 2), _WHY[name]))
    shares.sort(key=lambda factor: (-abs(factor.weight), factor.name))
    return (Factor("wording", score, "Share of content words in common."), *shares)


@cache
def _weights() -> dict[str, dict[str, float]]:
    tables = load("stance_weights")
    return {
        stance: {name: float(v) for name, v in tables[stance].items() if name != "source"}
        for stance in _STANCES
    }
