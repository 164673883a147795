"""What the network gives for every word of a text: tags, and vectors that point at one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from reportedly.encoder import Encoder, Pieces, Window, windows
from reportedly.model import Act, DenialKind, Factuality, Stance

from ..products import product

Numbers = NDArray[np.float32]

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ROLES = ("source", "cue", "content")
SIZE = 64
"""Numbers of a vector that points, or is pointed at."""

VECTORS = (
    "content to", "cue for content", "cue to", "source for cue", "cue under", "cue over",
)  # fmt: skip
"""Who points at whom: contents at their cues, cues at their sources and at their carriers' cues."""

PARTS = ("B-cause", "I-cause", "E-cause", "B-effect", "I-effect", "E-effect")
"""What a word gains for a relation as the first of a part, as a later one, and as its last."""

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

VOTERS = ("cue", "source", "content")
"""Whose words have a vote in what a cue does, :data:`JUDGED` columns each, in this order."""

_WIDTHS = {
    "tags": len(TAGS),
    "vectors": len(VECTORS) * SIZE,
    "inner": 1,
    "causal": CAUSAL,
    "judged": len(VOTERS) * JUDGED,
    "committed": len(VALUES),
}
"""Columns of the network's outputs by what they are for. ``inner``: whether a word is the cue of
something that stands within another's words. ``committed``: how far the voice that speaks of it
commits itself to the event that a word names."""

OUTPUTS = {"found": ("tags", "vectors", "inner"), "weighed": ("causal", "judged", "committed")}
"""The outputs: what finds attributions, and what judges cues, events and causes."""

COLUMNS = {
    name: slice(end - _WIDTHS[name], end)
    for names in OUTPUTS.values()
    for name, end in zip(names, accumulate(_WIDTHS[n] for n in names), strict=True)
}
"""Where in its output each stands."""


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
        scores = product(ask[rows], answer) / np.sqrt(np.float32(SIZE))
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        result: Numbers = weights / weights.sum(axis=1, keepdims=True)
        return result

    def holds(self, at: int) -> bool:
        """Whether the piece ``at`` was seen in this window."""
        return self.window.first <= at < self.window.last


@dataclass(frozen=True, slots=True)
class Marks:
    """What finds attributions in a text: a row for every word, and the views of its windows.

    Scores of the tags (words, 7), and of being an inner cue (words).
    """

    tags: Numbers
    inner: Numbers
    views: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What judges the words of a text, a row for each.

    Scores of causes (words, 26), of what a cue does as one of its words, of its source's or of its
    content's (words, 3 x 42), of how far an event is asserted (words, 8).
    """

    causal: Numbers
    judged: Numbers
    committed: Numbers


def marks(encoder: Encoder, pieces: Pieces) -> Marks:
    """What finds attributions in a text that has words."""
    return _marks(pieces, [(w, encoder.find(rows)) for w, rows in _shared(encoder, pieces)])


def all_marks(encoder: Encoder, pieces: Pieces) -> tuple[Marks, Weighed]:
    """What finds attributions in a text that has words, and what judges them."""
    shared = _shared(encoder, pieces)
    table = _table(pieces, [(window, encoder.weigh(rows)) for window, rows in shared])
    found = _marks(pieces, [(window, encoder.find(rows)) for window, rows in shared])
    return found, Weighed(*(table[:, COLUMNS[n]] for n in OUTPUTS["weighed"]))


_Seen = list[tuple[Window, Numbers]]
"""Every window with what it gives: (1 + pieces + 1, columns)."""


def _shared(encoder: Encoder, pieces: Pieces) -> _Seen:
    """Every window with what finding and judging go on from."""
    return [(w, encoder.share(pieces.ids[w.first : w.last])) for w in windows(pieces.ids)]


def _table(pieces: Pieces, seen: _Seen) -> Numbers:
    """A row for every word, from the window that reads it."""
    rows = [out[1 + w.start - w.first : 1 + w.end - w.first] for w, out in seen]
    table: Numbers = np.concatenate(rows)[list(pieces.words)]
    return table


def _marks(pieces: Pieces, seen: _Seen) -> Marks:
    table = _table(pieces, seen)
    views = tuple(View(w, out[:, COLUMNS["vectors"]]) for w, out in seen)
    return Marks(table[:, COLUMNS["tags"]], table[:, COLUMNS["inner"]][:, 0], views)


def _columns(name: str) -> slice:
    at = VECTORS.index(name) * SIZE
    return slice(at, at + SIZE)
