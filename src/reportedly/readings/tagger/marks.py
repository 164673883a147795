"""What the network gives for every word of a text: tags, and vectors that point at one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from reportedly.encoder import Encoder, Pieces, Window, windows
from reportedly.model import Act, DenialKind, Factuality, Stance

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

POOLS = 4
"""Ways in which the words of a sentence are weighed to tell whether it says what causes what."""

CAUSAL = 2 * POOLS + LAYERS * (len(PARTS) + len(SIGNALS))
"""Columns for causes: weights and votes of each pool, then parts and signals of each layer."""

ACTS: tuple[Act, ...] = get_args(Act)
STANCES: tuple[Stance, ...] = get_args(Stance)
VALUES: tuple[Factuality, ...] = get_args(Factuality)
DENIALS: tuple[DenialKind | None, ...] = (None, *get_args(DenialKind))
"""What a cue may do, on which side, how sure, and what it denies: columns in this order."""

JUDGED = len(ACTS) + len(STANCES) + len(VALUES) + len(DENIALS)
"""Columns that judge a cue."""

_WIDTHS = {
    "tags": len(TAGS),
    "vectors": len(VECTORS) * SIZE,
    "causal": CAUSAL,
    "judged": JUDGED,
    "committed": len(VALUES),
    "inner": 1,
}
"""Columns of the network's output by what they are for. ``committed``: how far the voice that
speaks of it commits itself to the event that a word names. ``inner``: whether a word is the cue
of something that stands within another's words."""

COLUMNS = {
    name: slice(end - width, end)
    for (name, width), end in zip(_WIDTHS.items(), accumulate(_WIDTHS.values()), strict=True)
}


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
    """What the network gives for a text: a row for every word, and the views of its windows.

    Scores of the tags (words, 7), of causes (words, 24), of what a cue does (words, 42), of how
    far an event is asserted (words, 8), and of being an inner cue (words).
    """

    tags: Numbers
    causal: Numbers
    judged: Numbers
    committed: Numbers
    inner: Numbers
    views: tuple[View, ...]


def marks(encoder: Encoder, pieces: Pieces) -> Marks:
    """What the network gives for a text that has words."""
    seen = [(w, encoder.run(pieces.ids[w.first : w.last])) for w in windows(pieces.ids)]
    table = np.concatenate([out[1 + w.start - w.first : 1 + w.end - w.first] for w, out in seen])
    words = table[list(pieces.words)]
    of = {name: words[:, columns] for name, columns in COLUMNS.items() if name != "vectors"}
    views = tuple(View(w, out[:, COLUMNS["vectors"]]) for w, out in seen)
    return Marks(of["tags"], of["causal"], of["judged"], of["committed"], of["inner"][:, 0], views)


def _columns(name: str) -> slice:
    at = VECTORS.index(name) * SIZE
    return slice(at, at + SIZE)
