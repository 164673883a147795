"""Everything behind one record: its fields, the characters they mark, its reasons."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from reportedly.errors import UsageError
from reportedly.model import (
    Actor,
    Analysis,
    Arrow,
    Attribution,
    Cause,
    Cell,
    Claim,
    Concept,
    Document,
    Evidence,
    Hypothesis,
    Issue,
    Item,
    Link,
    Origin,
    OriginRange,
    Position,
    Question,
    Statement,
)
from reportedly.shelf import Record, Shelf
from reportedly.visible import plain

from . import issues, rulings, versions
from .dates import moment
from .hypotheses import LIMIT, matrices, points
from .named import called
from .printed import between_origins, many, voice
from .quoting import quoted
from .telling import Line, each, factor, marked, of_fields, report_of, sliced, told_of
from .words import CONSISTENCY, MARK, NAMELESS, graded, pull

_TIE = {
    "copy": "one takes over the words of the other, or both those of a third",
    "credit": "one names the other, or prints its quotation",
    "common upstream": "both have it from one source",
    "independent": "no tie is shown; that is no proof that there is none",
}
"""What each kind of tie between two reports means."""


class Tied(Protocol):
    """What two reports have to do with one another, as the origins stage finds it."""

    @property
    def kind(self) -> str:
        """One of the keys of the table above."""

    @property
    def name(self) -> str | None:
        """The upstream that both have, None where it has no name."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The characters of both."""


def find(shelf: Shelf, name: str) -> Record:
    """The record with that id, or the only one whose id begins so; UsageError otherwise."""
    if name in shelf.records:
        return shelf.records[name]
    found = [r for id_, r in shelf.records.items() if len(name) > 3 and id_.startswith(name)]
    if len(found) != 1:
        many_ = "several records begin so" if found else "no record is called so"
        raise UsageError(f"{plain(name)}: {many_}")
    return found[0]


def lines(shelf: Shelf, record: Record) -> Iterator[Line]:
    """The record field by field, then what hangs on it; quotations with their offsets."""
    yield Line(0, type(record).__name__.lower(), called(shelf, record))
    yield Line(1, "id", record.id)
    yield from of_fields(shelf, record, report_of(shelf, record), 1)
    yield from _given(shelf, record)
    yield from _behind(shelf, record)
    for logged in rulings.touching(shelf, record):
        yield Line(1, "ruling", rulings.told(logged))


def _given(shelf: Shelf, record: Record) -> Iterator[Line]:
    """That what is read in a report came with it."""
    if isinstance(record, Attribution | Cause | Document | Question | Statement):
        name = record.id if isinstance(record, Document) else record.document
        if name in shelf.given:
            came = plain(shelf.given[name].name)
            yield Line(1, "reading", f"not made here: it came with the report, as {came}")


def _behind(shelf: Shelf, record: Record) -> Iterator[Line]:
    """What a person asks for next: voices, origins, the grade, the statements, the links."""
    told = _BEHIND.get(type(record))
    return told(shelf, record) if told else iter(())


def _origin(shelf: Shelf, record: Origin) -> Iterator[Line]:
    return told_of(shelf, record.statements)


def _attribution(shelf: Shelf, record: Attribution) -> Iterator[Line]:
    read = shelf.readings[record.document].statements
    resting = (s for s in read if s.attribution == record.id)
    return told_of(shelf, tuple(s.id for s in resting))


def _statement(shelf: Shelf, record: Statement) -> Iterator[Line]:
    return each(shelf, "on the word of", shelf.voices(record))


def _report(shelf: Shelf, record: Document) -> Iterator[Line]:
    return each(shelf, "where it took from", shelf.links_of.get(record.id, ()))


def _link(shelf: Shelf, record: Link) -> Iterator[Line]:
    hops = (d for d in shelf.case.lineage.drifts if d.link == record.id)
    return each(shelf, "lost or moved", hops)


def _competing(shelf: Shelf, record: Hypothesis | Item | Cell | Analysis) -> Iterator[Line]:
    """Of a hypothesis where it stands; of it and of an item all cells; of a cell what it was."""
    if isinstance(record, Cell):
        yield from _suggested(record, 1)
    elif isinstance(record, Analysis):
        yield from _analysis(shelf, record)
    elif isinstance(record, Item):
        yield from _cells(shelf, [c for c in shelf.cells.values() if c.item == record.id])
        yield from told_of(shelf, record.statements)
    else:
        yield from _hypothesis(shelf, record)


