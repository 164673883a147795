"""Everything behind one record: its fields, the characters they mark, its reasons."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace

from reportedly.errors import UsageError
from reportedly.model import (
    Claim,
    Document,
    Evidence,
    Factor,
    Grade,
    Origin,
    OriginRange,
    Span,
    Statement,
)

from .quoting import quoted
from .shelf import Record, Shelf
from .visible import plain

_LEFT_OUT = ("text", "sentences")
"""Fields of a document that are the report itself."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line to print: how deep it stands, what it is called, what it says."""

    depth: int
    label: str
    text: str


def find(shelf: Shelf, name: str) -> Record:
    """The record with that id, or the only one whose id begins so; UsageError otherwise."""
    if name in shelf.records:
        return shelf.records[name]
    found = [r for id_, r in shelf.records.items() if len(name) > 3 and id_.startswith(name)]
    if len(found) != 1:
        many = "several records begin so" if found else "no record is called so"
        raise UsageError(f"{plain(name)}: {many}")
    return found[0]


def lines(shelf: Shelf, record: Record) -> Iterator[Line]:
    """The record field by field, then what hangs on it; quotations with their offsets."""
    yield Line(0, "", f"{type(record).__name__.lower()} {record.id}")
    document = record if isinstance(record, Document) else None
    document = shelf.documents.get(getattr(record, "document", ""), document)
    yield from _fields(shelf, record, document, 1)
    for label, held in _behind(shelf, record):
        yield Line(1, label, "")
        yield from _fields(shelf, held, _document(shelf, held) or document, 2)


def _behind(shelf: Shelf, record: Record) -> Iterator[tuple[str, object]]:
    """What a person asks for next: the statements, the voices, the origins, the grade."""
    if isinstance(record, Claim):
        behind: tuple[OriginRange | Grade | None, ...] = (
            shelf.ranges.get(record.id),
            shelf.grades.get(record.id),
        )
        yield from ((type(held).__name__.lower(), held) for held in behind if held)
        yield from (("origin", held) for held in shelf.origins.get(record.id, ()))
        yield from (("drift", held) for held in shelf.drifts.get(record.id, ()))
        yield from (("statement", held) for held in shelf.statements_of(record))
    elif isinstance(record, Origin):
        held = (shelf.statements.get(name) for name in record.statements)
        yield from (("statement", s) for s in held if s)
    elif isinstance(record, Statement):
        yield from (("on the word of", a) for a in shelf.voices(record))


def _document(shelf: Shelf, held: object) -> Document | None:
    return shelf.documents.get(getattr(held, "document", None) or "")


def _fields(shelf: Shelf, held: object, document: Document | None, depth: int) -> Iterator[Line]:
    if not is_dataclass(held):
        return
    for field in fields(held):
        value = getattr(held, field.name)
        if isinstance(held, Document) and field.name in _LEFT_OUT:
            continue
        yield from _value(shelf, field.name, value, document, depth)


def _value(
    shelf: Shelf, label: str, value: object, document: Document | None, depth: int
) -> Iterator[Line]:
    if value is None or value == ():
        return
    if isinstance(value, Span) and document:
        yield Line(depth, label, _slice(document, value))
    elif isinstance(value, Evidence):
        yield from _evidence(shelf, label, value, depth)
    elif isinstance(value, Factor):
        yield Line(depth, label, f"{plain(value.name)} ({value.weight:+g}): {plain(value.text)}")
        for evidence in value.evidence:
            yield from _evidence(shelf, "shown by", evidence, depth + 1)
    elif isinstance(value, tuple):
        for part in value:
            yield from _value(shelf, label, part, document, depth)
    elif is_dataclass(value):
        yield Line(depth, label, "")
        yield from _fields(shelf, value, document, depth + 1)
    else:
        yield Line(depth, label, plain(str(value)))


def _evidence(shelf: Shelf, label: str, evidence: Evidence, depth: int) -> Iterator[Line]:
    document = shelf.documents[evidence.document]
    first = Line(depth, label, "")
    for span in evidence.spans:
        where = f"{shelf.numbers[document.id]} {plain(document.outlet)} {_slice(document, span)}"
        yield replace(first, text=where)


def _slice(document: Document, span: Span) -> str:
    return f"[{span.start}, {span.end}) {quoted(document, (span,))}"
