"""Whose word one supporting statement is, as its own report tells it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.lexicons import load
from reportedly.model import (
    Actor,
    Attribution,
    Document,
    Gathering,
    Reading,
    Source,
    SourceKind,
    Span,
    Statement,
    cut,
)

from .credits import outlet_of
from .outlets import Outlets, bare

Sort = Literal["named", "outlet", "unnamed", "rumour", "own", "firsthand"]
_BODIES = {"government", "intelligence", "military", "office"}


@dataclass(frozen=True, slots=True)
class Voice:
    """The voice of one statement.

    named: a person or body with a name; outlet: another outlet; unnamed: somebody the report
    knows; rumour: nobody in particular; own: the author's word; firsthand: the author's word for
    what the outlet's own people saw. ``described`` are the words that describe the voice, ``via``
    the outlet that passed an unnamed source on, where it is not the report's own.
    """

    sort: Sort
    name: str
    kind: SourceKind
    country: str | None = None
    described: frozenset[str] = frozenset()
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything by id, which actor speaks in which statement, and each document's place."""

    documents: dict[str, Document]
    statements: dict[str, Statement]
    attributions: dict[str, Attribution]
    actors: dict[str, Actor]
    names: dict[str, Actor]
    known: Outlets
    place: dict[str, int]


def ground(
    documents: Sequence[Document], readings: Sequence[Reading], gathering: Gathering, known: Outlets
) -> Ground:
    """Index of the records that voices and origins are found in."""
    by_id = {actor.id: actor for actor in gathering.actors}
    speaks = {
        statement: by_id[position.actor]
        for claim in gathering.claims
        for position in claim.positions
        for statement in position.statements
        if position.actor in by_id and position.kind not in {"media", "author"}
    }
    return Ground(
        {d.id: d for d in documents},
        {s.id: s for r in readings for s in r.statements},
        {a.id: a for r in readings for a in r.attributions},
        speaks,
        {bare(a.name): a for a in gathering.actors if a.kind not in {"media", "author"}},
        known,
        {d.id: place for place, d in enumerate(documents)},
    )


def voice(statement: Statement, kept: Ground) -> Voice:
    """Whose word ``statement`` is: the innermost voice with a name, else the innermost."""
    document = kept.documents[statement.document]
    chain = _chain(statement, kept)
    own = kept.known.named(document.publisher) if document.publisher else None
    sources = [(a, a.source) for a in chain if a.source]
    for attribution, source in sources:
        if _named(source):
            actor = kept.actors.get(statement.id) if attribution is chain[0] else None
            return _speaker(source, actor, document)
        outlet = outlet_of(attribution, kept.known)
        if outlet and outlet != own:
            unnamed = _unnamed(sources[0][1], document) if source is not sources[0][1] else None
            if unnamed and unnamed.sort == "unnamed":
                return Voice("unnamed", unnamed.name, unnamed.kind, unnamed.country,
                             unnamed.described, outlet.name)  # fmt: skip
            return Voice("outlet", outlet.name, "media")
        if outlet:
            return _author(statement, document, kept)
    if chain:
        return _unnamed(sources[0][1], document) if sources else Voice("rumour", "", "unspecified")
    return _author(statement, document, kept)


def _chain(statement: Statement, kept: Ground) -> list[Attribution]:
    """The statement's attribution and those around it, innermost first.

    One who denies, declines or only asks about what others say does not vouch for it: the chain
    ends before that attribution.
    """
    chain: list[Attribution] = []
    at = kept.attributions.get(statement.attribution or "")
    while at is not None and at not in chain and (not chain or _vouches(at)):
        chain.append(at)
        at = kept.attributions.get(at.within or "")
    return chain


def _vouches(attribution: Attribution) -> bool:
    return attribution.stance == "for" and attribution.factuality.endswith("+")


def _named(source: Source) -> bool:
    """Whether the source is somebody in particular: has a name, or is an arm of a named state."""
    if source.anonymous or source.kind in {"media", "anonymous", "unspecified", "author"}:
        return False
    return bool(source.name) or (source.kind in _BODIES and source.country is not None)


def _speaker(source: Source, actor: Actor | None, document: Document) -> Voice:
    name = actor.name if actor else source.name or cut(document.text, source.spans)
    country = source.country or (actor.country if actor else None)
    words = _described(cut(document.text, source.role), source.name or "", name)
    return Voice("named", name, source.kind, country, words)


def _unnamed(source: Source, document: Document) -> Voice:
    text = cut(document.text, source.spans)
    words = _described(text)
    if source.kind in {"unspecified", "author"} and (not words or words <= _rumours()):
        return Voice("rumour", text, "unspecified")
    return Voice("unnamed", text, source.kind, source.country, words)


def _author(statement: Statement, document: Document, kept: Ground) -> Voice:
    """The report's own word; where its publisher speaks elsewhere in the case, that speaker's."""
    actor = kept.names.get(bare(document.outlet))
    if actor:
        return Voice("named", actor.name, actor.kind, actor.country)
    sort: Sort = "firsthand" if firsthand(statement, document, kept.known) else "own"
    return Voice(sort, document.outlet, "media" if document.publisher else "author")


def firsthand(statement: Statement, document: Document, known: Outlets) -> bool:
    """Whether the statement's paragraph says that the outlet's own people saw something."""
    table = load("credits")["firsthand"]
    outlet = known.named(document.publisher) if document.publisher else None
    forms = "|".join(re.escape(f) for f in outlet.forms) if outlet else "(?!)"
    seen = re.compile(rf"\b(?:{'|'.join(table['verbs'])})\b(?! (?:no|nothing|nobody|none)\b)")
    return any(
        seen.search(sentence)
        and re.search(pattern.replace("{outlet}", f"(?:{forms})"), sentence, re.IGNORECASE)
        for sentence in _paragraph(statement, document)
        for pattern in table["patterns"]
    )


def _paragraph(statement: Statement, document: Document) -> list[str]:
    """The sentences of the statement's paragraph."""
    text, at = document.text, statement.sentence
    start = text.rfind("\n", 0, at.start) + 1
    end = text.find("\n", at.end)
    held = Span(start, end if end >= 0 else len(text))
    return [text[s.start : s.end] for s in document.sentences if s in held]


def _rumours() -> frozenset[str]:
    return frozenset(load("credits")["rumour"]["nouns"])


def _described(*texts: str) -> frozenset[str]:
    stop: list[str] = load("credits")["rumour"]["small"]
    words = (w for text in texts for w in re.findall(r"[^\W\d_]{2,}", text.lower()))
    return frozenset(w for w in words if w not in stop and (len(w) > 2 or w == "it"))
