"""What the ranking would be without some of the evidence, and whether others would come first."""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.model import Fallen, Item, Removal, bare

from .items import NAMELESS
from .score import Row, ranks, scores

_Group = tuple[Fallen, str, Sequence[int]]
"""What falls, what it is called, and where its items stand."""


def removals(
    items: Sequence[Item], rows: Sequence[Row], weights: Sequence[float]
) -> tuple[Removal, ...]:
    """Without each voice in turn, each kind of source, all without a name, all that are not shown.

    A voice that speaks to several claims falls with all it says. What is all the evidence there is
    is left out: without evidence there is no ranking.
    """
    before = _first(ranks(scores(rows, weights)))
    found = []
    for what, name, group in (*_voices(items), *_kinds(items), *_others(items)):
        if 0 < len(group) < len(items):
            after, ids = _without(frozenset(group), rows, weights), (items[at].id for at in group)
            found.append(Removal(what, name, tuple(ids), after, _first(after) != before))
    return tuple(found)


def _without(
    gone: frozenset[int], rows: Sequence[Row], weights: Sequence[float]
) -> tuple[int, ...]:
    left = [at for at in range(len(rows)) if at not in gone]
    return ranks(scores([rows[at] for at in left], [weights[at] for at in left]))


def _first(held: Iterable[int]) -> tuple[bool, ...]:
    return tuple(rank == 1 for rank in held)


def _voices(items: Sequence[Item]) -> Iterator[_Group]:
    held: dict[tuple[object, ...], list[int]] = {}
    for at, item in enumerate(items):
        held.setdefault(_key(item), []).append(at)
    for group in held.values():
        yield "origin", items[group[0]].voice, group


def _key(item: Item) -> tuple[object, ...]:
    """Voices without a name are each their own, however alike they are called."""
    own = () if item.named and item.voice not in NAMELESS else (item.id,)
    return (bare(item.voice), item.kind, item.country, *own)


def _kinds(items: Sequence[Item]) -> Iterator[_Group]:
    for kind in dict.fromkeys(item.kind for item in items):
        yield "kind", kind, [at for at, item in enumerate(items) if item.kind == kind]


def _others(items: Sequence[Item]) -> Iterator[_Group]:
    yield "unnamed", "", [at for at, item in enumerate(items) if not item.named]
    yield "not shown", "", [at for at, item in enumerate(items) if not item.shown]
