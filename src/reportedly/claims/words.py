"""Words made comparable: content stems, and how rare each is."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import snowballstemmer

from reportedly.lexicons import load

_WORD = re.compile(r"[^\W\d_]+(?:[-.][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?\b")


def words(text: str) -> tuple[str, ...]:
    """The words of ``text`` in lower case, without possessive endings, digits or marks."""
    return tuple(_WORD.findall(_POSSESSIVE.sub("", text.lower())))


@cache
def stem(word: str) -> str:
    """The Snowball stem of ``word``; words that news uses for one another have one stem."""
    raw = _raw(word)
    return _alike().get(raw, raw)


def stems(text: str) -> tuple[str, ...]:
    """Stems of the content words of ``text``: no closed-class words, no numbers."""
    return tuple(stem(word) for word in words(text) if word not in _ignored())


def is_content(word: str) -> bool:
    """Whether ``word``, in lower case, is neither of a closed class nor a number."""
    return word not in _ignored()


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare each stem is among the statements gathered (inverse document frequency)."""

    known: Mapping[str, float]
    unseen: float

    def of(self, word: str) -> float:
        """The weight of one stem: ``ln(1 + N / df)``."""
        return self.known.get(word, self.unseen)

    def total(self, bag: Iterable[str]) -> float:
        """The summed weight of ``bag``, exactly rounded whatever its order."""
        return math.fsum(self.of(word) for word in bag)


def rarity(bags: Iterable[frozenset[str]]) -> Rarity:
    """Rarity over ``bags``, one bag of stems a statement."""
    held = tuple(bags)
    counts = Counter(word for bag in held for word in bag)
    size = len(held)
    known = {word: math.log(1 + size / count) for word, count in counts.items()}
    return Rarity(known, math.log(1 + max(size, 1)))


def overlap(left: frozenset[str], right: frozenset[str], rare: Rarity) -> float:
    """Weight of the shared stems over the geometric mean of both weights: 0 to 1.

    Both weights are raised by that of one rare word, so that a word or two in common are little.
    """
    shared = rare.total(left & right)
    if not shared:
        return 0.0
    ours, theirs = rare.total(left) + rare.unseen, rare.total(right) + rare.unseen
    return shared / math.sqrt(ours * theirs)


@cache
def _raw(word: str) -> str:
    stemmed: str = snowballstemmer.stemmer("english").stemWord(word)
    return stemmed


@cache
def _alike() -> dict[str, str]:
    groups: list[list[str]] = load("claims")["alike"]["groups"]
    return {_raw(word): _raw(group[0]) for group in groups for word in group}


@cache
def _ignored() -> frozenset[str]:
    return frozenset(load("claims")["stop"]["words"]) | frozenset(load("claims")["number"]["words"])
