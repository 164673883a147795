"""Two outlines laid side by side: which word of one answers which of the other."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from reportedly.claims.outline import Outline, Word, listed
from reportedly.claims.roles import Deed, deeds
from reportedly.claims.wordvectors import known, likeness, stem
from reportedly.lexicons import load

Numbers = NDArray[np.float32]
LEAST = 0.45
"""Likeness from which two words are taken to answer each other."""

_NAME, _WORD, _LIGHT = 1.6, 1.0, 0.4
_ENDINGS = (
    "",
    "n",
    "an",
    "ian",
    "ish",
    "ese",
    "i",
    "ite",
    "er",
    "s",
    "ns",
    "ans",
    "ians",
    "a",
    "ia",
)


@dataclass(frozen=True, eq=False)
class Aligned:
    """Outlines of both texts; ``match`` has a row a word of ``a`` and a column a word of ``b``."""

    a: Outline
    b: Outline
    match: Numbers

    @cached_property
    def best(self) -> tuple[Numbers, Numbers]:
        """For every word of each side, how well the other side answers it, 0 to 1."""
        if not self.match.size:
            return np.zeros(len(self.a.words), np.float32), np.zeros(len(self.b.words), np.float32)
        return self.match.max(1), self.match.max(0)

    @cached_property
    def weights(self) -> tuple[Numbers, Numbers]:
        """How much each word of each side counts; a teller's that nothing answers, not at all."""
        return _weights(self.a, self.best[0]), _weights(self.b, self.best[1])

    @cached_property
    def deeds(self) -> tuple[tuple[Deed, ...], tuple[Deed, ...]]:
        """Who does what to whom, on each side."""
        return deeds(self.a), deeds(self.b)

    def cover(self, side: int, which: Callable[[Word], bool] | None = None) -> float:
        """Weighted share of the words of one side (0: ``a``) that the other answers, 0 to 1."""
        return self.share(side, self.best[side], which)

    def share(self, side: int, best: Numbers, which: Callable[[Word], bool] | None = None) -> float:
        """Weighted share of the words of one side, or of some, that ``best`` answers."""
        weights = self.weights[side]
        if which is not None:
            weights = weights * [which(word) for word in (self.a, self.b)[side].words]
        total = float(weights.sum())
        return float(weights @ best) / total if total else 0.0

    @cached_property
    def pairs(self) -> tuple[tuple[Word, Word, float], ...]:
        """Words that answer each other, one to one, the best first."""
        found, left, right = [], set(), set()
        rows, columns = np.nonzero(self.match >= LEAST)
        order = np.argsort(-self.match[rows, columns], kind="stable")
        for at in order.tolist():
            i, j = int(rows[at]), int(columns[at])
            if i not in left and j not in right:
                left.add(i)
                right.add(j)
                found.append((self.a.words[i], self.b.words[j], float(self.match[i, j])))
        return tuple(found)

    @cached_property
    def lone(self) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        """Words of each side that nothing answers."""
        ours = {id(one) for one, _, _ in self.pairs}
        theirs = {id(two) for _, two, _ in self.pairs}
        return (
            tuple(word for word in self.a.words if id(word) not in ours and not word.teller),
            tuple(word for word in self.b.words if id(word) not in theirs and not word.teller),
        )


def aligned(a: Outline, b: Outline) -> Aligned:
    """Both outlines with the likeness of their words: names by spelling, words by meaning."""
    match = likeness([w.stem for w in a.words], [w.stem for w in b.words])
    match = np.where(match >= LEAST, match, 0).astype(np.float32)
    for i, one in enumerate(a.words):
        for j, two in enumerate(b.words):
            if one.stem == two.stem:
                match[i, j] = 1.0
            elif one.kind != "word" or two.kind != "word":
                match[i, j] = _spelled(one, two)
    return Aligned(a, b, match)


def _spelled(one: Word, two: Word) -> float:
    """Whether a name answers a word by its spelling; days answer only the same day."""
    return float("day" not in (one.kind, two.kind) and akin(one.text, two.text))


@cache
def akin(one: str, two: str) -> bool:
    """Whether two names are one but for the ending of a people, a language or a plural."""
    short, long = sorted((one, two), key=lambda name: (len(name), name))
    if len(short) < 4 or (known(stem(short)) and known(stem(long))):
        return short == long
    trunk = 0
    for left, right in zip(short, long, strict=False):
        if left != right:
            break
        trunk += 1
    return trunk >= max(3, len(short) - 2) and {short[trunk:], long[trunk:]} <= set(_ENDINGS)


def _weights(side: Outline, best: Numbers) -> Numbers:
    answered = best.tolist()
    return np.array(
        [
            0.0 if word.teller and near < LEAST else weight(word)
            for word, near in zip(side.words, answered, strict=True)
        ],
        np.float32,
    )


def weight(word: Word) -> float:
    """How much a word counts: names most, light verbs and titles least."""
    if word.kind == "name":
        return _NAME
    if word.text in _light() or word.text in listed("titles"):
        return _LIGHT
    return _WORD


@cache
def _light() -> frozenset[str]:
    table = load("claims")["light"]["events"]
    return (
        frozenset(table)
        | frozenset(listed("passive"))
        | frozenset(
            (
                "new",
                "people",
                "made",
                "took",
                "place",
                "went",
                "came",
                "held",
                "men",
                "man",
                "put",
                "set",
                "left",
            )
        )
    )
