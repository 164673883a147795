"""Mentions of one event in many reports are joined; mentions of others are not."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import report
from reportedly.claims.eventmarks import HEADS, OTHERS, columns, marks
from reportedly.claims.events import gather_events, joined, linked, mentions
from reportedly.claims.eventspots import candidates, named, spots
from reportedly.claims.scenes import Scene, actors

MAYOR = (("agent", "Police", None), ("patient", "the mayor of Ruvan", None))


def told(text, words, predicate, event, actors=()):
    """One report that asserts one thing, as a mention."""
    one = report(text)
    one.own(words, event, predicate=predicate, actors=actors)
    (statement,) = one.statements
    (found,) = mentions(one.document, one.reading, {statement.predicate: statement})
    return found


ARRESTED = told(
    "Police arrested the mayor of Ruvan on Monday.",
    "Police arrested the mayor of Ruvan on Monday", "arrested", "arrest", MAYOR,
)  # fmt: skip
AGAIN = told(
    "Police have arrested the mayor of Ruvan over the harbour contract.",
    "Police have arrested the mayor of Ruvan over the harbour contract", "arrested", "arrest",
    MAYOR,
)  # fmt: skip
ARREST = told(
    "The arrest of the mayor of Ruvan by Police was announced on Monday.",
    "The arrest of the mayor of Ruvan by Police", "arrest", "arrest",
    (("patient", "the mayor of Ruvan", None), ("agent", "Police", None)),
)  # fmt: skip
FLOOD = told(
    "A flood closed the two bridges at Tolvek.",
    "A flood closed the two bridges at Tolvek", "closed", "clos",
    (("agent", "A flood", None), ("patient", "the two bridges", None)),
)  # fmt: skip
STORY = (ARRESTED, AGAIN, ARREST, FLOOD)


def test_one_arrest_in_three_reports_is_one_event_and_a_flood_another():
    groups = {frozenset(group) for group in map(tuple, gather_events(STORY))}
    assert frozenset({FLOOD}) in groups
    assert any({ARRESTED, AGAIN} <= group for group in groups)


@given(st.permutations(STORY))
@settings(deadline=None, max_examples=10)
def test_the_order_of_the_mentions_is_nothing(order):
    assert gather_events(order) == gather_events(STORY)


def test_nothing_is_no_group():
    assert gather_events(()) == ()


def test_every_mention_is_in_one_group():
    groups = gather_events(STORY)
    assert sorted(one.order for group in groups for one in group) == sorted(
        one.order for one in STORY
    )


def test_a_join_gives_its_reasons_with_both_mentions_as_evidence():
    reasons = joined(ARRESTED, AGAIN, STORY)
    texts = {one.__doc__.splitlines()[0] for one in (*HEADS, *OTHERS)}
    assert {reason.text for reason in reasons} <= texts
    assert {e.document for e in reasons[0].evidence} == {
        ARRESTED.document.id, AGAIN.document.id
    }  # fmt: skip
    assert "same_word" in {reason.name for reason in reasons}


def test_each_feature_is_a_table_that_is_the_same_from_both_sides():
    scene = Scene(STORY)
    for feature in (*HEADS, *OTHERS):
        table = feature(scene)
        assert table.shape == (4, 4), feature.__name__
        assert np.allclose(table, table.T), feature.__name__
        assert table.min() > -1e-9, feature.__name__
        assert table.max() < 1.5, feature.__name__


def test_each_column_of_the_marks_has_a_name():
    assert marks(Scene(STORY)).shape == (4, 4, len(columns()))
    assert len(set(columns())) == len(columns())


def test_people_in_common_count_and_others_count_against():
    table = Scene((ARRESTED, AGAIN, FLOOD)).shared(actors)
    assert table[0, 1] == pytest.approx(1.0)
    assert table[0, 2] == -1.0


def test_groups_agree_on_average():
    alike = np.array([[1, 0.9, 0.5], [0.9, 1, 0.1], [0.5, 0.1, 1]])
    assert linked(alike, 0.4) == ((0, 1), (2,))
    assert linked(alike, 0.3) == ((0, 1, 2),)


@given(st.lists(st.floats(0, 1), min_size=10, max_size=10), st.floats(0.05, 0.95))
def test_a_higher_bound_never_joins_more(values, join):
    alike = np.zeros((5, 5))
    for (one, other), value in zip(combinations(range(5), 2), values, strict=True):
        alike[one, other] = alike[other, one] = value
    loose, strict = linked(alike, join), linked(alike, min(join + 0.1, 1.0))
    assert all(any(set(part) <= set(group) for group in loose) for part in strict)


def test_events_are_found_where_they_are_named_without_being_asserted():
    one = report("Police spoke about the arrest of the mayor and the trial in Ruvan.")
    found = named(one.document, one.reading, one.document.sentences)
    words = {one.document.text[at.start : at.end] for at in found}
    assert {"arrest", "trial"} <= words
    assert not {"mayor", "Ruvan", "the"} & words


@given(st.text(max_size=80))
def test_words_in_question_are_cut_from_the_text(text):
    one = report(text)
    places = candidates(one.document, one.document.sentences)
    assert (
        tuple(s.place for s in spots(one.document, one.reading, one.document.sentences)) == places
    )
    assert all(one.document.text[at.start].isalpha() for at in places)
