"""What the network gives for every word of a text: tags, and vectors that point at one another."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.encoder import Encoder, Pieces, Window, windows

Numbers = NDArray[np.float32]

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ROLES = ("source", "cue", "content")
SIZE = 64
"""Numbers of a vector that points, or is pointed at."""

VECTORS = ("content to", "cue for content", "cue to", "source for cue")
WIDTH = len(TAGS) + len(VECTORS) * SIZE
"""Columns of the network's output: the tags, then the vectors."""


@dataclass(frozen=True, slots=True)
class View:
    """One window and the vectors of its pieces, the opening one first: (1 + pieces + 1, 256)."""

    window: Window
    vectors: Numbers

    def chances(self, pointing: Sequence[int], wanted: str, found: str) -> Numbers:
        """How likely each of ``pointing`` points at each piece: (pointing, 1 + pieces + 1).

        Column 0 stands for nothing at all. ``wanted`` and ``found`` are two of :data:`VECTORS`.
        """
        rows = [at - self.window.first + 1 for at in pointing]
        ask, answer = (self.vectors[:, _columns(name)] for name in (wanted, found))
        # Not "@": that starts threads of its own, which only get in each other's way here.
        scores = np.einsum("ad,bd->ab", ask[rows], answer) / np.sqrt(np.float32(SIZE))
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        result: Numbers = weights / weights.sum(axis=1, keepdims=True)
        return result

    def holds(self, at: int) -> bool:
        """Whether the piece ``at`` was seen in this window."""
        return self.window.first <= at < self.window.last


@dataclass(frozen=True, slots=True)
class Marks:
    """Scores of the tags of all words of a text (words, 7), and the views of its windows."""

    tags: Numbers
    views: tuple[View, ...]


def marks(encoder: Encoder, pieces: Pieces) -> Marks:
    """What the network gives for a text that has words."""
    seen = [(w, encoder.run(pieces.ids[w.first : w.last])) for w in windows(pieces.ids)]
    rows = [out[1 + w.start - w.first : 1 + w.end - w.first, : len(TAGS)] for w, out in seen]
    table = np.concatenate(rows)[list(pieces.words)]
    return Marks(table, tuple(View(w, out[:, len(TAGS) :]) for w, out in seen))


def _columns(name: str) -> slice:
    at = VECTORS.index(name) * SIZE
    return slice(at, at + SIZE)
