"""Two plain texts: whether they say the same, and how the first stands to the second."""

import math
from dataclasses import dataclass
from functools import cache

from reportedly.claims.articles import AND, article_cues, is_article, passage
from reportedly.claims.cues import Cues, cues
from reportedly.claims.relation import Relation, laid, related
from reportedly.lexicons import load
from reportedly.model import Factor, Stance

_STANCES: tuple[Stance, ...] = ("against", "for", "observing")
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
    "claim_denial": "The other uses words that call something untrue.",
    "claim_doubt": "The other treats something as open.",
    "claim_confirming": "The other takes something as settled.",
    "claim_question": "The other asks.",
    "both_deny": "Both call something untrue.",
    "claim_denies": "The other calls something untrue, and it does not.",
    "article_denies": "It calls something untrue where it speaks of what the other holds.",
    "bearing": "How much of it speaks of what the other holds.",
    "place": "It comes late to what the other holds.",
    "article_length": "It is a long article.",
}

_WHERE = {
    "passage": "Where it comes nearest to the other",
    "bearing": "Where it speaks of what the other holds",
    "lead": "In its first sentences",
    "end": "In its last sentences",
    "whole": "All through",
}
"""The parts of an article, as a reason says them."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How two texts stand to each other.

    ``score`` is how likely ``relation`` is by the fitted model, 0 to 1. ``reasons`` of the
    relation come first, then those of the stance, named ``stance: …``; the weight of a reason
    is its share of the log-odds.
    """

    relation: Relation
    stance: Stance
    score: float
    reasons: tuple[Factor, ...]


def compare_texts(a: str, b: str) -> Compared:
    """How ``a`` (a headline, say, or an article) stands to ``b`` (a claim).

    The relation is the likeliest of three logistic regressions in a row over
    :mod:`reportedly.claims.marks` and what a network that reads both says; the stance that of one
    over cues, ``observing`` where no word of one answers a word of the other. Of an article, only
    the passage that comes nearest to ``b`` is compared word for word.
    """
    article = is_article(a)
    near = passage(a, b) if article else a
    relation, score, why = related(near, b)
    found = article_cues(a, b) if article else cues(a, b)
    table = "article_weights" if article else "stance_weights"
    stance = _stance(found, table) if laid(near, b).pairs else "observing"
    return Compared(relation, stance, score, (*why, *_reasons(found, stance, table)))


def _stance(found: Cues, table: str) -> Stance:
    return max(_STANCES, key=lambda stance: (_sum(found, stance, table), stance))


def _sum(found: Cues, stance: Stance, table: str) -> float:
    weights = _weights(table)[stance]
    return weights["constant"] + math.fsum(weights[name] * value for name, value in found.values)


def _reasons(found: Cues, stance: Stance, table: str) -> tuple[Factor, ...]:
    """The cues that moved the stance most."""
    weights = _weights(table)
    rest = [other for other in _STANCES if other != stance]
    shares = []
    for name, value in found.values:
        pull = weights[stance][name] - sum(weights[other][name] for other in rest) / len(rest)
        if abs(pull * value) >= _SHOWN:
            shares.append(Factor(f"stance: {name}", round(pull * value, 2), _why(name)))
    return tuple(sorted(shares, key=lambda factor: (-abs(factor.weight), factor.name)))


def _why(name: str) -> str:
    """What a cue says; of a cue in one part of an article, where."""
    if AND in name:
        one, two = (_why(part).removesuffix(".") for part in name.split(AND))
        return f"{one}; {two[0].lower()}{two[1:]}."
    where, _, rest = name.partition("_")
    if name not in _WHY and where in _WHERE:
        return f"{_WHERE[where]}: {_WHY[rest][0].lower()}{_WHY[rest][1:]}"
    return _WHY[name]


@cache
def _weights(table: str) -> dict[str, dict[str, float]]:
    tables = load(table)
    return {
        stance: {name: float(v) for name, v in tables[stance].items() if name != "source"}
        for stance in _STANCES
    }
