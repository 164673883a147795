"""The score of forecasts, against what Brier (1950) and hand give."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.grades.issues import brier

PROBABILITY = st.integers(0, 1000).map(lambda n: n / 1000)


@st.composite
def partitions(draw):
    """Answers with probabilities that sum to 1 at most."""
    parts = draw(st.lists(st.integers(0, 1000), min_size=1, max_size=6))
    over = draw(st.integers(1, 1000))
    return {f"a{n}": part / (sum(parts) + over) for n, part in enumerate(parts)}


@pytest.mark.parametrize(
    ("likely", "outcome", "score"),
    [(1, "yes", 0), (1, "no", 2), (0, "no", 0), (0.5, "yes", 0.5), (0.5, "no", 0.5),
     (0.3, "yes", 0.98), (0.3, "no", 0.18), (0.7, "yes", 0.18)],
)  # fmt: skip
def test_yes_and_no_as_by_hand(likely, outcome, score):
    assert brier({"yes": likely}, outcome) == pytest.approx(score)


def test_three_answers_as_in_the_paper():
    """Each class counts: .7, .2 and .1 on what came, on what did not, and on any other."""
    given_ = {"rain": 0.7, "snow": 0.2}
    assert brier(given_, "rain") == pytest.approx(0.09 + 0.04 + 0.01)
    assert brier(given_, "snow") == pytest.approx(0.49 + 0.64 + 0.01)
    assert brier(given_, "hail") == pytest.approx(0.49 + 0.04 + 0.81)


@given(partitions(), st.integers(0, 6))
def test_a_score_is_between_0_and_2(held, at):
    assert 0 <= brier(held, f"a{at}") <= 2


@given(PROBABILITY, st.sampled_from(["yes", "no"]))
def test_of_two_answers_it_is_twice_the_squared_error(likely, outcome):
    error = likely - (outcome == "yes")
    assert math.isclose(brier({"yes": likely}, outcome), 2 * error**2, abs_tol=1e-5)


@given(PROBABILITY)
def test_no_turned_is_yes(likely):
    for outcome, other in (("yes", "no"), ("no", "yes")):
        turned = brier({"yes": round(1 - likely, 3)}, other)
        assert math.isclose(brier({"yes": likely}, outcome), turned, abs_tol=2e-6)


@given(partitions())
def test_what_is_expected_is_best_told_as_it_is(held):
    """Strictly proper: whoever holds these probabilities loses by telling others (Brier)."""
    rest = 1 - math.fsum(held.values())
    outcomes = [*held, "else"]
    weights = [*held.values(), rest]

    def expected(told):
        return math.fsum(w * brier(told, o) for w, o in zip(weights, outcomes, strict=True))

    moved = {**held, "a0": held["a0"] / 2}
    assert expected(held) <= expected(moved) + 1e-5


@pytest.mark.parametrize("held", [{"a": 1.1}, {"a": -0.1}, {"a": 0.6, "b": 0.6}])
def test_what_is_no_probability_is_refused(held):
    with pytest.raises(ValueError, match="sum to 1"):
        brier(held, "a")
