"""A ruling is kept at once and worked out after, whoever is stopped or comes meanwhile."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from ledger.room import A, B, C
from reportedly import desk, rulings
from reportedly.errors import LedgerError, UsageError
from reportedly.ledger import opened, store
from reportedly.shelf import Shelf
from reportedly.views import finding


def drafted(kind, *ids, by="anna"):
    def draft(case):
        return rulings.drafted(kind, [finding.record(Shelf(case), id_) for id_ in ids], case, by)

    return draft


def killed(*_):
    raise KeyboardInterrupt


@pytest.mark.parametrize("next_", ["catch up", "rule", "add", "add again"])
def test_a_ruling_is_kept_at_once_and_whoever_comes_next_works_it_out(room, monkeypatch, next_):
    room.add(A, B)
    with monkeypatch.context() as patch:
        patch.setattr(store, "_append", killed)
        with pytest.raises(KeyboardInterrupt):
            room("different", A.statements[0].id, B.statements[0].id)
    assert room.states == ["in force"]
    assert room.claim(A) == room.claim(B)
    with opened(room.where) as ledger:
        assert [ruling.number for ruling in ledger.pending()] == [1]
        if next_ == "catch up":
            before, after = desk.catch_up(ledger)
            assert len(before.gathering.claims) < len(after.gathering.claims)
    if next_ == "rule":
        room("hide", room.claim(A).id)
    elif next_ != "catch up":
        room.add(C if next_ == "add" else A)
    assert room.claim(A) != room.claim(B)
    with opened(room.where) as ledger:
        assert ledger.pending() == ()


def test_catching_up_with_nothing_writes_nothing(room):
    room.add(A)
    with opened(room.where) as ledger:
        mark = ledger.mark()
        before, after = desk.catch_up(ledger)
        assert before == after
        assert ledger.mark() == mark


def test_a_ruling_that_changes_no_record_is_caught_up_with_by_a_run_without_states(room):
    room.add(A)
    room("hide", room.claim(A).id)
    with opened(room.where) as ledger:
        assert [(run.number, run.ruling) for run in ledger.runs()] == [(1, 0), (2, 1)]
        assert ledger.at(2).gathering == ledger.at(1).gathering
    assert room.place.rows("SELECT count(*) FROM states WHERE run = 2") == [(0,)]


def test_a_ruling_made_while_another_is_worked_out_stays_pending_until_it_is_worked_out(
    room, monkeypatch
):
    room.add(A, B, C)
    compare, made = desk.pipeline.compare, []

    def slow(*given):
        if not made:
            with opened(room.where) as other:
                draft = drafted("different", C.statements[0].id, A.statements[0].id, by="ben")
                made.append(desk.keep_ruling(other, draft))
        return compare(*given)

    monkeypatch.setattr(desk.pipeline, "compare", slow)
    room("different", B.statements[0].id, A.statements[0].id)
    assert room.claim(B) != room.claim(A) != room.claim(C)
    with opened(room.where) as ledger:
        assert [run.ruling for run in ledger.runs()] == [0, 1, 2]
        assert ledger.pending() == ()


def test_an_undoing_of_what_somebody_else_has_just_undone_is_refused(room):
    room.add(A)
    room("hide", room.claim(A).id)
    with opened(room.where) as ledger:
        came = []

        def draft(case):
            made = rulings.undoing("1", case, "anna")
            if not came:
                came.append(room("undo", "1", by="ben"))
            return made

        with pytest.raises(UsageError, match="undone already, by ruling 2"):
            desk.keep_ruling(ledger, draft)
    assert [logged.ruling.by for logged in room.case.rulings] == ["anna", "ben"]


def test_many_who_rule_at_once_get_numbers_of_their_own_and_lose_nothing(room):
    room.add(A)
    id_ = room.claim(A).id

    def many(who):
        for _ in range(10):
            room("hide", id_, by=who)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(many, "abcd"))
    made = [logged.ruling for logged in room.case.rulings]
    assert [ruling.number for ruling in made] == list(range(1, 41))
    assert Counter(ruling.by for ruling in made) == dict.fromkeys("abcd", 10)
    with opened(room.where) as ledger:
        assert ledger.pending() == ()


def test_the_case_of_an_earlier_run_has_the_rulings_of_that_time(room):
    room.add(A, B)
    first = room.case
    room("different", A.statements[0].id, B.statements[0].id)
    second = room.case
    room.add(C)
    with opened(room.where) as ledger:
        assert (ledger.at(1), ledger.at(2)) == (first, second)
        assert ledger.since(ledger.runs()[-1].recorded) == (second, ledger.case())
        with pytest.raises(LedgerError, match="no run has the number 9"):
            ledger.at(9)


def test_an_addition_that_began_before_a_ruling_does_not_overwrite_it(room, monkeypatch):
    room.add(A, B)
    ids = room.claim(A).id, B.statements[0].id
    read, ruled = desk.read, []

    def slow(chosen, way=None, ledger=None):
        if not ruled:
            ruled.append(room("different", *ids))
        return read(chosen, way)

    monkeypatch.setattr(desk, "read", slow)
    room.add(C)
    assert room.states == ["in force"]
    assert room.claim(A) != room.claim(B)
    assert C.document in room.case.documents


def test_a_ruling_does_not_lose_a_report_that_came_meanwhile(room):
    room.add(A, B)
    came = []

    def draft(case):
        if not came:
            came.append(room.add(C))
        records = [finding.record(Shelf(case), s.id) for s in (A.statements[0], B.statements[0])]
        return rulings.drafted("different", records, case, "anna")

    with opened(room.where) as ledger:
        desk.rule(ledger, draft)
    assert C.document in room.case.documents
    assert room.claim(A) != room.claim(B)
