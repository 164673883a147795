"""Tables of what people decided, and of what is open."""

from collections.abc import Iterator

from reportedly.model import Logged
from reportedly.shelf import Shelf

from .shape import Column, Row, Table, known, many, reasons, ref, shown


def _issues(shelf: Shelf) -> Iterator[Row]:
    asked = {one.id for one in shelf.questions}
    for one in shelf.issues:
        course = shelf.courses.get(one.id)
        rests = course.rests if course else None
        first = shelf.documents[one.text.document]
        yield (
            shelf.issue_numbers[one.id], shown(shelf, (one.text,)), one.asked,
            course.state if course else "open", course.answer if course else None,
            one.first_seen, one.last_seen, reasons(one.joins),
            rests if rests in _claims(shelf) else None,
            known(one.questions, asked),
            known((a.claim for a in one.answers), _claims(shelf)), first.id, one.id,
        )  # fmt: skip


def _claims(shelf: Shelf) -> frozenset[str]:
    """Ids of the claims that have a row."""
    return shelf.once("ids of shown claims", lambda s: frozenset(c.id for c in s.claims))


ISSUES = Table(
    "issues",
    "What questions of any number of reports have in common, and what became of it",
    (
        Column(
            "name", "Q1, Q2, … in this order: a short name, another one in another ledger", "short"
        ),
        Column("words", "The earliest question in its reporter's words", "words"),
        Column(
            "asked", "What is asked for: whether, who, how many, …; matter: a thing named", "short"
        ),
        Column("state", "open, narrowed, settled or reopened, as people ruled", "short"),
        Column("answer", "The answer, as a person gave it", "words"),
        Column("first_seen", "Asked earliest here"),
        Column("last_seen", "Asked last here"),
        Column("why", "Why the questions stand together, a reason a line", "words"),
        ref("answered_by", "claims", "The claim that a person gave as the answer"),
        many("questions", "questions", "The questions"),
        many("claims", "claims", "Claims that bear on it"),
        ref("report", "reports", "The report that the words stand in"),
        Column("id", "What the other tables call it by", "id"),
    ),
    _issues,
)


def _rulings(shelf: Shelf) -> Iterator[Row]:
    for one in shelf.rulings:
        yield _ruling(one)


def _ruling(one: Logged) -> Row:
    held = one.ruling
    source = held.source
    return (
        held.number, held.kind, held.by, held.recorded, held.why, held.value,
        source.name if source else None,
        "\n".join(f"{t.kind} {t.id}" for t in held.targets), one.state, held.undoes, one.ended,
        f"ruling-{held.number}",
    )  # fmt: skip


RULINGS = Table(
    "rulings",
    "What people decided about records, in the order in which they did",
    (
        Column("number", "1, 2, … as they were made", "whole"),
        Column("kind", "same, different, grade, hide, note, undo, …", "short"),
        Column("by", "Who decided"),
        Column("recorded", "When (UTC)"),
        Column("why", "Why, in their words", "words"),
        Column("value", "The grade, hypothesis, cell, weight or answer that it gives"),
        Column("voice", "Whose word the attribution in records is, where that was decided"),
        Column("records", "What it is about, one a line: the noun and the id of then", "words"),
        Column("state", "in force, undone, overruled, not attached, held back", "short"),
        Column("undoes", "Number of the ruling that it takes back", "whole"),
        Column("ended_by", "Number of the ruling that undid or overruled it", "whole"),
        Column("id", "What it is called by", "id"),
    ),
    _rulings,
)
