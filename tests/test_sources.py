"""Whose word it is can be said only in characters of the report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import spans
from newsroom import named, report
from reportedly.errors import UsageError
from reportedly.model import Actor, Case, Evidence, Gathering, Source, cut
from reportedly.sources import source_of

TEXT = (
    "Ana Brel of the board said the mill burnt. The board denied it, he said. "
    "A guard of the Board, and Ana Brel, saw it. The boards fell."
)
ONE = report(TEXT)
ONE.said(named(TEXT, "he", "person"), "he said", "denied it", "denial")
ONE.said(named(TEXT, "The board", "office", country="UA"), "denied", "it", "fire")
ONE.said(None, "saw", "it", "fire")
OTHER = report("A lamp burns, the union said.", "Lund Mail")
OTHER.said("the union", "said", "A lamp burns", "fire")


def actor(name, about, words):
    text = about.document.text
    mention = Evidence(about.document.id, spans(text, words))
    return Actor(f"{name[:3].lower()}0000000000000", name, "person", "UA", (mention,))


ANA, FAR = actor("Ana Brel", ONE, "Ana Brel"), actor("Far Away", OTHER, "lamp")
CASE = Case(
    (ONE.document, OTHER.document), (ONE.reading, OTHER.reading), Gathering(actors=(ANA, FAR))
)
ABOUT, BOARD, NOBODY = ONE.attributions


def source(value):
    return source_of(ABOUT, value, CASE)


def test_another_attribution_of_the_report_lends_its_source():
    assert source(BOARD.id) == BOARD.source


def test_an_actor_is_meant_where_the_report_names_it():
    assert source(ANA.id) == Source(spans(TEXT, "Ana Brel"), "person", "Ana Brel", "UA")


def test_words_are_taken_where_they_stand_nearest_to_the_cue():
    found = source("Ana Brel")
    assert found.spans[0].start == TEXT.rindex("Ana Brel")
    assert (found.kind, found.name, found.country) == ("person", "Ana Brel", "UA")


def test_words_that_are_a_source_elsewhere_in_the_report_are_of_its_kind():
    found = source("the Board")
    assert cut(TEXT, found.spans) == "the Board"
    assert (found.kind, found.country) == ("office", "UA")


def test_what_words_are_is_not_guessed():
    assert source("A guard") == Source(spans(TEXT, "A guard"), "unspecified")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("the mayor", "nor the report these words"),
        ("Ana Bre", "nor the report these words"),
        ("ana brel", "nor the report these words"),
        ("Far Away", "nor the report these words"),
        (FAR.id, "not named in the report"),
        (OTHER.attributions[0].id, "of another report"),
        (NOBODY.id, "names nobody"),
        (ABOUT.id, "the source that the attribution has"),
    ],
)
def test_nobody_is_put_in_whom_the_report_does_not_have(value, words):
    with pytest.raises(UsageError, match=words):
        source(value)


@given(st.one_of(st.text(max_size=12), st.integers(0, 90).flatmap(
    lambda at: st.integers(1, 30).map(lambda size: TEXT[at : at + size]))))  # fmt: skip
def test_a_source_is_a_slice_of_the_report_or_refused(value):
    value = value.strip()
    try:
        found = source(value) if value else None
    except UsageError:
        return
    assert found is None or cut(TEXT, found.spans) == value
