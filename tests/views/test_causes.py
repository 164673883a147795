"""Causes drawn: left to right, joined only where the records join, circles led back."""

import re
from itertools import combinations, pairwise
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.views import causes, dossier
from reportedly.views.causes import LAYERS, PHRASES, pictures
from reportedly.views.drawings.causes import causes as draw
from reportedly.views.drawings.causes import letter
from reportedly.views.shelf import Shelf
from views.case import story
from views.drawn import EVENTS, caused, drawn

ROAD, CONVOY, BREAD, GARRISON = EVENTS[:4]
told = st.lists(
    st.tuples(st.sampled_from(EVENTS), st.sampled_from(EVENTS),
              st.sampled_from(("causes", "prevents", "enables")),
              st.sampled_from(("CT+", "PR+", "PS-", "Uu"))), min_size=1, max_size=14,
)  # fmt: skip


def found(*told_, joined=()):
    return pictures(Shelf(caused(*told_, joined=joined)))


def test_like_wording_alone_joins_nothing():
    """Two reports, the same words, two drawings."""
    assert len(found((ROAD, CONVOY, "causes", "CT+"), (ROAD, BREAD, "causes", "CT+")).drawn) == 2


def test_phrases_that_tell_one_claim_are_one():
    """The chain runs from left to right."""
    chain = (ROAD, CONVOY, "causes", "CT+"), (CONVOY, BREAD, "enables", "PR+")
    [picture] = found(*chain, joined=[CONVOY]).drawn
    assert [phrase.layer for phrase in picture.phrases] == [0, 1, 2]
    ties = [(tie.cause, tie.effect, tie.polarity) for tie in picture.ties]
    assert ties == [(0, 1, "causes"), (1, 2, "enables")]
    assert [bool(phrase.claim) for phrase in picture.phrases] == [False, True, False]


def test_the_same_said_by_several_reports_is_one_arrow_with_a_count():
    """Equally sure; another certainty is another arrow."""
    same = (ROAD, CONVOY, "causes", "CT+")
    [picture] = found(same, same, (ROAD, CONVOY, "causes", "PS+"), joined=[ROAD, CONVOY]).drawn
    assert [(tie.sure, len(tie.told)) for tie in picture.ties] == [("CT+", 2), ("PS+", 1)]


def test_a_circle_is_led_back_and_said_to_be_one():
    """Each of two is said to cause the other."""
    case = caused((ROAD, CONVOY, "causes", "CT+"), (CONVOY, ROAD, "causes", "CT+"),
                  joined=[ROAD, CONVOY])  # fmt: skip
    [picture] = pictures(Shelf(case)).drawn
    assert sorted(tie.back for tie in picture.ties) == [False, True]
    assert sorted(phrase.layer for phrase in picture.phrases) == [0, 1]
    assert ", in a circle" in dossier.render(case)


def test_a_claim_on_both_sides_tells_nothing_apart():
    """Its two phrases stay two."""
    [picture] = found((ROAD, ROAD, "causes", "CT+"), joined=[ROAD]).drawn
    assert len(picture.phrases) == 2


@pytest.mark.parametrize(
    ("polarity", "mark"), [("causes", "head"), ("enables", "head open"), ("prevents", "stop")]
)
def test_what_a_cause_does_is_how_its_arrow_ends(polarity, mark):
    """And a word beside it where it stands alone."""
    shelf = Shelf(caused((ROAD, CONVOY, polarity, "PR+")))
    html = str(draw(shelf, pictures(shelf).drawn[0], "x"))
    assert f'class="{mark}"' in html
    assert f">{polarity}</text>" in html
    assert 'class="way pr"' in html


def test_a_cause_that_is_denied_is_crossed_out():
    """Its voice says that it is not so."""
    shelf = Shelf(caused((ROAD, CONVOY, "causes", "CT-")))
    assert 'class="denied"' in str(draw(shelf, pictures(shelf).drawn[0], "x"))


@given(told, st.sets(st.sampled_from(EVENTS)))
@settings(deadline=None)
def test_every_cause_is_drawn_or_counted_once(told_, joined):
    """Effects stand right of their causes, but for those said to lead in a circle."""
    shelf = Shelf(caused(*told_, joined=sorted(joined)))
    made = pictures(shelf)
    assert sum(picture.causes for picture in made.drawn) + made.folded == len(told_)
    for number, picture in enumerate(made.drawn):
        for tie in picture.ties:
            layers = picture.phrases[tie.cause].layer, picture.phrases[tie.effect].layer
            assert tie.back or layers[0] < layers[1]
        assert {n for t in picture.ties for n in (t.cause, t.effect)} == set(
            range(len(picture.phrases))
        )
        assert str(draw(shelf, picture, f"x{number}")).count("<polyline") == len(picture.ties)


def test_five_hundred_reports_are_folded():
    """A drawing has a few phrases and layers; how many causes are not drawn is said."""
    shelf = Shelf(drawn(500))
    made = pictures(shelf)
    assert len(made.drawn) <= causes.PICTURES
    for picture in made.drawn:
        assert len(picture.phrases) <= PHRASES
        assert picture.layers <= LAYERS
    html = dossier.render(shelf.case)
    folded = f'{made.folded} causes are not drawn; <a href="#k-{shelf.causes[0].id}">the list</a>'
    assert folded in html


def test_a_long_chain_is_cut_to_the_width_of_a_page():
    """What follows further is counted."""
    steps = [(a, b, "causes", "CT+") for a, b in pairwise(EVENTS)]
    [picture] = found(*steps, joined=EVENTS).drawn
    assert (picture.layers, picture.causes, picture.more) == (LAYERS, 4, 1)


def test_words_in_the_drawing_are_slices_and_whose_word_it_is_stands_below():
    """Three causes of the story, each with its report."""
    html = dossier.render(story())
    part = html[html.index('class="pictures"') : html.index('class="lines causes"')]
    assert len(re.findall("<tspan data-doc", part)) >= 4
    assert "the Dresk intelligence service" in part
    assert ">a</text>" not in part, "an arrow that stands alone needs no letter"


def test_arrows_are_lettered_like_columns():
    """After z comes aa."""
    assert [letter(n) for n in (0, 25, 26, 51, 52)] == ["a", "z", "aa", "az", "ba"]


def test_letters_stand_clear_of_one_another():
    """Of arrows that cross, meet and lead back, as long as there is a free place."""
    shelf = Shelf(drawn(500))
    for number, picture in enumerate(pictures(shelf).drawn):
        html = str(draw(shelf, picture, f"x{number}"))
        marks = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="8"', html)
        places = [(float(x), float(y)) for x, y in marks]
        assert len(places) == len(picture.ties)
        assert all(dist(a, b) > 16 for a, b in combinations(places, 2))
