"""Records of a case as JSON: as the export writes them, with the numbers that pages give them."""

from collections.abc import Iterable
from typing import Any

from reportedly.exports.changes_json import stood_json
from reportedly.exports.competing_json import analysis_json, cell_json, hypothesis_json, item_json
from reportedly.exports.issue_json import asked_json, issue_json
from reportedly.exports.ledger_json import (
    actor_json,
    claim_json,
    drift_json,
    link_json,
    position_json,
    relation_json,
    supported_json,
    told_json,
)
from reportedly.exports.map_json import arrow_json, concept_json, loop_json
from reportedly.exports.reading_json import (
    attribution_json,
    cause_json,
    conflict_json,
    document_json,
    evidence_json,
    question_json,
    quoted,
    statement_json,
)
from reportedly.exports.ruling_json import logged_json, ruling_json
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
    Evidence,
    Hypothesis,
    Issue,
    Item,
    Link,
    Logged,
    Loop,
    Move,
    Position,
    Question,
    Relation,
    Ruling,
    Shift,
    Spans,
    Statement,
)
from reportedly.model.plain import to_plain
from reportedly.shelf import Record, Shelf

Plain = dict[str, Any]


class Writer:
    """Writes the records of one shelf. Every text beside spans is cut from its report."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._texts = shelf.once("written texts", _texts)

    def record(self, record: Record) -> Plain:
        """Any record, by what it is."""
        name = type(record).__name__.lower()
        return getattr(self, name, to_plain)(record)  # type: ignore[no-any-return]

    def document(self, document: Document) -> Plain:
        """A report without its text."""
        return {**document_json(document), "number": self.shelf.numbers[document.id]}

    def attribution(self, one: Attribution) -> Plain:
        """Somebody is said to say something."""
        return {"document": one.document, **attribution_json(self._texts[one.document], one)}

    def statement(self, one: Statement) -> Plain:
        """What is asserted."""
        return {"document": one.document, **statement_json(self._texts[one.document], one)}

    def cause(self, one: Cause) -> Plain:
        """What is said to lead to what."""
        written = cause_json(self._texts[one.document], one)
        return self._hiding({"document": one.document, **written})

    def concept(self, one: Concept) -> Plain:
        """An event or state that causes name."""
        return {"number": self.shelf.map_numbers[one.id], **concept_json(one, self._texts)}

    def arrow(self, one: Arrow) -> Plain:
        """What is said of two of them."""
        shelf, id_ = self.shelf, one.id
        origins = shelf.arrow_origins.get(id_, ())
        written = arrow_json(one, shelf.weights.get(id_), shelf.arrow_ranges.get(id_), origins)
        return {"number": shelf.map_numbers[id_], **written}

    def loop(self, one: Loop) -> Plain:
        """A circle of them."""
        return {"number": self.shelf.map_numbers[one.id], **loop_json(one)}

    def question(self, one: Question) -> Plain:
        """What is said to be open."""
        written = question_json(self._texts[one.document], one)
        issue = self.shelf.issue_of.get(one.id)
        return self._hiding({"document": one.document, **written, "issue": issue})

    def issue(self, one: Issue) -> Plain:
        """What questions of reports have in common, and what became of it."""
        number = self.shelf.issue_numbers[one.id]
        written = issue_json(one, self.shelf.courses.get(one.id), self._texts)
        return self._hiding({**written, "number": number})

    def turn(self, one: Shift) -> Plain:
        """An issue that came, or stands otherwise."""
        return {
            "kind": one.kind, "issue": asked_json(one.issue, one.course, self._texts),
            "before": one.before, "proposal": one.proposal and to_plain(one.proposal),
        }  # fmt: skip

    def conflict(self, one: Conflict) -> Plain:
        """Two statements that cannot both hold."""
        return self._hiding(conflict_json(self._texts, one))

    def actor(self, one: Actor) -> Plain:
        """Somebody who speaks or acts."""
        return actor_json(one, self._texts)

    def relation(self, one: Relation) -> Plain:
        """What one actor is said to do to another."""
        return relation_json(one, self._texts)

    def link(self, one: Link) -> Plain:
        """A report and its upstream."""
        return link_json(one, self._texts)

    def drift(self, one: Drift) -> Plain:
        """What was lost or moved, and in which claim."""
        return {"claim": one.claim, **self._drift(one)}

    def claim(self, one: Claim) -> Plain:
        """A claim with all that belongs to it."""
        shelf = self.shelf
        written = claim_json(one, self._texts)
        written |= supported_json(shelf.ranges.get(one.id), shelf.grades.get(one.id))
        drift = [self._drift(d) for d in shelf.drifts.get(one.id, ())]
        return self._hiding({**written, "number": shelf.claim_numbers[one.id], "drift": drift})

    def hypothesis(self, one: Hypothesis) -> Plain:
        """A hypothesis."""
        number = self.shelf.hypothesis_numbers[one.id]
        return {**hypothesis_json(one, self._texts), "number": number}

    def item(self, one: Item) -> Plain:
        """A voice that is for or against a claim."""
        return {**item_json(one, self._texts), "number": self.shelf.item_numbers[one.id]}

    def analysis(self, one: Analysis) -> Plain:
        """A ranking, and what it would be without some of the evidence."""
        return analysis_json(one)

    def cell(self, one: Cell) -> Plain:
        """How an item stands to a hypothesis."""
        return cell_json(one)

    def told(self, one: Claim) -> Plain:
        """A claim in short."""
        shelf = self.shelf
        return {
            "id": one.id, "number": shelf.claim_numbers[one.id], **told_json(one, self._texts),
            "status": one.status, "first_seen": one.first_seen, "last_seen": one.last_seen,
            "origins": supported_json(shelf.ranges.get(one.id), None)["origins"],
        }  # fmt: skip

    def standing(self, one: Position) -> Plain:
        """A position with its side."""
        return {**position_json(one, self._texts), "stance": one.stance}

    def move(self, one: Move) -> Plain:
        """What stands otherwise than before, beside what it was."""
        before, after = (stood_json(stood, self._texts) for stood in (one.before, one.after))
        return {
            "kind": one.kind, "claim": self.told(one.claim), "before": before, "after": after,
            "position": self.standing(one.position) if one.position else None,
            "own": one.own, "statements": list(one.statements),
        }  # fmt: skip

    def evidence(self, one: Evidence) -> Plain:
        """Characters of one report."""
        return evidence_json(self._texts, one)

    def words(self, document: str, spans: Spans) -> Plain:
        """The characters under ``spans`` of the document with that id."""
        return quoted(self._texts[document], spans)

    def named(self, ids: Iterable[str]) -> list[Plain]:
        """The actors with these ids, each once, by name."""
        wanted = set(ids)
        found = (a for a in self.shelf.case.gathering.actors if a.id in wanted)
        return [{"id": a.id, "name": a.name} for a in found]

    def voices(self, records: Iterable[Statement | Cause | Question]) -> list[Plain]:
        """The attributions that records stand in, each once."""
        found = {a.id: a for record in records for a in self.shelf.voices(record)}
        return [self.attribution(a) for a in found.values()]

    def ruling(self, one: Ruling | Logged) -> Plain:
        """A ruling, pending or with what has become of it."""
        made = logged_json if isinstance(one, Logged) else ruling_json
        return made(one, self._texts)  # type: ignore[arg-type]

    def _drift(self, one: Drift) -> Plain:
        return self._hiding(drift_json(one, self._texts))

    def _hiding(self, written: Plain) -> Plain:
        return written | {"hidden": True} if written["id"] in self.shelf.hidden else written


def _texts(shelf: Shelf) -> dict[str, str]:
    return {d.id: d.text for d in shelf.documents.values()}
