"""How far a clause commits whoever speaks it: the record, and the words that change it."""

from dataclasses import dataclass, replace
from functools import cache

from reportedly import lexicons
from reportedly.model import Evidence, Factor, Polarity, Reality

from .clauses import span_of
from .tokens import Token

ORDER = ("U", "PS", "PR", "CT")
"""Levels from uncommitted to certain."""

_TEXTS = {
    "modal": "A modal verb leaves it possible or probable.",
    "adverb": "An adverb weakens it.",
    "adjective": "The word before the noun weakens it.",
    "negation": "It is negated.",
    "governor": "The word that governs it changes how far it is asserted.",
    "implicative": "The verb above it decides whether it took place.",
    "purpose": "It is what something else is done for.",
    "condition": "It stands under a condition or a question.",
    "future": "It is placed in the future.",
    "reported": "It stands under a word of saying, without a voice that could be made out.",
    "history": "It is placed in earlier history.",
    "distance": 'Quotation marks or "so-called" keep the author apart from the word.',
}


@dataclass(frozen=True, slots=True)
class Marker:
    """A word that changed the reading: which kind of change, and the token."""

    kind: str
    token: Token

    def factor(self, document: str) -> Factor:
        """The marker as a reason, its word as evidence."""
        evidence = Evidence(document, (span_of([self.token]),))
        return Factor(self.kind, 0.0, _TEXTS[self.kind], (evidence,))


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a clause makes of its event: level (U, PS, PR, CT), sign, grammar, reality, why."""

    level: str = "CT"
    sign: int = 1
    polarity: Polarity = "+"
    mode: Reality = "actual"
    markers: tuple[Marker, ...] = ()

    def lowered(self, value: str, kind: str, token: Token) -> "Commitment":
        """This commitment under a further word of ``value`` ("PR-": probable, turned round)."""
        level = min(self.level, value.removesuffix("-"), key=ORDER.index)
        sign = -self.sign if value.endswith("-") else self.sign
        return replace(self, level=level, sign=sign, markers=(*self.markers, Marker(kind, token)))

    def negated(self, token: Token) -> "Commitment":
        """This commitment under a grammatical negation."""
        turned: Polarity = "-" if self.polarity == "+" else "+"
        marker = Marker("negation", token)
        return replace(self, sign=-self.sign, polarity=turned, markers=(*self.markers, marker))

    def moved(self, mode: Reality, kind: str, token: Token) -> "Commitment":
        """This commitment about a future, supposed or earlier event."""
        return replace(self, mode=mode, markers=(*self.markers, Marker(kind, token)))

    def supposed(self, token: Token) -> "Commitment":
        """This commitment under a condition or a question."""
        lowered = self.lowered("U", "condition", token)
        return replace(lowered, mode="future" if self.mode == "future" else "hypothetical")


@cache
def table(name: str) -> dict[str, str]:
    """A table of ``lexicons/en/hedges.toml`` as word → level."""
    return {k: str(v) for k, v in lexicons.load("hedges")[name].items() if k != "source"}


@cache
def listed(name: str, key: str = "words") -> frozenset[str]:
    """A list of ``lexicons/en/hedges.toml``."""
    return frozenset(lexicons.load("hedges")[name][key])
