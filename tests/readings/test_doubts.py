"""Words beside a statement by which its voice is not certain of it, whatever the cue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import document
from reportedly.model import Span, cut
from reportedly.readings import read
from reportedly.readings.doubts import NAME, doubt, lowered

WHO = "Ilse Daren, the harbour master,"


def told(text):
    """How sure the ferry's sinking is told, and the words that doubt it."""
    (one,) = (s for s in read(document(text)).statements if s.predicate.start == text.index("sank"))
    words = [cut(text, e.spans) for r in one.reasons if r.name == NAME for e in r.evidence]
    return one.factuality, words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{WHO} had heard, at second hand, that the ferry sank off Norrin.", "had heard"),
        (f"{WHO} said that in all likelihood the ferry sank off Norrin.", "in all likelihood"),
        (f"As far as {WHO} could tell, the ferry sank off Norrin.", f"As far as {WHO} could tell"),
        (f"{WHO} lets it be understood that the ferry sank off Norrin.", "lets it be understood"),
    ],
)
def test_who_is_not_certain_holds_it_probable_at_most(text, words):
    value, found = told(text)
    assert value in {"PR+", "PS+"}
    assert found == [words]


def test_what_somebody_had_heard_is_no_doubt_where_that_is_what_happened():
    text = f"{WHO} said that two fishermen had heard a bang before the ferry sank off Norrin."
    assert told(text) == ("CT+", [])


def test_only_what_is_certain_is_lowered():
    values = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu")
    assert [lowered(v) for v in values] == ["PR+", *values[1:]]


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_words_of_doubt_stand_in_the_sentence(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    made = f"{text[:start]} at a guess {text[start:]}"
    sentence = Span(start, min(end + 12, len(made)))
    found = doubt(document(made), sentence, ())
    if found:
        assert all(
            s.start >= sentence.start and s.end <= sentence.end for s in found.evidence[0].spans
        )
