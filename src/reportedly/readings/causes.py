"""Causes as stated, and by whom: the Causal News Corpus's cause, effect and signal."""

from spacy.tokens import Doc, Token

from reportedly.model import Attribution, Cause, Document, Span, Spans, hull, identify

from .clauses import spans_of, tokens_in
from .signals import Signal, signals


def causes(
    doc: Doc, document: Document, attributions: tuple[Attribution, ...]
) -> tuple[Cause, ...]:
    """Every stated cause, in order of its signal; ``attribution`` is the innermost voice's.

    Neither side reaches outside of what that voice says, nor takes in the words of the signal.
    """
    found = [_cause(doc, document, attributions, signal) for signal in signals(doc)]
    unique = {c.id: c for c in found if c is not None}
    return tuple(sorted(unique.values(), key=lambda c: (c.signal, c.cause, c.effect)))


def voice(spans: Spans, attributions: tuple[Attribution, ...]) -> Attribution | None:
    """The innermost attribution whose content holds all of ``spans``, or None: the author's."""
    holding = [a for a in attributions if _holds(a.content, spans)]
    return min(holding, key=lambda a: (sum(s.end - s.start for s in a.content), a.id), default=None)


def _cause(
    doc: Doc, document: Document, attributions: tuple[Attribution, ...], signal: Signal
) -> Cause | None:
    words = spans_of(signal.words)
    whose = voice(words, attributions)
    held = {t.i for t in tokens_in(doc, whose.content)} if whose else None
    cause = _side(signal.cause, signal, held)
    effect = _side(tuple(t for t in signal.effect if t not in set(signal.cause)), signal, held)
    if not words or not _says(doc, cause) or not _says(doc, effect):
        return None
    name = whose.id if whose else None
    made = identify("cause", document.id, cause, effect, words, name)
    return Cause(made, document.id, cause, effect, words, name)


def _says(doc: Doc, spans: Spans) -> bool:
    """Whether more than a pronoun is left."""
    return any(t.tag_[:2] in {"NN", "VB", "CD", "JJ"} for t in tokens_in(doc, spans))


def _side(tokens: tuple[Token, ...], signal: Signal, held: set[int] | None) -> Spans:
    barred = {t.i for t in signal.words}
    kept = [t for t in tokens if t.i not in barred and (held is None or t.i in held)]
    return spans_of(kept)


def _holds(content: Spans, spans: Spans) -> bool:
    if not content:
        return False
    whole: Span = hull(content)
    return all(s in whole and any(s.overlaps(c) for c in content) for s in spans)
