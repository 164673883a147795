"""Which statements are worth comparing: those that share an event or a rare word.

Cost grows with the number of statements, not with its square: a block compares each member
with at most ``block`` neighbours in the order of their words, where copies stand together.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportedly.claims.features import light
from reportedly.claims.tellings import Telling
from reportedly.claims.thresholds import threshold
from reportedly.claims.words import Rarity

_RARE = 4


def candidates(told: Sequence[Telling], rare: Rarity) -> tuple[tuple[int, int], ...]:
    """Pairs of positions in ``told`` that share a block, each once, sorted."""
    window = int(threshold("block"))
    pairs = {
        (min(i, j), max(i, j))
        for members in _blocks(told, rare)
        for at, i in enumerate(members)
        for j in members[at + 1 : at + 1 + window]
    }
    return tuple(sorted(pairs))


def alike(told: Iterable[Telling]) -> tuple[tuple[Telling, ...], ...]:
    """Statements grouped by the same event, words, people and story: copies need no comparing."""
    groups: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for telling in told:
        statement = telling.statement
        people = tuple(sorted((p.role, p.name, p.country or "") for p in statement.actors))
        words = tuple(sorted(telling.bag))
        key = (statement.event, words, people, statement.mode, telling.story)
        groups[key].append(telling)
    return tuple(tuple(group) for group in groups.values())


def _blocks(told: Sequence[Telling], rare: Rarity) -> Iterator[list[int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for position, telling in enumerate(told):
        for key in _keys(telling, rare):
            blocks[key].append(position)
    for key in sorted(blocks):
        yield sorted(blocks[key], key=lambda i: (sorted(told[i].bag), i))


def _keys(telling: Telling, rare: Rarity) -> list[str]:
    event = telling.statement.event
    rarest = sorted(telling.bag, key=lambda word: (-rare.of(word), word))
    words = [f"word {word}" for word in rarest[: _RARE * 2] if word in rare.known][:_RARE]
    return words if event in light() else [f"event {event}", *words]
