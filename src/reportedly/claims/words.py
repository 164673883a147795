"""Words made comparable: content stems, and how rare each is."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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


@cache
def content_stem(word: str) -> str:
    """The stem of a content word, "" for closed-class words and numbers."""
    return "" if word in _ignored() else stem(word)


def stems(text: str) -> tuple[str, ...]:
    """Stems of the content words of ``text``: no closed-class words, no numbers."""
    return tuple(filter(None, map(content_stem, words(text))))


def is_content(word: str) -> bool:
    """Whether ``word``, in lower case, is neither of a closed class nor a number."""
    return word not in _ignored()


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare each stem is among the statements gathered (inverse document frequency).

    ``sums`` keeps what was summed: a bag is weighed against many others.
    """

    known: Mapping[str, float]
    unseen: float
    sums: dict[frozenset[str], float] = field(default_factory=dict, repr=False, compare=False)

    def of(self, word: str) -> float:
        """The weight of one stem: ``ln(1 + N / df)``."""
        return self.known.get(word, self.unseen)

    def total(self, bag: Iterable[str]) -> float:
        """The summed weight of ``bag``, exactly rounded whatever its order."""
        return math.fsum(map(self.of, bag))

    def whole(self, bag: frozenset[str]) -> float:
        """The total of one bag, summed once."""
        found = self.sums.get(bag)
        if found is None:
            found = self.sums[bag] = self.total(bag)
        return found


def rarity(bags: Iterable[frozenset[str]], beside: int = 0) -> Rarity:
    """Rarity over ``bags``, one bag of stems a statement, and as many ``beside`` of other words."""
    held = tuple(bags)
    counts = Counter(word for bag in held for word in bag)
    size = len(held) + beside
    known = {word: math.log(1 + size / count) for word, count in counts.items()}
    return Rarity(known, math.log(1 + max(size, 1)))


def overlap(left: frozenset[str], right: frozenset[str], rare: Rarity) -> float:
    """Weight of the shared stems over the geometric mean of both weights: 0 to 1.

    Both weights are raised by that of one rare word, so that a word or two in common are little.
    """
    common = left & right
    if not common:
        return 0.0
    shared = rare.total(common)
    ours, theirs = rare.whole(left) + rare.unseen, rare.whole(right) + rare.unseen
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
