"""Whose word a person says that something is: always in words of the same report."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.errors import UsageError
from reportedly.model import (
    Actor,
    Attribution,
    Case,
    Document,
    Source,
    Span,
    Spans,
    as_ruled,
    bare,
    cut,
)


def source_of(about: Attribution, value: str, case: Case) -> Source:
    """The source that ``value`` means for the attribution ``about``.

    It is the id of another attribution of the same report, of an actor that the report names, or
    words that stand in the report; of several places the one nearest to the cue. UsageError where
    it is none of these: a source is never put into words that the report does not have.
    """
    document = next(d for d in case.documents if d.id == about.document)
    beside = {a.id: a for r in as_ruled(case) for a in r.attributions}
    actor = next((a for a in case.gathering.actors if a.id == value), None)
    near = [a.source for a in beside.values() if a.document == document.id and a.source]
    if value in beside:
        found = _of_attribution(beside[value], about)
    elif actor is not None:
        found = _of_actor(actor, about, document, near)
    else:
        found = _of_words(value, about, document, near, case.gathering.actors)
    if found == about.source:
        raise UsageError("this is the source that the attribution has")
    return found


def _of_attribution(other: Attribution, about: Attribution) -> Source:
    if other.document != about.document:
        raise UsageError("--is: this attribution is of another report; name words of this one")
    if other.source is None or not other.source.spans:
        raise UsageError("--is: this attribution names nobody")
    return other.source


def _of_actor(
    actor: Actor, about: Attribution, document: Document, near: Sequence[Source]
) -> Source:
    here = [m.spans for m in actor.mentions if m.document == document.id]
    if not here:
        raise UsageError("--is: this actor is not named in the report")
    found = [source for source in near if source.spans in here]
    if found:
        return min(found, key=lambda source: _distance(source.spans, about))
    return _named(actor, min(here, key=lambda spans: _distance(spans, about)), document)


def _named(actor: Actor, spans: Spans, document: Document) -> Source:
    """An actor as a source, under the fullest name that the report has for it."""
    name = actor.name if actor.name in document.text else cut(document.text, spans)
    return Source(spans, actor.kind, name, actor.country)


def _of_words(
    value: str,
    about: Attribution,
    document: Document,
    near: Sequence[Source],
    actors: Iterable[Actor],
) -> Source:
    """Words as what they are elsewhere in the report; of a kind that nobody knows otherwise."""
    places = [
        (Span(*found.span()),)
        for found in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", document.text)
    ]
    if not places:
        raise UsageError("--is: no attribution or actor has this id, nor the report these words")
    spans = min(places, key=lambda one: _distance(one, about))
    alike = [s for s in near if bare(cut(document.text, s.spans)) == bare(value)]
    exact = [s for s in alike if s.spans == spans]
    if alike:
        return exact[0] if exact else replace(alike[0], spans=spans, role=(), anonymity=())
    known = [a for a in actors if _calls(a, value, document)]
    if len(known) == 1:
        return _named(known[0], spans, document)
    return Source(spans, "unspecified")


def _calls(actor: Actor, value: str, document: Document) -> bool:
    """Whether the report calls an actor so."""
    here = (m.spans for m in actor.mentions if m.document == document.id)
    return any(bare(cut(document.text, spans)) == bare(value) for spans in here)


def _distance(spans: Spans, about: Attribution) -> tuple[int, Spans]:
    return abs(spans[0].start - about.cue[0].start), spans
