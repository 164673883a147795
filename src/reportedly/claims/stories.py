"""Which reports tell one story: groups of reports that share names with one another.

A report that only says "they fled" can be taken to mean what another report tells in full if
both are about the same people and places, and not otherwise.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from reportedly.claims.clusters import Bounds, clusters
from reportedly.claims.words import Rarity, rarity, stems
from reportedly.model import Document

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")
_FEWEST = 3
_SMALL = 4
_BLOCK = 40
_BOUNDS = Bounds(join=0.1, hold=0.0, exemplars=12)


def stories(documents: Sequence[Document]) -> Mapping[str, str]:
    """A story for each document id: the id of its first report.

    Reports are of one story if on average each two share names worth a tenth of those of the
    one that has fewer, rare names counting for more; so one round-up that touches many stories
    chains none of them together. A report with under three names has no story.
    """
    named = {document.id: _names(document) for document in documents}
    told = {id_: bag for id_, bag in sorted(named.items()) if len(bag) >= _FEWEST}
    ids, bags = tuple(told), tuple(told.values())
    rare = rarity(bags)
    groups = clusters(len(ids), _pairs(bags), lambda i, j: _shared(bags[i], bags[j], rare), _BOUNDS)
    return {ids[i]: ids[group[0]] for group in groups for i in group}


def _names(document: Document) -> frozenset[str]:
    """Stems of capitalised words inside sentences."""
    return frozenset(stem for word in _NAME.findall(document.text) for stem in stems(word))


def _pairs(bags: Sequence[frozenset[str]]) -> Iterable[tuple[int, int]]:
    """Pairs that share a name; of a name in very many reports, neighbours only."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        for name in bag:
            blocks[name].append(at)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        for at in range(0, len(members), _BLOCK // 2):
            found.update(combinations(members[at : at + _BLOCK], 2))
    return sorted(found)


def _shared(left: frozenset[str], right: frozenset[str], rare: Rarity) -> float:
    least = max(min(rare.total(left), rare.total(right)), _SMALL * rare.unseen)
    return rare.total(left & right) / least