def _analysis(shelf: Shelf, record: Analysis) -> Iterator[Line]:
    yield Line(1, "limit", LIMIT)
    for matrix in (m for m in matrices(shelf) if m.analysis.id == record.id):
        for column in matrix.columns:
            score = f"rank {column.score.rank}, {points(column.score.weighted)}"
            yield Line(1, score, called(shelf, column.hypothesis))
        yield Line(1, "least against first", f"{matrix.ranking}. {matrix.decides}")
        for turn in matrix.turning:
            yield Line(2, f"without {turn.without}", turn.then)
        for row in matrix.rows:
            yield Line(1, f"tells apart {points(row.diagnosticity)}", called(shelf, row.item))


def _hypothesis(shelf: Shelf, record: Hypothesis) -> Iterator[Line]:
    for matrix in matrices(shelf):
        for column in matrix.columns:
            if column.hypothesis.id == record.id:
                score = column.score
                yield Line(1, "rank", f"{score.rank} of {len(matrix.columns)}: {matrix.title}")
                yield Line(2, "score", points(score.weighted))
                yield Line(2, "without weights", points(score.plain))
                yield Line(2, "least against first", f"{matrix.ranking}. {matrix.decides}")
    yield from _cells(shelf, [c for c in shelf.cells.values() if c.hypothesis == record.id])


def _cells(shelf: Shelf, cells: Iterable[Cell]) -> Iterator[Line]:
    for cell in cells:
        yield Line(1, "cell", f"{called(shelf, cell)} (id {cell.id})")
        yield from _suggested(cell, 2)
        for given in cell.reasons:
            yield from factor(shelf, "because", given, 2)


def _suggested(cell: Cell, depth: int) -> Iterator[Line]:
    if cell.suggested:
        said = f"{cell.suggested} {CONSISTENCY[cell.suggested]}"
        yield Line(depth, "suggested", said)


def _issue(shelf: Shelf, issue: Issue) -> Iterator[Line]:
    """Where it stands, and what speaks for and against each answer."""
    yield Line(1, "state", issues.about(shelf, issue))
    for one in issues.lines(shelf, issue):
        yield Line(1, "", one.plain)
    for proposal in issues.course(shelf, issue).proposals:
        yield from factor(shelf, "because", proposal.reason, 2)


def _actor(shelf: Shelf, actor: Actor) -> Iterator[Line]:
    for claim in shelf.claims:
        for position in claim.positions:
            if position.actor == actor.id:
                yield _position(shelf, position, f"on {called(shelf, claim)}")


def _claim(shelf: Shelf, claim: Claim) -> Iterator[Line]:
    for position in claim.positions:
        yield _position(shelf, position, "")
    yield from _range(shelf, claim)
    yield from each(shelf, "origin", shelf.origins.get(claim.id, ()))
    grade = shelf.grades.get(claim.id)
    if grade:
        yield Line(1, "grade", graded(grade))
        yield from of_fields(shelf, grade, None, 2)
    yield from each(shelf, "lost or moved", shelf.drifts.get(claim.id, ()))
    for join in claim.joins:
        label = "as a person says" if join.name == "ruling" else "stands together because"
        yield from factor(shelf, label, join, 1)
    yield from told_of(shelf, tuple(s.id for s in shelf.statements_of(claim)))


def _concept(shelf: Shelf, concept: Concept) -> Iterator[Line]:
    """Where it is named, why that is one, what leads to it and where it leads."""
    for mention in concept.mentions:
        document = shelf.documents[mention.document]
        where = f"{shelf.numbers[document.id]} {plain(document.outlet)}"
        words = " ".join(sliced(document, span) for span in mention.spans)
        yield Line(1, f"named as {mention.end}", f"{where} {words} (id {mention.cause})")
    for join in concept.joins:
        label = "as a person says" if join.name == "ruling" else "stands together because"
        yield from factor(shelf, label, join, 1)
    for arrow in shelf.arrows.values():
        if concept.id in (arrow.cause, arrow.effect):
            label = "leads on" if arrow.cause == concept.id else "follows"
            yield Line(1, label, f"{called(shelf, arrow)} (id {arrow.id})")
    for loop in shelf.loops:
        if concept.id in loop.concepts:
            yield Line(1, "in a loop", f"{called(shelf, loop)} (id {loop.id})")


def _arrow(shelf: Shelf, arrow: Arrow) -> Iterator[Line]:
    """How strongly it pulls and why, the origins behind it, every cause with whose word it is."""
    weight = shelf.weights.get(arrow.id)
    if weight:
        yield Line(1, "pulls", pull(weight))
        yield from of_fields(shelf, weight, None, 2)
    found = shelf.arrow_ranges.get(arrow.id)
    if found:
        yield from _counted(shelf, arrow, found, shelf.arrow_origins.get(arrow.id, ()))
    for id_ in arrow.causes:
        cause = shelf.causes_by_id[id_]
        yield Line(1, "told", f"{called(shelf, cause)} (id {cause.id})")
        yield from of_fields(shelf, cause, shelf.documents[cause.document], 2)
        yield from each(shelf, "on the word of", shelf.voices(cause))


