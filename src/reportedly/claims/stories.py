"""Which reports tell one story.

A report that only says "they fled" can be taken to mean what another report tells in full if
both are about the same thing, and not otherwise.
"""

import re
from collections.abc import Mapping, Sequence

from reportedly.claims.texts import Text, gather_texts
from reportedly.claims.thresholds import threshold
from reportedly.claims.words import stems
from reportedly.model import Document

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")
_FEWEST = 3


def stories(documents: Sequence[Document]) -> Mapping[str, str]:
    """A story for each document id: the id of its first report.

    Reports are of one story if on average each two are alike by ``story`` in words, names,
    numbers and date; so one round-up that touches many stories chains none of them together. A
    report with under three names has no story.
    """
    named = sorted((d for d in documents if len(_names(d)) >= _FEWEST), key=lambda d: d.id)
    texts = [Text(d.text, d.title or "", d.published or "") for d in named]
    groups = gather_texts(texts, threshold("story"))
    return {named[at].id: named[min(group)].id for group in groups for at in group}


def _names(document: Document) -> frozenset[str]:
    """Stems of capitalised words inside sentences."""
    return frozenset(stem for word in _NAME.findall(document.text) for stem in stems(word))
