"""Whether a reading that was not made here fits its report, so that it can be used like others."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import pairwise
from math import isfinite

from .documents import Document
from .readings import Attribution, Cause, Conflict, Interval, Question, Reading, Statement
from .text import Evidence, Span, cut
from .values import Stance

LONGEST = 10_000
"""Characters of one name, reason or other text in a reading."""

_Record = Attribution | Statement | Cause | Question | Conflict
_Within = Attribution | Statement | Cause | Question

_ID = re.compile("[0-9a-f]{16}")
_NEEDED: dict[type, tuple[str, ...]] = {
    Attribution: ("cue", "content"),
    Statement: ("spans",),
    Cause: ("cause", "effect"),
    Question: ("spans", "cue"),
}
"""What marks characters in every record of a kind."""


def misfit(document: Document, reading: Reading) -> str | None:
    """Why ``reading`` cannot be one of ``document``, naming the record; None where it can be.

    Spans lie in the text, sentences are the report's, ids are ids, what a record refers to is in
    the same reading, days are days. Nothing is said of whether it is a good reading.
    """
    if reading.document != document.id:
        return f"it is of the report {_shown(reading.document)}"
    return next(_misfits(document, reading), None)


def flaws_in(record: object, document: Document) -> Iterator[str]:
    """What is wrong with the values of a record about ``document``: spans, texts, numbers, days."""
    return _flaws(record, document)


def _misfits(document: Document, reading: Reading) -> Iterator[str]:
    above = {one.id: one.within for one in reading.attributions}
    told = {one.id for one in reading.statements}
    met: set[str] = set()
    for record in _records(reading):
        named = f"{type(record).__name__.lower()} {_shown(record.id)}"
        if not _ID.fullmatch(record.id) or record.id in met:
            yield f"{named}: an id is 16 hex digits, and no other record's"
        met.add(record.id)
        yield from (f"{named}: {flaw}" for flaw in _flaws(record, document))
        if isinstance(record, Conflict):
            if record.claim is not None or not told.issuperset(record.statements):
                yield f"{named}: it is not between two statements of the reading"
        else:
            yield from (f"{named}: {flaw}" for flaw in _out_of_place(record, document, above))
    for skipped in reading.skipped:
        yield from (f"what was skipped: {flaw}" for flaw in _flaws(skipped, document))


def _records(reading: Reading) -> Iterator[_Record]:
    yield from reading.attributions
    yield from reading.statements
    yield from reading.causes
    yield from reading.questions
    yield from reading.conflicts


def _out_of_place(
    record: _Within, document: Document, above: Mapping[str, str | None]
) -> Iterator[str]:
    if record.document != document.id:
        yield "it is of another report"
    marked = [getattr(record, name) for name in _NEEDED[type(record)]]
    if isinstance(record, Statement):
        marked.append((record.predicate,))
    if not all(cut(document.text, spans).strip() for spans in marked):
        yield "it marks no characters that can be read"
    if isinstance(record, Attribution | Statement) and record.sentence not in document.sentences:
        yield "its sentence is none of the report"
    if isinstance(record, Statement) and record.stance not in {"silent", _stance(record)}:
        yield f"its voice is {record.stance}, and its certainty is {record.factuality}"
    name = record.within if isinstance(record, Attribution) else record.attribution
    met = {record.id}
    while name is not None:
        if name not in above or name in met:
            yield "what it stands within is not in the reading, or is itself"
            return
        met.add(name)
        name = above[name]


def _stance(statement: Statement) -> Stance:
    """The side of whoever is so sure."""
    sides: dict[str, Stance] = {"+": "for", "-": "against"}
    return sides.get(statement.factuality[-1], "observing")


def _flaws(part: object, document: Document) -> Iterator[str]:
    """What is wrong with values, at any depth."""
    if isinstance(part, Span):
        if not _whole(part) or not 0 <= part.start < part.end <= len(document.text):
            yield "a span lies outside of the text"
    elif isinstance(part, str):
        if len(part) > LONGEST or "\0" in part or re.search("[\ud800-\udfff]", part):
            yield "a text is too long, or holds what is no character"
    elif isinstance(part, float):
        if not isfinite(part):
            yield "a number is none"
    elif isinstance(part, tuple):
        yield from (flaw for one in part for flaw in _flaws(one, document))
        if any(isinstance(one, Span) for one in part) and not _in_order(part):
            yield "spans lie over one another, or in no order"
    elif is_dataclass(part):
        yield from _flaws_as_record(part, document)
        values = (getattr(part, field.name) for field in fields(part))
        yield from (flaw for value in values for flaw in _flaws(value, document))


def _flaws_as_record(part: object, document: Document) -> Iterator[str]:
    if isinstance(part, Evidence) and part.document != document.id:
        yield "what shows it is in another report"
    if isinstance(part, Interval) and not all(map(_is_day, (part.first, part.last))):
        yield "a day is none"


def _whole(span: Span) -> bool:
    return type(span.start) is int and type(span.end) is int


def _in_order(spans: tuple[Span, ...]) -> bool:
    in_turn = (one.end <= other.start for one, other in pairwise(spans))
    return all(map(_whole, spans)) and all(in_turn)


def _is_day(stated: str | None) -> bool:
    try:
        return stated is None or date.fromisoformat(stated).isoformat() == stated
    except ValueError:
        return False


def _shown(name: str) -> str:
    return "".join(c for c in name[:40] if c.isprintable()) or "without a name"
