"""Causes as stated, and by whom: the Causal News Corpus's cause, effect and signal."""

from bisect import bisect_right
from dataclasses import replace
from functools import cache

from reportedly import lexicons
from reportedly.model import (
    Attribution,
    Cause,
    Document,
    Factuality,
    Influence,
    Span,
    Spans,
    by_start,
    hull,
    identify,
)

from . import factuality
from .causality import leaning
from .clauses import climb, spans_of, tokens_in
from .cues import lemma_of
from .cuewords import top
from .signals import Signal, signals
from .tagger import Look, Related
from .tokens import Doc, Token

LEANING = 1.5
"""What words and arcs count for beside the network: chosen by ``training/causality.py``."""

_SURE = 5.0
"""Odds of the network, as a logarithm, beyond which words and arcs are not asked: in the corpus
they turn none beyond 4."""


def causes(
    doc: Doc,
    document: Document,
    attributions: tuple[Attribution, ...],
    seen: Look | None = None,
) -> tuple[Cause, ...]:
    """Every stated cause, in order of its signal; ``attribution`` is the innermost voice's.

    Signals that the syntax shows are read by rules; in sentences where these find none, by the
    trained network as which ``seen`` sees the text, if network, words and arcs together hold the
    sentence for causal. Neither side reaches outside of what the voice says, nor takes in the words
    of the signal.
    """
    work = _Work(doc, document, attributions)
    found = [one for signal in signals(doc) if (one := work.signalled(signal))]
    if seen is not None:
        told = {_sentence(document, one) for one in found}
        left = (s for at, s in enumerate(document.sentences, 1) if at not in told)
        causal = tuple(s for s in left if _odds(doc, seen, s) >= 0)
        related = (r for r in seen.relations(causal) if r.layer == 0 or r.gain > 0)
        found += [one for r in related if (one := work.related(r))]
    unique = {c.id: c for c in found}
    return tuple(sorted(unique.values(), key=lambda c: (c.signal or c.cause, c.cause, c.effect)))


def _odds(doc: Doc, seen: Look, sentence: Span) -> float:
    """The logarithm of the odds that a sentence is causal, a product of experts (Hinton 2002)."""
    told = seen.causal(sentence)
    return told if abs(told) > _SURE else told + LEANING * leaning(tokens_in(doc, (sentence,)))


def voice(spans: Spans, attributions: tuple[Attribution, ...]) -> Attribution | None:
    """The innermost attribution whose content holds all of ``spans``, or None: the author's."""
    holding = [a for a in attributions if _holds(a.content, spans)]
    return min(holding, key=lambda a: (sum(s.end - s.start for s in a.content), a.id), default=None)


class _Work:
    """One report, and causes made of what was found in it."""

    def __init__(self, doc: Doc, document: Document, attributions: tuple[Attribution, ...]) -> None:
        self.doc, self.document, self.attributions = doc, document, attributions

    def signalled(self, signal: Signal) -> Cause | None:
        """What a signal shows; None where too little of it is left."""
        cause = set(signal.cause)
        effect = tuple(t for t in signal.effect if t not in cause)
        return self._made(signal.words, signal.cause, effect, spans_of(signal.words))

    def related(self, one: Related) -> Cause | None:
        """What the network found; None where too little of it is left."""
        # A word inside of a part is no sign where another stands between the parts, nor in its
        # middle, since the part would fall into pieces.
        sides = one.cause, one.effect
        between = tuple(s for s in one.signal if not any(s.overlaps(p) for p in sides))
        edges = tuple(
            s for s in one.signal if not any(p.start < s.start and s.end < p.end for p in sides)
        )
        words = tokens_in(self.doc, between or edges)
        cause, effect = (tuple(tokens_in(self.doc, (s,))) for s in (one.cause, one.effect))
        within = one.signal or (hull(sides),)
        return self._made(tuple(words), cause, effect, within)

    def _made(
        self, words: tuple[Token, ...], cause: tuple[Token, ...], effect: tuple[Token, ...],
        within: Spans,
    ) -> Cause | None:  # fmt: skip
        whose = voice(within, self.attributions)
        held = {t.i for t in tokens_in(self.doc, whose.content)} if whose else None
        sides = [_side(side, words, held) for side in (cause, effect)]
        if not within or not all(_says(self.doc, side) for side in sides):
            return None
        signal, name = spans_of(words), whose.id if whose else None
        made = identify("cause", self.document.id, *sides, signal, name)
        return Cause(
            made, self.document.id, sides[0], sides[1], signal, name, _polarity(words),
            self._sure(words or effect, whose, held),
        )  # fmt: skip

    def _sure(
        self, words: tuple[Token, ...], whose: Attribution | None, held: set[int] | None
    ) -> Factuality:
        """How far the voice commits itself: its own value, carried to the verb of the signal."""
        verb = top(words)
        verb = next((t for t in (verb, *climb(verb)) if t.tag_.startswith("VB")), verb)
        scope = frozenset(held if held is not None else (t.i for t in verb.sent))
        committed = factuality.commitment(verb, verb, scope, quoted=whose is not None)
        if words and top(words).tag_[:2] not in {"VB", "NN"}:
            committed = replace(committed, sign=-1 if _denied(words) else 1)
        return factuality.factuality(whose.factuality if whose else "CT+", committed)


def _denied(words: tuple[Token, ...]) -> bool:
    """Whether a "not" is about the signal itself, which is no verb.

    Of "they left because they were not paid" and "they did not leave because of rain" neither end
    denies that one is for the other; "not because of rain" does.
    """
    first = min(words, key=lambda t: t.i)
    return first.i > 0 and first.nbor(-1).lower_ in {"not", "never"}


def _polarity(words: tuple[Token, ...]) -> Influence:
    lemmas = {lemma_of(t) for t in words} | {t.lower_ for t in words}
    if lemmas & _listed("prevents"):
        return "prevents"
    return "enables" if lemmas & _listed("enables") else "causes"


@cache
def _listed(table: str) -> frozenset[str]:
    return frozenset(lexicons.load("causes")[table]["words"])


def _sentence(document: Document, one: Cause) -> int:
    """The number of the sentence that holds a cause."""
    place = (one.signal or one.effect)[0].start
    return bisect_right(document.sentences, place, key=by_start)


def _says(doc: Doc, spans: Spans) -> bool:
    """Whether more than a pronoun is left."""
    return any(t.tag_[:2] in {"NN", "VB", "CD", "JJ"} for t in tokens_in(doc, spans))


def _side(tokens: tuple[Token, ...], words: tuple[Token, ...], held: set[int] | None) -> Spans:
    barred = {t.i for t in words}
    kept = [t for t in tokens if t.i not in barred and (held is None or t.i in held)]
    return spans_of(kept)


def _holds(content: Spans, spans: Spans) -> bool:
    if not content:
        return False
    if spans and (spans[0].start < content[0].start or content[-1].end < spans[-1].end):
        return False
    return all(any(s.overlaps(c) for c in content) for s in spans)
