"""Every naming in the reports: sources, outlets, and the people that statements are about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from reportedly.claims.names import canonical, key, listed, speaks, untitled
from reportedly.claims.table import EMPTY, Table
from reportedly.claims.words import stems, words
from reportedly.lexicons.countries import countries_in
from reportedly.model import (
    Attribution,
    Document,
    Evidence,
    Participant,
    Reading,
    Source,
    SourceKind,
    Span,
    cut,
)

_DROPPED = frozenset(
    {"the", "a", "an", "they", "them", "their", "he", "him", "his", "she", "her", "it", "its"}
    | {"we", "us", "our", "i", "you", "who", "these", "those", "this", "that"}
)


@dataclass(frozen=True, slots=True)
class Naming:
    """One name as one report uses it; ``key`` is what it is compared by.

    ``of`` is the id of the attribution or document that the name stands for, "" for a mere actor.
    """

    key: str
    name: str
    kind: SourceKind
    country: str | None
    document: str
    of: str
    evidence: Evidence | None

    @property
    def speaks(self) -> bool:
        """Whether this is somebody who speaks for a body."""
        return speaks(self.name)


def namings(
    documents: Iterable[Document], readings: Iterable[Reading], own: Table = EMPTY
) -> tuple[Naming, ...]:
    """Every naming: outlets first, then by report and place, whatever the order of the input.

    A name that a person's ``own`` table speaks of has the key that the table gives it.
    """
    by_id = {document.id: document for document in sorted(documents, key=lambda d: d.id)}
    found = [_outlet(document) for document in by_id.values()]
    for reading in sorted(readings, key=lambda r: r.document):
        if reading.document in by_id:
            found += _sources(by_id[reading.document], reading)
            found += _people(by_id[reading.document], reading)
    return tuple(_ruled(naming, own) for naming in found)


def _ruled(naming: Naming, own: Table) -> Naming:
    told = own.reads(naming.name)
    if told is None and own.parts(key(naming.name), naming.key):
        told = key(naming.name)
    return replace(naming, key=told) if told is not None else naming


def _outlet(document: Document) -> Naming:
    name = document.outlet
    return Naming(canonical(name), name, "media", None, document.id, document.id, None)


def _sources(document: Document, reading: Reading) -> Iterator[Naming]:
    for attribution in reading.attributions:
        source = attribution.source
        if source is not None and is_named(source):
            yield _source(document, attribution, source)


def is_named(source: Source) -> bool:
    """Whether the text gives a name to go by: not for unnamed officials, nor "reports"."""
    return bool(source.name) and not source.anonymous and source.kind != "unspecified"


def _source(document: Document, attribution: Attribution, source: Source) -> Naming:
    name = source.name or ""
    evidence = Evidence(document.id, source.spans) if source.spans else None
    compared = _whole(name, source.kind, source.country)
    return Naming(
        compared, name, source.kind, source.country, document.id, attribution.id, evidence
    )


def _whole(name: str, kind: SourceKind, country: str | None) -> str:
    """A government named by its country or capital is that country's; a residence is not."""
    if kind in ("person", "witness"):
        return canonical(untitled(name))
    lands = countries_in(name)
    if len(lands) == 1 and lands[0].how != "capital" and lands[0].span == Span(0, len(name)):
        return canonical(name) if lands[0].how == "seat" else f"{lands[0].code} government"
    seated = any(land.how == "seat" for land in lands)
    if kind == "government" and country and not seated and not _names_a_part(name):
        return f"{country} government"
    return canonical(name)


def _names_a_part(name: str) -> bool:
    """Whether a name is of one ministry, court or office, and not of a government."""
    return bool(set(words(name)) & listed("specific"))


def _people(document: Document, reading: Reading) -> Iterator[Naming]:
    for statement in reading.statements:
        for participant in statement.actors:
            yield from _person(document, participant)


def _person(document: Document, participant: Participant) -> Iterator[Naming]:
    """A participant with a proper name, or a body of a named country ("Vesk troops")."""
    printed = cut(document.text, (participant.span,))
    held = [word for word in printed.split() if word.lower() not in _DROPPED]
    while len(held) > 1 and held[0].lower() in listed("credits") | listed("not_names"):
        held = held[1:]
    starts = any(s.start == participant.span.start for s in document.sentences)
    proper = all(word[:1].isupper() for word in held) and len(held) > (1 if starts else 0)
    heads = frozenset(stems(participant.name))
    kind = _kind(heads, participant.country, proper and 1 < len(held) <= 3)
    if not proper and not (participant.country and kind in ("military", "government")):
        return
    evidence = Evidence(document.id, (participant.span,))
    name = " ".join(held)
    compared = _whole(name if proper else participant.name, kind, participant.country)
    yield Naming(compared, name, kind, participant.country, document.id, "", evidence)


def _kind(heads: frozenset[str], country: str | None, looks_personal: bool) -> SourceKind:
    if heads & _heads("military"):
        return "military"
    if heads & _heads("government") or (country and len(heads) == 1):
        return "government"
    if heads & _heads("organisation") or country or not looks_personal:
        return "organisation"
    return "person"


@cache
def _heads(table: str) -> frozenset[str]:
    return frozenset(stem for word in listed(table) for stem in stems(word))
