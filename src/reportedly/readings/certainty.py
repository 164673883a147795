"""How far a cue commits its source to the content (FactBank's eight values)."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from reportedly.lexicons import load
from reportedly.model import Evidence, Factor, Factuality

from .cues import lemma_of
from .cuewords import CueWords, phrase, spans_of

_LEVELS = ("open", "denied", "doubted", "possible", "probable", "certain")
_MEANING: dict[Factuality, str] = {
    "CT+": "The cue commits its source to the content.",
    "PR+": "The cue presents the content as probable.",
    "PS+": "The cue presents the content as possible.",
    "CT-": "The cue commits its source against the content.",
    "PR-": "The cue presents the content as improbable.",
    "PS-": "The cue presents the content as possibly not so.",
    "CTu": "The cue's source knows, and does not say which way.",
    "Uu": "The cue commits its source to nothing.",
}


@dataclass(frozen=True, slots=True)
class Commitment:
    """A source's factuality towards the content, and the words that decided."""

    value: Factuality
    factors: tuple[Factor, ...]


def commitment(words: CueWords, document: str) -> Commitment:
    """The cue's own value, moved by negation and by modals over it.

    Order as in De Facto (Saurí 2008): the predicate first, then the polarity and modality
    particles that take it in their scope.
    """
    key, value = _own(words)
    factors = [_factor("cue", _MEANING[value], words.tokens, document)]
    negation = _negation(words)
    if negation is not None:
        value = _table("negated_words").get(key) or _table("negated")[value]
        text = "A negation over the cue changes what its source is committed to."
        factors.append(_factor("negation", text, (negation,), document))
    modal = _modal(words)
    if modal is not None and not (negation is not None and key in _table("negated_words")):
        value = _table("weakened")[value]
        text = "A modal leaves open whether the source says so at all."
        factors.append(_factor("modal", text, (modal,), document))
    if negation is None and modal is None and _factive(words, key):
        text = "Whoever uses this cue takes the content for true."
        factors.append(_factor("factive", text, words.tokens, document))
    return Commitment(value, tuple(factors))


def _factor(name: str, text: str, tokens: tuple[Token, ...], document: str) -> Factor:
    return Factor(name, 0.0, text, (Evidence(document, spans_of(tokens)),))


def _own(words: CueWords) -> tuple[str, Factuality]:
    """The cue's entry and value; plain saying where the lists hold nothing."""
    several = phrase(words, "phrases", "certainty")
    if several:
        value: Factuality = load("certainty")["phrases"][several]
        return several, value
    if lemma_of(words.head) == "call" and any(c.dep_ == "oprd" for c in words.head.children):
        return "describe", "CT+"
    candidates = (words.head, *words.tokens)
    lemma = next((k for t in candidates if (k := lemma_of(t)) in _values()), lemma_of(words.head))
    return lemma, _values().get(lemma, "CT+")


@cache
def _values() -> dict[str, Factuality]:
    tables = load("certainty")
    return {
        word: tables[level]["value"]
        for level in reversed(_LEVELS)
        for word in tables[level]["words"]
    }


def _table(name: str) -> dict[str, Factuality]:
    table: dict[str, Factuality] = load("certainty")[name]
    return table


def _listed(name: str) -> frozenset[str]:
    return frozenset(load("certainty")[name]["words"])


def _negation(words: CueWords) -> Token | None:
    """The negation over the cue, if any; two negations ("not fail to say") leave the first."""
    found = words.words(_listed("negations"))
    longer = "no longer" in words.context
    return next((t for t in found if t.lower_ != "no" or t.dep_ == "det" or longer), None)


def _modal(words: CueWords) -> Token | None:
    found = words.words(_listed("modals"))
    return next(
        (t for t in found if t.dep_ == "aux" and t.head.i in {w.i for w in words.around}), None
    )


def _factive(words: CueWords, key: str) -> bool:
    listed = _listed("factive")
    return key in listed or lemma_of(words.head) in listed
