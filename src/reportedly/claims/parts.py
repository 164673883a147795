"""A large ledger cut into parts, each of which is looked across by itself.

Reports that share names are of one part, whatever their number, up to a limit; rare names count for
more (Spärck Jones 1972). Pairs are tried that share one of their rarest names, each report with
those next to it in time; groups that are each other's likest are put together, round by round
(reciprocal nearest neighbours, Murtagh 1983). So the work grows with the number of reports, what is
held of each is 100 bytes, and which reports stand together depends on what all of them say and not
on when they came.
"""

import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.claims.stories import names
from reportedly.claims.words import stems
from reportedly.model import Document, Groups

WHOLE = 20_000
"""So many reports are looked across all at once."""
MOST = 2_000
"""Reports of a part, if nobody ruled on them."""
BESIDE = WHOLE
"""Reports of other parts that one is looked across with as though they were there."""
_BUNDLE = 400
"""Reports that tell of little together are about so many to a part."""

_RAREST, _LEADING, _NEXT = 12, 6, 6
"""Rarest names of a report that count, those that it is looked for by, and how many follow."""
_FEWEST, _SMALL = 5, 2
"""Names under which a report names too little, and that a likeness is held against at least."""
_LEAST = 0.1
"""The least share of the weight of what the lesser of two reports names that both must name."""
_HOLD = 0.05
"""How alike two groups are at least, summed over pairs, for each report of the smaller one."""
_SOME = 200_000

Places = NDArray[np.int64]
Words = NDArray[np.uint32]
Weights = NDArray[np.float32]


def partition(
    documents: Sequence[Document], together: Collection[str] = (), whole: int = WHOLE
) -> tuple[tuple[str, ...], ...]:
    """The ids of ``documents`` (each id once) by part, in the order given; one part of few.

    ``together``: ids of reports that stand in one part whatever they say, with the reports that
    are like them. Parts are in the order of their first report.
    """
    if len(documents) <= whole:
        return (tuple(document.id for document in documents),)
    place = {document.id: at for at, document in enumerate(documents)}
    held = sorted(documents, key=_when)
    groups = _grouped(held, together)
    parts = [[held[at].id for at in part] for part in _bundled(held, groups)]
    found = [sorted(ids, key=place.__getitem__) for ids in parts]
    return tuple(map(tuple, sorted(found, key=lambda ids: place[ids[0]])))


@dataclass(frozen=True, slots=True)
class _Told:
    """For each report the rarest of its names (reports, 12), 0 for none, and what each weighs.

    ``least``: what a name weighs that two reports have.
    """

    words: Words
    weights: Weights
    least: float

    def likeness(self, left: Places, right: Places) -> Weights:
        """What two reports share of what the lesser of them names, pair by pair."""
        found = [self._some(left[at : at + _SOME], right[at : at + _SOME])
                 for at in range(0, len(left), _SOME)]  # fmt: skip
        return np.concatenate([*found, np.zeros(0, np.float32)])

    def _some(self, left: Places, right: Places) -> Weights:
        both = np.zeros(len(left), np.float32)
        others = self.words[right]
        for column in range(_RAREST):
            word = self.words[left, column]
            met = (others == word[:, None]).any(axis=1) & (word > 0)
            both += np.where(met, self.weights[left, column], 0)
        whole = self.weights.sum(axis=1)
        lesser = np.maximum(np.minimum(whole[left], whole[right]), _SMALL * self.least)
        likeness: Weights = np.round(both / lesser, 3).astype(np.float32)
        return likeness


def _told(documents: Sequence[Document]) -> _Told:
    bags = [_words(document) for document in documents]
    owner = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
    words = np.concatenate([*bags, np.zeros(0, np.uint32)])
    _, which, often = np.unique(words, return_inverse=True, return_counts=True)
    met = often[which] > 1
    owner, words, often = owner[met], words[met], often[which][met]
    order = np.lexsort((words, often, owner))
    owner, words, often = owner[order], words[order], often[order]
    begins = np.searchsorted(owner, np.arange(len(bags)))
    place = np.arange(len(owner)) - begins[owner]
    kept = place < _RAREST
    told = np.zeros((len(bags), _RAREST), np.uint32)
    weights = np.zeros((len(bags), _RAREST), np.float32)
    told[owner[kept], place[kept]] = words[kept]
    weights[owner[kept], place[kept]] = np.log1p(len(bags) / often[kept]) ** 2
    return _Told(told, weights, float(np.log1p(len(bags) / 2) ** 2))


