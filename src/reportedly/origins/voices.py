"""Whose word one supporting statement is, as its own report tells it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
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
    Spans,
    Statement,
    bare,
    cut,
    hull,
)

from .credits import outlet_of
from .introduced import roles
from .outlets import Outlet, Outlets, is_body, plain_name
from .telling import tells

Sort = Literal["named", "beside", "outlet", "unnamed", "rumour", "own", "firsthand"]
_BODIES = {"government", "intelligence", "military", "office"}


@dataclass(frozen=True, slots=True)
class Voice:
    """The voice of one statement.

    named: a person or body with a name; beside: one that the sentence only names; outlet: another
    outlet; unnamed: somebody the report knows; rumour: nobody in particular; own: the author's
    word; firsthand: the author's word for what the outlet's own people saw. ``described`` are the
    words that describe the voice, ``via`` the outlet that passed an unnamed source on, where it is
    not the report's own.
    """

    sort: Sort
    name: str
    kind: SourceKind
    country: str | None = None
    described: frozenset[str] = frozenset()
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything by id, which actor is named where, and each document's place.

    ``denied``: predicates that some voice of their report denies. ``denying``: the sources that
    deny something, as printed, by report and sentence. ``roles``: bare names of those whom some
    report gives a role; ``publishers``: of all whose reports are here.
    """

    documents: dict[str, Document]
    statements: dict[str, Statement]
    attributions: dict[str, Attribution]
    actors: dict[tuple[str, Span], Actor]
    denied: frozenset[tuple[str, Span]]
    denying: dict[tuple[str, Span], set[Spans]]
    names: dict[str, Actor]
    roles: frozenset[str]
    publishers: frozenset[str]
    known: Outlets
    place: dict[str, int]


