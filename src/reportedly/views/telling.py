"""Lines of an explanation: fields, the characters they mark, reasons with what shows them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace

from reportedly.model import (
    Analysis,
    Arrow,
    Attribution,
    Cell,
    Claim,
    Concept,
    Document,
    Drift,
    Evidence,
    Factor,
    Grade,
    Hypothesis,
    Issue,
    Item,
    Loop,
    Origin,
    OriginRange,
    Source,
    Span,
    Turn,
    Weight,
)
from reportedly.shelf import Record, Shelf
from reportedly.visible import plain

from .named import called, field_value, field_words
from .quoting import quoted
from .words import reason

_LEFT_OUT = {
    Document: ("id", "text", "sentences"),
    Claim: ("id", "statements", "positions", "joins", "documents"),
    Concept: ("id", "mentions", "joins", "documents"),
    Arrow: ("id", "causes", "documents"),
    Loop: ("id", "concepts"),
    Weight: ("arrow", "value", "low", "high"),
    Issue: ("id", "documents"),
    Attribution: ("id", "agreed"),
    Source: ("name", "anonymous"),
    Drift: ("id", "claim", "kind"),
    Grade: ("claim", "letter", "digit", "suggested"),
    OriginRange: ("claim", "at_least", "at_most", "origins"),
    Origin: ("id", "named", "shown", "claim", "statements", "documents", "voice", "kind"),
    Hypothesis: ("id", "text", "key", "words", "voice", "label", "adopted"),
    Item: ("id", "voice", "kind", "stance", "statements", "documents", "label"),
    Cell: ("id", "value", "suggested"),
    Analysis: ("id", "kind", "items", "diagnosticity", "scores", "removals"),
}
"""Fields that are told in another line, or are the report itself."""


_VOUCHED = {
    True: "yes: it is shown to be different from every other that counts there",
    False: "no: nothing shows that it is different from the others",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line to print: how deep it stands, what it is called, what it says."""

    depth: int
    label: str
    text: str


def each(shelf: Shelf, label: str, records: Iterable[Record]) -> Iterator[Line]:
    """Each record with all its fields, below one label."""
    for record in records:
        yield from held(shelf, label, record)


def told_of(shelf: Shelf, names: tuple[str, ...]) -> Iterator[Line]:
    """Each statement in one line, with the reasons of its certainty and its voices below."""
    for statement in (shelf.statements[n] for n in names if n in shelf.statements):
        yield Line(1, "statement", f"{called(shelf, statement)} (id {statement.id})")
        for given in statement.reasons:
            yield from factor(shelf, "because", given, 2)
        for held in shelf.voices(statement):
            yield Line(2, "on the word of", called(shelf, held))
            for given in held.reasons:
                yield from factor(shelf, "because", given, 3)


def held(shelf: Shelf, label: str, record: Record) -> Iterator[Line]:
    """A record with its id, and its fields below."""
    yield Line(1, label, f"{called(shelf, record)} (id {record.id})")
    yield from of_fields(shelf, record, report_of(shelf, record), 2)


def report_of(shelf: Shelf, held: object) -> Document | None:
    """The report that a record is of; None where it is of none."""
    if isinstance(held, Document):
        return held
    return shelf.documents.get(getattr(held, "document", None) or "")


def of_fields(shelf: Shelf, held: object, document: Document | None, depth: int) -> Iterator[Line]:
    """The fields of a record that are not told elsewhere."""
    if not is_dataclass(held):
        return
    if isinstance(held, Origin):
        yield Line(depth, "in at least", _VOUCHED[held.shown])
    left_out = _LEFT_OUT.get(type(held), ("id",))
    for field in fields(held):
        if field.name not in left_out:
            label = field_words(held, field.name)
            yield from _value(shelf, label, getattr(held, field.name), document, depth)


def _value(
    shelf: Shelf, label: str, value: object, document: Document | None, depth: int
) -> Iterator[Line]:
    if value is None or value == ():
        return
    if isinstance(value, Span) and document:
        yield Line(depth, label, sliced(document, value))
    elif isinstance(value, Evidence):
        yield from marked(shelf, label, value, depth)
    elif isinstance(value, Factor):
        yield from factor(shelf, label, value, depth)
    elif isinstance(value, Turn):
        yield Line(depth, f"would be {value.digit}", plain(value.text))
        for evidence in value.evidence:
            yield from marked(shelf, "shown by", evidence, depth + 1)
    elif isinstance(value, tuple):
        for part in value:
            yield from _value(shelf, label, part, document, depth)
    elif is_dataclass(value):
        yield Line(depth, label, "")
        yield from of_fields(shelf, value, document, depth + 1)
    else:
        yield Line(depth, label, field_value(shelf, label, value))


def factor(shelf: Shelf, label: str, given: Factor, depth: int) -> Iterator[Line]:
    """A reason, what it weighs, and what shows it."""
    weight = f" (weighs {given.weight:+.3g})" if given.weight else ""
    yield Line(depth, label, f"{plain(reason(given.name))}{weight}: {plain(given.text)}")
    for evidence in given.evidence:
        yield from marked(shelf, "shown by", evidence, depth + 1)


def marked(shelf: Shelf, label: str, evidence: Evidence, depth: int) -> Iterator[Line]:
    """The characters that show something, each with where they stand."""
    document = shelf.documents[evidence.document]
    first = Line(depth, label, "")
    for span in evidence.spans:
        where = f"{shelf.numbers[document.id]} {plain(document.outlet)} {sliced(document, span)}"
        yield replace(first, text=where)


def sliced(document: Document, span: Span) -> str:
    """The words of a span, with where they stand."""
    return f"[{span.start}, {span.end}) {quoted(document, (span,))}"
