"""What labels for training tell of how cues are used: the weights of ``models/usage``."""

import io
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from reportedly import encoder

NAME = "usage"
"""The folder of ``models/`` that holds the weights."""


@dataclass(frozen=True, slots=True)
class Habits:
    """The row of every trait, the weights (traits, acts) in steps, and what always counts."""

    rows: dict[str, int]
    weights: NDArray[np.int8]
    step: float
    always: NDArray[np.float32]

    def knows(self, key: str) -> bool:
        """Whether more than a few labels are of cues that the words ``key`` of a list decide."""
        return f"key {key}" in self.rows


@cache
def habits() -> Habits:
    """The weights, loaded once a process, their hashes checked."""
    blobs, settings = encoder.checked(NAME)
    weights = np.load(io.BytesIO(blobs["weights.npy"]))
    names = blobs["traits.txt"].decode().removesuffix("\n").split("\n")
    rows = {trait: at for at, trait in enumerate(names)}
    always = np.array(settings["always"], dtype=np.float32)
    return Habits(rows, weights, settings["step"], always)
