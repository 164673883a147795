"""How sure a claim is told along its chains: places on a scale, steps between, rises numbered."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reportedly.shelf import Shelf
from reportedly.views import chain as chains
from reportedly.views import dossier
from reportedly.views.chain import COLUMNS, SCALE, chain
from reportedly.views.circles import depths, without_circles
from reportedly.views.lineage import trail
from views import page
from views.case import story
from views.travelled import Told, copied, copy, credit, travelled

GRAPHS = st.dictionaries(st.integers(0, 12), st.lists(st.integers(0, 12), max_size=4), max_size=13)


def told(*reports):
    shelf = Shelf(travelled(*reports))
    return chain(trail(shelf, shelf.claims[0]))


def drawing(html: str) -> str:
    """The first drawing of certainty in a page, with the words below it."""
    part = html[html.index("How sure it is told from step to step") :]
    return part[: part.index("</details>")]


def test_a_rise_runs_upwards_and_has_the_number_of_its_drift():
    """From possible at the start to certain one step on, D1."""
    found = told(Told(), credit(0, flat=True, lost=True), copy(0))
    [rise] = found.raised
    assert (rise.start.column, rise.start.value) == (0, "PS+")
    assert (rise.end.column, rise.end.value, rise.end.own) == (1, "CT+", True)
    assert [loss.number for loss in rise.losses] == ["D1"]
    assert found.values == ("CT+", "PS+")


def test_reports_alike_share_a_place():
    """Five hundred reports take a few dozen places, and each of them is in one."""
    shelf = Shelf(copied(500))
    found = chain(trail(shelf, shelf.claims[0]))
    assert len(found.places) <= COLUMNS * len(SCALE)
    assert sum(len(place.stops) for place in found.places) == 500
    assert len({stop.id for place in found.places for stop in place.stops}) == 500


def test_what_lies_further_down_is_in_the_last_column_and_counted():
    """A chain of ten has six columns."""
    found = told(Told(), *(copy(n) for n in range(9)))
    assert (found.columns, found.deeper, found.inside) == (COLUMNS, 4, 4)
    assert len(found.places[-1].stops) == 5


def test_circles_end():
    """Two that credit one another are a start and a step, without the step back."""
    found = told(credit(1), credit(0))
    assert [step.count for step in found.steps] == [1]
    assert found.columns == 2


def test_a_denial_stands_below_and_is_tied_to_nothing_that_it_denies():
    """It follows the report, and its certainty comes from none of it."""
    found = told(Told(), credit(0, flat=True, denies=True))
    assert [place.value for place in found.places] == ["PS+", "CT-"]
    assert found.steps == ()


def test_of_one_report_and_of_even_chains_nothing_is_drawn():
    """A sentence does where certainty stays what it was."""
    assert told(Told()).flat
    assert told(Told(), copy(0), copy(1)).flat
    assert "from step to step" not in dossier.render(travelled(Told()))
    html = dossier.render(travelled(Told(), copy(0)))
    assert "on every step it is told as possible" in html
    assert "from step to step" not in html


def test_silence_has_no_place():
    """It is counted in words."""
    shelf = Shelf(story())
    found = chain(trail(shelf, shelf.claims[0]))
    silent = {s.document for s in shelf.statements.values() if s.stance == "silent"}
    placed = {stop.id for place in found.places for stop in place.stops}
    assert found.silent == len(silent - placed)


def test_the_drawing_and_the_words_below_it_say_the_same():
    """Every place and every rise of the drawing has its line; the drawing is named and told."""
    html = drawing(dossier.render(travelled(Told(), credit(0, flat=True, lost=True), copy(0))))
    text = re.sub(r"\s+", " ", page.read(f"<div><h4>{html}</details></div>").text)
    assert "start, PS+ possible: R1" in text
    assert "step 1, CT+ certain, in own words: R2" in text
    assert "from PS+ to CT+: D1 a hedge dropped" in text
    assert html.count('class="place"') == 2
    assert html.count('class="place own"') == 1
    assert len(re.findall('class="raised', html)) == 1
    assert re.search(r'role="img"[^>]*aria-labelledby="(\S+)-title \1-desc"', html)


def test_steps_without_room_are_the_ones_that_raised_nothing(monkeypatch):
    """The rise stays."""
    monkeypatch.setattr("reportedly.views.drawings.chain.MOST", 1)
    case = travelled(Told(), copy(0), credit(0, flat=True, lost=True))
    html = drawing(dossier.render(case))
    assert html.count('class="raised') == 1
    assert 'class="ct"' not in html


@given(GRAPHS)
def test_a_graph_loses_its_circles_and_nothing_else(graph):
    """What is kept has depths, and whatever was left out would have closed a circle."""
    follows = {n: tuple(graph.get(n, ())) for n in range(13)}
    kept = without_circles(follows)
    down = depths(kept)
    for name, above in kept.items():
        assert set(above) <= set(follows[name])
        assert all(down[upstream] < down[name] for upstream in above)
    for name, above in follows.items():
        for left_out in set(above) - set(kept[name]):
            again = {**kept, name: (*kept[name], left_out)}
            assert name in _above(name, again)


def _above(name, follows):
    found, waiting = set(), list(follows[name])
    while waiting:
        at = waiting.pop()
        if at not in found:
            found.add(at)
            waiting += follows[at]
    return found


def test_the_scale_runs_from_yes_to_no():
    """Takes no side in the middle."""
    assert chains.SCALE[len(chains.SCALE) // 2] == "Uu"
