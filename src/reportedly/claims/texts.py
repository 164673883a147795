"""Plain texts gathered into groups that tell of one thing: headlines, claims, whole reports."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from reportedly.claims.linkage import linked
from reportedly.claims.memory import Forgetful, Memory, key_of
from reportedly.claims.neighbours import (
    Senses,
    beyond,
    candidates,
    kindred,
    likeness,
    nearest,
    widened,
)
from reportedly.claims.network import SENSE, sense
from reportedly.claims.vectors import NOWHERE, Bag, Vector, Vocabulary, joined, weighed
from reportedly.claims.words import content_stem, stems, words
from reportedly.model import day_of

_NUMBER = re.compile(r"\d[\d,.]*")
_LEAD = 600
_PIECE = 4
_DAYS, _STEP = 14, 2
_WHOLE, _LEADING, _PIECES, _DATE = 1.0, 1.0, 0.7, 0.63
_SENSE = 1.1
_MOST = 600


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """What is compared: a text, its title or nothing, the ISO date it is of or nothing."""

    text: str
    title: str = ""
    published: str = ""


def gather_texts(
    texts: Sequence[Text], join: float, memory: Memory | None = None, beside: int = 0
) -> tuple[tuple[int, ...], ...]:
    """Positions in ``texts``, in groups that tell of one thing; the order decides nothing.

    ``join`` is the least average likeness of two groups that are joined, between 0 and 1. Texts
    are compared by the words of the whole, those at the beginning, pieces of the latter (four
    letters, so that spellings and compounds meet), numbers, how near their dates are, and the sense
    of the beginning. ``memory`` keeps senses; it saves time and changes nothing. ``beside``: texts
    on other things that there are taken to be besides, so that words are the rarer.
    """
    order = sorted(range(len(texts)), key=lambda at: (texts[at], at))
    held = [texts[at] for at in order]
    worded, told = vectors(held, beside), senses(held, memory or Forgetful())
    pairs = sorted({*candidates(worded), *kindred(told)})
    rows = joined(((1.0, worded), (_SENSE, [_direction(one) for one in told])), len(held))
    wide, near = widened(rows, likeness(rows, pairs))
    alike = likeness(wide, sorted({*pairs, *beyond(near)}))
    groups = linked(wide, nearest(alike, len(wide)), join)
    return tuple(sorted(tuple(sorted(order[at] for at in group)) for group in groups))


def vectors(texts: Sequence[Text], beside: int = 0) -> list[Vector]:
    """One vector a text by its words: its fields, each of length 1 times its share."""
    known = Vocabulary()
    known.of("sense", map(str, range(SENSE)))
    leads = [_lead(text) for text in texts]
    fields = (
        (_WHOLE, weighed([_terms(f"{t.title} {t.text}") for t in texts], known, "whole", beside)),
        (_LEADING, weighed([_terms(lead) for lead in leads], known, "lead", beside)),
        (_PIECES, weighed([_pieces(lead) for lead in leads], known, "piece", beside)),
        (_DATE, weighed([_days(text.published) for text in texts], known, "date", alike=True)),
    )
    return [row.heaviest(_MOST).scaled() for row in joined(fields, len(texts))]


def senses(texts: Sequence[Text], memory: Memory) -> Senses:
    """The sense of the beginning of each text: (texts, 384), from -127 to 127."""
    leads = {key_of([lead]): lead for lead in map(_lead, texts)}
    kept = memory.recall("senses", sorted(leads))
    found = {key: sense(lead).hex() for key, lead in leads.items() if key not in kept}
    memory.remember("senses", found, sorted(leads))
    told = {leads[key]: bytes.fromhex(held) for key, held in (kept | found).items()}
    rows = b"".join(told[_lead(text)] for text in texts)
    return np.frombuffer(rows, dtype=np.int8).reshape(len(texts), SENSE)


def _direction(numbers: Senses) -> Vector:
    """A sense as a vector of length 1, whose terms come before those of words."""
    told = Vector(np.arange(SENSE), numbers.astype(np.float64))
    return told.scaled() if numbers.any() else NOWHERE


def _lead(text: Text) -> str:
    return f"{text.title} {text.text[:_LEAD]}"


def _terms(text: str) -> Bag:
    """Stems of content words, and numbers."""
    numbers = (number.replace(",", "").strip(".") for number in _NUMBER.findall(text))
    return Counter([*stems(text), *numbers])


def _pieces(text: str) -> Bag:
    return Counter(piece for word in words(text) for piece in _pieces_of(word))


@lru_cache(maxsize=100_000)
def _pieces_of(word: str) -> tuple[str, ...]:
    if not content_stem(word):
        return ()
    edged = f"_{word}_"
    return tuple(edged[at : at + _PIECE] for at in range(max(1, len(edged) - _PIECE + 1)))


def _days(published: str) -> Bag:
    """Terms of which two dates share the more, the nearer they are; none two weeks apart."""
    day = day_of(published)
    if day is None:
        return {}
    return {f"day {(day.toordinal() + n) // _STEP}": 1 for n in range(0, _DAYS, _STEP)}
