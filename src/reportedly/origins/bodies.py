"""Which named voices may be one side: a spokesman and his ministry, two arms of one state."""

from collections.abc import Iterable, Sequence
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
    beside = _together([one.name for one in named], texts)
    words = [_words(one.name) for one in named]
    for i, j in combinations(range(len(named)), 2):
        if group[i] != group[j] and (
            (i, j) in beside or _same_side(named[i], named[j], words[i], words[j])
        ):
            old, new = max(group[i], group[j]), min(group[i], group[j])
            group = [new if g == old else g for g in group]
    sides: dict[int, list[int]] = {}
    for at, head in enumerate(group):
        sides.setdefault(head, []).append(at)
    return tuple(tuple(sides[head]) for head in sorted(sides))


def _same_side(a: Named, b: Named, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one may speak for the other; ``one`` and ``other`` are the words of their names.

    True where one's name holds the other's, where one's description names the other, and for two
    voices of one state (arms of government, or persons who hold an office there).
    """
    if one <= other or other <= one:
        return True
    if (len(other) > 1 and other <= a.described) or (len(one) > 1 and one <= b.described):
        return True
    return a.country is not None and a.country == b.country and _official(a) and _official(b)


def _together(names: Sequence[str], texts: Iterable[str]) -> frozenset[tuple[int, int]]:
    """Positions of names (smaller first) that some text sets side by side, but for a comma."""
    found: set[tuple[int, int]] = set()
    for text in texts if len(names) > 1 else ():
        here = [at for at, name in enumerate(names) if name in text]
        found.update((i, j) for i, j in combinations(here, 2) if _beside(names[i], names[j], text))
    return frozenset(found)


def _beside(one: str, other: str, text: str) -> bool:
    pairs = (f"{a}{gap}{b}" for a, b in ((one, other), (other, one)) for gap in _GAPS)
    return any(pair in text for pair in pairs)


def _official(voice: Named) -> bool:
    offices: list[str] = load("credits")["offices"]["words"]
    return voice.kind in _STATE or not voice.described.isdisjoint(offices)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.lower().replace("’", "'").replace("'s ", " ").split()) - _SMALL
