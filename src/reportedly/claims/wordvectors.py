"""How near words stand in meaning, by a shipped table of vectors (``models/words/card.md``)."""

import io
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
import snowballstemmer
from numpy.typing import NDArray

from reportedly import encoder
from reportedly.lexicons import load

Numbers = NDArray[np.float32]
_STEMMER = snowballstemmer.stemmer("english")


@cache
def stem(word: str) -> str:
    """The Snowball stem of ``word``, one that the table knows where its ending allows it."""
    forms: dict[str, str] = load("pairs")["bases"]["forms"]
    found: str = _STEMMER.stemWord(forms.get(word, word))
    if found in _table()[0] or not word.endswith("ed"):
        return found
    shorter = (_STEMMER.stemWord(word[:-cut]) for cut in (1, 2))
    return next((one for one in shorter if one in _table()[0]), found)


def known(stem: str) -> bool:
    """Whether ``stem`` is that of a common word of English."""
    return stem in _table()[0]


def likeness(ours: Sequence[str], theirs: Sequence[str]) -> Numbers:
    """Cosines between two rows of stems, -1 to 1; 1 for the same stem, 0 where one is unknown."""
    left, right = vectors(ours), vectors(theirs)
    return left @ right.T


@lru_cache(maxsize=200_000)
def near(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """The best cosine between a word of one side and one of the other; 0 where none is known."""
    if not ours or not theirs:
        return 0.0
    return round(float(likeness(sorted(ours), sorted(theirs)).max()), 4)


def vectors(stems: Sequence[str]) -> Numbers:
    """One row of length 1 a stem; zeros where it is unknown."""
    rows, held = _table()
    found: Numbers = held[[rows.get(stem, -1) for stem in stems]]
    return found


@cache
def _table() -> tuple[dict[str, int], Numbers]:
    """Row of each stem, and the vectors; the last row is zero, for stems that are not known."""
    blobs, _ = encoder.checked("words")
    words = blobs["words.txt"].decode().split()
    table = np.load(io.BytesIO(blobs["vectors.npy"])).astype(np.float32, order="C")
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return {word: at for at, word in enumerate(words)}, np.vstack([table, np.zeros_like(table[:1])])
