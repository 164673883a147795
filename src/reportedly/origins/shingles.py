"""Runs of five words (shingles, Broder 1997) as numbers, and pairs of reports that share them."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

SHINGLE = 5
"""Words in a shingle, the shortest run that counts as shared."""
NEIGHBOURS = 6
"""Reports at each end of a shingle's list with which one report is paired."""
SEEDS = 4
"""Shingles two reports must share before they are aligned."""
BATCH = 5000
"""Reports whose pairs are counted at a time, to hold no more than those."""

Numbers = NDArray[np.int64]


def runs(texts: Sequence[Sequence[str]]) -> Iterator[bytes]:
    """A number (32 bits) for each ``SHINGLE`` words in a row of each text: equal for equal words.

    Made by doubling (Karp, Miller and Rosenberg 1972): the numbers of two neighbours are made one.
    """
    known: dict[str, int] = {}
    flat = (known.setdefault(word, len(known)) for text in texts for word in text)
    one = np.fromiter(flat, np.int64, sum(map(len, texts)))
    two = _joined(one, one, 1)
    made = _joined(_joined(two, two, 2), one, 4).astype(np.int32)
    return _parts(made, [len(text) for text in texts])


def _joined(left: Numbers, right: Numbers, apart: int) -> Numbers:
    """Numbers of all pairs of one in ``left`` and the one ``apart`` places on in ``right``."""
    length = max(0, len(right) - apart)
    both = left[:length] * (int(right.max(initial=0)) + 1) + right[apart:]
    numbers: Numbers = np.unique(both, return_inverse=True)[1].reshape(-1)
    return numbers


def counts(flags: Sequence[bytes]) -> Iterator[bytes]:
    """How many of each ``SHINGLE`` flags in a row are 1."""
    flat = np.frombuffer(b"".join(flags), np.uint8)
    length = max(0, len(flat) - SHINGLE + 1)
    summed = sum((flat[at : at + length] for at in range(SHINGLE)), np.zeros(length, np.uint8))
    return _parts(summed, [len(one) for one in flags])


def _parts(flat: NDArray[np.generic], sizes: Sequence[int]) -> Iterator[bytes]:
    """Each text's part of what was made of all texts on end; none for runs over two texts."""
    at = 0
    for size in sizes:
        yield flat[at : at + max(0, size - SHINGLE + 1)].tobytes()
        at += size


def pairs(held: Sequence[NDArray[np.int32]]) -> list[tuple[int, int]]:
    """Pairs of positions in ``held`` (smaller first) that share at least ``SEEDS`` numbers.

    Each is paired, a number, with the ``NEIGHBOURS`` that have it first and those just before it.
    """
    owner, place = _lists(held)
    found: list[tuple[int, int]] = []
    for first in range(0, len(held), BATCH):
        here = np.flatnonzero((owner >= first) & (owner < first + BATCH))
        codes = np.concatenate([
            owner[other] * len(held) + owner[at] for at, other in _near(here, place)
        ])  # fmt: skip
        code, times = np.unique(codes, return_counts=True)
        kept = code[times >= SEEDS]
        found += zip((kept // len(held)).tolist(), (kept % len(held)).tolist(), strict=True)
    return sorted(found)


def _lists(held: Sequence[NDArray[np.int32]]) -> tuple[Numbers, Numbers]:
    """Who has each number, one list after the other, and the place of each in its list."""
    once = [np.unique(one) for one in held]
    owner = np.repeat(np.arange(len(held)), [len(one) for one in once])
    number = np.concatenate([*once, np.zeros(0, np.int32)])
    order = np.argsort(number, kind="stable")
    number, owner = number[order], owner[order]
    begins = np.flatnonzero(np.diff(number, prepend=-1))
    place = np.arange(len(number)) - np.repeat(begins, np.diff(begins, append=len(number)))
    return owner, place


def _near(here: Numbers, place: Numbers) -> Iterator[tuple[Numbers, Numbers]]:
    """Places in the lists, and a place before each in its own list."""
    for back in range(1, NEIGHBOURS + 1):
        at = here[place[here] >= back]
        yield at, at - back
    for front in range(NEIGHBOURS):
        at = here[place[here] > front + NEIGHBOURS]
        yield at, at - place[at] + front