def _range(shelf: Shelf, claim: Claim) -> Iterator[Line]:
    """Both ends of the range, each with the origins that it counts, and why."""
    found = shelf.ranges.get(claim.id)
    if found:
        yield from _counted(shelf, claim, found, shelf.origins.get(claim.id, ()))


def _counted(
    shelf: Shelf, of: Claim | Arrow, found: OriginRange, held: tuple[Origin, ...]
) -> Iterator[Line]:
    counted = between_origins(found)
    yield Line(1, "origins", f"{many(len(of.documents), 'report')}, {counted}")
    shown = [_voice(origin) for origin in held if origin.shown]
    yield Line(2, f"at least {found.at_least}", ", ".join(shown) or "none is shown")
    yield Line(2, f"at most {found.at_most}", ", ".join(_voice(origin) for origin in held))
    yield from of_fields(shelf, found, None, 2)


def _voice(origin: Origin) -> str:
    return plain(NAMELESS.get(origin.voice, origin.voice))


def _position(shelf: Shelf, position: Position, on: str) -> Line:
    where = " ".join(shelf.numbers[d] for d in position.documents if d in shelf.numbers)
    said = f"{voice(shelf, position).plain}, {many(len(position.documents), 'report')}: {where}"
    label = f"{MARK[position.stance]} {position.stance}"
    return Line(1, label, f"{said} {on}".rstrip())


def between(
    shelf: Shelf, ids: tuple[str, str], tie: Tied, compared: versions.Compared
) -> Iterator[Line]:
    """Two reports (ids of documents): the tie, the words of both, their links and claims.

    Of two versions of a page also what the later one says otherwise.
    """
    for id_ in ids:
        yield Line(0, "report", called(shelf, shelf.documents[id_]))
    yield from _revised(shelf, ids, compared)
    yield Line(0, tie.kind, _TIE[tie.kind])
    if tie.name:
        yield Line(1, "which", plain(_as_printed(shelf, tie.name)))
    near = (k for id_ in sorted(ids, key=shelf.order.__getitem__)
            for k in shelf.links_of.get(id_, ()))  # fmt: skip
    links = [k for k in near if {k.document, k.to} == set(ids)]
    for evidence in () if links else tie.evidence:
        yield from marked(shelf, "shown by", evidence, 1)
    yield from each(shelf, "link", links)
    for claim in shelf.claims:
        if set(ids) <= set(claim.documents):
            yield Line(0, "both carry", called(shelf, claim))


def _revised(shelf: Shelf, ids: tuple[str, str], compared: versions.Compared) -> Iterator[Line]:
    old, new = (shelf.documents[id_] for id_ in sorted(ids, key=shelf.order.__getitem__))
    if old not in versions.versions(shelf, new):
        return
    for which, held in (("earlier", old), ("later", new)):
        when = f", retrieved {moment(held.retrieved)}" if held.retrieved else ""
        yield Line(0, f"{which} version", called(shelf, held) + when)
    found, more = versions.changes(old, new, compared)
    for change in found:
        sides = ((old, change.old, change.before), (new, change.new, change.after))
        said = [f"{shelf.numbers[d.id]} [{at.start}, {at.end}) {quoted(d, spans)}"
                for d, at, spans in sides if spans]  # fmt: skip
        yield Line(1, change.kind, " → ".join(said))
    if more:
        yield Line(1, "", f"and {more} more changes")
    for drift in versions.drifts(shelf, old, new):
        yield Line(1, "drift", f"{called(shelf, drift)} (id {drift.id})")


def _as_printed(shelf: Shelf, name: str) -> str:
    """The outlet's name with its capitals, where an outlet is called so."""
    return shelf.once("names of outlets", _outlets).get(name, name)


def _outlets(shelf: Shelf) -> dict[str, str]:
    """Every outlet as it is printed first, by its name in small letters."""
    held = [document.outlet for document in shelf.documents.values()]
    held += [link.name for link in shelf.case.lineage.links if link.name]
    return {outlet.lower().removeprefix("the "): outlet for outlet in reversed(held)}


_BEHIND: dict[type, Callable[[Shelf, Any], Iterator[Line]]] = {
    Actor: _actor,
    Analysis: _competing,
    Arrow: _arrow,
    Attribution: _attribution,
    Cell: _competing,
    Claim: _claim,
    Concept: _concept,
    Document: _report,
    Hypothesis: _competing,
    Issue: _issue,
    Item: _competing,
    Link: _link,
    Origin: _origin,
    Statement: _statement,
}
