"""The way of a claim: who stands below whom, what is folded, and that circles end."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.shelf import Shelf
from reportedly.views import lineage
from reportedly.views.lineage import trail
from views.case import story
from views.hostile import case_of
from views.travelled import Told, copied, copy, credit, travelled


def way(case):
    shelf = Shelf(case)
    return trail(shelf, shelf.claims[0])


def above(case) -> list[list[str]]:
    """For each report the numbers of those that it follows, the nearest first."""
    numbers = Shelf(case).numbers
    return [[numbers[hop.upstream] for hop in stop.hops] for stop in way(case).stops]


def test_the_nearest_of_two_is_the_one_whose_words_are_taken_then_the_later():
    """A copy goes before a credit, and of two credits the later report is the nearer."""
    told = Told((("copied", 0), ("credited", 1)))
    assert above(travelled(Told(), Told(), told)) == [[], [], ["R1", "R2"]]
    assert above(travelled(Told(), Told(), credit(0, 1))) == [[], [], ["R2", "R1"]]


def test_a_report_on_the_same_side_is_nearer_than_one_on_the_other():
    """Who passes on a claim and its denial stands below the one that makes the claim."""
    assert above(travelled(Told(), Told(denies=True), credit(0, 1))) == [[], [], ["R1", "R2"]]


def test_a_circle_of_credits_is_cut_where_it_closes():
    """A credits B credits A: one of the two stands below the other, and the step back is kept."""
    stops = way(travelled(credit(1), credit(0))).stops
    assert [len(stop.hops) for stop in stops] == [1, 0]
    assert [len(stop.back) for stop in stops] == [0, 1]


@given(st.lists(st.lists(st.integers(0, 11), max_size=3), min_size=1, max_size=12))
@settings(max_examples=150, deadline=None)
def test_whatever_the_links_every_report_stands_once_and_no_way_up_is_endless(links):
    """No report is its own upstream by any steps, and no step is lost but counted as a circle."""
    count = len(links)
    told = [
        Told(tuple(("credited", to) for to in dict.fromkeys(held) if to < count and to != n))
        for n, held in enumerate(links)
    ]
    stops = {stop.id: stop for stop in way(travelled(*told)).stops}
    assert len(stops) == count
    steps = sum(len(one.follows) for one in told)
    assert steps == sum(len(stop.hops) + len(stop.back) for stop in stops.values())
    for stop in stops.values():
        waiting, seen = [hop.upstream for hop in stop.hops], set()
        while waiting:
            at = waiting.pop()
            assert at != stop.id
            if at not in seen:
                seen.add(at)
                waiting += [hop.upstream for hop in stops[at].hops]


def test_an_origin_belongs_to_the_first_reports_that_have_it():
    """Who follows a report with the origin has it from there, and adds none."""
    stops = way(travelled(Told(), copy(0), Told())).stops
    assert [len(stop.origins) for stop in stops] == [1, 0, 1]


def test_reports_that_are_alike_and_followed_by_nobody_are_folded_but_for_the_first():
    """Four stand alone; of six, two do, and the rest is one unit."""
    assert [len(unit.stops) for unit in way(travelled(Told(), *[copy(0)] * 4)).units] == [1] * 5
    units = way(travelled(Told(), *[copy(0)] * 6)).units
    assert [len(unit.stops) for unit in units] == [1, 1, 1, 4]


def test_what_differs_is_not_folded():
    """Another wording, a loss, another upstream, or a follower of its own keeps a report apart."""
    alike = [copy(0)] * 6
    for odd in (copy(0, flat=True), copy(0, flat=True, lost=True), credit(0), Told()):
        units = way(travelled(Told(), *alike, odd)).units
        assert sorted(len(unit.stops) for unit in units) == [1, 1, 1, 1, 4]
    units = way(travelled(Told(), *alike, credit(6))).units
    assert sorted(len(unit.stops) for unit in units) == [1, 1, 1, 1, 1, 3]


def test_nothing_is_lost_by_folding():
    """All two hundred reports are there, each once, in few units."""
    found = way(copied(200))
    assert sorted(stop.id for stop in found.stops) == sorted(found.claim.documents)
    assert len(found.units) < 100


def test_losses_have_the_numbers_of_the_claims_drifts():
    """D1 to D3, each on the step whose link it is of."""
    held = [(loss.number, loss.drift.kind) for stop in way(story()).stops for loss in stop.losses]
    assert held == [("D1", "certainty"), ("D2", "hedge"), ("D3", "source")]


def test_numbers_and_voices_are_those_printed():
    """They are places in the report itself."""
    shelf = Shelf(travelled(Told(), copy(0, flat=True)))
    one, other = trail(shelf, shelf.claims[0]).stops
    assert [lineage.shown(shelf, v) for v in one.signs[0].voices] == ["a miller"]
    texts = [s.document.text[n.start : n.end] for s in (one, other) for n in s.signs[0].numbers]
    assert texts == ["Up to 30", "30"]
    assert (other.signs[0].own, other.signs[0].voices) == (True, ())


@given(st.text(min_size=1, max_size=60), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_any_text_and_any_spans_have_a_way(text, random: Random):
    """Names and spans that no stage would make raise nothing."""
    shelf = Shelf(case_of(text, random))
    for claim in shelf.claims:
        assert len(trail(shelf, claim).stops) == len(claim.documents)
