"""A telling: one statement together with its report and the words that carry it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from reportedly.claims.stories import stories
from reportedly.claims.words import stems
from reportedly.model import Attribution, Document, Evidence, Reading, Span, Statement, cut


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement with everything that comparing it needs.

    ``passed_on``: the voice only repeats what a voice inside its words says of the same event.
    ``bag`` holds the content stems; ``bare`` is true where they name the event and no more.
    ``story`` is the same for reports of one story, None where a report names too little.
    """

    statement: Statement
    document: Document
    attribution: Attribution | None
    passed_on: bool
    bag: frozenset[str] = field(repr=False)
    bare: bool
    story: str | None

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
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


def tellings(documents: Iterable[Document], readings: Iterable[Reading]) -> tuple[Telling, ...]:
    """All statements of ``readings``, earliest first; the order of the input does not matter."""
    by_id = {document.id: document for document in documents}
    story = stories(tuple(by_id.values()))
    found = [
        telling
        for reading in readings
        if reading.document in by_id
        for telling in _of(by_id[reading.document], reading, story.get(reading.document))
    ]
    return tuple(sorted(found, key=lambda telling: telling.order))


def _of(document: Document, reading: Reading, story: str | None) -> list[Telling]:
    attributions = {a.id: a for a in reading.attributions}
    told = {(s.attribution, s.event) for s in reading.statements}
    return [
        replace(_telling(document, statement, attributions, told), story=story)
        for statement in reading.statements
        if statement.spans
    ]


def _telling(
    document: Document,
    statement: Statement,
    attributions: Mapping[str, Attribution],
    told: set[tuple[str | None, str]],
) -> Telling:
    attribution = attributions.get(statement.attribution or "")
    inside = [a for a in attributions.values() if attribution and a.within == attribution.id]
    passed_on = statement.stance == "for" and any((a.id, statement.event) in told for a in inside)
    bag = frozenset(stems(cut(document.text, statement.spans)))
    named = frozenset(stems(cut(document.text, (statement.predicate,))))
    return Telling(statement, document, attribution, passed_on, bag, bag <= named, None)
