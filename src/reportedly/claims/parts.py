"""A large ledger cut into parts, each of which is looked across by itself.

Reports that are alike (``alike``) are of one part, up to a limit: groups that
are each other's likest are put together, round by round (reciprocal nearest neighbours, Murtagh
1983). So the work grows with the number of reports, what is held of each is 100 bytes, and which
reports stand together depends on what all of them say and not on when they came.

Reports that come out later leave most parts as they were: first what is very alike is joined, which
changes little that came out long before; then what is somewhat alike, only where both begin within
one stretch of time. Where a stretch ends hangs on single groups.
"""

import zlib
from collections.abc import Collection, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.claims.alike import Alike, Places, alike, with_date
from reportedly.model import Document

WHOLE = 20_000
"""So many reports are looked across all at once."""
MOST = 2_000
"""Reports of a part, if nobody ruled on them, beside those without a date."""
BESIDE = WHOLE
"""Reports of other parts that one is looked across with as though they were there."""
_BUNDLE = 400
"""Reports that tell of little together are about so many to a part."""

_CLOSE, _HOLD = 0.5, 0.05
"""How alike two groups are at least, summed over pairs, for each report of the smaller one: to be
joined wherever they stand, and within one stretch of time."""
_STRETCH = 50_000
"""Reports of a stretch of time, about."""


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
    parts = [[held[at].id for at in part] for part in _parted(held, together)]
    found = [sorted(ids, key=place.__getitem__) for ids in parts]
    return tuple(map(tuple, sorted(found, key=lambda ids: place[ids[0]])))


def _parted(documents: Sequence[Document], together: Collection[str]) -> list[list[int]]:
    """Places of reports by part, none too large but the one of reports ``together``."""
    pairs, dated = alike(documents), with_date(documents)
    top = np.arange(len(documents))
    tied = [at for at, document in enumerate(documents) if document.id in together]
    top[tied] = min(tied, default=0)
    top = _joined(top, pairs.only(pairs.right < dated), _CLOSE)
    free = np.array([d.published is None and d.id not in together for d in documents], bool)
    led = _led(top, pairs.only((pairs.left < dated) & free[pairs.right]))
    alone = np.ones(len(documents), bool)
    alone[list(led)] = False
    pairs = pairs.only(alone[pairs.left] & alone[pairs.right])
    top = _joined(top, pairs.only(top[pairs.left] >= dated), _CLOSE)
    stretch = _stretches(documents, _listed(top, alone))
    within = stretch[pairs.left] == stretch[pairs.right]
    groups = _listed(_joined(top, pairs.only(within), _HOLD), alone)
    parts = list(_bundled(documents, groups))
    home = {at: part for part in parts for at in part}
    for at, leader in led.items():
        home[leader].append(at)
    return parts


def _joined(top: Places, pairs: Alike, least: float) -> Places:
    """The first of the group of each report once no two groups are so alike any more.

    In every round each group takes in the one that it is most alike to, if they are both of that
    mind and alike on average: one report that tells of two stories does not make them one.
    """
    between = _between(top, pairs)
    while True:
        size = np.bincount(top, minlength=len(top))
        low, high = _likest(size, between, least)
        if not low:
            return top
        onto = np.arange(len(top))
        onto[high] = low
        top, between = onto[top], _between(onto, between)


def _between(onto: Places, pairs: Alike) -> Alike:
    """How alike two groups are in all; ``onto``: the first of the group of each place."""
    left, right = onto[pairs.left], onto[pairs.right]
    low, high = np.minimum(left, right), np.maximum(left, right)
    apart = low != high
    both, which = np.unique(low[apart] * len(onto) + high[apart], return_inverse=True)
    total = np.bincount(which, pairs.weight[apart], len(both)).astype(np.float64)
    return Alike(both // len(onto), both % len(onto), total)


def _likest(size: Places, between: Alike, least: float) -> tuple[list[int], list[int]]:
    """Groups that are each other's likest, in two lists; each group once."""
    left, right = between.left, between.right
    strength = _strength(size, between)
    good = (strength >= least) & (size[left] + size[right] <= MOST)
    left, right, strength = left[good], right[good], strength[good]
    best = np.zeros(len(size))
    np.maximum.at(best, left, strength)
    np.maximum.at(best, right, strength)
    both = np.flatnonzero((strength == best[left]) & (strength == best[right]))
    low, high, taken = [], [], set[int]()
    for at in both[np.argsort(-strength[both], kind="stable")].tolist():
        pair = int(left[at]), int(right[at])
        if taken.isdisjoint(pair):
            taken.update(pair)
            low.append(pair[0])
            high.append(pair[1])
    return low, high


def _led(top: Places, pairs: Alike) -> dict[int, int]:
    """Reports without a date, each with the first of the dated group that it is most like.

    They come from any time, so that they would tie what came out years apart, and change groups
    that had been as they are. A group leads as many as it has reports at most.
    """
    between, size = _between(top, pairs), np.bincount(top, minlength=len(top))
    strength = _strength(size, between)
    led: dict[int, int] = {}
    for at in np.lexsort((between.left, -strength)).tolist():
        leader, follower = int(between.left[at]), int(between.right[at])
        if follower not in led and strength[at] >= _HOLD and size[leader]:
            led[follower] = leader
            size[leader] -= 1
    return led


def _strength(size: Places, between: Alike) -> NDArray[np.float64]:
    """How alike two groups are for each report of the smaller one."""
    return np.round(between.weight / np.minimum(size[between.left], size[between.right]), 6)


def _listed(top: Places, alone: NDArray[np.bool_]) -> list[list[int]]:
    """Places of each group, but not those that are led; all in order of time."""
    order = np.argsort(top, kind="stable")
    order = order[alone[order]]
    cuts = np.flatnonzero(np.diff(top[order])) + 1
    return [some.tolist() for some in np.split(order, cuts)]


def _stretches(documents: Sequence[Document], groups: list[list[int]]) -> Places:
    """The number of the stretch that each report's group begins in."""
    stretch = np.zeros(len(documents), np.int64)
    number = held = 0
    for group in groups:
        if held > _STRETCH * 2 // 3 and _marked(documents, group, _STRETCH // 3):
            number, held = number + 1, 0
        stretch[group] = number
        held += len(group)
    return stretch


def _bundled(documents: Sequence[Document], groups: list[list[int]]) -> Iterator[list[int]]:
    """Small groups put together, those of one time, at cuts that hang on each group alone.

    So where groups stay as they were, a report that comes changes the bundle that it is in alone.
    """
    bundle: list[int] = []
    for group in groups:
        if len(group) >= _BUNDLE:
            yield group
            continue
        if len(bundle) + len(group) > MOST:
            yield bundle
            bundle = []
        bundle = bundle + group
        if _marked(documents, group, _BUNDLE):
            yield bundle
            bundle = []
    if bundle:
        yield bundle


def _marked(documents: Sequence[Document], group: Sequence[int], every: int) -> bool:
    """Whether there is a mark at the group, by its first report: one in so many reports."""
    return zlib.crc32(documents[group[0]].id.encode()) % every < len(group)


def _when(document: Document) -> tuple[str, str]:
    """By this reports are ordered before they are cut: ties are then broken alike in any order."""
    return document.published or "9999", document.id
