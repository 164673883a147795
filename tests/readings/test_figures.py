"""Figures and numbers as plain text: what they are worth, and what looks like one and is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Span
from reportedly.readings.figures import figures
from reportedly.readings.numerals import numeral

WORDS = """
    at least over between from about and to or - – 12 10,000 3.5 half a an third dozen dozens of
    hundred thousand million two six twenty none no $ € % percent k bn March 2021 9:30 aged
    soldiers . , more so odd
"""
TEXTS = st.lists(st.sampled_from([*WORDS.split(), "\n", "\n\n"]), max_size=14).map(" ".join)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,240", 1240),
        ("12k", 12_000),
        ("3.2bn", 3_200_000_000),
        ("two hundred and six", 206),
        ("sixty-five thousand four hundred and twelve", 65_412),
        ("two and a half million", 2_500_000),
        ("a quarter of a million", 250_000),
        ("half a dozen", 6),
        ("tens of thousands", 20_000),
        ("two thirds", 66.67),
        ("one in five", 20),
        ("a couple of", 2),
        ("none", 0),
    ],
)
def test_numbers_are_worth_what_they_say(text, value):
    """Figures, words, and mixtures of both."""
    read = numeral(text)
    assert read is not None
    assert value == read.value


@pytest.mark.parametrize(
    "text",
    [
        "the 95th Brigade", "at 9:30", "at 10 p.m.", "on March 3", "on 3 March 2021", "a T-72",
        "aged 30 to 40", "the 46-year-old", "in the 1990s", "an 18-month inquiry", "by 52-48",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_figure_is_passed_over(text):
    """Ordinals, times, dates, ages, names, compounds."""
    assert not list(figures(text))


@given(TEXTS)
def test_figures_lie_inside_the_text_in_order(text):
    """Every span is within the text, none overlaps the next, and low is never above high."""
    end = 0
    for one in figures(text):
        low, best, high = one.bounds
        assert end <= one.span.start <= one.start < one.span.end <= len(text)
        assert one.number in one.span
        assert low is None or high is None or low <= high
        assert best is None or (low or best) <= best <= (high or best)
        end = one.span.end


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_a_figure_looked_for_under_a_span_stays_there(text, start, length):
    """No hedge is taken from outside."""
    span = Span(min(start, len(text)), min(start + length, len(text)))
    assert all(one.span in span for one in figures(text, span))
