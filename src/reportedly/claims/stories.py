"""Which reports tell one story: alike in words and dates, and sharing names with one another.

A report that only says "they fled" can be taken to mean what another report tells in full if
both are about the same people and places, and not otherwise.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reportedly.claims.clusters import Bounds, clusters
from reportedly.claims.memory import Memory
from reportedly.claims.texts import Text, gather_texts
from reportedly.claims.thresholds import threshold
from reportedly.claims.words import Rarity, rarity, stems
from reportedly.model import Document

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")
_FEWEST = 3
_SMALL = 4
_BLOCK = 40
_RAREST, _NEXT = 8, 12
"""Rare names of a report by which it is compared, and with how many that share one."""
_BOUNDS = Bounds(join=0.1, hold=0.0, exemplars=12)
_FEW = 200
"""Among so few reports that tell one story at most, each may speak of it."""

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """``story``: of the reports that name enough, the id of the first report of their story.

    ``field``: for every report, what its statements may be compared within. That is its story; a
    report that names too little is of the field of the story that it is alike to as a text.
    """

    story: Mapping[str, str]
    field: Mapping[str, str]


def gathered(documents: Sequence[Document], memory: Memory | None = None, beside: int = 0) -> Told:
    """The stories of ``documents``, and the field of every one of them.

    Reports are gathered as texts (``story`` is the least likeness); of those that stand together,
    they are of one story that share names worth a tenth of those of the one that has fewer, on
    average and rare names counting for more. So one round-up that touches many stories chains
    none of them together. A report with under three names has no story. ``memory`` keeps the senses
    of texts; it saves time and changes nothing. ``beside``: reports of other parts, which are taken
    to tell of other things.
    """
    held = sorted(documents, key=lambda d: d.id)
    named = {document.id: names(document) for document in held}
    enough = {id_ for id_, names in named.items() if len(names) >= _FEWEST}
    rare = rarity((named[id_] for id_ in sorted(enough)), beside)
    texts = [Text(d.text, d.title or "", d.published or "") for d in held]
    story: dict[str, str] = {}
    field: dict[str, str] = {}
    for group in gather_texts(texts, threshold("story"), memory, beside):
        ids = [held[at].id for at in group]
        told = _parted([id_ for id_ in ids if id_ in enough], named, rare)
        story |= told
        field |= dict.fromkeys(ids, _largest(told) or ids[0]) | told
    if not beside and len(held) <= _FEW:
        field = dict.fromkeys(field, min(field, default=""))
    return Told(story, field)


def _largest(told: Mapping[str, str]) -> str | None:
    """The story that most reports of a group tell, the first of several."""
    counts: dict[str, int] = defaultdict(int)
    for first in told.values():
        counts[first] += 1
    return min(counts, key=lambda first: (-counts[first], first), default=None)


def names(document: Document) -> Names:
    """Stems of capitalised words inside sentences."""
    return frozenset(stem for word in _NAME.findall(document.text) for stem in stems(word))


def _parted(ids: Sequence[str], named: Mapping[str, Names], rare: Rarity) -> dict[str, str]:
    """The story of each of ``ids``, which stand together as texts."""
    bags = [named[id_] for id_ in ids]

    def shared(i: int, j: int) -> float:
        return _shared(bags[i], bags[j], rare)

    parts = clusters(len(bags), _pairs(bags, rare), shared, _BOUNDS)
    return {ids[at]: ids[part[0]] for part in parts for at in part}


def _pairs(bags: Sequence[Names], rare: Rarity) -> Iterator[tuple[int, int]]:
    """All pairs of a few reports; of many, those that share a rare name, and not too many."""
    if len(bags) <= _BLOCK:
        yield from combinations(range(len(bags)), 2)
        return
    seen: set[tuple[int, int]] = set()
    for block in _blocks(bags, rare).values():
        for place, at in enumerate(block):
            seen.update((at, other) for other in block[place + 1 : place + 1 + _NEXT])
    yield from sorted(seen)


def _blocks(bags: Sequence[Names], rare: Rarity) -> Mapping[str, list[int]]:
    """Reports by the rarest of the names that they share with others of their group."""
    counts: dict[str, int] = defaultdict(int)
    for bag in bags:
        for name in bag:
            counts[name] += 1
    found: dict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        met = sorted((n for n in bag if counts[n] > 1), key=lambda n: (-rare.of(n), n))
        for name in met[:_RAREST]:
            found[name].append(at)
    return found


def _shared(left: Names, right: Names, rare: Rarity) -> float:
    least = max(min(rare.whole(left), rare.whole(right)), _SMALL * rare.unseen)
    return rare.total(left & right) / least
