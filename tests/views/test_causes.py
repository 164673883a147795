"""The map of causes: listed, drawn left to right, circles led back; and what if."""

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import UsageError
from reportedly.grades.whatif import what_if
from reportedly.model import Pull
from reportedly.shelf import Shelf
from reportedly.views import causes, dossier, terminal
from reportedly.views.causes import CONCEPTS, LAYERS, pictures
from reportedly.views.drawings.causes import causes as draw
from reportedly.views.pulls import pull
from views.case import story
from views.drawn import EVENTS, caused, drawn
from views.test_terminal import said

ROAD, CONVOY, BREAD, GARRISON = EVENTS[:4]
told = st.lists(
    st.tuples(st.sampled_from(EVENTS), st.sampled_from(EVENTS),
              st.sampled_from(("causes", "prevents", "enables")),
              st.sampled_from(("CT+", "PR+", "PS-", "Uu"))), min_size=1, max_size=10,
)  # fmt: skip


def found(*told_, joined=()):
    return pictures(Shelf(caused(*told_, joined=joined)))


def test_a_chain_runs_from_left_to_right():
    """What is in the middle is one concept."""
    [picture] = found((ROAD, CONVOY, "causes", "CT+"), (CONVOY, BREAD, "enables", "PR+")).drawn
    layers = [placed.layer for placed in picture.concepts]
    ties = {(layers[t.cause], layers[t.effect], t.arrow.polarity, t.sure) for t in picture.ties}
    assert ties == {(0, 1, "causes", "CT+"), (1, 2, "enables", "PR+")}


def test_what_nothing_ties_together_has_a_drawing_of_its_own():
    """Two pairs, two drawings."""
    one, other = (ROAD, CONVOY, "causes", "CT+"), (BREAD, GARRISON, "causes", "CT+")
    assert len(found(one, other).drawn) == 2


def test_the_same_said_by_several_reports_is_one_arrow():
    """However sure; the surest counts for its line."""
    same = (ROAD, CONVOY, "causes", "PS+")
    [picture] = found(same, same, (ROAD, CONVOY, "causes", "CT+")).drawn
    assert [(tie.sure, len(tie.arrow.causes)) for tie in picture.ties] == [("CT+", 3)]


def test_what_nothing_leads_to_stands_close_to_what_it_leads_to():
    """A second beginning that leads to the end only does not stand at the far left."""
    [picture] = found((ROAD, CONVOY, "causes", "CT+"), (CONVOY, BREAD, "causes", "CT+"),
                      (GARRISON, BREAD, "causes", "CT+")).drawn  # fmt: skip
    assert sorted(placed.layer for placed in picture.concepts) == [0, 1, 1, 2]


def test_a_circle_is_led_back_and_named():
    """Each of two is said to cause the other."""
    case = caused((ROAD, CONVOY, "causes", "CT+"), (CONVOY, ROAD, "causes", "CT+"))
    [picture] = pictures(Shelf(case)).drawn
    assert sorted(tie.back for tie in picture.ties) == [False, True]
    assert sorted(placed.layer for placed in picture.concepts) == [0, 1]
    html = dossier.render(case)
    assert '<b class="no">L1</b> <span class="label">reinforcing</span>' in html
    assert "Circles (1)" in said(terminal.causes, case)


@pytest.mark.parametrize(
    ("polarity", "mark"), [("causes", "head"), ("enables", "head open"), ("prevents", "stop")]
)
def test_what_a_cause_does_is_how_its_arrow_ends(polarity, mark):
    """And its number stands on it."""
    shelf = Shelf(caused((ROAD, CONVOY, polarity, "PR+")))
    html = str(draw(shelf, pictures(shelf).drawn[0], "x"))
    assert f'class="{mark}"' in html
    assert ">A1</text>" in html
    assert 'class="way pr"' in html


def test_a_cause_that_is_denied_is_crossed_out_and_stands_apart():
    """Somebody holds it, somebody says that it is not so; the table says against what."""
    case = caused((ROAD, CONVOY, "causes", "CT+"), (ROAD, CONVOY, "causes", "CT-"))
    shelf = Shelf(case)
    assert 'class="denied"' in str(draw(shelf, pictures(shelf).drawn[0], "x"))
    html = dossier.render(case)
    assert "is denied to cause" in html
    assert "against A2" in html
    assert "against A2" in said(terminal.causes, case)


@given(told)
@settings(deadline=None, max_examples=20)
def test_every_arrow_is_drawn_or_counted_once(told_):
    """Effects stand right of their causes, but for those that lead back."""
    shelf = Shelf(caused(*told_))
    made = pictures(shelf)
    assert sum(len(picture.ties) for picture in made.drawn) + made.folded == len(shelf.arrows)
    for number, picture in enumerate(made.drawn):
        for tie in picture.ties:
            layers = picture.concepts[tie.cause].layer, picture.concepts[tie.effect].layer
            assert tie.back or layers[0] < layers[1]
        assert {n for t in picture.ties for n in (t.cause, t.effect)} == set(
            range(len(picture.concepts))
        )
        assert str(draw(shelf, picture, f"x{number}")).count("<polyline") == len(picture.ties)


