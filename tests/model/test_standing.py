"""Which rulings count: the log says what became of each."""

import pytest

from build import document
from reportedly.model import (
    Case,
    Factor,
    Groups,
    Reading,
    Ruling,
    Span,
    Statement,
    Target,
    Tie,
    contradicted,
    decisions,
    log,
)

TOLD = document("The bridge fell. The ferry sank. The mill burnt.")


def statement(name, at, attribution=None):
    return Statement(
        name, TOLD.id, attribution, Span(at, at + 9), (Span(at, at + 9),), Span(at, at + 3), "fall",
        None, (), None, None, None, "+", "actual", "for", "CT+", "CT+",
    )  # fmt: skip


A, B, C = (statement(name, at) for name, at in (("a", 0), ("b", 17), ("c", 33)))
CASE = Case((TOLD,), (Reading(TOLD.id, (), (A, B, C)),))


def target(of):
    return Target("statement", of.id, TOLD.id, of.id, of.predicate, of.attribution is None)


def ruling(number, kind, *of, **fields):
    return Ruling(number, kind, tuple(target(one) for one in of), "anna", **fields)


def undo(number, undoes):
    return Ruling(number, "undo", (), "anna", undoes=undoes)


def states(*rulings, case=CASE):
    return [(logged.state, logged.against) for logged in log(rulings, case)]


def ties(*rulings, case=CASE):
    return [(t.kind, t.one, t.other) for t in decisions(rulings, case.readings).claims]


def test_a_ruling_counts_until_it_is_undone_and_again_when_that_is_undone():
    first = ruling(1, "same", A, B)
    assert ties(first) == [("same", "a", "b")]
    assert ties(first, undo(2, 1)) == []
    assert [s for s, _ in states(first, undo(2, 1))] == ["undone", "in force"]
    assert ties(first, undo(2, 1), undo(3, 2)) == [("same", "a", "b")]
    assert [s for s, _ in states(first, undo(2, 1), undo(3, 2))] == [
        "in force", "undone", "in force",
    ]  # fmt: skip


def test_of_two_that_contradict_one_another_the_later_counts_and_both_say_so():
    two = ruling(1, "same", A, B), ruling(2, "different", B, A)
    assert ties(*two) == [("different", "b", "a")]
    assert states(*two) == [("overruled", (2,)), ("in force", (1,))]


def test_the_first_of_three_gives_way_where_only_all_three_cannot_hold():
    three = ruling(1, "same", A, B), ruling(2, "same", B, C), ruling(3, "different", A, C)
    assert ties(*three) == [("same", "b", "c"), ("different", "a", "c")]
    assert states(*three) == [("overruled", (3,)), ("in force", ()), ("in force", (1,))]


def test_what_a_ruling_was_seen_to_overrule_comes_back_when_that_is_undone():
    two = ruling(1, "same", A, B), ruling(2, "different", A, C, overrules=(1,))
    assert ties(*two) == [("different", "a", "c")]
    assert ("same", "a", "b") in ties(*two, undo(3, 2))


def test_unsure_of_statements_takes_nothing_back_and_joins_nothing():
    two = ruling(1, "same", A, B), ruling(2, "unsure", A, B)
    assert ties(*two) == [("same", "a", "b")]
    assert states(*two) == [("in force", ()), ("in force", ())]


def test_a_statement_that_another_reader_calls_otherwise_is_found_where_it_stands():
    other = Case(
        (TOLD,), (Reading(TOLD.id, (), (statement("x", 0, "said"), statement("y", 0), B)),)
    )
    held = ruling(1, "different", A, B)
    assert ties(held, case=other) == [("different", "y", "b")]
    assert states(held, case=other) == [("in force", ())]


def test_a_ruling_on_what_is_gone_says_so_and_does_nothing():
    held = ruling(1, "different", A, B)
    gone = Case((TOLD,), (Reading(TOLD.id, (), (B,)),))
    assert ties(held, case=gone) == []
    assert states(held, case=gone) == [("not attached", ())]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_the_number_of_a_tie_decides_and_not_its_place(order):
    held = [
        Tie(1, "same", "a", "b", Factor("ruling", 0, "")),
        Tie(2, "unsure", "a", "b", Factor("ruling", 0, "")),
        Tie(3, "different", "a", "b", Factor("ruling", 0, "")),
    ]
    chosen = [held[at] for at in order]
    assert contradicted(chosen, lambda t: (t.one, t.other)) == {1: 3, 2: 3}


def test_groups_are_one_by_way_of_others():
    groups = Groups()
    groups.join(1, 2)
    groups.join(3, 2)
    assert groups.top(1) == groups.top(3)
    assert groups.top(4) == 4
