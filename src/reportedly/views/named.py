"""What a record, a field and a coded value are called where a person reads them."""

from collections.abc import Callable
from typing import Any

from reportedly.model import (
    Actor,
    Analysis,
    Arrow,
    Attribution,
    Cause,
    Cell,
    Claim,
    Concept,
    Conflict,
    Document,
    Drift,
    Event,
    Hypothesis,
    Issue,
    Item,
    Link,
    Loop,
    Origin,
    Question,
    Spans,
    Statement,
)
from reportedly.shelf import Record, Shelf
from reportedly.visible import plain

from .dates import moment
from .hypotheses import headed, standing, told
from .printed import kind, many, report
from .quoting import quoted
from .words import (
    CONFLICT,
    CONSISTENCY,
    DRIFT,
    FACTUALITY,
    KIND,
    LINK,
    MARK,
    NAMELESS,
    NOT_NAMED,
    RULED_AWAY,
    SHOWN,
    arrow_word,
)

_FIELDS = {
    "act": "what the cue does",
    "actors": "actor",
    "answers": "may be answered by",
    "asked": "asks",
    "author_factuality": "how sure the report itself is",
    "code": "PLOVER code",
    "documents": "report",
    "evidence": "shown by",
    "after": "after, downstream",
    "before": "before, upstream",
    "factors": "because",
    "factuality": "how sure",
    "first_seen": "first seen",
    "last_seen": "last seen",
    "mentions": "named in",
    "mode": "mode",
    "name": "compared as",
    "questions": "question",
    "reasons": "because",
    "sentence": "in the sentence",
    "spans": "words",
    "statements": "statement",
    "to": "upstream",
}
_CODES: tuple[dict[str, str], ...] = (FACTUALITY, KIND)  # type: ignore[assignment]


def field_words(held: object, name: str) -> str:
    """A field's name for a person; ``name`` is a name only where people gave it."""
    if name == "name" and isinstance(held, Actor | Link | Document):
        return {Actor: "name", Link: "upstream, not here", Document: "file"}[type(held)]
    return (
        "told as" if isinstance(held, Claim | Issue) and name == "text" else _FIELDS.get(name, name)
    )


def field_value(shelf: Shelf, label: str, value: object) -> str:
    """A record's id becomes what the record is called, a code its meaning, a number is short."""
    if isinstance(value, float):
        return f"{value:g}"
    said = str(value)
    if said in shelf.records and label != "id":
        return f"{called(shelf, shelf.records[said])} (id {said})"
    if said in FACTUALITY:
        return f"{said} {_CODES[0][said]}"
    return _CODES[1].get(said, plain(said)) if label == "kind" else plain(said)


def called(shelf: Shelf, record: Record) -> str:
    """A record in one line: quotations are cut by span, all else is ours or a name."""
    return _CALLED[type(record)](shelf, record)


def _document(shelf: Shelf, record: Document) -> str:
    return f"{report(shelf, record.id)}, {moment(record.published)}"


def _claim(shelf: Shelf, record: Claim) -> str:
    words = _cut(shelf, record.text.document, record.text.spans)
    return f"{shelf.claim_numbers[record.id]} {words}"


def _issue(shelf: Shelf, record: Issue) -> str:
    words = _cut(shelf, record.text.document, record.text.spans)
    return f"{shelf.issue_numbers[record.id]} {words}"


def _attribution(shelf: Shelf, record: Attribution) -> str:
    cue = _cut(shelf, record.document, record.cue)
    if record.source and record.source.spans:
        return f"{_cut(shelf, record.document, record.source.spans)} {cue}"
    return f"{RULED_AWAY if shelf.ruled_away(record) else NOT_NAMED} {cue}"


def _statement(shelf: Shelf, record: Statement) -> str:
    words = _cut(shelf, record.document, record.spans)
    sure = f"{MARK[record.stance]} {record.stance}, {record.factuality}"
    return f"{shelf.numbers[record.document]} {words} {sure} {FACTUALITY[record.factuality]}"


def _origin(shelf: Shelf, record: Origin) -> str:
    del shelf
    about = NAMELESS.get(record.voice) or f"{plain(record.voice)} ({kind(record)})"
    return (
        f"{about}, counts in {SHOWN[record.shown]}, behind {many(len(record.documents), 'report')}"
    )


def _link(shelf: Shelf, record: Link) -> str:
    here = record.to in shelf.documents
    upstream = report(shelf, record.to or "") if here else plain(record.name or "somebody unnamed")
    return f"{report(shelf, record.document)} {LINK[record.kind]} {upstream}"


def _hypothesis(shelf: Shelf, record: Hypothesis) -> str:
    return f"{shelf.hypothesis_numbers[record.id]} {told(shelf, record)} ({standing(record)})"


def _item(shelf: Shelf, record: Item) -> str:
    number = shelf.claim_numbers.get(record.claim, "")
    does = f"{MARK[record.stance]} {record.stance}"
    about = f"{KIND[record.kind]}, {many(len(record.documents), 'report')}"
    said = plain(NAMELESS.get(record.voice, record.voice))
    return f"{shelf.item_numbers[record.id]} {said} ({about}) {does} {number}"


def _cell(shelf: Shelf, record: Cell) -> str:
    ends = shelf.item_numbers[record.item], shelf.hypothesis_numbers[record.hypothesis]
    return f"{record.value} {CONSISTENCY[record.value]}, {ends[0]} beside {ends[1]}"


def _drift(shelf: Shelf, record: Drift) -> str:
    ends = report(shelf, record.before.document), report(shelf, record.after.document)
    return f"{DRIFT[record.kind]}, from {ends[0]} to {ends[1]}"


def _concept(shelf: Shelf, record: Concept) -> str:
    return f"{shelf.map_numbers[record.id]} {_cut(shelf, record.text.document, record.text.spans)}"


def _arrow(shelf: Shelf, record: Arrow) -> str:
    """``A1 K2 “the flood” causes K1 “the delay”``, denied or left open where it is."""
    ends = (_concept(shelf, shelf.concepts[end]) for end in (record.cause, record.effect))
    said = f" {arrow_word(record)} ".join(ends)
    return f"{shelf.map_numbers[record.id]} {said}"


def _loop(shelf: Shelf, record: Loop) -> str:
    numbers = [shelf.map_numbers[c] for c in (*record.concepts, record.concepts[0])]
    return f"{shelf.map_numbers[record.id]} {record.kind}: {' → '.join(numbers)}"


def _cut(shelf: Shelf, document: str, spans: Spans) -> str:
    return quoted(shelf.documents[document], spans)


_CALLED: dict[type, Callable[[Shelf, Any], str]] = {
    Actor: lambda _, record: f"{plain(record.name)} ({kind(record)})",
    Analysis: headed,
    Arrow: _arrow,
    Attribution: _attribution,
    Cell: _cell,
    Cause: lambda shelf, record: _cut(shelf, record.document, record.cause),
    Claim: _claim,
    Concept: _concept,
    Conflict: lambda _, record: CONFLICT[record.kind],
    Document: _document,
    Drift: _drift,
    Event: lambda _, record: f"{many(len(record.documents), 'report')} of one story",
    Hypothesis: _hypothesis,
    Item: _item,
    Issue: _issue,
    Link: _link,
    Loop: _loop,
    Origin: _origin,
    Question: lambda shelf, record: _cut(shelf, record.document, record.spans),
    Statement: _statement,
}
