"""Records → brat's triggers with roles, attributes and a note."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from reportedly.model import Attribution, Cause, Factor, Question, Span, Spans, Statement

from .terms import OPEN, PLAIN, Counted, Marked, Named, Note, Reason, Record

_BREAKS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"


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
