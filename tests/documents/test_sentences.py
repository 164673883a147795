"""Sentences and paragraphs tile the text and cross no line break."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.documents.sentences import paragraphs, sentences


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


def test_a_full_stop_before_a_capital_ends_a_sentence():
    assert cut("Doru fled. The town fell.") == ["Doru fled.", "The town fell."]


def test_titles_and_initials_end_no_sentence():
    text = "Gen. Doru met the Rev. Petru Vesk in the U.S. Navy yard."
    assert cut(text) == [text]


def test_a_quotation_that_goes_on_after_initials_starts_a_sentence():
    text = "“We fled,” he said in Port S.V. “The town fell.”"
    assert cut(text) == ["“We fled,” he said in Port S.V.", "“The town fell.”"]


def test_closing_quotation_marks_belong_to_the_sentence_they_close():
    assert cut("“We fled.” He wept.") == ["“We fled.”", "He wept."]


def test_a_line_break_ends_a_sentence_whatever_stands_before_it():
    assert cut("Vesk falls\nThe army fled") == ["Vesk falls", "The army fled"]


def test_blank_lines_are_no_paragraphs():
    assert len(paragraphs("One.\n \n\nTwo.\n")) == 2


@pytest.mark.parametrize("piece", ["!", "Mr. A ", "A.B.", "!) ", ".”", ". ", "! “"])
def test_long_hostile_paragraphs_take_linear_time(piece: str):
    text = piece * (200_000 // len(piece)) + "x"
    start = time.process_time()
    sentences(text)
    assert time.process_time() - start < 2


@given(st.text(alphabet='ab AB.!?…"“”’()\n\r\t\u00a0\u2028\U0001f600'))
def test_sentences_lie_in_order_within_one_paragraph_and_leave_no_word_out(text: str):
    found = sentences(text)
    assert list(found) == sorted(found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(any(s in p for p in paragraphs(text)) for s in found)
    assert all(text[s.start : s.end].strip() for s in found)
    covered = {i for s in found for i in range(s.start, s.end)}
    assert all(c.isspace() for i, c in enumerate(text) if i not in covered)
