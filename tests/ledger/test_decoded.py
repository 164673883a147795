"""A ledger that is held open reads each record back once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from build import document
from reportedly.ledger import decoded, opened
from reportedly.model import Case, Reading, Ruling

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