def test_five_hundred_reports_are_folded():
    """A drawing has so many concepts and layers; how many arrows are not drawn is said."""
    shelf = Shelf(drawn(500))
    made = pictures(shelf)
    assert len(made.drawn) <= causes.PICTURES
    for picture in made.drawn:
        assert len(picture.concepts) <= CONCEPTS
        assert picture.layers <= LAYERS
    html = dossier.render(shelf.case)
    first = next(iter(shelf.arrows))
    assert f'{made.folded} arrows are not drawn; <a href="#a-{first}">the table</a>' in html


def test_a_long_chain_is_cut_to_the_width_of_a_page():
    """What follows further is counted."""
    places = ("Orrin", "Hale", "Lund", "Vesk", "Karvo", "Tarn", "Harrow", "Olm", "Dresk", "Mirrow")
    events = [f"the talks in {place}" for place in places[: LAYERS + 3]]
    steps = [(a, b, "causes", "CT+") for a, b in pairwise(events)]
    [picture] = found(*steps).drawn
    assert (picture.layers, picture.causes, picture.more) == (LAYERS, LAYERS - 1, 3)


def test_words_in_the_drawing_are_slices_and_whose_word_it_is_stands_in_the_table():
    """Three causes of the story, each with its report."""
    html = dossier.render(story())
    table = html[html.index('class="arrows"') : html.index('class="pictures"')]
    assert "the Dresk intelligence service" in table
    part = html[html.index('class="pictures"') : html.index('class="lines causes"')]
    assert len(re.findall("<tspan data-doc", part)) >= 4


def test_the_limits_stand_before_the_table_and_the_table_before_the_drawing():
    """Nobody sees a map without what it is."""
    html = dossier.render(story())
    limits = html.index("This is what reports say, gathered; not what is so.")
    assert limits < html.index('class="arrows"') < html.index('class="pictures"')
    assert said(terminal.causes, story()).startswith("What reports say, gathered; not what is so.")


def test_numbers_stand_clear_of_one_another():
    """Of arrows that cross, meet and lead back, as long as there is a free place."""
    shelf = Shelf(drawn(60))
    for number, picture in enumerate(pictures(shelf).drawn):
        html = str(draw(shelf, picture, f"x{number}"))
        found_ = re.findall(r'<rect x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="16"', html)
        marks = [tuple(map(float, mark)) for mark in found_]
        assert len(marks) == len(picture.ties)
        touching = [
            1
            for a, b in combinations(marks, 2)
            if abs(a[0] + a[2] / 2 - b[0] - b[2] / 2) < 20 and abs(a[1] - b[1]) < 14
        ]
        assert len(touching) <= len(picture.ties) // 10


def followed(case, *written):
    shelf, gathering = Shelf(case), case.gathering
    pulls = [pull(shelf, one) for one in written]
    return what_if(gathering.concepts, gathering.arrows, case.weights, pulls)


def test_what_if_says_what_it_is_what_moved_and_how_it_was_run():
    """In the terminal."""
    case = caused((ROAD, CONVOY, "causes", "CT+"), (CONVOY, BREAD, "prevents", "CT+"))
    shelf = Shelf(case)
    [number] = [shelf.map_numbers[c.id] for c in shelf.concepts.values() if ROAD in text(c, shelf)]
    found_ = followed(case, number)
    out = said(lambda held, console: terminal.what_if(held, found_, console), case)
    assert out.startswith("What these reports say would follow; no forecast.")
    assert f"held at +1: {number} “{ROAD}”" in out
    assert "What moves (2)" in out
    assert "it came to rest after" in out


def text(concept, shelf):
    span = concept.text.spans[0]
    return shelf.documents[concept.text.document].text[span.start : span.end]


@pytest.mark.parametrize(
    ("written", "level"), [("K1", 1.0), ("K1=-0.5", -0.5), ("k1 = 0", 0.0), ("K1=−1", -1.0)]
)
def test_a_pull_is_a_concept_and_a_level(written, level):
    """As a person writes it."""
    shelf = Shelf(caused((ROAD, CONVOY, "causes", "CT+")))
    assert pull(shelf, written) == Pull(next(iter(shelf.concepts)), level)


@pytest.mark.parametrize("written", ["K9", "A1", "K1=much", "K1=", "K1=nan", "K1=1e5", "", "=1"])
def test_what_is_no_pull_is_refused(written):
    """In a sentence."""
    shelf = Shelf(caused((ROAD, CONVOY, "causes", "CT+")))
    with pytest.raises(UsageError):
        pull(shelf, written)
