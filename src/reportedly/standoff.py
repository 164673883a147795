"""Records as brat holds them: a trigger with roles and attributes, tied by a relation, and a note.

The same table serves who writes ``.ann`` files (``exports/brat.py``) and who reads them
(``documents/brat.py``). What a person may change in brat stands in brat's own terms, and only
there; the note holds what brat has no place for, such as ids, names and reasons. See
https://brat.nlplab.org/standoff.html and ``docs/exports.md``.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from reportedly.model import (
    Act,
    Attribution,
    Cause,
    DenialKind,
    Document,
    Evidence,
    Factor,
    Factuality,
    Influence,
    Interval,
    Mode,
    Participant,
    Place,
    Polarity,
    Quantity,
    Question,
    Reality,
    Scope,
    Source,
    SourceKind,
    Span,
    Spans,
    Stance,
    Statement,
    cut,
    hull,
    identify,
)

RECORD = "Record"
"""The kind of note that holds what brat has no place for, as one line of JSON."""

ROLES = {
    "Cue": ("Source", "Content", "Role", "Anonymity"),
    "Statement": ("Extent", "Agent", "Patient", "Recipient", "Place", "Time", "Quantity"),
    "Cause": ("Effect", "Signal"),
    "Question": ("Mark",),
}
"""The roles of each kind of trigger."""

TYPES = {
    **{role: role for roles in ROLES.values() for role in roles},
    **dict.fromkeys(("Agent", "Patient", "Recipient"), "Actor"),
    **{kind: kind for kind in ROLES},
}
"""The type of the characters of each role; those of a trigger are of its kind."""

MANY = ("Agent", "Patient", "Recipient")
"""The roles that several may have: ``Agent``, ``Agent2`` …; all three are actors."""

VALUES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Act": (("Cue",), get_args(Act)),
    "Mode": (("Cue",), get_args(Mode)),
    "Scope": (("Cue",), get_args(Scope)),
    "Denial": (("Cue",), get_args(DenialKind)),
    "SourceKind": (("Cue",), get_args(SourceKind)),
    "Anonymous": (("Cue",), ()),
    "Stance": (("Cue", "Statement"), get_args(Stance)),
    "Factuality": (("Cue", "Statement", "Cause"), get_args(Factuality)),
    "AuthorFactuality": (("Statement",), get_args(Factuality)),
    "Polarity": (("Statement",), get_args(Polarity)),
    "Reality": (("Statement",), get_args(Reality)),
    "Influence": (("Cause",), get_args(Influence)),
}
"""Attributes: what they are of, and their values; one without values is there or not."""

OPEN = ("Event", "Code")
"""Attributes of a statement whose values are no closed list."""

PLAIN = re.compile(r"[^\W_][\w./-]{0,59}")
"""What an attribute can hold; brat takes one word."""

DIGITS = "0123456789"
_BREAKS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class Named:
    """What the words of one role stand for: a normalised name, and a country."""

    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity without its words."""

    low: float | None
    best: float | None
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason; ``evidence`` are characters of the same report."""

    name: str
    weight: float
    text: str
    evidence: tuple[Spans, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What brat has no place for.

    ``spans`` are those of roles whose characters brat cannot hold as they are, since a line break
    is among them. ``names`` are by role.
    """

    id: str | None = None
    sentence: Span | None = None
    name: str | None = None
    country: str | None = None
    agreed: bool = False
    event: str | None = None
    code: str | None = None
    names: Mapping[str, Named] = field(default_factory=dict)
    days: tuple[str | None, str | None] | None = None
    counted: Counted | None = None
    spans: Mapping[str, Spans] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """One record: the ``kind`` of its trigger, its characters by role, values, and note.

    ``tie`` is the id of the attribution that it stands within.
    """

    kind: str
    trigger: Spans
    roles: Mapping[str, Spans]
    values: Mapping[str, str]
    tie: str | None
    note: Note


Record = Attribution | Statement | Cause | Question


def fragments(text: str, spans: Spans) -> Spans:
    """``spans`` without line breaks, one for each line: no annotation in brat crosses a line."""
    found = []
    for span in spans:
        at = span.start
        for line in text[span.start : span.end].splitlines(keepends=True):
            if bare := line.rstrip(_BREAKS):
                found.append(Span(at, at + len(bare)))
            at += len(line)
    return tuple(found)


