"""Which of an outlet's reports a credit means: the likest of its last ones.

A credit names the outlet and not the report. Of the outlet's last reports the one is meant that
has a sentence most like the credit's: the same words, the same number. The later of two is the
likelier, since that is what others have before them. The weights were fitted to invented worlds
(bank a of ``benchmarks/worlds``, a conditional logit) and rounded.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log1p

from reportedly.model import Document, bare

SAME, OTHER = 0.4, -0.3
"""What a number in common adds; what it takes where both print numbers, and none in common."""
AGE = -0.2
"""What each doubling, or so, of the outlet's later reports takes (their natural logarithm)."""
UNDATED = -0.2
"""What it takes that the dates do not show the report to be earlier."""
COPIED, CLAIM = 0.15, 0.1
"""What it adds that the crediting report has passages of it, or tells the sentence's claim."""
LONG, STEM = 4, 5
"""Letters of a word that counts, and how many of them tell it from others."""

Said = tuple[frozenset[str], ...]
"""The words of each of a report's sentences."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One report of the outlet: how many later ones there are, what else speaks for it."""

    document: Document
    later: int
    dated: bool
    copied: bool
    claim: bool


@dataclass(frozen=True, slots=True)
class Sentences:
    """Words of sentences by report, made when they are first asked for."""

    held: dict[str, Said] = field(default_factory=dict)

    def of(self, document: Document) -> Said:
        """The words of each sentence of ``document``."""
        if document.id not in self.held:
            self.held[document.id] = tuple(
                words(document.text[s.start : s.end]) for s in document.sentences
            )
        return self.held[document.id]


def words(text: str) -> frozenset[str]:
    """Numbers, and what long words begin with, in lower case."""
    found = re.findall(r"\w+", text.lower())
    return frozenset(w if w.isdigit() else w[:STEM] for w in found if w.isdigit() or len(w) >= LONG)


def likeliest(
    printed: str, outlet: str, candidates: Sequence[Candidate], said: Sentences
) -> Document | None:
    """Of ``candidates``, first to last, the report that is meant beside ``printed``.

    None where none has more for it than against it. ``outlet``: its name, whose words tell nothing.
    """
    own = words(printed) - words(bare(outlet))
    scored = [(_score(own, one, said.of(one.document)), at) for at, one in enumerate(candidates)]
    score, at = max(scored, default=(0.0, 0))
    return candidates[at].document if score > 0 else None


def _score(own: frozenset[str], one: Candidate, said: Said) -> float:
    told = frozenset(w for w in own if not w.isdigit())
    best = max((len(told & sentence) for sentence in said), default=0) / max(1, len(told))
    numbers, others = own - told, {w for sentence in said for w in sentence if w.isdigit()}
    counted = (SAME if numbers & others else OTHER) if numbers and others else 0.0
    return (
        best
        + counted
        + AGE * log1p(one.later)
        + UNDATED * (not one.dated)
        + COPIED * one.copied
        + CLAIM * one.claim
    )


__all__ = ["Candidate", "Sentences", "likeliest"]
