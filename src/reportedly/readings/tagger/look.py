"""A text as the network sees it, in one pass: everything else is read off this."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

import numpy as np

from reportedly import encoder
from reportedly.encoder import Encoder, Pieces
from reportedly.model import Span, Spans

from ..found import Verdict
from .marks import ACTS, DENIALS, JUDGED, STANCES, VALUES, Marks, Numbers, Weighed, all_marks, marks
from .relations import Related, causal, relations

NAME = "attribution"
"""The folder of ``models/`` that holds the weights."""

_LEAST = np.float32(1e-6)
"""A chance below which none is given, so that its logarithm stays finite."""

_LOWEST = math.log(1e-6)


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
        words = [
            [w for s in spans for w in self.pieces.words_in(s)] for spans in (cue, source, content)
        ]
        if self.weighed is None or not words[0]:
            return None
        votes = (
            _mean(self.weighed.judged[part, voter * JUDGED : (voter + 1) * JUDGED])
            for voter, part in enumerate(words)
            if part
        )
        return verdict(sum(votes, np.zeros(JUDGED, dtype=np.float32)))

    def committed(self, place: Span) -> tuple[float, ...] | None:
        """How far the event that is named at ``place`` is asserted: logarithms of chances."""
        words = self.pieces.words_in(place)
        if self.weighed is None or not words:
            return None
        return logs(_mean(self.weighed.committed[words.start : words.stop]).tolist())

    def causal(self, sentence: Span) -> float:
        """The logarithm of the odds that ``sentence`` says what causes what."""
        words = self.pieces.words_in(sentence)
        if self.weighed is None or not words:
            return -math.inf
        return causal(self.weighed.causal[words.start : words.stop])

    def relations(self, sentences: Spans) -> list[Related]:
        """What these sentences say to cause what."""
        return relations(self.pieces, self.weighed.causal, sentences) if self.weighed else []


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
    each, ends = scores.tolist(), (0, *accumulate(map(len, (ACTS, STANCES, VALUES, DENIALS))))
    return Verdict(*(logs(each[start:end]) for start, end in pairwise(ends)))


def chances(scores: Numbers) -> Numbers:
    """Scores as chances that sum up to one (softmax), none below a millionth."""
    weights = np.exp(scores - scores.max())
    result: Numbers = np.maximum(weights / weights.sum(), _LEAST)
    return result


def logs(scores: Sequence[float]) -> tuple[float, ...]:
    """The logarithms of :func:`chances`; numpy's own steps take longer where there are but few."""
    top = max(scores)
    total = top + math.log(sum([math.exp(x - top) for x in scores]))
    return tuple([max(x - total, _LOWEST) for x in scores])


def _mean(rows: Numbers) -> Numbers:
    result: Numbers = np.add.reduce(rows) / np.float32(len(rows))
    return result
