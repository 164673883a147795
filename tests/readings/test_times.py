"""Words of time, read on Wednesday 14 May 2031."""

import pytest

from reportedly.model import Span
from reportedly.readings.times import interval

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
        ("It burned on 3 March 2029.", "3 March 2029", "2029-03-03", "2029-03-03"),
        ("It burned on April 30.", "April 30", "2031-04-30", "2031-04-30"),
        ("It burned in December.", "in December", "2030-12-01", "2030-12-31"),
        ("It burned in 1994.", "in 1994", "1994-01-01", "1994-12-31"),
        ("On 2031-05-02 it burned.", "2031-05-02", "2031-05-02", "2031-05-02"),
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
