"""What these reports say would follow if a concept were more, or less."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import UsageError
from reportedly.grades.fuzzy import Way
from reportedly.grades.whatif import RUNS, what_if
from reportedly.model import Arrow, Concept, Evidence, Pull, Weight


def concepts(names):
    return [Concept(n, Evidence("d", ()), (), (), ()) for n in names]


def led(*told):
    """Arrows and weights: (cause, effect, low, high)."""
    arrows, weights = [], []
    for n, (cause, effect, low, high) in enumerate(told):
        polarity = "causes" if high > 0 else "prevents"
        arrows.append(Arrow(f"a{n}", cause, effect, polarity, "for", (), ()))
        weights.append(Weight(f"a{n}", (low + high) / 2, low, high, ()))
    names = dict.fromkeys(end for cause, effect, *_ in told for end in (cause, effect))
    return concepts(names), arrows, weights


def effects(found):
    return {e.concept: e for e in found.effects}


def test_a_pull_moves_what_it_leads_to_and_nothing_else():
    """By the middle of the weights; what leads to it, and strangers, are not named."""
    found = what_if(*led(("rain", "flood", 0.4, 0.6), ("flood", "delay", 0.8, 0.8),
                         ("cold", "rain", 0.5, 0.5), ("war", "hunger", 0.9, 0.9)),
                    [Pull("rain")])  # fmt: skip
    moved = effects(found)
    assert set(moved) == {"flood", "delay"}
    assert moved["flood"].change == pytest.approx(math.tanh(0.5), abs=1e-9)
    assert moved["delay"].change == pytest.approx(math.tanh(0.8 * math.tanh(0.5)), abs=1e-9)
    assert (found.ending, found.runs, found.restless) == ("settled", RUNS, 0)


def test_the_band_is_that_of_the_weights():
    """All low and all high are among the runs; without width there is none."""
    moved = effects(what_if(*led(("rain", "flood", 0.4, 0.6), ("rain", "mud", 0.5, 0.5)),
                            [Pull("rain")]))  # fmt: skip
    assert (moved["flood"].low, moved["flood"].high) == pytest.approx(
        (math.tanh(0.4), math.tanh(0.6)), abs=1e-9
    )
    assert moved["mud"].low == moved["mud"].high == moved["mud"].change


def test_arrows_that_say_the_opposite_pull_against_one_another():
    """Their sum decides, and its band is that of the sums."""
    moved = effects(what_if(*led(("fear", "hoard", 0.2, 0.4), ("fear", "hoard", -0.5, -0.1)),
                            [Pull("fear")]))  # fmt: skip
    assert moved["hoard"].change == pytest.approx(math.tanh(0.0))
    assert moved["hoard"].low == pytest.approx(math.tanh(-0.3), abs=1e-9)
    assert moved["hoard"].high == pytest.approx(math.tanh(0.3), abs=1e-9)


def test_less_of_it_is_the_mirror_of_more():
    """With tanh."""
    told = led(("rain", "flood", 0.4, 0.6), ("flood", "delay", 0.2, 0.9))
    more, less = (effects(what_if(*told, [Pull("rain", level)])) for level in (1.0, -1.0))
    assert {n: -e.change for n, e in more.items()} == {n: e.change for n, e in less.items()}


def test_what_is_held_stays_held_in_a_loop():
    """A loop that leads back to it does not move it, and it is no effect."""
    told = led(("a", "b", 0.5, 0.5), ("b", "a", -0.9, -0.9))
    moved = effects(what_if(*told, [Pull("a")]))
    assert set(moved) == {"b"}
    assert moved["b"].change == pytest.approx(math.tanh(0.5), abs=1e-9)


def test_with_another_rule_the_change_is_counted_from_where_the_map_rests():
    """With the sigmoid a concept that is pulled rests elsewhere than in the middle."""
    told = led(("a", "b", 0.6, 0.6), ("c", "b", 0.3, 0.3))
    moved = effects(what_if(*told, [Pull("a")], Way("kosko", "sigmoid")))
    before = 1 / (1 + math.exp(-0.45))
    after = 1 / (1 + math.exp(-0.75))
    assert moved["b"].before == pytest.approx(2 * before - 1, abs=1e-9)
    assert moved["b"].change == pytest.approx(2 * (after - before), abs=1e-9)


@pytest.mark.parametrize(
    ("pulls", "said"),
    [([], "one concept to"), ([Pull("a")] * 2, "each concept once"), ([Pull("x")], "no concept"),
     ([Pull("a", 2.0)], "between -1"), ([Pull("a", math.nan)], "between -1"),
     ([Pull(f"k{n}") for n in range(9)], "one concept to")],
)  # fmt: skip
def test_what_cannot_be_pulled_is_refused_in_a_sentence(pulls, said):
    """Nothing is run."""
    with pytest.raises(UsageError, match=said):
        what_if(*led(("a", "b", 0.5, 0.5)), pulls)


ends = st.sampled_from("abcdef")
weights = st.tuples(st.integers(-9, 9), st.integers(-9, 9)).map(
    lambda two: tuple(n / 10 for n in sorted(two))
)


@given(
    st.lists(st.tuples(ends, ends, weights), min_size=1, max_size=10),
    st.integers(-10, 10).map(lambda n: n / 10),
)
@settings(deadline=None, max_examples=40)
def test_every_run_is_the_same_again_and_its_middle_lies_in_its_band(told, level):
    given_ = [(a, b, *band) for a, b, band in told if a != b] or [("a", "b", 0.1, 0.2)]
    names, arrows, held = led(*given_)
    start = Pull(given_[0][0], level)
    one = what_if(names, arrows, held, [start])
    assert one == what_if(names, arrows, held, [start])
    assert one == what_if(names, arrows[::-1], held[::-1], [start])
    for effect in one.effects:
        assert effect.low <= effect.change + 1e-8
        assert effect.change <= effect.high + 1e-8
        assert -1 <= effect.after <= 1
