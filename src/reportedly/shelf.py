"""A case by id: what every view looks things up in. Nothing is computed, only found."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar

from reportedly.model import (
    Actor,
    Analysis,
    Arrow,
    Attribution,
    Case,
    Cause,
    Cell,
    Claim,
    Concept,
    Conflict,
    Course,
    Document,
    Drift,
    Event,
    Given,
    Grade,
    Hypothesis,
    Issue,
    Item,
    Link,
    Logged,
    Loop,
    Origin,
    OriginRange,
    Position,
    Question,
    Reading,
    Retrieval,
    Skipped,
    Statement,
    Weight,
    alone,
    as_ruled,
    hidden,
)
from reportedly.model.folded import by_id, grouped, without

V = TypeVar("V")
R = TypeVar("R", Cause, Claim, Conflict, Drift, Issue, Question)

Record = (
    Document | Attribution | Statement | Cause | Question | Conflict | Actor | Claim | Link
    | Origin | Drift | Event | Concept | Arrow | Loop | Hypothesis | Item | Cell | Analysis
    | Issue
)  # fmt: skip

_id = attrgetter("id")
_claim = attrgetter("claim")
_document = attrgetter("document")


@dataclass(frozen=True)
class Shelf:
    """The records of one case, by id and by what they belong to."""

    case: Case

    @cached_property
    def read(self) -> tuple[Reading, ...]:
        """What every report says, as people corrected it."""
        return as_ruled(self.case)

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Reports by id, in the case's order."""
        return {d.id: d for d in self.case.documents}

    @cached_property
    def routes(self) -> Mapping[str, tuple[Retrieval, ...]]:
        """The routes by which each report came, the one that its fields are from first."""
        return grouped(self.case.retrievals, _document)

    @cached_property
    def given(self) -> dict[str, Given]:
        """By the ids of their reports, the readings that came with them."""
        return {one.document: one for one in self.case.given}

    @cached_property
    def numbers(self) -> dict[str, str]:
        """``R1`` … for each document, in the case's order: short names for people."""
        return {d.id: f"R{n}" for n, d in enumerate(self.case.documents, 1)}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each document (by id) in the case's order."""
        return {d.id: n for n, d in enumerate(self.case.documents)}

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """Readings by the id of their document."""
        return {r.document: r for r in self.read}

    @cached_property
    def attributions(self) -> Mapping[str, Attribution]:
        """Attributions of all readings by id."""
        return by_id((r.attributions for r in self.read), _id)

    @cached_property
    def found(self) -> Mapping[str, Attribution]:
        """Attributions as the reader found them, by id."""
        return by_id((r.attributions for r in self.case.readings), _id)

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """Statements of all readings by id."""
        return by_id((r.statements for r in self.read), _id)

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Ids of what a person's ruling leaves out of every list."""
        return hidden(self.case)

    @property
    def left_out(self) -> str:
        """How many records are hidden, as a sentence; empty where none is."""
        count = len(self.hidden)
        if not count:
            return ""
        records = "1 record is" if count == 1 else f"{count} records are"
        return f"{records} hidden by rulings: reportedly show rulings."

    @property
    def rulings(self) -> tuple[Logged, ...]:
        """What people decided, as it was made."""
        return self.case.rulings

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """Causes of all readings."""
        return self._shown(c for r in self.read for c in r.causes)

    @cached_property
    def concepts(self) -> dict[str, Concept]:
        """Concepts of the map of causes by id, those told in most reports first."""
        return {c.id: c for c in self.case.gathering.concepts}

    @cached_property
    def arrows(self) -> dict[str, Arrow]:
        """Arrows between them by id, those told in most reports first."""
        return {a.id: a for a in self.case.gathering.arrows}

    @property
    def loops(self) -> Sequence[Loop]:
        """Circles of arrows, the shortest first."""
        return self.case.gathering.loops

    @cached_property
    def map_numbers(self) -> dict[str, str]:
        """``K1`` … for each concept, ``A1`` … for each arrow, ``L1`` … for each loop."""
        shelves = (("K", self.concepts), ("A", self.arrows), ("L", (one.id for one in self.loops)))
        return {id_: f"{letter}{n}" for letter, held in shelves for n, id_ in enumerate(held, 1)}

    @cached_property
    def weights(self) -> dict[str, Weight]:
        """How strongly each arrow pulls, by arrow."""
        return {w.arrow: w for w in self.case.weights}

    @cached_property
    def arrow_ranges(self) -> Mapping[str, OriginRange]:
        """How many origins, by arrow."""
        return by_id([self.case.lineage.arrow_ranges], _claim)

    @cached_property
    def arrow_origins(self) -> Mapping[str, tuple[Origin, ...]]:
        """Origins of each arrow."""
        return grouped(self.case.lineage.arrow_origins, _claim)

    @cached_property
    def arrow_of(self) -> dict[str, Arrow]:
        """The arrow that each cause (by id) is part of."""
        return {cause: arrow for arrow in self.arrows.values() for cause in arrow.causes}

    @cached_property
    def causes_by_id(self) -> dict[str, Cause]:
        """Every cause by its id, hidden ones too."""
        return {c.id: c for r in self.read for c in r.causes}

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Questions of all readings."""
        return self._shown(q for r in self.read for q in r.questions)

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """What questions of reports have in common, less what a ruling hides."""
        every = {q.id for q in self.questions}
        shown = self._shown(self._every_issue)
        return tuple(one for one in shown if not every.isdisjoint(one.questions))

    @cached_property
    def _every_issue(self) -> tuple[Issue, ...]:
        """Those of the case; a ledger of before there were issues has its questions one by one."""
        found = self.case.gathering.issues
        held = {name for one in found for name in one.questions}
        left = (q for r in self.read for q in r.questions if q.id not in held)
        return (*found, *(alone(q, self.documents[q.document].published) for q in left))

    @cached_property
    def issue_numbers(self) -> dict[str, str]:
        """``Q1`` … for each issue in the order of the case, hidden ones too."""
        return {one.id: f"Q{n}" for n, one in enumerate(self._every_issue, 1)}

    @cached_property
    def courses(self) -> dict[str, Course]:
        """What became of each issue."""
        return {course.issue: course for course in self.case.courses}

    @cached_property
    def questions_by_id(self) -> dict[str, Question]:
        """Every question by its id, hidden ones too."""
        return {q.id: q for r in self.read for q in r.questions}

    @cached_property
    def issue_of(self) -> dict[str, str]:
        """The issue that each question is in."""
        return {name: one.id for one in self._every_issue for name in one.questions}

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Those between reports first, then those inside one, each once."""
        shown = self._shown(self._every_conflict)
        return tuple(c for c in shown if c.claim not in self.hidden)

    @cached_property
    def _every_conflict(self) -> tuple[Conflict, ...]:
        inside = (c for r in self.read for c in r.conflicts)
        return tuple({c.id: c for c in (*self.case.gathering.conflicts, *inside)}.values())

    def _shown(self, records: Iterable[R]) -> tuple[R, ...]:
        return tuple(record for record in records if record.id not in self.hidden)

    @cached_property
    def skipped(self) -> tuple[Skipped, ...]:
        """What was not read, then what was not understood."""
        return (*self.case.skipped, *(s for r in self.read for s in r.skipped))

    @cached_property
    def claims(self) -> Sequence[Claim]:
        """In the order of the case (:data:`reportedly.model.ORDER` says which that is)."""
        return without(self.case.gathering.claims, self.hidden, _id)

    @cached_property
    def claims_by_id(self) -> Mapping[str, Claim]:
        """Every claim by its id, hidden ones too."""
        return by_id([self.case.gathering.claims], _id)

    @cached_property
    def claim_of(self) -> dict[str, str]:
        """The claim that each statement is in."""
        return {name: c.id for c in self.case.gathering.claims for name in c.statements}

    @cached_property
    def claim_numbers(self) -> dict[str, str]:
        """``C1`` … for each claim in the order of the case, hidden ones too."""
        return {id_: f"C{n}" for n, id_ in enumerate(self.claims_by_id, 1)}

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Actors by id."""
        return by_id([self.case.gathering.actors], _id)

    @cached_property
    def links(self) -> Mapping[str, Link]:
        """Links by id."""
        return by_id([self.case.lineage.links], _id)

    @cached_property
    def links_of(self) -> Mapping[str, tuple[Link, ...]]:
        """Links of each document to its upstream."""
        return grouped(self.case.lineage.links, _document)

    @cached_property
    def ranges(self) -> Mapping[str, OriginRange]:
        """How many origins, by claim."""
        return by_id([self.case.lineage.ranges], _claim)

    @cached_property
    def origins(self) -> Mapping[str, tuple[Origin, ...]]:
        """Origins of each claim."""
        return grouped(self.case.lineage.origins, _claim)

    @cached_property
    def drifts(self) -> Mapping[str, tuple[Drift, ...]]:
        """Drift of each claim."""
        return grouped(without(self.case.lineage.drifts, self.hidden, _id), _claim)

    @cached_property
    def grades(self) -> Mapping[str, Grade]:
        """The suggested grade, by claim."""
        return by_id([self.case.grades], _claim)

    @cached_property
    def analyses(self) -> tuple[Analysis, ...]:
        """Hypotheses that compete, those of people first; none on a claim that is hidden."""
        return tuple(a for a in self.case.competing.analyses if a.claim not in self.hidden)

    @cached_property
    def hypotheses(self) -> dict[str, Hypothesis]:
        """Hypotheses by id."""
        return {one.id: one for one in self.case.competing.hypotheses}

    @cached_property
    def hypothesis_numbers(self) -> dict[str, str]:
        """``H1`` … for each hypothesis."""
        return {one.id: f"H{n}" for n, one in enumerate(self.case.competing.hypotheses, 1)}

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Items of evidence by id."""
        return by_id([self.case.competing.items], _id)

    @cached_property
    def item_numbers(self) -> dict[str, str]:
        """``E1`` … for each item of evidence."""
        return {id_: f"E{n}" for n, id_ in enumerate(self.items, 1)}

    @cached_property
    def cells(self) -> dict[tuple[str, str], Cell]:
        """Cells by the ids of their item and their hypothesis."""
        return {(one.item, one.hypothesis): one for one in self.case.competing.cells}

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Everything that has an id."""
        lineage = self.case.lineage
        others: tuple[Iterable[Record], ...] = (
            self._every_conflict, lineage.origins, lineage.drifts, lineage.events,
            self.loops, self.cells.values(), self.case.competing.analyses, self._every_issue,
        )  # fmt: skip
        groups: list[Mapping[str, Record]] = [
            self.documents, self.attributions, self.statements, self.causes_by_id,
            self.questions_by_id, self.actors, self.claims_by_id, self.links, self.concepts,
            self.arrows, self.hypotheses, self.items,
            {record.id: record for group in others for record in group},
        ]  # fmt: skip
        # One look-up over all of them, since those that are folded shall stay so.
        return ChainMap(*groups)  # type: ignore[arg-type]

    def once(self, name: str, make: Callable[["Shelf"], V]) -> V:
        """What ``make`` lays out of this case, laid out once and kept under ``name``."""
        if name not in self._kept:
            self._kept[name] = make(self)
        found: V = self._kept[name]
        return found

    @cached_property
    def _kept(self) -> dict[str, Any]:
        return {}

    def ruled_away(self, attribution: Attribution) -> bool:
        """Whether a person said that the voice found is not the one, and nobody knows whose it is.

        The words that were taken for it are then shown by the reason that the ruling left.
        """
        return attribution.source is None and any(f.name == "ruling" for f in attribution.reasons)

    def statements_of(self, claim: Claim) -> tuple[Statement, ...]:
        """The claim's statements in the order their reports came out."""
        order = self.order
        found = (self.statements[s] for s in claim.statements if s in self.statements)
        return tuple(sorted(found, key=lambda s: (order[s.document], s.sentence, s.id)))

    def in_own_words(self, position: Position) -> bool:
        """Whether the voice speaks for itself: in some report the position is the author's."""
        held = (self.statements.get(name) for name in position.statements)
        return any(s.attribution is None for s in held if s)

    def voices(self, statement: Statement | Cause | Question) -> tuple[Attribution, ...]:
        """The attributions a statement stands in, innermost first; none for an author's word."""
        found: list[Attribution] = []
        name = statement.attribution
        while name is not None and name in self.attributions:
            if self.attributions[name] in found:
                break
            found.append(self.attributions[name])
            name = found[-1].within
        return tuple(found)


def stands_alone(claim: Claim) -> bool:
    """In one report only and disputed by nobody: listed, but folded away."""
    return len(claim.documents) < 2 and claim.status in ("uncontested", "single origin")
