"""Brat's triggers with roles, attributes and a note → records."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from reportedly.model import (
    Attribution,
    Cause,
    Document,
    Evidence,
    Factor,
    Interval,
    Participant,
    Place,
    Quantity,
    Question,
    Source,
    Span,
    Spans,
    Statement,
    cut,
    hull,
    identify,
)

from .marking import fragments
from .terms import DIGITS, MANY, VALUES, Counted, Marked, Named, Note, Record


def unmarked(document: Document, one: Marked) -> Record:
    """The record that ``one`` stands for; what a person left open has the plainest value.

    An annotation without a note is a new record and named by its content, as those found here.
    Raises :class:`ValueError` with a sentence where a value is none of its kind.
    """
    return _BACK[one.kind](document, one)


def exact(text: str, role: str, found: Spans, note: Note) -> Spans:
    """The characters of a role: as noted, as long as nobody moved what brat shows of them."""
    noted = note.spans.get(role)
    if noted is None or not within(text, noted) or fragments(text, noted) != found:
        return found
    return noted


def within(text: str, spans: Iterable[Span]) -> bool:
    """Whether all are spans of ``text``."""
    return all(type(s.start) is type(s.end) is int and 0 <= s.start <= s.end <= len(text)
               for s in spans)  # fmt: skip


def _attribution_of(document: Document, one: Marked) -> Attribution:
    note, source = one.note, _source_of(one)
    cue, content = one.trigger, one.roles.get("Content", ())
    spans = source.spans if source else ()
    return Attribution(
        note.id or identify("attribution", document.id, spans, cue, content),
        document.id, _sentence(document, one), source, cue, content,
        _value(one, "Act", "say"), _value(one, "Stance", "for"),
        _value(one, "Factuality", "CT+"), _value(one, "Mode", "indirect"),
        within=one.tie, agreed=note.agreed, scope=_value(one, "Scope", "speech"),
        denial=_value(one, "Denial", "") or None, reasons=_factors(document, note),
    )  # fmt: skip


def _source_of(one: Marked) -> Source | None:
    spans = one.roles.get("Source", ())
    if not spans and "SourceKind" not in one.values:
        return None
    return Source(
        spans, _value(one, "SourceKind", "unspecified"), one.note.name, one.note.country,
        "Anonymous" in one.values, one.roles.get("Anonymity", ()), one.roles.get("Role", ()),
    )  # fmt: skip


def _statement_of(document: Document, one: Marked) -> Statement:
    note, predicate = one.note, hull(one.trigger)
    spans = one.roles.get("Extent", (predicate,))
    sure = _value(one, "Factuality", "CT+")
    noted = _words(document, (predicate,)).lower() if note.event is None else note.event
    return Statement(
        note.id or identify("statement", document.id, one.tie, spans, predicate),
        document.id, one.tie, _sentence(document, one), spans, predicate,
        one.values.get("Event", noted), one.values.get("Code", note.code),
        tuple(_actors(document, one)), _place_of(document, one), _time_of(one), _quantity_of(one),
        _value(one, "Polarity", "+"), _value(one, "Reality", "actual"),
        _value(one, "Stance", "for"), sure,
        _value(one, "AuthorFactuality", "Uu" if one.tie else sure), _factors(document, note),
    )  # fmt: skip


def _cause_of(document: Document, one: Marked) -> Cause:
    effect, signal = one.roles.get("Effect", ()), one.roles.get("Signal", ())
    return Cause(
        one.note.id or identify("cause", document.id, one.trigger, effect, signal, one.tie),
        document.id, one.trigger, effect, signal, one.tie,
        _value(one, "Influence", "causes"), _value(one, "Factuality", "CT+"),
    )  # fmt: skip


def _question_of(document: Document, one: Marked) -> Question:
    mark = one.roles.get("Mark", ())
    made = one.note.id or identify("question", document.id, one.trigger, mark)
    return Question(made, document.id, one.trigger, mark, one.tie)


_BACK: Mapping[str, Callable[[Document, Marked], Record]] = {
    "Cue": _attribution_of, "Statement": _statement_of,
    "Cause": _cause_of, "Question": _question_of,
}  # fmt: skip


def _value(one: Marked, name: str, unsaid: str) -> Any:  # noqa: ANN401 - one of a closed list
    value = one.values.get(name, unsaid)
    if value != unsaid and value not in VALUES[name][1]:
        raise ValueError(f"{name} has a value that it cannot have")
    return value


def _actors(document: Document, one: Marked) -> Iterator[Participant]:
    for numbered, spans in one.roles.items():
        role = numbered.rstrip(DIGITS)
        if role in MANY:
            part: Any = role.lower()
            named = one.note.names.get(numbered) or Named(_words(document, spans))
            yield Participant(part, hull(spans), named.name, named.country)


def _place_of(document: Document, one: Marked) -> Place | None:
    spans = one.roles.get("Place")
    named = one.note.names.get("Place")
    return Place(hull(spans), named.name if named else _words(document, spans)) if spans else None


def _time_of(one: Marked) -> Interval | None:
    spans = one.roles.get("Time")
    return Interval(hull(spans), *(one.note.days or (None, None))) if spans else None


def _quantity_of(one: Marked) -> Quantity | None:
    spans, found = one.roles.get("Quantity"), one.note.counted or Counted(None, None, None, "")
    return Quantity(hull(spans), found.low, found.best, found.high, found.unit) if spans else None


def _sentence(document: Document, one: Marked) -> Span:
    if one.note.sentence in document.sentences:
        return one.note.sentence
    found = document.sentence_at(one.trigger[0].start)
    if found is None:
        raise ValueError("it stands in no sentence")
    return found


def _words(document: Document, spans: Spans) -> str:
    return " ".join(cut(document.text, spans).split())


def _factors(document: Document, note: Note) -> tuple[Factor, ...]:
    """The reasons, less evidence that is not in the text."""
    return tuple(
        Factor(r.name, r.weight, r.text, tuple(
            Evidence(document.id, spans) for spans in r.evidence if within(document.text, spans)
        ))
        for r in note.reasons
    )  # fmt: skip
