"""A score that is a list of reasons: the weighed features of two statements."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.claims.features import FEATURES, LAST, Feature, Pair, Signal
from reportedly.claims.network import cosine
from reportedly.lexicons import load
from reportedly.model import WHOLE, Evidence, Factor

OPEN = (-0.3, 1.2)
"""Between these sums of all else the sense of both is asked: below they are two, above one."""


_WHOLE = (
    "Its group, taken as a whole, stands near the claim's in sense; "
    "no statement agrees well enough by itself."
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """One feature's signal and its share of the score."""

    name: str
    share: float
    signal: Signal


def weigh(pair: Pair) -> tuple[Weighed, ...]:
    """The features that could be compared, in the order of the list, each with its share."""
    found = _weighed(pair, FEATURES)
    if OPEN[0] <= sum(weighed.share for weighed in found) < OPEN[1]:
        found += _weighed(pair, LAST)
    return tuple(found)


def _weighed(pair: Pair, features: Mapping[str, Feature]) -> list[Weighed]:
    found = []
    for name, feature in features.items():
        signal = feature(pair)
        if signal is not None:
            found.append(Weighed(name, round(signal.value * weights()[name], 4), signal))
    return found


def score(pair: Pair) -> float:
    """The sum of the shares: about 0 for strangers, 1 and more for one claim told twice."""
    return round(sum(weighed.share for weighed in weigh(pair)), 4)


def factors(pair: Pair) -> tuple[Factor, ...]:
    """The reasons behind :func:`score`, each with the words on both sides that decided."""
    return tuple(_factor(pair, weighed) for weighed in weigh(pair))


def joined(pair: Pair) -> Factor:
    """One factor for a whole join: which features spoke for it, and both statements."""
    shares = weigh(pair)
    total = round(sum(w.share for w in shares), 2)
    speaking = ", ".join(w.name for w in shares if w.share > 0) or "nothing"
    against = ", ".join(w.name.replace("_", " ") for w in shares if w.share < 0)
    text = f"One claim by {speaking}" + (f"; against it: {against}" if against else "") + "."
    return Factor("join", total, text, (pair.left.evidence, pair.right.evidence))


def as_whole(pair: Pair) -> Factor:
    """The factor of a statement whose group was joined as a whole to that of the other."""
    value = round(cosine(pair.left.words, pair.right.words), 2)
    return Factor(WHOLE, value, _WHOLE, (pair.left.evidence, pair.right.evidence))


@cache
def weights() -> dict[str, float]:
    """The weight of each feature."""
    table = load("claims")["weights"]
    return {name: float(table[name]) for name in (*FEATURES, *LAST)}


def _factor(pair: Pair, weighed: Weighed) -> Factor:
    feature = FEATURES.get(weighed.name) or LAST[weighed.name]
    text = (feature.__doc__ or weighed.name).split("\n")[0]
    shown = (
        Evidence(pair.left.document.id, weighed.signal.left),
        Evidence(pair.right.document.id, weighed.signal.right),
    )
    return Factor(weighed.name, weighed.share, text, shown)
