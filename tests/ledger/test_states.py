"""A run says what changed in the list of a kind, and every earlier list can still be told."""

import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import document
from reportedly.ledger import opened
from reportedly.ledger.database import Database
from reportedly.ledger.states import State, current, edited, edits
from reportedly.model import Case, Reading

REPORTS = [document(f"The bridge at Orsk fell, witness {n} said.") for n in range(120)]
lists = st.lists(st.sampled_from("abcdefghij"), max_size=12)


def case(chosen):
    return Case(tuple(chosen), tuple(Reading(one.id) for one in chosen))


def read(where, run=None):
    database = Database(where)
    with database.reading() as connection:
        found = current(connection, run)
    database.close()
    return found


@given(lists, lists)
def test_changes_lead_from_one_list_to_the_other(before, after):
    """Whatever comes, goes, moves or stands twice."""
    assert edited(before, edits(before, after)) == after
    assert edited(before, json.loads(json.dumps(list(edits(before, after))))) == after


@given(st.permutations("abcdefgh"), st.integers(0, 7), st.integers(0, 7))
def test_one_that_moves_is_all_that_is_written(before, at, to):
    after = [one for one in before if one != before[at]]
    after.insert(to, before[at])
    came = [one for _, _, some in edits(before, after) for one in some]
    assert len(came) == (before != after)


def test_lists_that_are_one_have_no_changes():
    assert list(edits("abc", "abc")) == list(edits("", "")) == []


def test_what_one_more_report_writes_does_not_grow_with_the_ledger(place):
    with opened(place.where) as ledger:
        ledger.record(case(REPORTS[:100]), "a reader")
        ledger.record(case(REPORTS[:101]), "a reader")
    ((base, told),) = place.rows(
        "SELECT base, digests FROM states WHERE run = 2 AND kind = 'documents'"
    )
    ((_, gone, came),) = json.loads(told)
    assert (base, gone, len(came)) == (1, 0, 1)


def test_a_list_is_written_whole_where_its_changes_take_as_much_room(place):
    """Reading never costs more than twice the list."""
    with opened(place.where) as ledger:
        for run in range(60):
            ledger.record(case(Random(run).sample(REPORTS, 100)), "a reader")
            state = read(place.where)["documents"]
            assert state.length < len(json.dumps(list(state.digests)))
    bases = [base for (base,) in place.rows("SELECT base FROM states WHERE kind = 'documents'")]
    assert bases.count(None) > 1


def test_a_list_of_few_changes_is_not_written_again(place):
    with opened(place.where) as ledger:
        for run in range(20):
            ledger.record(case(REPORTS[: 100 + run]), "a reader")
    bases = [base for (base,) in place.rows("SELECT base FROM states WHERE kind = 'documents'")]
    assert sorted(bases, key=lambda base: base or 0) == [None, *[1] * 19]


@pytest.mark.parametrize("seed", range(3))
def test_every_earlier_run_is_told_as_it_was(place, seed):
    chance, made = Random(seed), []
    with opened(place.where) as ledger:
        for _ in range(25):
            held = list(made[-1].documents) if made else REPORTS[:60]
            for _ in range(chance.randrange(3)):
                held.insert(chance.randrange(len(held) + 1), chance.choice(REPORTS))
                held.pop(chance.randrange(len(held)))
            if not chance.randrange(9):
                chance.shuffle(held)
            made.append(case(dict.fromkeys(held)))
            ledger.record(made[-1], f"reader {len(made)}")
        assert ledger.case() == made[-1]
        for run, one in enumerate(made, 1):
            assert ledger.at(run) == one


def test_an_empty_list_is_one_too(place):
    with opened(place.where) as ledger:
        for some in (REPORTS[:3], [], REPORTS[:2]):
            ledger.record(case(some), "a reader")
            assert ledger.case() == case(some)
        assert ledger.at(2) == Case()


def test_of_a_kind_that_never_was_nothing_is_current(place):
    opened(place.where).__enter__().close()
    assert read(place.where).get("claims", State()) == State()
