"""A content is read again as a text of its own, every character knowing where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Span
from reportedly.readings.tagger.contents import NOWHERE, again, inside


def test_a_content_becomes_a_sentence():
    text = "He said that “the army denied it,” and left."
    ((part, places),) = again(text, [Span(8, 34)])
    assert part == "… the army denied it."
    assert inside(part) == "the army denied it"
    assert places[2] == text.index("the army")


def test_pieces_of_one_sentence_stand_together_and_those_of_two_apart():
    text = "“The road,” he said, “is closed. Nobody knows why.”"
    parts = [part for part, _ in again(text, [Span(0, 10), Span(22, 32), Span(33, 51)])]
    assert parts == ["… The road is closed.", "… Nobody knows why."]


@given(
    st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=3)
)
def test_every_character_knows_its_place(text, pairs):
    spans = sorted(Span(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in pairs)
    for part, places in again(text, spans):
        assert len(part) == len(places)
        assert all(text[at] == c for c, at in zip(part, places, strict=True) if at != NOWHERE)
