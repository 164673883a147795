"""The best row of tags for a row of words, as runs of words that bear one role."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .marks import ROLES, TAGS, Numbers

_NEVER = -1e4
"""Minus infinity, as good as."""

_OPENING = np.array([_NEVER if tag[0] == "I" else 0 for tag in TAGS], dtype=np.float32)
"""What the first word of a text pays for each tag."""

_BARRED = np.array(
    [[_NEVER if b[0] == "I" and a[2:] != b[2:] else 0 for b in TAGS] for a in TAGS],
    dtype=np.float32,
)
"""What each step from tag to tag pays: none leads to an inside tag of another role."""

_EACH = np.arange(len(TAGS))


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Words ``first`` to ``last``, both included, in one role."""

    first: int
    last: int
    role: str


def decode(scores: Numbers, transitions: Numbers) -> list[Run]:
    """Runs of words by the tags that fit best together (Viterbi).

    ``scores`` (words, 7) are the network's, ``transitions`` (7, 7) those from tag to tag.
    """
    return runs(best_path(scores, transitions))


def best_path(scores: Numbers, transitions: Numbers) -> list[int]:
    """The index of the tag of every word; no inside tag follows another role."""
    if not len(scores):
        return []
    steps = (transitions + _BARRED).T.copy()
    total = scores[0] + _OPENING
    back: list[list[int]] = []
    for given in scores[1:]:
        ways = steps + total
        best = ways.argmax(axis=1)
        back.append(best.tolist())
        total = ways[_EACH, best] + given
    path = [int(total.argmax())]
    for before in reversed(back):
        path.append(before[path[-1]])
    return path[::-1]


def runs(path: Sequence[int]) -> list[Run]:
    """The stretches that tags mark, in order."""
    found: list[Run] = []
    first = last = 0
    for at, tag in enumerate([*path, 0]):
        if not TAGS[tag].startswith("I"):
            if last:
                found.append(Run(first, at - 1, ROLES[(last - 1) // 2]))
            first = at
        last = tag
    return found
