"""Which named voices may be one side: a spokesman and his ministry, two arms of one state."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from reportedly.lexicons import load
from reportedly.model import SourceKind

_STATE: frozenset[SourceKind] = frozenset({"government", "intelligence", "military", "office"})
_GAPS = (" ", ", ", ", the ", ", a ", ", an ")
_SMALL = frozenset({"the", "of", "and", "for", "in", "a", "an"})


@dataclass(frozen=True, slots=True)
class Named:
    """A named voice: its name, kind and country, and the words that describe it."""

    name: str
    kind: SourceKind
    country: str | None
    described: frozenset[str]


def parties(named: Sequence[Named], texts: Sequence[str] = ()) -> tuple[tuple[int, ...], ...]:
    """Positions in ``named`` grouped by side: those not shown to be independent stand together.

    ``texts``: where one name may stand beside the other ("the head of the board, Ana Kovic").
    """
    group = list(range(len(named)))
    for i, j in combinations(range(len(named)), 2):
        if same_side(named[i], named[j]) or _beside(named[i].name, named[j].name, texts):
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


def _beside(one: str, other: str, texts: Sequence[str]) -> bool:
    """Whether some text sets the two names side by side, parted by no more than a comma."""
    pairs = (f"{a}{gap}{b}" for a, b in ((one, other), (other, one)) for gap in _GAPS)
    return any(pair in text for pair in pairs for text in texts)


def _official(voice: Named) -> bool:
    offices: list[str] = load("credits")["offices"]["words"]
    return voice.kind in _STATE or not voice.described.isdisjoint(offices)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.lower().replace("’", "'").split()) - _SMALL
