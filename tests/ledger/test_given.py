"""A reading that came with its report counts, whatever reads the others, and is kept for good."""

from dataclasses import replace

import pytest

from ledger.room import A, B, C, W
from reportedly import desk, pipeline, readings
from reportedly.exports import ledger_json
from reportedly.ledger import opened
from reportedly.model import Kept, Reading, Retrieval
from reportedly.model.plain import to_json
from reportedly.rulings import drafted
from reportedly.shelf import Shelf
from reportedly.views.explain import lines


def kept(made, reading=None, name=None):
    """A report by the route ``name``, with a reading."""
    route = replace(Retrieval.of(made.document), name=name or made.document.name)
    return Kept(made.document, made.document.text.encode(), route, reading)


def added(ledger, *came):
    return desk.add(ledger, desk.Intake(came, ()))


@pytest.fixture
def read(monkeypatch):
    """Which reports were read; nothing is found in any."""
    asked = []

    def prepared(documents, jobs=1, reader=""):
        for document in documents:
            asked.append(document.id)
            yield Reading(document.id)

    monkeypatch.setattr(pipeline, "read", prepared)
    return asked


def test_a_reading_that_came_is_used_and_its_report_is_not_read(place, read):
    with opened(place.where) as ledger:
        case = added(ledger, kept(A, A.reading), kept(W))
        assert read == [W.document.id]
        assert {r.document: r for r in case.readings}[A.document.id] == A.reading
        assert [g.document for g in case.given] == [A.document.id]
        assert ledger.case() == case


def test_another_reader_does_not_take_its_place(place, read, monkeypatch):
    with opened(place.where) as ledger:
        added(ledger, kept(A, A.reading), kept(W))
        monkeypatch.setattr(readings, "identity", lambda name: f"another {name}")
        case = added(ledger, kept(C, C.reading))
        assert read == [W.document.id, W.document.id]
        held = {r.document: r for r in case.readings}
        assert held[A.document.id] == A.reading
        assert held[C.document.id] == C.reading


def test_it_comes_later_and_the_last_one_counts(place, read):
    fewer = replace(A.reading, statements=())
    with opened(place.where) as ledger:
        added(ledger, kept(A))
        case = added(ledger, kept(A, A.reading, "first"))
        assert case.readings == (A.reading,)
        case = added(ledger, kept(A, fewer, "second"))
        assert case.readings == (fewer,)
        assert [g.name for g in case.given] == ["second"]
        runs = len(ledger.runs())
        added(ledger, kept(A, fewer, "second"))
        assert len(ledger.runs()) == runs
        assert ledger.at(2).readings == (A.reading,)
    assert place.rows("SELECT number FROM given") == [(1,), (2,)]


def test_it_waits_with_its_report(place, read):
    with opened(place.where) as ledger:
        ledger.taken.put([kept(A, A.reading)])
        assert ledger.case().readings == ()
        assert desk.work_out(ledger).readings == (A.reading,)
    assert read == []


def test_rulings_leave_it_given(place, read):
    with opened(place.where) as ledger:
        added(ledger, kept(A, A.reading), kept(B, B.reading))
        before = ledger.case()
        hidden = before.gathering.claims[0]
        after = desk.rule(ledger, lambda case: drafted("hide", [hidden], case, "anna")).after
        assert after.given == before.given
        assert after.readings == before.readings


def test_without_a_ledger_it_counts_too(read):
    case = desk.look(desk.Intake((kept(A, A.reading), kept(W)), ()))
    assert read == [W.document.id]
    assert A.reading in case.readings


def test_why_says_that_it_was_not_made_here(place, read):
    with opened(place.where) as ledger:
        shelf = Shelf(added(ledger, kept(A, A.reading, "case.jsonl:3"), kept(W)))
    said = [line.text for line in lines(shelf, A.statements[0])]
    assert "not made here: it came with the report, as case.jsonl:3" in said
    others = lines(shelf, shelf.documents[W.document.id])
    assert not any("not made here" in line.text for line in others)


def test_a_ledger_without_any_has_no_record_of_it(place, read):
    with opened(place.where) as ledger:
        case = added(ledger, kept(A), kept(W))
        assert "given" not in to_json(ledger_json(case))
    assert place.rows("SELECT kind FROM states WHERE kind = 'given'") == []
    assert case.given == ()
