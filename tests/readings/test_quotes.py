"""Quotations are paired within a paragraph, and odd marks are tolerated."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportedly.readings.quotes import quotes


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in quotes(text)]


def test_curly_and_straight_marks_both_quote():
    assert cut('“We fled,” he said. "All of us."') == ["“We fled,”", '"All of us."']


def test_a_quotation_left_open_ends_with_its_paragraph():
    assert cut("“We fled.\n“Then we hid.”") == ["“We fled.", "“Then we hid.”"]


def test_an_apostrophe_is_no_quotation_mark():
    assert cut("Vesk’s army said it's over") == []


def test_a_quotation_within_one_does_not_end_it():
    assert cut("“He called it ‘a farce’ twice,” she said.") == ["“He called it ‘a farce’ twice,”"]


def test_a_lone_mark_at_the_end_of_a_line_quotes_nothing():
    assert cut('The mast was 9"\nand fell') == []


@given(st.text(alphabet='ab “”"„«»\n\r\u2028'))
def test_quotations_lie_in_order_within_one_line(text: str):
    found = quotes(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert not any({"\n", "\r"} & set(text[s.start : s.end]) for s in found)
