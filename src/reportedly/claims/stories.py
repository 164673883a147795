"""Which reports tell one story: those that share names, directly or through other reports.

A report that only says "they fled" can be taken to mean what another report tells in full if
both are about the same people and places, and not otherwise.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from reportedly.claims.words import Rarity, rarity, stems
from reportedly.model import Document

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")
_FEWEST = 3
_SHARE = 0.2
_SMALL = 4
_BLOCK = 40


def stories(documents: Sequence[Document]) -> Mapping[str, str]:
    """A story for each document id: the id of its first report.

    Two reports are of one story if they share names worth a fifth of those of the one that has
    fewer, rare names counting for more. A report with under three names has no story.
    """
    named = {document.id: _names(document) for document in documents}
    told = {id_: bag for id_, bag in sorted(named.items()) if len(bag) >= _FEWEST}
    rare = rarity(told.values())
    first = {id_: id_ for id_ in told}
    for one, other in _pairs(told):
        if _shared(told[one], told[other], rare) >= _SHARE:
            low, high = sorted((_root(first, one), _root(first, other)))
            first[high] = low
    return {id_: _root(first, id_) for id_ in told}


def _names(document: Document) -> frozenset[str]:
    """Stems of capitalised words inside sentences."""
    return frozenset(stem for word in _NAME.findall(document.text) for stem in stems(word))


def _pairs(told: Mapping[str, frozenset[str]]) -> Iterable[tuple[str, str]]:
    """Pairs that share a name; of a name in very many reports, neighbours only."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for id_, bag in told.items():
        for name in bag:
            blocks[name].append(id_)
    found: set[tuple[str, str]] = set()
    for members in blocks.values():
        for at in range(0, len(members), _BLOCK // 2):
            found.update(combinations(members[at : at + _BLOCK], 2))
    return sorted(found)


def _shared(left: frozenset[str], right: frozenset[str], rare: Rarity) -> float:
    least = max(min(rare.total(left), rare.total(right)), _SMALL * rare.unseen)
    return rare.total(left & right) / least


def _root(first: dict[str, str], id_: str) -> str:
    while first[id_] != id_:
        first[id_] = first[first[id_]]
        id_ = first[id_]
    return id_
