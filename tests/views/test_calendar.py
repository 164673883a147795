"""The timeline drawn: bars for days said, R for the day of the first report, one axis for all."""

import re
from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Case, Gathering
from reportedly.shelf import Shelf
from reportedly.views import dossier
from reportedly.views.calendar import LEAST, calendar
from reportedly.views.timeline import ROWS, timeline
from views.case import story
from views.desks import claim, desk, position
from views.many import many

days = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)
ends = st.one_of(st.none(), days)


def bridges(*times, first_seen="2031-03-05", factuality="CT+"):
    """One claim a time: (first, last) day on which a bridge is said to have fallen."""
    held = desk("A bridge fell then. " * len(times), "Post", "2031-03-05")
    claims = []
    for first, last in times:
        made = held.state("A bridge fell then", time=held.time("then", first, last),
                          factuality=factuality)  # fmt: skip
        made = replace(made, id=f"{len(claims):016x}")
        held.statements[-1] = made
        voices = [position("Post", "for", "CT+", made)]
        found = claim(held.evidence("A bridge fell"), "contested", [made], voices,
                      first_seen=first_seen)  # fmt: skip
        claims.append(replace(found, id=f"{len(claims):016x}"))
    return Case((held.document,), (held.reading(),), Gathering(tuple(claims)))


def rows(case):
    return timeline(Shelf(case)).rows


def section(html: str) -> str:
    return html[html.index('class="days"') : html.index('<table class="times"')]


def test_bars_stand_in_their_days_and_the_report_in_the_middle_of_its_own():
    """Of an axis from 1 to 10 March each day is a tenth."""
    found = calendar(rows(bridges(("2031-03-01", "2031-03-02"), ("2031-03-10", "2031-03-10"))))
    first, last = (lane.bars[0] for lane in found.lanes)
    assert (first.start, first.end, first.before, first.after) == (0, 20, False, False)
    assert (last.start, last.end) == (90, 100)
    assert found.lanes[0].reported == 45


def test_an_end_that_is_not_said_goes_on():
    """Since: onwards; until: backwards."""
    found = calendar(rows(bridges(("2031-03-03", None), (None, "2031-03-06"))))
    ways = [(lane.bars[0].before, lane.bars[0].after) for lane in found.lanes]
    assert sorted(ways) == [(False, True), (True, False)]


def test_one_day_long_ago_does_not_squeeze_the_others():
    """It lies outside the axis, points there, and is counted."""
    near = [("2031-03-02", "2031-03-02"), ("2031-03-04", "2031-03-04")] * 3
    found = calendar(rows(bridges(("1953-01-01", "1953-12-31"), *near)))
    [bar] = found.lanes[0].bars
    assert (found.clipped, bar.start, bar.end, bar.before, bar.after) == (1, 0, 0, True, False)
    assert "2031" in found.ticks[0][1]


def test_a_first_report_long_after_all_others_points_beyond_the_axis():
    """Its lane says so by an arrow; the others stand in their days."""
    near = bridges(*[("2031-03-02", "2031-03-02"), ("2031-03-04", "2031-03-04")] * 4)
    late = replace(near.gathering.claims[0], first_seen="2034-01-01")
    case = replace(near, gathering=Gathering((late, *near.gathering.claims[1:])))
    found = calendar(rows(case))
    assert [lane.beyond for lane in found.lanes] == [1, 0, 0, 0, 0, 0, 0, 0]
    assert section(dossier.render(case)).count('class="head"') == 1


def test_the_axis_holds_most_days_of_first_reports_too():
    """Though they lie long after what is said to have happened."""
    found = calendar(rows(bridges(*[("2031-01-02", "2031-01-02")] * 4, first_seen="2031-12-01")))
    assert [lane.beyond for lane in found.lanes] == [0, 0, 0, 0]
    assert found.clipped == 0


def test_bars_that_stand_clear_share_a_line():
    """Two that touch do not."""
    given_ = [("2031-03-01", "2031-03-01"), ("2031-03-02", "2031-03-04"),
              ("2031-03-08", "2031-03-08")]  # fmt: skip
    case = bridges(*given_)
    one = replace(case.gathering.claims[0], statements=tuple(case.readings[0].statements[n].id
                                                             for n in range(3)))  # fmt: skip
    [lane] = calendar(rows(replace(case, gathering=Gathering((one,))))).lanes
    assert [bar.line for bar in lane.bars] == [0, 1, 0]
    assert lane.lines == 2


@given(st.lists(st.tuples(ends, ends), min_size=1, max_size=8), ends)
def test_every_place_is_on_the_axis(times, seen):
    """Whatever days are said, from the first of all to the last."""
    found = calendar(rows(bridges(*times, first_seen=seen)))
    for lane in found.lanes:
        assert lane.reported is None or 0 <= lane.reported <= 100
        for bar in lane.bars:
            assert 0 <= bar.start <= bar.end <= 100
    assert [place for place, _ in found.ticks] == sorted(place for place, _ in found.ticks)


def test_an_axis_has_several_days_even_for_one():
    """One day is not stretched over the page."""
    [lane] = calendar(rows(bridges(("2031-03-05", "2031-03-05")))).lanes
    assert lane.bars[0].end - lane.bars[0].start < 100 / LEAST


def test_how_sure_is_a_style_of_line_and_a_denial_a_cross():
    """Never a colour alone."""
    time = ("2031-03-02", "2031-03-02")
    for sure, style in (("CT+", "ct"), ("PR+", "pr"), ("PS+", "ps"), ("Uu", "uu"), ("PR-", "pr")):
        part = section(dossier.render(bridges(time, factuality=sure)))
        assert f'class="bar {style}"' in part
        assert ('class="denied"' in part) == sure.endswith("-")


def test_a_lane_is_told_in_words():
    """Days, how sure, and when it was reported, to whoever hears the page."""
    part = section(dossier.render(bridges(("2031-03-02", "2031-03-03"), factuality="PR+")))
    assert ">Times of C1</title>" in part
    said = "Said: 2 to 3 Mar 2031 (probable). First reported here: 5 Mar 2031."
    assert said in part


def test_two_thousand_reports_have_as_many_lanes_as_the_table_has_rows():
    """The rest is folded with the table."""
    part = section(dossier.render(many(2_000, Random(3))))
    assert part.count('role="img"') == ROWS


def test_the_words_beside_a_lane_are_the_beginning_of_the_claim():
    """Cut between words, with a gap sign."""
    held = desk("word " * 40, "Post", "2031-03-05")
    said = held.state(("word " * 40).strip(), time=held.time("word", "2031-03-01", "2031-03-01"))
    made = claim(held.evidence(("word " * 40).strip()), "contested", [said],
                 [position("Post", "for", "CT+", said)], first_seen="2031-03-05")  # fmt: skip
    html = section(dossier.render(Case((held.document,), (held.reading(),), Gathering((made,)))))
    [cut] = re.findall(r"<q[^>]*>([^<]*)</q> <span class=\"gap\">", html)
    assert cut == ("word " * 14).strip()


def test_the_story_has_a_lane_a_row():
    """Two of the leading claims give a day."""
    assert section(dossier.render(story())).count('role="img"') == 2
