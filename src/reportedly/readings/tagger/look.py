"""A text as the network sees it, in one pass: everything else is read off this."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from reportedly import encoder
from reportedly.encoder import Encoder, Pieces
from reportedly.model import Span, Spans

from ..found import Verdict
from .marks import ACTS, JUDGED, STANCES, VALUES, Marks, Numbers, Weighed, all_marks, marks
from .relations import Related, relations

NAME = "attribution"
"""The folder of ``models/`` that holds the weights."""

_LEAST = np.float32(1e-6)
"""A chance below which none is given, so that its logarithm stays finite."""


@cache
def model() -> Encoder:
    """The trained network, loaded once a process."""
    return encoder.load(NAME)


@dataclass(frozen=True, slots=True)
class Look:
    """A text in pieces, and what the network gives for its words (None where it has none)."""

    pieces: Pieces
    marks: Marks | None
    weighed: Weighed | None

    def verdict(self, cue: Spans, source: Spans = (), content: Spans = ()) -> Verdict | None:
        """What ``cue`` does by its words, its source's and its content's; None without a cue."""
        words = [[int(w) for s in spans for w in self.words(s)] for spans in (cue, source, content)]
        if self.weighed is None or not words[0]:
            return None
        votes = (
            self.weighed.judged[part, voter * JUDGED : (voter + 1) * JUDGED].mean(axis=0)
            for voter, part in enumerate(words)
            if part
        )
        return verdict(sum(votes, np.zeros(JUDGED, dtype=np.float32)))

    def committed(self, place: Span) -> tuple[float, ...] | None:
        """How far the event that is named at ``place`` is asserted: logarithms of chances."""
        words = self.words(place)
        if self.weighed is None or not len(words):
            return None
        found = chances(self.weighed.committed[words].mean(axis=0))
        return tuple(float(x) for x in np.log(found))

    def relations(self, sentences: Spans) -> list[Related]:
        """What these sentences say to cause what."""
        return relations(self.pieces, self.weighed.causal, sentences) if self.weighed else []

    def words(self, span: Span) -> NDArray[np.intp]:
        """The words that begin within ``span``."""
        first, last = np.searchsorted(self.pieces.word_starts, [span.start, span.end])
        return np.arange(first, last, dtype=np.intp)


def look(text: str) -> Look:
    """``text`` as the network sees it."""
    pieces = model().alphabet.pieces(text)
    return Look(pieces, *(all_marks(model(), pieces) if pieces.words else (None, None)))


def glance(text: str) -> tuple[Pieces, Marks | None]:
    """``text`` in pieces, and what finds attributions in it, without what judges them."""
    pieces = model().alphabet.pieces(text)
    return pieces, marks(model(), pieces) if pieces.words else None


def verdict(scores: Numbers) -> Verdict:
    """What a cue does by the sum of its voters' mean scores (42)."""
    ends = np.cumsum([len(ACTS), len(STANCES), len(VALUES)])
    acts, stances, values, denials = (
        tuple(float(x) for x in np.log(chances(part))) for part in np.split(scores, ends)
    )
    return Verdict(acts, stances, values, denials)


def chances(scores: Numbers) -> Numbers:
    """Scores as chances that sum up to one (softmax), none below a millionth."""
    weights = np.exp(scores - scores.max())
    result: Numbers = np.maximum(weights / weights.sum(), _LEAST)
    return result