def marked(text: str, record: Record) -> Marked | None:
    """A record as brat holds it; None where not one of its characters can be shown."""
    made = _FORMS[type(record)](record)
    held = {made.kind: made.trigger, **made.roles}
    exact = {role: spans for role, spans in held.items() if fragments(text, spans) != spans}
    if not fragments(text, made.trigger):
        return None
    return replace(made, note=replace(made.note, id=record.id, spans=exact))


def _attribution(one: Attribution) -> Marked:
    source = one.source
    roles = {"Content": one.content}
    values: dict[str, str] = {
        "Act": one.act, "Stance": one.stance, "Factuality": one.factuality, "Mode": one.mode,
        "Scope": one.scope,
    }  # fmt: skip
    if one.denial:
        values["Denial"] = one.denial
    if source:
        roles = {
            "Source": source.spans,
            **roles,
            "Role": source.role,
            "Anonymity": source.anonymity,
        }
        values["SourceKind"] = source.kind
        if source.anonymous:
            values["Anonymous"] = ""
    note = Note(
        sentence=one.sentence, agreed=one.agreed, reasons=_reasons(one.document, one.reasons),
        name=source.name if source else None, country=source.country if source else None,
    )  # fmt: skip
    return Marked("Cue", one.cue, _held(roles), values, one.within, note)


def _statement(one: Statement) -> Marked:
    numbered = list(_numbered(actor.role.capitalize() for actor in one.actors))
    roles = {"Extent": one.spans}
    roles |= {role: (a.span,) for role, a in zip(numbered, one.actors, strict=True)}
    names = {r: Named(a.name, a.country) for r, a in zip(numbered, one.actors, strict=True)}
    days = counted = None
    if one.place:
        roles["Place"], names["Place"] = (one.place.span,), Named(one.place.name)
    if one.time:
        roles["Time"], days = (one.time.span,), (one.time.first, one.time.last)
    if one.quantity:
        found = one.quantity
        roles["Quantity"] = (found.span,)
        counted = Counted(found.low, found.best, found.high, found.unit)
    values = {
        "Event": one.event, "Code": one.code or "", "Polarity": one.polarity, "Reality": one.mode,
        "Stance": one.stance, "Factuality": one.factuality,
        "AuthorFactuality": one.author_factuality,
    }  # fmt: skip
    shown = {k: v for k, v in values.items() if k not in OPEN or PLAIN.fullmatch(v)}
    note = Note(
        sentence=one.sentence, names=names, days=days, counted=counted,
        event=None if "Event" in shown else one.event,
        code=None if "Code" in shown else one.code,
        reasons=_reasons(one.document, one.reasons),
    )  # fmt: skip
    return Marked("Statement", (one.predicate,), _held(roles), shown, one.attribution, note)


def _cause(one: Cause) -> Marked:
    roles = _held({"Effect": one.effect, "Signal": one.signal})
    values = {"Influence": one.polarity, "Factuality": one.factuality}
    return Marked("Cause", one.cause, roles, values, one.attribution, Note())


def _question(one: Question) -> Marked:
    return Marked("Question", one.spans, _held({"Mark": one.cue}), {}, one.attribution, Note())


_FORMS: Mapping[type, Callable[..., Marked]] = {
    Attribution: _attribution, Statement: _statement, Cause: _cause, Question: _question,
}  # fmt: skip


def _numbered(roles: Iterable[str]) -> Iterator[str]:
    """``Agent``, ``Agent2`` …: the same role again has a number."""
    met: dict[str, int] = {}
    for role in roles:
        met[role] = met.get(role, 0) + 1
        yield role if met[role] == 1 else f"{role}{met[role]}"


def _held(roles: Mapping[str, Spans]) -> dict[str, Spans]:
    return {role: spans for role, spans in roles.items() if spans}


def _reasons(document: str, reasons: Iterable[Factor]) -> tuple[Reason, ...]:
    return tuple(
        Reason(
            f.name, f.weight, f.text, tuple(e.spans for e in f.evidence if e.document == document)
        )
        for f in reasons
    )


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
