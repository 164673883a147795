"""A report knows which of its sentences holds a character; a date its day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Document, Span, day_of


def report(sentences):
    return Document(
        "d", "d.txt", None, None, None, None, None, None, "en", " " * 400, tuple(sentences), "0"
    )


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 9)), max_size=20), st.integers(0, 300))
def test_the_sentence_at_a_character_is_the_one_that_holds_it(parts, at):
    sentences, end = [], 0
    for gap, size in parts:
        sentences.append(Span(end + gap, end + gap + size))
        end += gap + size
    held = [s for s in sentences if s.start <= at < s.end]
    assert report(sentences).sentence_at(at) == (held[0] if held else None)
    two = Span(at, at + 2)
    whole = [s for s in sentences if two in s]
    assert report(sentences).sentence_of(two) == (whole[0] if whole else None)


def test_between_sentences_there_is_none():
    document = report([Span(0, 10), Span(12, 20)])
    assert document.sentence_at(9) == Span(0, 10)
    assert document.sentence_at(10) is None
    assert document.sentence_at(20) is None


@pytest.mark.parametrize(
    ("iso", "day"),
    [
        ("2031-03-05", date(2031, 3, 5)),
        ("2031-03-05T08:10:00Z", date(2031, 3, 5)),
        ("2031-02-30", None),
        ("March 2031", None),
        ("", None),
        (None, None),
    ],
)
def test_the_day_of_what_is_no_date_is_none(iso, day):
    assert day_of(iso) == day
