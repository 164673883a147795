"""Small pieces of the views: dates, hidden characters, marks, drawings."""

import pytest

from reportedly.model import Span
from reportedly.views.dates import day, moment, stretch
from reportedly.views.drawings.stops import stops
from reportedly.views.drawings.travel import travel
from reportedly.views.matrix import matrix
from reportedly.views.quoting import Mark, passage
from reportedly.views.shelf import Shelf
from reportedly.views.visible import markup, plain
from views.case import desk, story


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


def test_each_report_of_a_drawing_has_a_column_of_its_own():
    """No two stand above one another, and none before the one that came before it."""
    shelf = Shelf(story())
    claim = shelf.claims[0]
    lanes = list(dict.fromkeys(shelf.documents[d].outlet for d in claim.documents))
    found = [stop.x for stop in stops(shelf, claim, lanes, 0)]
    assert sorted(set(found)) == found


def test_a_drawing_names_upstreams_that_are_not_here():
    """They stand in a lane of their own."""
    shelf = Shelf(story())
    assert "not in this collection" in travel(shelf, shelf.claims[0])


def test_an_actor_has_one_row_whatever_it_is_called():
    """Against and silent stand in one cell of the ministry's row."""
    shelf = Shelf(story())
    rows = {row.voice: row for row in matrix(shelf, shelf.claims[:2]).rows}
    stances = [p.stance for p in rows["Ministry of Defence of Karvonia"].cells[0]]
    assert stances == ["against", "silent"]
