"""The timeline says what the records say: which days, by whose word, how long before."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Case, Gathering, day_of, ordered
from reportedly.shelf import Shelf
from reportedly.views.dates import distance, said
from reportedly.views.timeline import ROWS, TIMES, shown, timeline
from views.case import story
from views.desks import claim, desk, position

NIGHT = "The bridge fell on Sunday, the mayor said. It fell on Tuesday. It may fall next week."
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def fallen(*times, first_seen="2031-03-05", modes=("actual", "actual", "future")):
    """One claim told by a mayor, by the Post itself, and as what may come; ``times`` in pairs."""
    held = desk(NIGHT, "Post", "2031-03-05")
    mayor = held.attribute("the mayor", "said", "The bridge fell on Sunday")
    words = ("The bridge fell on Sunday", "It fell on Tuesday", "It may fall next week")
    marks = ("on Sunday", "on Tuesday", "next week")
    told = [
        held.state(said_, mayor if n == 0 else None, mode=mode,
                   time=held.time(mark, *when) if when else None)
        for n, (said_, mark, mode, when) in enumerate(zip(words, marks, modes, times, strict=True))
    ]  # fmt: skip
    positions = [
        position("the mayor", "for", "CT+", told[0], kind="person"),
        position("Post", "for", "CT+", told[1]),
        position("Post", "observing", "Uu", told[0], told[2]),
    ]
    made = claim(held.evidence(words[0]), "uncontested", told, positions, first_seen=first_seen)
    return Shelf(Case((held.document,), (held.reading(),), Gathering((made,))))


SUNDAY, TUESDAY = ("2031-03-02", "2031-03-02"), ("2031-03-04", "2031-03-04")
NEXT_WEEK = ("2031-03-10", "2031-03-16")


def test_times_that_do_not_meet_stand_in_one_row_with_their_spans():
    """Both days, both words, both voices; the row says that no day is common to them."""
    [row] = timeline(fallen(SUNDAY, TUESDAY, None)).rows
    assert row.apart
    assert [given.days for given in row.times] == ["2 Mar 2031", "4 Mar 2031"]
    assert [[p.voice for p in given.voices] for given in row.times] == [["the mayor"], ["Post"]]
    cut = [NIGHT[s.start : s.end] for given in row.times for s in given.evidence.spans]
    assert cut == ["on Sunday", "on Tuesday"]


def test_the_same_days_given_twice_are_one_line_with_two_voices():
    """The words are those of the earliest statement."""
    [row] = timeline(fallen(SUNDAY, SUNDAY, None)).rows
    [given_] = row.times
    assert [p.voice for p in given_.voices] == ["the mayor", "Post"]
    assert (given_.more, row.apart, given_.distance) == (0, False, "3 days after")


def test_what_is_expected_or_supposed_says_so():
    """A future time is marked, and so is a hypothetical one; neither joins an actual one."""
    for mode, mark in (("future", "expected"), ("hypothetical", "hypothetical")):
        [row] = timeline(fallen(SUNDAY, None, SUNDAY, modes=("actual", "actual", mode))).rows
        assert [given_.mark for given_ in row.times] == ["", mark]
    [row] = timeline(fallen(None, None, NEXT_WEEK)).rows
    assert [given_.told for given_ in row.times] == ["10 to 16 Mar 2031, expected"]
    assert row.times[0].distance == "5 to 11 days before"


@pytest.mark.parametrize(
    ("when", "timeless", "dayless"),
    [
        (None, 1, 0),
        ((None, None), 0, 1),
        (("soon", ""), 0, 1),
        (("2031-03-04", "2031-03-02"), 0, 1),
    ],
)
def test_a_claim_without_a_day_is_counted(when, timeless, dayless):
    """No words of time, words that name no day, days the wrong way round."""
    told = timeline(fallen(when, None, None))
    assert (told.rows, told.timeless, told.dayless) == ((), timeless, dayless)
    assert told.left_out.startswith("Not in the timeline: 1 claim with")


def test_every_claim_has_a_row_or_is_counted():
    """Nothing is lost on the way, and the earliest day comes first."""
    case = story()
    told = timeline(Shelf(case))
    assert len(told.rows) + told.timeless + told.dayless == len(case.gathering.claims)
    assert [row.times[0].days for row in told.rows] == [
        "since 1 Jan 2019", "since 1 Sep 2030", "1 to 2 Mar 2031",
    ]  # fmt: skip


def test_rows_beyond_the_first_are_folded_in_the_order_of_claims():
    """Of many equal claims the first forty stand in the table, whatever their days."""
    [one] = fallen(SUNDAY, None, None).claims
    shelf = fallen(SUNDAY, None, None)
    held = ordered([replace(one, id=f"{n:016}") for n in range(ROWS + 2)])
    shelf = Shelf(replace(shelf.case, gathering=Gathering(held)))
    page = shown(shelf, timeline(shelf), {c.id for c in held})
    assert [row.claim for row in page.first] == list(held[:ROWS])
    assert [row.claim for row in page.folded] == list(held[ROWS:])
    assert page.more == 0


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2031-03-05", "2031-03-05", "the same day"),
        ("2031-03-04", "2031-03-04", "1 day after"),
        ("2031-03-04", "2031-03-05", "up to 1 day after"),
        ("2031-02-01", "2031-02-28", "5 to 32 days after"),
        ("2031-03-01", "2031-03-31", "within these days"),
        ("2031-03-06", "2031-03-08", "1 to 3 days before"),
        ("2031-03-01", None, "4 days after the first day"),
        (None, "2031-03-05", "on the last day"),
        (None, "2031-03-07", "2 days before the last day"),
        ("1901-01-01", "2000-12-31", "about 30 to 130 years after"),
        (None, None, ""),
    ],
)
def test_a_distance_is_no_more_precise_than_the_days(first, last, expected):
    """Counted from 5 March 2031."""
    assert expected == distance(day_of(first), day_of(last), date(2031, 3, 5))


def test_of_many_times_of_one_claim_the_earliest_and_the_last_are_shown():
    """The rest is counted, and the terminal lists it."""
    [row] = timeline(fallen(SUNDAY, TUESDAY, None)).rows
    first, last = row.times
    long = replace(row, times=(*[first] * TIMES, last))
    assert long.shown == (*[first] * (TIMES - 1), last)
    assert (row.shown, row.more, long.more) == (row.times, 0, 1)


def test_a_voice_on_two_sides_is_counted_once():
    """Both sides are named, each with its mark."""
    [row] = timeline(fallen(None, TUESDAY, None)).rows
    [post] = row.times[0].voices
    both = replace(row.times[0], voices=(post, replace(post, stance="against")))
    assert both.heard == 1


def test_an_undated_report_gives_no_distance():
    """Nothing is counted from a day that nobody states."""
    [row] = timeline(fallen(SUNDAY, None, None, first_seen=None)).rows
    assert row.times[0].distance == ""


@given(days, st.integers(0, 400), st.integers(-900, 900))
def test_a_distance_says_before_or_after_as_the_calendar_does(first, length, off):
    """For any interval and any day of report."""
    last = first + timedelta(length)
    told = distance(first, last, first + timedelta(off))
    assert told.endswith("before") == (off < 0)
    assert told.endswith("after") == (off >= length and off > 0)


@given(st.none() | days, st.none() | days)
def test_an_open_end_is_never_given_a_day(first, last):
    """``since`` and ``until`` name the one day that is known."""
    told = said(first, last)
    assert told.startswith("since") == (first is not None and last is None)
    assert told.startswith("until") == (first is None and last is not None)


@given(st.lists(st.none() | st.tuples(st.none() | days, st.none() | days), min_size=3, max_size=3))
def test_rows_are_apart_exactly_where_no_day_fits_every_time(times):
    """Checked against every day that begins a time: if any day fits all, one of these does."""
    given_ = [t and tuple(d and d.isoformat() for d in t) for t in times]
    told = timeline(fallen(*given_))
    for row in told.rows:
        starts = [t.first or date.min for t in row.times]
        fits = [d for d in starts if all((t.first or date.min) <= d <= (t.last or date.max)
                                         for t in row.times)]  # fmt: skip
        assert row.apart == (not fits)
