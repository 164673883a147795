"""Which named voices may be one side: a spokesman and his ministry, two arms of one state."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from reportedly.lexicons import load
from reportedly.model import SourceKind

_STATE: frozenset[SourceKind] = frozenset({"government", "intelligence", "military", "office"})
_SMALL = frozenset({"the", "of", "and", "for", "in", "a", "an"})


@dataclass(frozen=True, slots=True)
class Named:
    """A named voice: its name, kind and country, and the words that describe it."""

    name: str
    kind: SourceKind
    country: str | None
    described: frozenset[str]


def parties(named: Sequence[Named]) -> tuple[tuple[int, ...], ...]:
    """Positions in ``named`` grouped by side: those not shown to be independent stand together."""
    group = list(range(len(named)))
    for i, j in combinations(range(len(named)), 2):
        if same_side(named[i], named[j]):
            old, new = max(group[i], group[j]), min(group[i], group[j])
            group = [new if g == old else g for g in group]
    return tuple(tuple(i for i, g in enumerate(group) if g == head) for head in sorted(set(group)))


def same_side(a: Named, b: Named) -> bool:
    """Whether one may speak for the other.

    True where one's name holds the other's, where one's description names the other, and for two
    voices of one state (arms of government, or persons who hold an office there).
    """
    one, other = _words(a.name), _words(b.name)
    if one <= other or other <= one:
        return True
    if (len(other) > 1 and other <= a.described) or (len(one) > 1 and one <= b.described):
        return True
    return a.country is not None and a.country == b.country and _official(a) and _official(b)


def _official(voice: Named) -> bool:
    offices: list[str] = load("credits")["offices"]["words"]
    return voice.kind in _STATE or not voice.described.isdisjoint(offices)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.lower().replace("’", "'").split()) - _SMALL
