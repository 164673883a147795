"""Words of time, read on Wednesday 14 May 2031."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Span
from reportedly.readings.times import first_in, interval, intervals

PUBLISHED = "2031-05-14T09:30:00Z"


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("It burned on Monday.", "on Monday", "2031-05-12", "2031-05-12"),
        ("It burned last Wednesday.", "last Wednesday", "2031-05-07", "2031-05-07"),
        ("It opens next Friday.", "next Friday", "2031-05-16", "2031-05-16"),
        ("It burned yesterday.", "yesterday", "2031-05-13", "2031-05-13"),
        ("Signed earlier this year.", "earlier this year", "2031-01-01", "2031-05-14"),
        ("Signed earlier in the year.", "earlier in the year", "2031-01-01", "2031-05-14"),
        ("It burned last week.", "last week", "2031-05-05", "2031-05-11"),
        ("It burned last month.", "last month", "2031-04-01", "2031-04-30"),
        ("It burned three days ago.", "three days ago", "2031-05-11", "2031-05-11"),
        ("It burned on 3 March 2029.", "on 3 March 2029", "2029-03-03", "2029-03-03"),
        ("It burned on April 30.", "on April 30", "2031-04-30", "2031-04-30"),
        ("It burned in December.", "in December", "2030-12-01", "2030-12-31"),
        ("It burned Tuesday night.", "Tuesday night", "2031-05-13", "2031-05-13"),
        ("It burned overnight.", "overnight", "2031-05-13", "2031-05-14"),
        ("It burned two weeks ago.", "two weeks ago", "2031-04-28", "2031-05-04"),
        ("It burned in mid-March.", "in mid-March", "2031-03-11", "2031-03-20"),
        ("It burned last summer.", "last summer", "2030-06-01", "2030-08-31"),
        ("It burned over the weekend.", "over the weekend", "2031-05-10", "2031-05-11"),
        ("Built in the early 1990s.", "in the early 1990s", "1990-01-01", "1999-12-31"),
        ("Due on January 15.", "on January 15", "2031-01-15", "2031-01-15"),
        ("Due on November 3.", "on November 3", "2031-11-03", "2031-11-03"),
        ("Due by Friday.", "by Friday", None, "2031-05-16"),
        ("Shut since Monday.", "since Monday", "2031-05-12", None),
        ("Up in recent weeks.", "in recent weeks", None, "2031-05-14"),
        ("Up over the last 10 days.", "over the last 10 days", "2031-05-04", "2031-05-14"),
        (
            "Shelled from Monday to Wednesday.",
            "from Monday to Wednesday",
            "2031-05-12",
            "2031-05-14",
        ),
        (
            "Shelled between March 3 and March 9.",
            "between March 3 and March 9",
            "2031-03-03",
            "2031-03-09",
        ),
        (
            "Shelled from December to March 2030.",
            "from December to March 2030",
            "2029-12-01",
            "2030-03-31",
        ),
        ("It burned a year earlier.", "a year earlier", None, None),
        ("It burned in 1994.", "in 1994", "1994-01-01", "1994-12-31"),
        ("On 2031-05-02 it burned.", "On 2031-05-02", "2031-05-02", "2031-05-02"),
    ],
)
def test_words_of_time_become_days(text, words, first, last):
    """First and last day, inclusive, and the words themselves."""
    found = interval(text, Span(0, len(text)), PUBLISHED)
    assert found is not None
    assert (text[found.span.start : found.span.end], found.first, found.last) == (
        words, first, last,
    )  # fmt: skip


def test_since_leaves_the_end_open():
    """Nobody says until when."""
    text = "It has burned since 2 May 2031."
    found = interval(text, Span(0, len(text)), PUBLISHED)
    assert found is not None
    assert (found.first, found.last) == ("2031-05-02", None)


def test_without_a_day_of_publication_relative_words_have_no_days():
    """The words are kept, the days stay unknown."""
    text = "It burned on Monday."
    found = interval(text, Span(0, len(text)), None)
    assert found is not None
    assert (found.first, found.last) == (None, None)


def test_no_words_of_time_give_no_interval():
    """Not found is None; an impossible date is no date."""
    assert interval("It burned.", Span(0, 10), PUBLISHED) is None
    assert interval("2030-02-31", Span(0, 10), PUBLISHED) is None


@pytest.mark.parametrize(
    "text", ["The Friday Post closed.", "It began on Black Friday.", "May Lund"]
)
def test_names_are_no_time(text):
    """A weekday or month in a name needs more than its word to be one."""
    assert intervals(text, PUBLISHED) == ()


def test_words_with_days_come_before_words_without():
    """What is measured from another day says nothing without it."""
    text = "A year earlier it burned; on Monday it fell."
    found = first_in(intervals(text, PUBLISHED), [Span(0, len(text))])
    assert found is not None
    assert found.first == "2031-05-12"


WORDS = """
    since until by before between from and to on in the last next this early mid late March 3 31
    Feb 30 2021 1990s Monday Friday weekend summer winter year week month two ago past recent few
    days overnight tomorrow earlier later of - Post , 2021-02-30 0001-01-01 9999-12-31
"""
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)
ANYDAY = st.one_of(st.none(), st.dates().map(str), st.just("soon"))


@given(TEXTS, ANYDAY)
def test_intervals_lie_inside_the_text_in_order(text, published):
    """Every span is within the text, none overlaps the next, no first day is after the last."""
    end = 0
    for one in intervals(text, published):
        assert end <= one.span.start < one.span.end <= len(text)
        assert one.first is None or one.last is None or one.first <= one.last
        end = one.span.end


def test_two_times_that_overlap_are_one():
    (found,) = intervals("two year before Feb", None)
    assert (found.span.start, found.span.end) == (0, 15)
