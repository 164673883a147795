"""A world as though it had been read without a mistake: documents, readings and claims.

For measuring what looks across reports apart from what reads them, and for sizes at which reading
would take the time.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.documents.raw import Fields, Raw
from reportedly.documents.record import keep
from reportedly.model import (
    Actor,
    Attribution,
    Claim,
    Document,
    Evidence,
    Gathering,
    Kept,
    Position,
    Quantity,
    Reading,
    Source,
    Span,
    Statement,
    identify,
)

from .make import rows
from .records import Report, Root, Told, World

_BOUNDS = {"": (1, 1, 1), "about": (1, 1, 1), "up to": (0, 1, 1), "more than": (1, 1, 0),
           "at least": (1, 1, 0)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the stages that look across take; ``of`` maps a document to its report's number."""

    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    gathering: Gathering
    of: dict[str, int]


def documents(made: World, name: str = "world") -> tuple[tuple[Document, Report], ...]:
    """The kept reports as documents, in the order in which they came out."""
    found: dict[str, tuple[Document, Report]] = {}
    for report, row in zip(made.kept, rows(made), strict=True):
        one = keep(Raw(f"{name}:{report.number}", repr(row).encode()), Fields(**row))
        assert isinstance(one, Kept)
        found.setdefault(one.document.id, (one.document, report))
    return tuple(found.values())


def prepare(made: World, name: str = "world") -> Prepared:
    """Readings and claims from the truth of a world."""
    pairs = documents(made, name)
    roots = {root.number: root for root in made.roots}
    readings = tuple(_reading(d, r, roots) for d, r in pairs)
    ordered = sorted(pairs, key=lambda pair: (pair[0].published or "9999", pair[0].id))
    return Prepared(
        tuple(d for d, _ in ordered), readings, _gathering(made, readings),
        {d.id: r.number for d, r in pairs},
    )  # fmt: skip


def _reading(document: Document, report: Report, roots: dict[int, Root]) -> Reading:
    attributions: list[Attribution] = []
    statements: list[Statement] = []
    for told in report.told:
        where = told.part("clause")
        if where:
            held = _attributions(document, told, Span(*where), roots)
            attributions += held
            statements.append(_statement(document, told, Span(*where), held[-1] if held else None))
    return Reading(document.id, tuple(attributions), tuple(statements))


def _attributions(
    document: Document, told: Told, clause: Span, roots: dict[int, Root]
) -> list[Attribution]:
    """Whose word it is, outermost first."""
    state, sentence = told.state, Span(*told.sentence)
    sources: list[Source] = []
    outlets = [Span(a, b) for tag, a, b in told.parts if tag == "outlet"]
    if state.style in {"outlet", "nested", "deep"}:
        for span in outlets:
            name = document.text[span.start : span.end]
            sources.append(Source((span,), "media", name))
    source = told.part("source")
    if source and state.source:
        sources.append(_source(Span(*source), roots[min(state.roots)], document.text))
    if state.style == "talk":
        sources.append(Source((), "unspecified"))
    made: list[Attribution] = []
    for source_ in sources:
        cue = (Span(sentence.end - 1, sentence.end),)
        number = identify("attribution", document.id, [list(map(str, source_.spans)), clause])
        made.append(
            Attribution(
                number, document.id, sentence, source_ if source_.spans else None, cue, (clause,),
                "suggest" if state.level == "weak" and source_ is sources[-1] else "say", "for",
                _sure(told), "indirect", made[-1].id if made else None, agreed=True,
            )
        )  # fmt: skip
    return made


def _source(span: Span, root: Root, text: str) -> Source:
    if root.kind == "unnamed":
        return Source((span,), "anonymous", None, None, True)
    name = root.names[-1].removeprefix("the ")
    if root.kind == "person":
        return Source((span,), "person", name, role=_role(span, name, text))
    return Source((span,), "government", name)


def _role(span: Span, name: str, text: str) -> tuple[Span, ...]:
    """What stands beside a person's name in the words that name the source."""
    before, _, after = text[span.start : span.end].partition(name)
    if before.strip(" ,"):
        return (Span(span.start, span.start + len(before)),)
    return (Span(span.end - len(after), span.end),) if after.strip(" ,") else ()


def _sure(told: Told) -> str:
    if told.state.form == "may":
        return "PS+"
    return "PR+" if told.state.level == "weak" else "CT+"


def _statement(
    document: Document, told: Told, clause: Span, voice: Attribution | None
) -> Statement:
    state = told.state
    number = told.part("number")
    low, best, high = _BOUNDS[state.bound]
    quantity = Quantity(
        Span(*number), float(state.count) if low else None, float(state.count) if best else None,
        float(state.count) if high else None, "people",
    ) if number and state.count else None  # fmt: skip
    mode = "future" if state.form == "planned" else "actual"
    return Statement(
        identify("statement", document.id, clause, state.claim), document.id,
        voice.id if voice else None, Span(*told.sentence), (clause,), clause,
        f"claim {state.claim}", None, (), None, None, quantity, "+", mode, "for",
        _sure(told), "Uu" if voice else _sure(told),
    )  # fmt: skip


def _gathering(made: World, readings: Sequence[Reading]) -> Gathering:
    voices = {a.id: a for r in readings for a in r.attributions}
    by_claim: dict[str, list[Statement]] = {}
    for reading in readings:
        for statement in reading.statements:
            by_claim.setdefault(statement.event, []).append(statement)
    actors: dict[str, Actor] = {}
    claims = []
    for said in by_claim.values():
        positions = []
        for statement in said:
            voice = voices.get(statement.attribution or "")
            source = voice.source if voice else None
            if source and source.name and source.kind in {"person", "government"}:
                actor = Actor(identify("actor", source.name), source.name, source.kind, None, ())
                actors[actor.id] = actor
                positions.append(
                    Position(source.name, source.kind, None, actor.id, "for",
                             statement.factuality, (statement.id,), (statement.document,))
                )  # fmt: skip
        ids = tuple(s.id for s in said)
        claims.append(
            Claim(
                identify("claim", made.number, *ids), Evidence(said[0].document, said[0].spans),
                "uncontested", ids, tuple(positions),
                tuple(dict.fromkeys(s.document for s in said)), None, None,
            )
        )  # fmt: skip
    return Gathering(tuple(claims), tuple(actors.values()))
