"""A ledger keeps what it told to whom, and knows which reports it holds."""

import pytest

from ledger.room import A, B, W
from reportedly.errors import UsageError
from reportedly.ledger import opened
from reportedly.model import Retrieval


def test_a_new_listener_is_told_what_comes_from_then_on(room):
    with opened(room.where) as ledger:
        assert ledger.told("early") == 0
    room.add(A, W)
    with opened(room.where) as ledger:
        assert (ledger.told("early"), ledger.told("late")) == (0, 1)
    room.add(B)
    with opened(room.where) as ledger:
        assert (ledger.told("early"), ledger.told("late")) == (0, 1)


def test_nobody_is_taken_back_behind_what_was_said(room):
    with opened(room.where) as ledger:
        ledger.tell("x", 3)
        ledger.tell("x", 2)
        ledger.tell("y", 1)
        assert (ledger.told("x"), ledger.told("y")) == (3, 1)


@pytest.mark.parametrize("name", ["\0", "\ud800"])
def test_a_name_that_no_store_holds_is_refused(room, name):
    with opened(room.where) as ledger, pytest.raises(UsageError):
        ledger.told(name)


def test_it_knows_its_reports_and_no_other_records(room):
    case = room.add(A, B)
    with opened(room.where) as ledger:
        ids = [A.document.id, W.document.id, case.gathering.claims[0].id]
        assert ledger.routes(ids) == {A.document.id: (Retrieval.of(A.document),)}
        assert ledger.routes(f"{n:016x}" for n in range(1200)) == {}
        assert ledger.routes([]) == {}
