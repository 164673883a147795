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

VECTORS = (
    "content to", "cue for content", "cue to", "source for cue", "cue under", "cue over",
)  # fmt: skip
"""Who points at whom: contents at their cues, cues at their sources and at their carriers' cues."""

PARTS = ("O", "B-cause", "I-cause", "B-effect", "I-effect")
SIGNALS = ("O", "B-signal", "I-signal")
LAYERS = 2
"""Causal relations of one sentence that are told apart."""

CAUSAL = 1 + LAYERS * (len(PARTS) + len(SIGNALS))
"""Columns for causes: whether a word speaks for one, then parts and signals of each layer."""

WIDTH = len(TAGS) + len(VECTORS) * SIZE + CAUSAL + 1
"""Columns of the network's output: the tags, the vectors, those for causes, and the last: whether
a word is the cue of something that stands within another's words."""


@dataclass(frozen=True, slots=True)
class View:
    """One window and the vectors of its pieces, the opening one first: (1 + pieces + 1, 384)."""

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
    """What the network gives for a text.

    For all words the scores of the tags (words, 7), of causes (words, 17) and of being an inner
    cue (words), and the views of its windows.
    """

    tags: Numbers
    causal: Numbers
    inner: Numbers
    views: tuple[View, ...]


def marks(encoder: Encoder, pieces: Pieces) -> Marks:
    """What the network gives for a text that has words."""
    seen = [(w, encoder.run(pieces.ids[w.first : w.last])) for w in windows(pieces.ids)]
    table = np.concatenate([out[1 + w.start - w.first : 1 + w.end - w.first] for w, out in seen])
    words = table[list(pieces.words)]
    views = tuple(View(w, out[:, len(TAGS) : -CAUSAL - 1]) for w, out in seen)
    return Marks(words[:, : len(TAGS)], words[:, -CAUSAL - 1 : -1], words[:, -1], views)


def _columns(name: str) -> slice:
    at = VECTORS.index(name) * SIZE
    return slice(at, at + SIZE)
