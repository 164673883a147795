"""Which of an outlet's reports a credit means: the likest of its last ones.

A credit names the outlet and not the report. Of the outlet's last reports the one is meant that
has a sentence most like the credit's: the same words, the same words in a row, the same number,
and that names whom the credit's sentence names. The later of two is the likelier, since that is
what others have before them. None is meant where no chance is above :data:`SURE`. The
weights were fitted to invented worlds (bank a of ``benchmarks/worlds``, a conditional logit) and
rounded: the exponentials of two sums are to one another as their chances.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import exp, log1p
from typing import Any

from reportedly.model import Document, bare

WORDS, PAIRS, NAMES = 2.7, 2.2, 2.7
"""What the shares of long words, of pairs of words in a row, and of names in common add."""
SAME, OTHER = 1.5, -1.3
"""What a number in common adds; what it takes where both print numbers, and none in common."""
AGE = -1.2
"""What each doubling, or so, of the outlet's later reports takes (their natural logarithm)."""
UNDATED = -1.2
"""What it takes that the dates do not show the report to be earlier."""
COPIED, CLAIM = 0.7, 0.5
"""What it adds that the crediting report has passages of it, or tells the sentence's claim."""
SURE = 0.52
"""The chance that the likeliest must have among all."""
LONG, STEM = 4, 5
"""Letters of a word that counts, and how many of them tell it from others."""
_NAME = re.compile(r"(?<=[\w,;:”\"’] )[A-Z][\w-]+")
"""A capitalised word that opens no sentence."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One report of the outlet: how many later ones there are, what else speaks for it."""

    document: Document
    later: int
    dated: bool
    copied: bool
    claim: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence's numbers and long words, and its pairs of words in a row."""

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Said:
    """How each sentence of a report is worded, its numbers, and all its words in lower case."""

    sentences: tuple[Wording, ...]
    numbers: frozenset[str]
    printed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sentences:
    """Words of sentences by report, made when they are first asked for."""

    held: dict[str, Said] = field(default_factory=dict)

    def of(self, document: Document) -> Said:
        """How ``document`` is worded."""
        if document.id not in self.held:
            said = tuple(wording(document.text[s.start : s.end]) for s in document.sentences)
            numbers = frozenset(w for one in said for w in one.words if w.isdigit())
            printed = frozenset(re.findall(r"\w+", document.text.lower()))
            self.held[document.id] = Said(said, numbers, printed)
        return self.held[document.id]


def words(text: str) -> frozenset[str]:
    """Numbers, and what long words begin with, in lower case."""
    found = re.findall(r"\w+", text.lower())
    return frozenset(w if w.isdigit() else w[:STEM] for w in found if w.isdigit() or len(w) >= LONG)


def wording(text: str) -> Wording:
    """How a sentence is worded."""
    return Wording(words(text), frozenset(pairwise(re.findall(r"\w+", text.lower()))))


@dataclass(frozen=True)
class _Asked:
    """The words beside a credit, without the outlet's name."""

    printed: str
    outlet: str

    @cached_property
    def wording(self) -> Wording:
        made, name = wording(self.printed), bare(self.outlet)
        parts = {"the", *name.split()}
        pairs = frozenset(pair for pair in made.pairs if not parts.issuperset(pair))
        return Wording(made.words - words(name), pairs)

    @cached_property
    def told(self) -> frozenset[str]:
        return frozenset(w for w in self.wording.words if not w.isdigit())

    @cached_property
    def names(self) -> frozenset[str]:
        found = {name.lower() for name in _NAME.findall(self.printed)}
        return frozenset(found.difference(self.outlet.lower().split()))


def likeliest(
    printed: str, outlet: str, candidates: Sequence[Candidate], said: Sentences
) -> Document | None:
    """Of ``candidates``, first to last, the report that is meant beside ``printed``.

    None where none has more for it than against it, or a chance of :data:`SURE`.
    ``outlet``: its name, whose words tell nothing.
    """
    if not candidates:
        return None
    own = _Asked(printed, outlet)
    scores = [_score(own, one, said.of(one.document)) for one in candidates]
    score, at = max(zip(scores, range(len(scores)), strict=True))
    if score <= 0 or SURE * sum(exp(other - score) for other in scores) > 1:
        return None
    return candidates[at].document


def _score(own: _Asked, one: Candidate, said: Said) -> float:
    numbers = own.wording.words - own.told
    counted = (SAME if numbers & said.numbers else OTHER) if numbers and said.numbers else 0.0
    return (
        WORDS * max((_share(own.told, s.words) for s in said.sentences), default=0.0)
        + PAIRS * max((_share(own.wording.pairs, s.pairs) for s in said.sentences), default=0.0)
        + NAMES * _share(own.names, said.printed)
        + counted
        + AGE * log1p(one.later)
        + UNDATED * (not one.dated)
        + COPIED * one.copied
        + CLAIM * one.claim
    )


def _share(own: frozenset[Any], other: frozenset[Any]) -> float:
    return len(own & other) / len(own) if own else 0.0


__all__ = ["Candidate", "Sentences", "likeliest"]
