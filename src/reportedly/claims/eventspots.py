"""Which words of a report name an event: a small fitted model over the word and its neighbours.

A reading states what is asserted; "the arrest" and "a trial" are named without being asserted.
Nothing is parsed again: what the reading has found, the word's vector, its ending and the words
on both sides of it are enough for most.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from reportedly.claims.commonness import share
from reportedly.claims.words import is_content
from reportedly.claims.wordvectors import known, stem, vectors
from reportedly.lexicons import load
from reportedly.model import Document, Reading, Span, Spans

Numbers = NDArray[np.float64]
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d[\d,.]*|[^\w\s]")
_SCALE = 8.0
"""Times that a word's vector of length 1 is taken, so that one penalty fits all columns."""

NAMES = (
    "constant", "predicate", "cue", "participant", "circumstance", "stated", "stated_twice",
    "capital", "capitals", "first", "before_capital", "after_capital", "after_predicate",
    "in_a_name", "unknown", "rare",
)  # fmt: skip
"""The columns that every word has, before those of its ending, its neighbours and its vector."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A content word, with the words on both sides (``^`` and ``$`` at the ends of a sentence)."""

    place: Span
    word: str
    before: str
    after: str
    flags: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The endings and neighbouring words that have a column each."""

    endings: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


def candidates(document: Document, sentences: Spans) -> Spans:
    """The content words of some sentences of ``document``."""
    return tuple(place for line in sentences for place, _ in _content(document.text, line))


def spots(document: Document, reading: Reading, sentences: Spans) -> tuple[Spot, ...]:
    """The content words of some sentences, with what the reading says of each."""
    held = _Found.of(reading)
    return tuple(
        _spot(tokens, at, held)
        for line in sentences
        for tokens in [list(_tokens(document.text, line))]
        for at, (_, word) in enumerate(tokens)
        if _is_named(word)
    )


def named(document: Document, reading: Reading, sentences: Spans) -> Spans:
    """Where an event is named, by the fitted weights."""
    found = spots(document, reading, sentences)
    if not found:
        return ()
    words, weights = fitted()
    chance = chances(table(found, words), weights)
    return tuple(s.place for s, c in zip(found, chance, strict=True) if c >= THRESHOLD)


THRESHOLD = 0.35
"""The least chance; chosen on ECB+, leave-topics-out, where precision and recall are near."""


def chances(matrix: Numbers, weights: Numbers) -> Numbers:
    """The chance of each row."""
    found: Numbers = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
    return found


def table(found: Sequence[Spot], words: Words) -> Numbers:
    """One row a word; the vector of a predicate counts in columns of its own, too."""
    stems = [stem(one.word.lower()) for one in found]
    plain = [
        [1.0, *map(float, one.flags), float(not known(word)), -math.log(share(word)) / 10]
        for one, word in zip(found, stems, strict=True)
    ]
    near = [_near(one, words) for one in found]
    meaning = vectors(stems).astype(np.float64) * _SCALE
    told = np.array([[float(one.flags[0])] for one in found])
    return np.concatenate([np.array(plain), np.array(near), meaning, meaning * told], axis=1)


def _near(one: Spot, words: Words) -> list[float]:
    lower = one.word.lower()
    found = [float(lower.endswith(ending)) for ending in words.endings]
    found += [float(one.before == word) for word in words.before]
    return found + [float(one.after == word) for word in words.after]


@cache
def fitted() -> tuple[Words, Numbers]:
    """The words that have a column, and the weights, as ``training/chains.py`` wrote them."""
    held = load("event_weights")
    near = held["spot_words"]
    words = Words(*(tuple(near[key]) for key in ("endings", "before", "after")))
    return words, np.array(held["spot"]["weights"], dtype=np.float64)


@dataclass(frozen=True, slots=True)
class _Found:
    """Where the reading has found something: starts of words, and stretches."""

    predicates: frozenset[int]
    participants: frozenset[int]
    cues: Spans
    circumstances: Spans
    stated: Spans

    @classmethod
    def of(cls, reading: Reading) -> "_Found":
        told = reading.statements
        return cls(
            frozenset(s.predicate.start for s in told),
            frozenset(a.span.start for s in told for a in s.actors),
            tuple(c for a in reading.attributions for c in a.cue),
            tuple(x.span for s in told for x in (s.place, s.time, s.quantity) if x),
            tuple(span for s in told for span in s.spans),
        )


def _spot(tokens: Sequence[tuple[Span, str]], at: int, held: _Found) -> Spot:
    place, word = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1][1] if at + 1 < len(tokens) else "$"
    within = sum(place.start >= s.start and place.start < s.end for s in held.stated)
    capital = (
        word[0].isupper() and at > 0 and not all(w.isupper() for _, w in tokens if w.isalpha())
    )
    follows = before is not None and before[1][0].isupper()
    flags = (
        place.start in held.predicates,
        any(place in cue for cue in held.cues),
        place.start in held.participants,
        any(place.overlaps(span) for span in held.circumstances),
        within > 0,
        within > 1,
        capital,
        word.isupper(),
        at == 0,
        after[0].isupper(),
        follows,
        before is not None and before[0].start in held.predicates,
        capital and follows,
    )
    return Spot(place, word, before[1].lower() if before else "^", after.lower(), flags)


def _content(text: str, line: Span) -> Iterator[tuple[Span, str]]:
    return ((place, word) for place, word in _tokens(text, line) if _is_named(word))


def _is_named(word: str) -> bool:
    lower = word.lower()
    return len(word) > 1 and word[0].isalpha() and (is_content(lower) or lower in _speaking())


@cache
def _speaking() -> frozenset[str]:
    """Words that carry no content of a claim, but name an event: somebody speaks."""
    return frozenset(load("claims")["speaking"]["words"])


def _tokens(text: str, line: Span) -> Iterable[tuple[Span, str]]:
    for match in _TOKEN.finditer(text, line.start, line.end):
        yield Span(match.start(), match.end()), match.group()
