"""Rulings that come with a file: kept once, as they were made, and only where they are rulings."""

from dataclasses import replace

import pytest

from ledger.room import READINGS, A, B
from reportedly import desk, pipeline
from reportedly.brought import Brought, checked
from reportedly.ledger import opened
from reportedly.model import Kept, Retrieval, Ruling, Skipped, Source, Target, appended
from reportedly.rulings import drafted

WHEN = "2031-05-01T10:00:00.000000+00:00"
ABOUT = Target("document", A.document.id, A.document.id)
NOTE = Ruling(1, "note", (ABOUT,), "anna", WHEN, "seen by phone")


@pytest.fixture(autouse=True)
def read(monkeypatch):
    def prepared(documents, jobs=1, reader=""):
        return (READINGS[document.id] for document in documents)

    monkeypatch.setattr(pipeline, "read", prepared)


def kept(made):
    return Kept(made.document, made.document.text.encode(), Retrieval.of(made.document))


def came(*rulings, tables=()):
    return desk.Intake((kept(A), kept(B)), (), (Brought("c.jsonl", rulings, tables),))


def test_they_are_kept_once_as_they_were_made_and_count(place):
    hidden = Ruling(2, "hide", (replace(ABOUT, kind="document"),), "bo", WHEN)
    with opened(place.where) as ledger:
        desk.add(ledger, came(NOTE, hidden))
        assert ledger.rulings() == (NOTE, hidden)
        assert ledger.pending() == ()
        desk.add(ledger, came(NOTE, hidden))
        assert ledger.rulings() == (NOTE, hidden)
        assert len(ledger.runs()) == 1


def test_they_stand_after_those_of_the_ledger_under_new_numbers(place):
    undone = Ruling(2, "undo", (), "bo", WHEN, undoes=1)
    with opened(place.where) as ledger:
        desk.add(ledger, desk.Intake((kept(A), kept(B)), ()))
        own = desk.rule(ledger, lambda case: drafted("note", [case.documents[0]], case, "cy", "x"))
        case = desk.add(ledger, came(NOTE, undone))
        assert [r.number for r in ledger.rulings()] == [1, 2, 3]
        assert ledger.rulings()[0] == own.ruling
        assert ledger.rulings()[2] == replace(undone, number=3, undoes=2)
        assert [logged.state for logged in case.rulings] == ["in force", "undone", "in force"]
        desk.add(ledger, came(NOTE, undone))
        assert len(ledger.rulings()) == 3


def test_a_hypothesis_has_the_name_of_its_new_number():
    wrote = Ruling(1, "hypothesis", (), "bo", WHEN, value="They fled")
    (first,) = appended((), [wrote])
    assert first == wrote
    name = "hypothesis"
    from reportedly.model.rulings import written_id  # noqa: PLC0415

    renamed = Ruling(
        2, "rename", (Target(name, written_id(1, "They fled")),), "bo", WHEN, value="They left"
    )
    fresh = appended((NOTE,), [wrote, renamed])
    assert [one.number for one in fresh] == [2, 3]
    assert fresh[1].targets[0].id == written_id(2, "They fled")
    assert appended((NOTE, *fresh), [wrote, renamed]) == ()


def test_a_table_counts_where_the_ledger_has_none(place, capsys):
    table, other = "name,actor\nOstra Vell,Ostra Vel\n", "name,actor\nOna Vell,Ona Vel\n"
    with opened(place.where) as ledger:
        desk.add(ledger, came(tables=(table,)))
        assert ledger.table() == table
        desk.add(ledger, came(tables=(other,)))
        assert ledger.table() == table
    assert "the ledger has such a table of its own" in capsys.readouterr().err


WRONG = {
    "number does not follow": replace(NOTE, number=0),
    "has a name": replace(NOTE, by="\x1b"),
    "a note says something": replace(NOTE, why=" "),
    "is no moment": replace(NOTE, recorded="soon"),
    "moment of a time zone": replace(NOTE, recorded="2031-05-01"),
    "too long": replace(NOTE, why="x" * 2_001),
    "what is no character": replace(NOTE, why="\ud800"),
    "holds what is no": replace(NOTE, why="a\0"),
    "another number of records": replace(NOTE, targets=()),
    "no ruling before it": replace(NOTE, kind="undo", targets=(), undoes=9),
    "only undo": replace(NOTE, undoes=1),
    "only source": replace(NOTE, source=Source((), "person")),
    "has none": replace(NOTE, value="C3"),
    "no grade": replace(NOTE, kind="grade", value="Z9"),
    "is one of high": replace(NOTE, kind="credibility", value="huge?"),
    "not taken": replace(NOTE, kind="forecast", value="likely"),
}  # fmt: skip


@pytest.mark.parametrize("reason", WRONG)
def test_what_nobody_could_have_made_is_named_and_the_rest_taken(reason):
    found = list(checked(Brought("c.jsonl", (WRONG[reason], replace(NOTE, number=7)))))
    assert [one.rulings for one in found if isinstance(one, Brought)] == [
        (replace(NOTE, number=7),)
    ]
    (skipped,) = [one for one in found if isinstance(one, Skipped)]
    assert skipped.source == f"c.jsonl: ruling {WRONG[reason].number}"
    assert reason in skipped.reason, skipped.reason


def test_a_table_that_is_none_is_named():
    (skipped,) = checked(Brought("c.jsonl", (), ("a,b\n1,2\n",)))
    assert skipped.source == "c.jsonl: table 1"
