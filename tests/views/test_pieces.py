"""Small pieces of the views: dates, hidden characters, marks, the matrix."""

import pytest

from reportedly.model import Span
from reportedly.shelf import Shelf
from reportedly.views.dates import day, moment, stretch
from reportedly.views.matrix import matrix
from reportedly.views.quoting import Mark, passage
from reportedly.visible import markup, plain
from views.case import story
from views.desks import desk


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2031-03-03", "3 Mar 2031"),
        ("2031-03-03T08:10:00Z", "3 Mar 2031, 08:10 UTC"),
        ("2031-03-03T08:10+02:00", "3 Mar 2031, 08:10 +02:00"),
        ("2031-03-03 08:10", "3 Mar 2031, 08:10"),
        ("2031-13-03", "2031-13-03"),
        ("soon", "soon"),
        (None, "undated"),
    ],
)
def test_a_date_is_given_as_far_as_it_is_stated(iso, expected):
    """No zone is invented, and what is no date stays as it stands."""
    assert expected == moment(iso)


def test_a_stretch_of_days_names_what_they_share_once():
    """Month and year once where both ends have the same."""
    assert stretch("2031-03-03", "2031-03-06T10:00") == "3 to 6 Mar 2031"
    assert stretch("2031-02-27", "2031-03-06") == "27 Feb to 6 Mar 2031"
    assert stretch("2030-12-30", "2031-01-02") == "30 Dec 2030 to 2 Jan 2031"
    assert stretch("2031-03-03", "2031-03-03T10:00") == day("2031-03-03")
    assert stretch(None, None) == "undated"


def test_hidden_characters_are_shown_by_their_code():
    """In HTML and in a terminal; everything else is escaped or left alone."""
    assert markup("a\u202e<b>") == 'a<i class="ctl">U+202E</i>&lt;b&gt;'
    assert plain("a\u202e\x1b[2J\r") == "a⟨U+202E⟩⟨U+001B⟩[2J⟨U+000D⟩"


def test_marks_that_cross_are_closed_and_opened_again():
    """Elements stay nested; the id stands once."""
    document = desk("abcdef", None, None).document
    marks = [Mark(Span(0, 4), "b", "", "x"), Mark(Span(2, 6), "u")]
    expected = '<b id="x">ab<u>cd</u></b><u>ef</u>'
    assert expected == passage(document, Span(0, 6), marks)


def test_an_actor_has_one_row_whatever_it_is_called():
    """Against and silent stand in one cell of the ministry's row."""
    shelf = Shelf(story())
    rows = {row.voice: row for row in matrix(shelf, shelf.claims[:2]).rows}
    stances = [p.stance for p in rows["Ministry of Defence of Karvonia"].cells[0]]
    assert stances == ["against", "silent"]
