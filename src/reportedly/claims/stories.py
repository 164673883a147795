"""Which reports tell one story: alike in words and dates, and sharing names with one another.

A report that only says "they fled" can be taken to mean what another report tells in full if
both are about the same people and places, and not otherwise.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from reportedly.claims.clusters import Bounds, clusters
from reportedly.claims.texts import Text, gather_texts
from reportedly.claims.thresholds import threshold
from reportedly.claims.words import Rarity, rarity, stems
from reportedly.model import Document

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")
_FEWEST = 3
_SMALL = 4
_BLOCK = 40
_BOUNDS = Bounds(join=0.1, hold=0.0, exemplars=12)

Names = frozenset[str]


def stories(documents: Sequence[Document]) -> Mapping[str, str]:
    """A story for each document id: the id of its first report.

    Reports are gathered as texts (``story`` is the least likeness); of those that stand together,
    they are of one story that share names worth a tenth of those of the one that has fewer, on
    average and rare names counting for more. So one round-up that touches many stories chains
    none of them together. A report with under three names has no story.
    """
    named = {document.id: _names(document) for document in documents}
    told = sorted((d for d in documents if len(named[d.id]) >= _FEWEST), key=lambda d: d.id)
    rare = rarity(named[document.id] for document in told)
    texts = [Text(d.text, d.title or "", d.published or "") for d in told]
    found: dict[str, str] = {}
    for group in gather_texts(texts, threshold("story")):
        ids = sorted(told[at].id for at in group)
        for part in _parted([named[id_] for id_ in ids], rare):
            found |= {ids[at]: ids[part[0]] for at in part}
    return found


def _names(document: Document) -> Names:
    """Stems of capitalised words inside sentences."""
    return frozenset(stem for word in _NAME.findall(document.text) for stem in stems(word))


def _parted(bags: Sequence[Names], rare: Rarity) -> tuple[tuple[int, ...], ...]:
    def shared(i: int, j: int) -> float:
        return _shared(bags[i], bags[j], rare)

    return clusters(len(bags), _pairs(len(bags)), shared, _BOUNDS)


def _pairs(size: int) -> Iterator[tuple[int, int]]:
    """All pairs of a few reports; of many, neighbours only."""
    seen: set[tuple[int, int]] = set()
    for at in range(0, size, _BLOCK // 2):
        seen.update(combinations(range(at, min(size, at + _BLOCK)), 2))
    yield from sorted(seen)


def _shared(left: Names, right: Names, rare: Rarity) -> float:
    least = max(min(rare.total(left), rare.total(right)), _SMALL * rare.unseen)
    return rare.total(left & right) / least
