"""What the trained network makes of one text, and of two that it reads together.

Five layers of a transformer above the one that all of them share, fitted by
``training/comparing.py`` (``models/comparison/card.md`` says on what).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from reportedly import encoder
from reportedly.encoder import BREAK, Encoder
from reportedly.errors import ModelError

Numbers = NDArray[np.float32]

NAME = "comparison"
SENSE = 384
"""Numbers of a sense."""

_LONGEST, EACH = 62, 100
"""Pieces of a text whose sense is taken, and of each of two that are read together."""

_FINEST = 127

READ = {
    "read_matter": "A trained network that reads both: whether they tell of one matter.",
    "read_claim": "A trained network that reads both: whether they make one claim of it.",
    "read_contradiction": "A trained network that reads both: whether one gainsays the other.",
}
"""What the network is asked of two texts, and what a reason says of it."""

_SUREST, _UNIT = 6.0, 3.0
"""Log-odds beyond which the network counts for no more, and those that count for one."""


@dataclass(frozen=True, slots=True)
class _Comparer:
    encoder: Encoder
    network: onnxruntime.InferenceSession

    def run(self, ids: Sequence[int], second: int) -> tuple[Numbers, Numbers]:
        """The mean of the rows, and scores of the four relations; ``second``: where b begins."""
        shared = self.encoder.share(ids)
        kind = (np.arange(len(shared)) >= second).astype(np.float32)
        mean, scores = self.network.run(None, {"shared": shared[None], "kind": kind[None]})
        return mean[0], scores[0]

    def pieces(self, text: str, most: int) -> list[int]:
        """The first pieces of ``text``, its lines as one."""
        return list(self.encoder.alphabet.pieces(" ".join(text.split())).ids[:most])


@cache
def _comparer() -> _Comparer:
    blobs, settings = encoder.checked(NAME)
    shared = encoder.load("attribution")
    if settings["over"] != shared.settings["sha256"]["shared.onnx"]:
        raise ModelError(f"model {NAME}: it was fitted over another shared.onnx")
    return _Comparer(shared, encoder.session(blobs["compared.onnx"]))


@lru_cache(maxsize=65_536)
def sense(text: str) -> bytes:
    """The direction that stands for how ``text`` begins: 384 numbers from -127 to 127, a byte each.

    The mean of the network's vectors (Reimers and Gurevych 2019), in whole numbers, so that it can
    be kept as it is; all zero for a text without words.
    """
    ids = _comparer().pieces(text, _LONGEST)
    if not ids:
        return bytes(SENSE)
    mean, _ = _comparer().run(ids, len(ids) + 2)
    whole: NDArray[np.int8] = np.rint(mean * (_FINEST / np.abs(mean).max())).astype(np.int8)
    return whole.tobytes()


@lru_cache(maxsize=200_000)
def cosine(a: str, b: str) -> float:
    """How near two texts stand in sense, from -1 to 1; rounded, so that ties are ties."""
    left, right = (np.frombuffer(_held(text), np.int8).astype(np.float64) for text in (a, b))
    lengths = float(np.sqrt((left @ left) * (right @ right)))
    return round(float(left @ right) / lengths, 4) if lengths else 0.0


_KNOWN: dict[str, bytes] = {}
"""Senses by their texts: those that were known before, and those asked for since."""


def know(senses: Mapping[str, bytes]) -> None:
    """Take senses that :func:`sense` made before in place of all that is known."""
    _KNOWN.clear()
    _KNOWN.update(senses)


def known() -> Mapping[str, bytes]:
    """What is known now: what was taken, and what was compared since."""
    return _KNOWN


def _held(text: str) -> bytes:
    found = _KNOWN.get(text)
    if found is None:
        found = _KNOWN[text] = sense(text)
    return found


def together(a: str, b: str) -> tuple[float, ...]:
    """Logarithms of the chances of same, contradicts, related, unrelated, in either order of texts.

    The geometric mean of what both orders give, scaled so that the chances sum up to one.
    """
    model = _comparer()
    ours, theirs = (model.pieces(text, EACH) for text in (a, b))
    both = _scaled(_scores(model, ours, theirs) + _scores(model, theirs, ours))
    return tuple(float(x) for x in both)


@lru_cache(maxsize=64)
def read(a: str, b: str) -> dict[str, float]:
    """What the network says to each question by its name, from -2 to 2."""
    same, against, near, strange = together(a, b)
    one = float(np.logaddexp(same, against))
    odds = (float(np.logaddexp(one, near)) - strange, one - near, against - same)
    return {
        name: max(-_SUREST, min(_SUREST, odd)) / _UNIT for name, odd in zip(READ, odds, strict=True)
    }


def _scores(model: _Comparer, first: Sequence[int], then: Sequence[int]) -> Numbers:
    found: Numbers = _scaled(model.run([*first, BREAK, *then], len(first) + 2)[1]) / np.float32(2)
    return found


def _scaled(scores: Numbers) -> Numbers:
    """Scores as logarithms of chances that sum up to one."""
    least = scores.max()
    result: Numbers = scores - least - np.log(np.exp(scores - least).sum())
    return result
