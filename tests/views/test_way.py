"""The lineage in the dossier: lanes beside lines of text, light however many reports there are."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reportedly.shelf import Shelf
from reportedly.views import dossier
from reportedly.views.drawings import way
from reportedly.views.drawings.rails import MOST, rails
from reportedly.views.lineage import trail
from views import page
from views.case import story
from views.travelled import Told, copied, copy, credit, travelled

GRAPHS = st.lists(st.lists(st.integers(0, 30), max_size=3), max_size=30).map(
    lambda held: {
        str(n): tuple(dict.fromkeys(str(up) for up in above if up < n))
        for n, above in enumerate(held)
    }
)


def drawing(html: str) -> str:
    return html[html.index('<ol class="way') : html.index("<h4>Every statement")]


def said(html: str) -> str:
    text = re.sub(r"\s+", " ", page.read(f"<div>{drawing(html)}</div>").text)
    return text.replace(" ;", ";")


@given(GRAPHS)
def test_a_lane_is_never_taken_twice(follows):
    """Whoever stands in a lane that is taken ends what was there, and nobody else's goes on."""
    found = rails(follows)
    assert list(found) == list(follows)
    for rail in found.values():
        assert rail.above | rail.below <= set(range(MOST))
        if rail.lane in rail.above and rail.lane < MOST:
            assert rail.lane in rail.joins.values()


@given(GRAPHS)
def test_lanes_go_from_line_to_line_without_a_gap(follows):
    """What is taken below a line is what is taken above the next; at the end nothing is."""
    found = list(rails(follows).values())
    below = frozenset[int]()
    for rail in found:
        assert rail.above == below
        assert set(rail.joins.values()) <= rail.above
        below = rail.below
    assert below == frozenset()


def test_a_chain_goes_down_one_lane_and_a_branch_gets_its_own():
    """The last that follows somebody goes on in its lane."""
    chain = rails({"a": (), "b": ("a",), "c": ("b",)})
    assert [rail.lane for rail in chain.values()] == [0, 0, 0]
    fork = rails({"a": (), "b": ("a",), "c": ("a",), "d": ("b", "c")})
    assert [rail.lane for rail in fork.values()] == [0, 1, 0, 1]
    assert fork["d"].joins == {"b": 1, "c": 0}


def test_a_line_says_date_outlet_how_certainty_and_number():
    """In plain words beside the code, and what was lost with the words before and after."""
    text = said(dossier.render(travelled(Told(outlet="Post"), credit(0, flat=True, lost=True))))
    assert "a miller (unnamed, known to the report) counts in at most only" in text
    assert "R1 Post 1 Mar 2031, 00:00 UTC for: possible PS+ on the word of a miller" in text
    assert "· credits R1 by the words Mill news for: certain CT+ in its own words" in text
    assert "D1 a hedge dropped: may have R1 →became have fled" in text


def test_a_loss_is_drawn_dashed_and_told_by_a_word_not_by_colour_alone():
    """One stroke of the style for losses, one line with its number."""
    html = drawing(dossier.render(travelled(Told(), copy(0), credit(0, flat=True, lost=True))))
    assert len(re.findall(r'<line [^>]*class="lost"', html)) == 1
    assert ".rail .lost { stroke: var(--lost); stroke-width: 3; stroke-dasharray" in dossier.render(
        story()
    )


def test_a_report_that_follows_two_is_joined_to_both_and_stands_once():
    """Two upstreams, two joints."""
    html = drawing(dossier.render(travelled(Told(), Told(), Told(), credit(0, 1))))
    last = html.split('<li class="hop')[-1]
    assert last.count('class="joint"') >= 1
    assert "credits</a> <a href=" in last
    assert html.count(">R4</b>") == 1


def test_circles_and_upstreams_from_outside_are_told_in_words():
    """Neither can be drawn."""
    text = said(dossier.render(travelled(credit(1), credit(0))))
    assert "credits R1 in a circle" in text
    assert "credits Dresk intelligence service, not in this collection" in said(
        dossier.render(story())
    )


def test_one_report_is_drawn_too():
    """An origin and a report below it, and no word of steps."""
    text = dossier.render(travelled(Told()))
    assert drawing(text).count("<li ") == 3
    assert "from one report to the next" not in text


def test_every_link_of_the_drawing_leads_to_the_characters_that_show_it():
    """To the line among the links of the report."""
    html = dossier.render(travelled(Told(), copy(0)))
    name = re.search(r'href="#(l-\w+)">copied from', html)[1]
    assert f'<li id="{name}">copied from' in html


def test_two_hundred_reports_weigh_little_and_fold_what_is_alike():
    """Forty lines are drawn; copies open on demand, later reports below, the last only counted."""
    html = dossier.render(copied(200))
    part = drawing(html)
    assert len(html.encode()) < 400_000
    assert len(part.encode()) < 100_000
    folded = r"<summary><b>and 119 more</b>.*?</summary>.*?<p>each <a [^>]*>copied from</a>"
    assert re.search(folded, part, re.DOTALL)
    assert not re.search(r"<summary>(?:(?!</summary>).)*<a ", part), "a link in what is pressed"
    numbers = set(re.findall(r'<b class="no">(R\d+)</b>', part))
    more = re.search(r"and (\d+) more: <kbd>reportedly show claim", part)
    assert more
    assert len(numbers) + int(more[1]) == 200


def test_what_there_is_no_room_for_is_counted(monkeypatch):
    """Two drawn, three in words, the rest a number."""
    monkeypatch.setattr(way, "FOLDED", 3)
    shelf = Shelf(travelled(*[Told(flat=n % 2 == 0, outlet=f"O {n}") for n in range(4)],
                            *(credit(n) for n in range(6))))  # fmt: skip
    found = way.way(trail(shelf, shelf.claims[0]), 2)
    assert (len(found.folded), found.more) == (3, 5)
    assert sum(line.unit is not None for line in found.lines) == 2
