"""A ledger that is held open reads each record back once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from build import document
from reportedly import rulings
from reportedly.ledger import changes, decoded, folding, opened
from reportedly.ledger.shelves import digests
from reportedly.model import Case, Reading, Ruling, as_ruled
from reportedly.model.folded import Folded, Records
from reportedly.shelf import Shelf
from views.case import story

REPORTS = [document(f"The bridge at Orsk fell, witness {n} said.") for n in range(6)]


def case(*chosen):
    return Case(chosen, tuple(Reading(one.id) for one in chosen))


@pytest.fixture
def read(monkeypatch):
    """Which records were read back, and how often."""
    read, counted = decoded._read, Counter()

    def counting(kind, document, body):
        counted[body] += 1
        return read(kind, document, body)

    monkeypatch.setattr(decoded, "_read", counting)
    return counted


@pytest.fixture
def held(place):
    with opened(place.where, keep_decoded=True) as ledger:
        ledger.record(case(*REPORTS[:3]), "a reader")
        yield ledger


def test_what_is_held_is_not_read_back_again(held, read):
    assert held.case() == case(*REPORTS[:3])
    assert held.case() is held.case()
    held.record(case(*REPORTS), "a reader")
    assert held.case() == case(*REPORTS)
    assert set(read.values()) == {1}
    assert len(read) == len(REPORTS)


def test_the_case_is_the_one_that_a_ledger_without_memory_gives(held, place):
    held.case()
    for more in (REPORTS, REPORTS[1:4], REPORTS[::-1]):
        with opened(place.where) as other:
            other.record(case(*more), "a reader")
            assert held.case() == other.case() == case(*more)
            assert held.at(1) == other.at(1)


def test_a_ruling_alone_is_seen_at_once(held, read):
    before = held.case()
    held.keep_ruling(lambda made: Ruling(0, "note", (), "anna", why="look"))
    assert [one.ruling.number for one in held.case().rulings] == [1]
    assert replace(held.case(), rulings=()) == before
    assert set(read.values()) == {1}


def test_what_is_no_longer_current_is_let_go(held, read):
    held.case()
    held.record(case(*REPORTS[3:]), "a reader")
    held.case()
    assert held.at(1) == case(*REPORTS[:3])
    assert max(read.values()) == 2


def test_threads_that_ask_at_once_read_each_record_once(held, read):
    with ThreadPoolExecutor(8) as pool:
        for size in range(3, 7):
            held.record(case(*REPORTS[:size]), "a reader")
            found = list(pool.map(lambda _: held.case(), range(40)))
            assert set(map(id, found)) == {id(found[0])}
            assert found[0] == case(*REPORTS[:size])
    assert set(read.values()) == {1}


@pytest.fixture
def large(place, monkeypatch):
    """A ledger that holds so many reports that a part of its records stays folded."""
    monkeypatch.setattr(decoded, "MANY", 1)
    with opened(place.where, keep_decoded=True) as ledger:
        ledger.record(_first(story(), 2), "a reader")
        ledger.record(story(), "a reader")
        yield ledger


def _first(whole: Case, count: int) -> Case:
    kept = whole.documents[:count]
    return Case(kept, whole.readings[:count])


def test_of_many_reports_some_kinds_stay_folded_and_are_the_same(large, place):
    found = large.case()
    assert isinstance(found.lineage.links, Records)
    assert any(isinstance(one.statements, Records) for one in found.readings)
    with opened(place.where) as other:
        assert found == other.case()
        assert large.at(1) == other.at(1)
    assert large.case() == found


def test_what_moved_is_the_same_whether_folded_or_not(large, place):
    with opened(place.where) as other:
        assert changes(large.at(1), large.case()) == changes(other.at(1), other.case())


def test_whoever_works_all_out_anew_gets_what_reports_say_folded(large, monkeypatch):
    found = large.read()
    assert any(isinstance(one.causes, Records) for one in found.readings)
    monkeypatch.setattr(decoded, "MANY", len(found.documents))
    assert not any(isinstance(one.causes, Records) for one in large.read().readings)
    assert found == large.read()


def test_what_a_folded_case_holds_is_recorded_as_the_same_rows(large, place):
    with opened(place.new().where) as other:
        other.record(large.case(), "a reader")
        assert other.case() == story()
    assert digests(large.case()) == digests(story())


def test_a_ruling_decodes_only_the_report_that_it_is_about(large, monkeypatch):
    case, asked, record = large.case(), [], Folded.record
    denied = next(s for r in case.readings for s in r.statements if s.stance == "against")
    large.keep_ruling(lambda _: rulings.drafted("undeny", [denied], case, "Ana", "why"))

    def counting(shelf, at):
        asked.append(record(shelf, at))
        return asked[-1]

    monkeypatch.setattr(Folded, "record", counting)
    corrected = as_ruled(large.case())
    assert {one.document for one in asked} == {denied.document}
    monkeypatch.undo()
    assert sum(a != b for a, b in zip(corrected, case.readings, strict=True)) == 1


def test_pages_find_the_same_by_any_id(large, place):
    folded = Shelf(large.case())
    with opened(place.where) as other:
        plain = Shelf(other.case())
    assert dict(folded.records) == dict(plain.records)
    assert "no such id" not in folded.records


def test_a_folded_record_is_fetched_once_and_let_go_where_much_is(large, monkeypatch):
    large.case()
    stock = large._decoded._folded["read statements"]
    before = len(stock._shelf.owners)
    large.record(story(), "another reader")
    assert large.case() == story()
    assert len(stock._shelf.owners) == before
    monkeypatch.setattr(folding, "SOME", 1)
    large.record(_first(story(), 2), "a reader")
    assert large.case() == _first(story(), 2)
    assert len(stock._shelf.owners) < before
