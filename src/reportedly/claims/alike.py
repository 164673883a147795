"""Which reports of a large ledger name the same, pair by pair.

Rare names count for more (Spärck Jones 1972), and less the more days lie between two reports. Pairs
are tried that share one of their rarest names, each report with those next to it in time; so the
work grows with the number of reports. What a pair has hardly hangs on reports that come out later:
how rare a name is is counted up to a mark soon after the report, and marks hang on single reports
(content-defined chunking, Muthitacharoen 2001).
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.claims.stories import names
from reportedly.claims.words import stems
from reportedly.model import Document, day_of

_RAREST, _LEADING, _NEXT = 12, 6, 6
"""Rarest names of a report that count, those that it is looked for by, and how many follow."""
_FEWEST, _SMALL = 5, 2
"""Names under which a report names too little, and that a likeness is held against at least."""
_LEAST = 0.1
"""The least share of the weight of what the lesser of two reports names that both must name."""
_HALF = 2
"""Days between two reports that halve how alike they are."""
_COUNTED = 10_000
"""Reports from one mark up to which names are counted to the next, about."""
_SOME = 200_000

Places = NDArray[np.int64]
Words = NDArray[np.uint32]
Weights = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Alike:
    """Pairs of places of reports, the earlier one ``left``, and how alike they are."""

    left: Places
    right: Places
    weight: NDArray[np.float32 | np.float64]

    def only(self, which: NDArray[np.bool_]) -> "Alike":
        """Some of the pairs."""
        return Alike(self.left[which], self.right[which], self.weight[which])


def alike(documents: Sequence[Document]) -> Alike:
    """Pairs of ``documents``, which are in order of time, those without a date last."""
    told, size = _told(documents), len(documents)
    pairs, weight = np.zeros(0, np.int64), np.zeros(0, np.float32)
    for left, right in _neighbours(told.words[:, :_LEADING], with_date(documents)):
        some = np.unique(left * size + right)
        some = np.setdiff1d(some, pairs, assume_unique=True)
        likeness = told.likeness(some // size, some % size)
        enough = likeness >= _LEAST
        pairs = np.concatenate([pairs, some[enough]])
        weight = np.concatenate([weight, likeness[enough]])
    left, right = np.divmod(pairs, max(size, 1))
    told_on = [day_of(document.published) for document in documents]
    # 0 where nobody knows.
    days = np.array([day.toordinal() if day else 0 for day in told_on], np.int64)
    apart = np.where((days[left] > 0) & (days[right] > 0), days[right] - days[left], 0)
    return Alike(left, right, np.round(weight / (1 + (apart / _HALF) ** 2), 3).astype(np.float32))


@dataclass(frozen=True, slots=True)
class _Told:
    """For each report the rarest of its names (reports, 12), 0 for none, and what each weighs.

    ``least``: what a name weighs that two reports have, for each report.
    """

    words: Words
    weights: Weights
    least: Weights

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
        lesser = np.maximum(np.minimum(whole[left], whole[right]), _SMALL * self.least[right])
        likeness: Weights = np.round(both / lesser, 3).astype(np.float32)
        return likeness


def _told(documents: Sequence[Document]) -> _Told:
    bags = [_words(document) for document in documents]
    owner = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
    words = np.concatenate([*bags, np.zeros(0, np.uint32)])
    upto = _counted(documents)
    often = _often(owner, words, upto)
    met = often > 1
    owner, words, often = owner[met], words[met], often[met]
    order = np.lexsort((words, often, owner))
    owner, words, often = owner[order], words[order], often[order]
    begins = np.searchsorted(owner, np.arange(len(bags)))
    place = np.arange(len(owner)) - begins[owner]
    kept = place < _RAREST
    told = np.zeros((len(bags), _RAREST), np.uint32)
    weights = np.zeros((len(bags), _RAREST), np.float32)
    told[owner[kept], place[kept]] = words[kept]
    # Only how often the number of reports doubled counts: else each one would change all weights.
    number = np.exp2(np.floor(np.log2(upto)))
    weights[owner[kept], place[kept]] = np.log1p(number[owner[kept]] / often[kept]) ** 2
    return _Told(told, weights, (np.log1p(number / 2) ** 2).astype(np.float32))


def _words(document: Document) -> Words:
    """What a report names, each as a number; of one that names too little, all its words."""
    held = names(document)
    if len(held) < _FEWEST:
        held |= frozenset(stems(document.text))
    return np.array(sorted({zlib.crc32(word.encode()) | 1 for word in held}), np.uint32)


def _counted(documents: Sequence[Document]) -> Places:
    """For each report how many there are up to the mark that its names are counted to.

    Those without a date stand last, and would be others with every report that comes out; so their
    names are counted up to where the number of reports last doubled.
    """
    dated = with_date(documents)
    marks = [at for at in range(dated) if zlib.crc32(documents[at].id.encode()) % _COUNTED == 0]
    ends = np.array([*marks, dated], np.int64)
    upto = ends[np.searchsorted(marks, np.arange(len(documents)), side="right")]
    upto[dated:] = 2 ** (len(documents).bit_length() - 1)
    return upto


def _often(owner: Places, words: Words, upto: Places) -> Places:
    """How many reports have each word, of those up to where it is counted.

    Of a report that stands beyond that it is twice at least, if any other has it.
    """
    size = len(upto) + 1
    _, which, reports = np.unique(words, return_inverse=True, return_counts=True)
    held = np.sort(which * size + owner)
    before = np.searchsorted(held, which * size)
    often: Places = np.searchsorted(held, which * size + upto[owner]) - before
    beyond = upto[owner] <= owner
    often[beyond] = np.maximum(often, np.minimum(reports[which], 2))[beyond]
    return often


def _neighbours(words: Words, dated: int) -> Iterator[tuple[Places, Places]]:
    """Places of reports that share a word, each with the next ones in time.

    Those without a date, from ``dated`` on, are tried with the earliest ones, too: which these are
    does not hang on reports that come out later.
    """
    owner, flat = _by_word(words, slice(0, dated))
    for step in range(1, _NEXT + 1):
        same = np.flatnonzero(flat[:-step] == flat[step:])
        yield owner[same], owner[same + step]
    late, named = _by_word(words, slice(dated, len(words)))
    begins = np.searchsorted(flat, named)
    for step in range(_NEXT):
        same = np.flatnonzero(np.append(flat, 0)[np.minimum(begins + step, len(flat))] == named)
        yield owner[begins[same] + step], late[same]
    for step in range(1, _NEXT + 1):
        same = np.flatnonzero(named[:-step] == named[step:])
        yield late[same], late[same + step]


def _by_word(words: Words, some: slice) -> tuple[Places, Words]:
    """The places of some reports by each word that they have, and the words, in their order."""
    flat = words[some].reshape(-1)
    owner = np.repeat(np.arange(len(words))[some], words.shape[1])[flat > 0]
    flat = flat[flat > 0]
    order = np.argsort(flat, kind="stable")
    return owner[order], flat[order]


def with_date(documents: Sequence[Document]) -> int:
    """How many of ``documents`` have a date; these stand first."""
    return sum(document.published is not None for document in documents)
