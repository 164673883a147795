"""How far a cue commits its source to the content (FactBank's eight values)."""

from dataclasses import dataclass

from reportedly.lexicons import load
from reportedly.model import Evidence, Factor, Factuality

from .acts import Deciding, listed
from .cues import lemma_of
from .cuewords import CueWords, spans_of
from .tokens import Token

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

_OPEN = "A modal leaves open whether the source says so at all."
_POSSIBLE = "A modal leaves what is probable no more than possible."


@dataclass(frozen=True, slots=True)
class Commitment:
    """A source's factuality towards the content, and the words that decided.

    ``negated`` and ``weakened``: whether a negation or a modal stands over the cue.
    """

    value: Factuality
    factors: tuple[Factor, ...]
    negated: bool = False
    weakened: bool = False


def commitment(words: CueWords, deciding: Deciding, document: str) -> Commitment:
    """The cue's own value, moved by negation and by modals over it.

    Order as in De Facto (Saurí 2008): the predicate first, then the polarity and modality
    particles that take it in their scope.
    """
    key, value = _own(words, deciding)
    factors = [_factor("cue", _MEANING[value], deciding.tokens, document)]
    negation = _negation(words, deciding)
    if negation is not None:
        value = _negated(key, value, deciding)
        text = "A negation over the cue changes what its source is committed to."
        factors.append(_factor("negation", text, (negation,), document))
    modal = _modal(words, deciding)
    if modal is not None and not (negation is not None and key in _table("negated_words")):
        value = _table("weakened")[value]
        text = _POSSIBLE if value == "PS+" else _OPEN
        factors.append(_factor("modal", text, (modal,), document))
    if negation is None and modal is None and _factive(words, key):
        text = "Whoever uses this cue takes the content for true."
        factors.append(_factor("factive", text, deciding.tokens, document))
    return Commitment(value, tuple(factors), negation is not None, modal is not None)


def _factor(name: str, text: str, tokens: tuple[Token, ...], document: str) -> Factor:
    return Factor(name, 0.0, text, (Evidence(document, spans_of(tokens)),))


def _negated(key: str, value: Factuality, deciding: Deciding) -> Factuality:
    """The value under a negation: what asserted nothing asserts nothing then, either.

    Who does not hold a thing for so holds it for not so (neg-raising).
    """
    own = _table("negated_words").get(key) if value != "Uu" else None
    if own is None and value == "PR+" and deciding.entry and deciding.entry.act == "believe":
        return "PR-"
    return own or _table("negated")[value]


def _own(words: CueWords, deciding: Deciding) -> tuple[str, Factuality]:
    """The deciding word and its value; plain saying where the lists hold nothing."""
    value: Factuality = deciding.entry.value if deciding.entry else "CT+"
    if value == "PR-" and words.words(listed("firm")):
        value = "CT-"
    return deciding.key, value


def _table(name: str) -> dict[str, Factuality]:
    table: dict[str, Factuality] = load("certainty")[name]
    return table


def _listed(name: str) -> frozenset[str]:
    return frozenset(load("certainty")[name]["words"])


def _negation(words: CueWords, deciding: Deciding) -> Token | None:
    """The negation over the cue, if any; two negations ("not fail to say") leave the first.

    A subject of whom there are few ("few believe") negates as well; a negation that is part of
    the deciding phrase ("no longer denies") has been counted by that.
    """
    counted = {t.i for t in deciding.tokens}
    found = [t for t in words.words(_listed("negations")) if t.i not in counted]
    found = [t for t in found if not _is_scaled(t, words)]
    longer = any(t.lower_ == "longer" for t in words.around)
    plain = next((t for t in found if t.lower_ != "no" or t.dep_ == "det" or longer), None)
    return plain or _few(words.head)


def _is_scaled(token: Token, words: CueWords) -> bool:
    """Whether it negates nothing: "not only rejected the report but …"."""
    return any(t.i == token.i + 1 and t.lower_ in {"only", "just", "merely"} for t in words.around)


def _few(head: Token) -> Token | None:
    subjects = [c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return next((t for s in subjects for t in (s, *s.children) if _is_few(t)), None)


def _is_few(token: Token) -> bool:
    if token.lower_ not in listed("few"):
        return False
    return not any(c.lower_ in {"a", "the"} for c in (*token.children, *token.head.children))


def _modal(words: CueWords, deciding: Deciding) -> Token | None:
    counted = {t.i for t in deciding.tokens}
    found = [t for t in words.words(_listed("modals")) if t.i not in counted]
    return next(
        (t for t in found if t.dep_ == "aux" and t.head.i in {w.i for w in words.around}), None
    )


def _factive(words: CueWords, key: str) -> bool:
    factive = _listed("factive")
    return key in factive or lemma_of(words.head) in factive
