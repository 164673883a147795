"""The words around a name tell who acts, what is quoted, and who has no name."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.around import acts, does, is_place, quoted, strangers
from reportedly.model import Span


def test_quotations_end_with_their_mark_or_their_paragraph():
    text = '“One,” he said.\n“Two goes on\n"Three" ends.'
    assert [text[s.start : s.end] for s in quoted(text)] == ["“One,”", "“Two goes on", '"Three"']


@pytest.mark.parametrize(
    ("text", "acting"),
    [("Lund said no.", True), ("Lund has raised it.", True), ("Lund, he said.", False)],
)
def test_a_name_acts_where_a_verb_of_doing_follows(text, acting):
    assert acts(text, Span(0, 4)) is acting


@pytest.mark.parametrize(
    ("text", "doing"),
    [("it would pay", True), ("it raised a bid", True), ("it is late", False),
     ("it has been late", False), ("it.", False)],
)  # fmt: skip
def test_an_it_that_merely_is_does_nothing(text, doing):
    assert does(text, Span(0, 2)) is doing


def test_a_country_after_its_town_is_a_place():
    assert is_place("from Lund, Norway, to", Span(11, 17))
    assert not is_place("Lund and Norway said", Span(9, 15))


def test_a_woman_without_a_name_is_no_rival_of_a_he():
    assert strangers("Another woman said ", "female")
    assert not strangers("Another woman said ", "male")


@given(st.text(alphabet='ab “”"\n', max_size=60))
def test_quotations_never_overlap(text):
    found = quoted(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
