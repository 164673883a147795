"""A telling: one statement together with its report and the words that carry it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from reportedly.claims.stories import Told, gathered
from reportedly.claims.words import stem, stems
from reportedly.claims.wordvectors import stem as vector_stem
from reportedly.lexicons import load
from reportedly.model import (
    Attribution,
    Document,
    Evidence,
    Participant,
    Reading,
    Span,
    Statement,
    bare,
    cut,
)

_CAPITAL = re.compile(r"\b[A-Z][\w-]+")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a statement who is told by words or by a country, with the stems of the name."""

    participant: Participant
    stems: frozenset[str]


@dataclass(frozen=True)
class Telling:
    """A statement with everything that comparing it needs; what is worked out is kept.

    ``passed_on``: the voice only repeats what a voice inside its words says of the same event.
    ``story`` is the same for reports of one story, None where a report names too little;
    statements are compared in one ``field``. ``named``: names of its sources, innermost first.
    """

    statement: Statement
    document: Document
    attribution: Attribution | None
    passed_on: bool
    story: str | None
    field: str
    named: tuple[str, ...] = ()

    @property
    def outlet(self) -> str | None:
        """The name of its publisher, for comparing."""
        return bare(self.document.publisher) if self.document.publisher else None

    @property
    def speaker(self) -> str | None:
        """Who says it, by name or as printed, in lower case; None where nobody is heard."""
        source = self.attribution.source if self.attribution else None
        if source is None:
            return None
        return (source.name or cut(self.document.text, source.spans)).lower()

    @cached_property
    def bag(self) -> frozenset[str]:
        """Its content stems."""
        return frozenset(stems(self.words))

    @cached_property
    def plain(self) -> frozenset[str]:
        """Its content stems without words for anybody."""
        return self.bag - anybody()

    @cached_property
    def names(self) -> frozenset[str]:
        """Words with a capital letter, in lower case: among them the names."""
        return frozenset(word.lower() for word in _CAPITAL.findall(self.words))

    @cached_property
    def verb(self) -> frozenset[str]:
        """The stem of the predicate's last word, as the table of word vectors has it."""
        last = cut(self.document.text, (self.statement.predicate,)).lower().split()[-1:]
        return frozenset(map(vector_stem, last))

    @cached_property
    def bare(self) -> bool:
        """Whether its words name the event and no more."""
        return self.bag <= frozenset(stems(cut(self.document.text, (self.statement.predicate,))))

    @cached_property
    def people(self) -> dict[str, tuple[Person, ...]]:
        """Who acts and who is acted on, by role."""
        found = [Person(p, frozenset(stems(p.name))) for p in self.statement.actors]
        told = [one for one in found if one.stems or one.participant.country]
        return {
            role: tuple(one for one in told if one.participant.role == role)
            for role in ("agent", "patient")
        }

    @cached_property
    def taken_up(self) -> dict[str, bool]:
        """For each role, whether nobody stands in the text but as a pronoun: an inference."""
        text = self.document.text
        return {
            role: not any(stems(text[p.span.start : p.span.end]) for p in _participants(held))
            for role, held in self.people.items()
        }

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @cached_property
    def order(self) -> tuple[str, str, Span, str]:
        """Sorts by publication, then document, then place in it."""
        when = self.document.published or "9999"
        return (when, self.document.id, self.statement.spans[0], self.statement.id)

    @property
    def evidence(self) -> Evidence:
        """The statement's own words."""
        return Evidence(self.document.id, self.statement.spans)

    @property
    def words(self) -> str:
        """The statement's own words, cut from the report."""
        return cut(self.document.text, self.statement.spans)


def _participants(held: Iterable[Person]) -> Iterable[Participant]:
    return (one.participant for one in held)


@cache
def anybody() -> frozenset[str]:
    """Stems of words for people that do not tell who they are."""
    return frozenset(stem(word) for word in load("claims")["anybody"]["words"])


def tellings(
    documents: Iterable[Document], readings: Iterable[Reading], told: Told | None = None
) -> tuple[Telling, ...]:
    """All statements of ``readings``, earliest first; the order of the input does not matter.

    ``told``: the stories of the documents, where they have been gathered before.
    """
    by_id = {document.id: document for document in documents}
    known = told or gathered(tuple(by_id.values()))
    found = [
        telling
        for reading in readings
        if reading.document in by_id
        for telling in _of(by_id[reading.document], reading, known)
    ]
    return tuple(sorted(found, key=lambda telling: telling.order))


def _of(document: Document, reading: Reading, known: Told) -> list[Telling]:
    attributions = {a.id: a for a in reading.attributions}
    inside: dict[str, list[str]] = defaultdict(list)
    for attribution in reading.attributions:
        inside[attribution.within or ""].append(attribution.id)
    told = {(s.attribution, s.event) for s in reading.statements}
    story, field = known.story.get(document.id), known.field[document.id]

    def passed_on(statement: Statement) -> bool:
        within = inside[statement.attribution] if statement.attribution else ()
        return statement.stance == "for" and any((id_, statement.event) in told for id_ in within)

    return [
        Telling(s, document, attributions.get(s.attribution or ""), passed_on(s), story, field,
                _named(s, document, attributions))
        for s in reading.statements
        if s.spans
    ]  # fmt: skip


def _named(
    statement: Statement, document: Document, attributions: Mapping[str, Attribution]
) -> tuple[str, ...]:
    """Names of the statement's source and of those around it; of outlets, as printed as well."""
    names: dict[str, None] = {}
    seen: set[str] = set()
    at = attributions.get(statement.attribution or "")
    while at is not None and at.id not in seen:
        seen.add(at.id)
        if at.source and at.source.name and not at.source.anonymous:
            names[bare(at.source.name)] = None
            names[bare(cut(document.text, at.source.spans))] = None
        at = attributions.get(at.within or "")
    return tuple(names)