def ground(
    documents: Sequence[Document], readings: Sequence[Reading], gathering: Gathering, known: Outlets
) -> Ground:
    """Index of the records that voices and origins are found in."""
    speaking = [
        actor
        for actor in gathering.actors
        if actor.kind not in {"media", "author"} and known.publisher(actor.name) is None
    ]
    statements = {s.id: s for r in readings for s in r.statements}
    attributions = {a.id: a for r in readings for a in r.attributions}
    denying: dict[tuple[str, Span], set[Spans]] = {}
    for one in attributions.values():
        if one.stance == "against" and one.source:
            denying.setdefault((one.document, one.sentence), set()).add(one.source.spans)
    return Ground(
        {d.id: d for d in documents},
        statements,
        attributions,
        {(m.document, span): a for a in speaking for m in a.mentions for span in m.spans},
        frozenset((s.document, s.predicate) for s in statements.values() if s.stance == "against"),
        denying,
        {bare(a.name): a for a in speaking},
        roles(attributions.values(), {d.id: d.text for d in documents}),
        frozenset(bare(d.publisher) for d in documents if d.publisher),
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
        outlet = outlet_of(attribution, document, kept.known)
        if outlet is None and _like_an_outlet(attribution, document):
            return Voice("outlet", plain_name(source.name or ""), "media")
        if outlet is None and _named(source):
            named = (kept.actors.get((document.id, span)) for span in source.spans)
            return _speaker(source, next(filter(None, named), None), document)
        if outlet:
            inner = sources[0][1] if source is not sources[0][1] else None
            author = _author(statement, document, kept)
            return author if outlet == own else _passed_on(outlet, inner, document)
    if sources and _own_people(sources[0][1], document, kept.known):
        return _author(statement, document, kept)
    if chain:
        return _unnamed(sources[0][1], document) if sources else Voice("rumour", "", "unspecified")
    return _author(statement, document, kept)


def _passed_on(outlet: Outlet, inner: Source | None, document: Document) -> Voice:
    """An outlet's word, or that of somebody unnamed whom it had it from."""
    unnamed = _unnamed(inner, document) if inner else None
    if unnamed and unnamed.sort == "unnamed":
        return replace(unnamed, via=outlet.name)
    return Voice("outlet", outlet.name, "media")


def _like_an_outlet(attribution: Attribution, document: Document) -> bool:
    """Whether a name that no outlet here has is used as an outlet's: "X wrote on its website"."""
    source = attribution.source
    if source is None or not source.name or source.anonymous or source.role or is_body(source.name):
        return False
    if source.kind not in {"person", "organisation", "document", "media"}:
        return False
    reporting = attribution.act == "report" and source.kind != "person"
    reporting = reporting and not _cited(attribution, document)
    if source.kind == "media" or reporting or plain_name(source.name) != source.name:
        return True
    table = load("credits")["medium"]
    before, after = _beside(attribution, source, document)
    return (
        any(phrase in after for phrase in table["phrases"])
        or any(after.lstrip(" ,").startswith(verb) for verb in table["verbs"])
        or any(before.endswith(phrase) for phrase in table["before"])
    )


def _cited(attribution: Attribution, document: Document) -> bool:
    """Whether the cue is what another does with the source: "which quoted the harbour board"."""
    cue = cut(document.text, attribution.cue)
    return bool(re.search(r"\b(?:(?:quot|cit)(?:ed|es|ing)|refer(?:ence|red|ring|s))\b", cue))


def _beside(attribution: Attribution, source: Source, document: Document) -> tuple[str, str]:
    """The words before a source, and its predicate: what stands between it and what it says."""
    named, said = hull(source.spans), hull(attribution.content)
    before = document.text[attribution.sentence.start : named.start].lower().rstrip()
    end = said.start if said.start >= named.end else attribution.sentence.end
    return before.removesuffix(" the"), document.text[named.end : end].lower()


def _chain(statement: Statement, kept: Ground) -> list[Attribution]:
    """The statement's attribution and those around it, innermost first.

    One who denies, declines or only asks about what others say does not vouch for it: the chain
    ends before that attribution. So does "the claim that …" which its sentence goes on to deny.
    """
    chain: list[Attribution] = []
    told_apart = (
        statement.stance == "for" and (statement.document, statement.predicate) in kept.denied
    )
    at = kept.attributions.get(statement.attribution or "")
    document = kept.documents[statement.document]
    while at is not None and at not in chain and (not chain or _vouches(at)):
        chain.append(at)
        at = None if told_apart else kept.attributions.get(at.within or "")
    return [one for one in chain if tells(one, document)]


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
    if source.kind in {"unspecified", "author", "media"} and (not words or words <= _rumours()):
        return Voice("rumour", text, "unspecified")
    return Voice("unnamed", text, source.kind, source.country, words)


def _author(statement: Statement, document: Document, kept: Ground) -> Voice:
    """The report's own word; where its publisher speaks elsewhere in the case, that speaker's."""
    actor = kept.names.get(bare(document.outlet))
    if actor and not (document.publisher and kept.known.named(document.publisher)):
        return Voice("named", actor.name, actor.kind, actor.country)
    if _talked(statement, document):
        return Voice("rumour", "", "unspecified")
    sort: Sort = "firsthand" if firsthand(statement, document, kept.known) else "own"
    return Voice(sort, document.outlet, "media" if document.publisher else "author")


def _talked(statement: Statement, document: Document) -> bool:
    """Whether the sentence itself says that it is talk: "or so the rumour goes"."""
    sentence = statement.sentence
    idioms = "|".join(load("credits")["rumour"]["idioms"])
    return bool(re.search(rf"\b(?:{idioms})\b", document.text[sentence.start : sentence.end], re.I))


def firsthand(statement: Statement, document: Document, known: Outlets) -> bool:
    """Whether the statement's paragraph says that the outlet's own people saw something."""
    return any(
        _people(document, known).search(sentence)
        for sentence in _paragraph(statement, document)
        if _seen().search(sentence)
    )


@cache
def _seen() -> re.Pattern[str]:
    verbs = load("credits")["firsthand"]["verbs"]
    return re.compile(rf"\b(?:{'|'.join(verbs)})\b(?! (?:no|nothing|nobody|none)\b)")


def _own_people(source: Source, document: Document, known: Outlets) -> bool:
    """Whether a source is the outlet's own people: "this newspaper's reporter"."""
    return bool(_people(document, known).fullmatch(cut(document.text, source.spans)))


def _people(document: Document, known: Outlets) -> re.Pattern[str]:
    """How a report names the people of its own outlet."""
    outlet = known.named(document.publisher) if document.publisher else None
    return _people_of(tuple(outlet.forms) if outlet else ())


@lru_cache(maxsize=1024)
def _people_of(names: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(map(re.escape, names)) or "(?!)"
    patterns = (
        p.replace("{outlet}", f"(?:{forms})") for p in load("credits")["firsthand"]["patterns"]
    )
    return re.compile("|".join(patterns), re.IGNORECASE)


def _paragraph(statement: Statement, document: Document) -> list[str]:
    """The sentences of the statement's paragraph."""
    text, at = document.text, statement.sentence
    start = text.rfind("\n", 0, at.start) + 1
    end = text.find("\n", at.end)
    held = Span(start, end if end >= 0 else len(text))
    return [text[s.start : s.end] for s in document.sentences if s in held]


def _rumours() -> frozenset[str]:
    table = load("credits")["rumour"]
    return frozenset((*table["nouns"], *table["people"], *table["vague"]))


def _described(*texts: str) -> frozenset[str]:
    stop: list[str] = load("credits")["rumour"]["small"]
    words = (w for text in texts for w in re.findall(r"[^\W\d_]{2,}", text.lower()))
    return frozenset(w for w in words if w not in stop and (len(w) > 2 or w == "it"))