def _words(document: Document) -> Words:
    """What a report names, each as a number; of one that names too little, all its words."""
    held = names(document)
    if len(held) < _FEWEST:
        held |= frozenset(stems(document.text))
    return np.array(sorted({zlib.crc32(word.encode()) | 1 for word in held}), np.uint32)


def _grouped(documents: Sequence[Document], together: Collection[str]) -> list[list[int]]:
    """Places of reports in groups, none of them too large but the one of reports ``together``.

    In every round each group takes in the one that it is most alike to, if they are both of that
    mind and alike on average: one report that tells of two stories does not make them one.
    """
    groups: Groups[int] = Groups()
    tied = [at for at, document in enumerate(documents) if document.id in together]
    for at in tied[1:]:
        groups.join(tied[0], at)
    pairs, alike = _edges(documents)
    left, right = np.divmod(pairs, len(documents))
    while True:
        top = np.array([groups.top(at) for at in range(len(documents))], np.int64)
        found = _joins(top, left, right, alike)
        if not found:
            order = np.argsort(top, kind="stable")
            cuts = np.flatnonzero(np.diff(top[order])) + 1
            return [some.tolist() for some in np.split(order, cuts)]
        for low, high in found:
            groups.join(low, high)


def _joins(top: Places, left: Places, right: Places, alike: Weights) -> list[tuple[int, int]]:
    """Groups to be made one in this round, by what stands for each in ``top``."""
    size = np.bincount(top, minlength=len(top))
    low, high = np.minimum(top[left], top[right]), np.maximum(top[left], top[right])
    apart = low != high
    pairs, which = np.unique(low[apart] * len(top) + high[apart], return_inverse=True)
    low, high = np.divmod(pairs, len(top))
    total = np.bincount(which, alike[apart], len(pairs)) if len(pairs) else np.zeros(0)
    strength = np.round(total / np.minimum(size[low], size[high]), 6)
    good = (strength >= _HOLD) & (size[low] + size[high] <= MOST)
    low, high, strength, pairs = low[good], high[good], strength[good], pairs[good]
    best = np.zeros(len(top))
    np.maximum.at(best, low, strength)
    np.maximum.at(best, high, strength)
    both = (strength == best[low]) & (strength == best[high])
    taken: set[int] = set()
    found = []
    for at in np.flatnonzero(both)[np.argsort(-strength[both], kind="stable")].tolist():
        pair = int(low[at]), int(high[at])
        if taken.isdisjoint(pair):
            taken.update(pair)
            found.append(pair)
    return found


def _edges(documents: Sequence[Document]) -> tuple[Places, Weights]:
    """Pairs of places, in order of time, that are alike enough, as one number, and how alike."""
    told, size = _told(documents), len(documents)
    pairs, alike = np.zeros(0, np.int64), np.zeros(0, np.float32)
    for left, right in _neighbours(told.words[:, :_LEADING]):
        some = np.unique(np.minimum(left, right) * size + np.maximum(left, right))
        some = np.setdiff1d(some, pairs, assume_unique=True)
        likeness = told.likeness(some // size, some % size)
        enough = likeness >= _LEAST
        pairs = np.concatenate([pairs, some[enough]])
        alike = np.concatenate([alike, likeness[enough]])
    return pairs, alike


def _neighbours(words: Words) -> Iterator[tuple[Places, Places]]:
    """Places of reports that share a word, each with the next ones in time."""
    flat = words.reshape(-1)
    owner = np.repeat(np.arange(len(words)), words.shape[1])[flat > 0]
    flat = flat[flat > 0]
    order = np.argsort(flat, kind="stable")
    for step in range(1, _NEXT + 1):
        same = np.flatnonzero(flat[order[:-step]] == flat[order[step:]])
        yield owner[order[same]], owner[order[same + step]]


def _bundled(documents: Sequence[Document], groups: list[list[int]]) -> Iterator[list[int]]:
    """Small groups put together, those of one time, at cuts that hang on each group alone.

    So where groups stay as they were, a report that comes changes the bundle that it is in alone.
    """
    bundle: list[int] = []
    for group in sorted(groups, key=lambda group: _first(documents, group)):
        if len(group) >= _BUNDLE:
            yield group
            continue
        if len(bundle) + len(group) > MOST:
            yield bundle
            bundle = []
        bundle = bundle + group
        if zlib.crc32(_first(documents, group)[1].encode()) % _BUNDLE < len(group):
            yield bundle
            bundle = []
    if bundle:
        yield bundle


def _first(documents: Sequence[Document], group: Sequence[int]) -> tuple[str, str]:
    return min(_when(documents[at]) for at in group)


def _when(document: Document) -> tuple[str, str]:
    """By this reports are ordered before they are cut: ties are then broken alike in any order."""
    return document.published or "9999", document.id
