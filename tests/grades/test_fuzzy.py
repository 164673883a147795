"""Fuzzy cognitive maps: beside maps worked by hand, FCMpy's numbers, and a way without numpy."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import UsageError
from reportedly.grades.fuzzy import Edges, Way, run

TEN = json.loads((Path(__file__).parent / "ten_maps.json").read_text(encoding="utf-8"))["maps"]


def arrows(weights):
    """A table of weights as edges and their weights, one run."""
    table = np.array(weights, dtype=float)
    targets, sources = np.nonzero(table.T)
    return Edges(sources, targets), table[sources, targets][None, :]


def rested(weights, start, held=(), way=Way()):  # noqa: B008 - frozen
    edges, pulls = arrows(weights)
    return run(edges, pulls, np.array([start], dtype=float), held, way)


def by_hand(one):
    """The same map without numpy: one concept after the other, until nothing moves."""
    weights, names = one["weights"], range(len(one["weights"]))
    leads = {n: [m for m in names if weights[m][n]] for n in names}
    now = list(one["start"])
    for _ in range(one["most"]):
        told = [2 * x - 1 for x in now] if one["rule"] == "rescaled" else now
        then = []
        for n in names:
            pulled = math.fsum(weights[m][n] * told[m] for m in leads[n])
            pulled += told[n] if one["rule"] != "kosko" else 0.0
            pulled *= one["steepness"]
            made = math.tanh(pulled) if one["squash"] == "tanh" else 1 / (1 + math.exp(-pulled))
            then.append(made if leads[n] else now[n])
        moved = max(abs(a - b) for a, b in zip(now, then, strict=True))
        now = then
        if moved < 1e-13:
            break
    return now


@pytest.mark.parametrize("one", TEN, ids=[one["name"] for one in TEN])
def test_ten_maps_come_to_where_fcmpy_and_a_second_way_come(one):
    """Within 1e-9; they are nearer than that by far."""
    way = Way(one["rule"], one["squash"], one["steepness"], 1e-13, one["most"])
    found = rested(one["weights"], one["start"], way=way)
    assert found.endings == ("settled",)
    assert found.levels[0].tolist() == pytest.approx(one["fcmpy"], abs=1e-9, rel=0)
    assert found.levels[0].tolist() == pytest.approx(by_hand(one), abs=1e-9, rel=0)


def test_a_chain_is_what_a_pocket_calculator_gives():
    """0.5, then 0.8 of its tanh, then -0.6 of that."""
    found = rested([[0, 0.5, 0, 0], [0, 0, 0.8, 0], [0, 0, 0, -0.6], [0] * 4], [1, 0, 0, 0])
    assert found.levels[0].tolist() == pytest.approx(
        [1.0, 0.462117157260, 0.353723788505, -0.209104075435], abs=1e-11
    )


def test_a_balancing_loop_rests_where_its_equation_does():
    """Found by halving: x = tanh(0.7 - 0.6 tanh(0.8 x))."""
    low, high = 0.0, 1.0
    for _ in range(60):
        x = (low + high) / 2
        low, high = (x, high) if math.tanh(0.7 - 0.6 * math.tanh(0.8 * x)) > x else (low, x)
    found = rested([[0, 0.7, 0], [0, 0, 0.8], [0, -0.6, 0]], [1, 0, 0])
    assert found.levels[0][1] == pytest.approx(low, abs=1e-9)
    assert found.levels[0][2] == pytest.approx(math.tanh(0.8 * low), abs=1e-9)


def test_a_held_concept_does_not_move_whatever_pulls_at_it():
    """Its arrows are not heard."""
    found = rested([[0, 0.9], [0.9, 0]], [-0.5, 0], held=(0,))
    assert found.levels[0][0] == -0.5
    assert found.levels[0][1] == pytest.approx(math.tanh(-0.45))


def test_what_comes_round_again_is_a_cycle_with_its_period_and_its_ends():
    """Two that pull one another to and fro, steeply."""
    found = rested([[0, 1], [-1, 0]], [1, 0], way=Way(steepness=9, most=200))
    assert (found.endings, found.periods) == (("cycle",), (4,))
    assert found.low[0].tolist() == pytest.approx([-1, -1], abs=1e-5)
    assert found.high[0].tolist() == pytest.approx([1, 1], abs=1e-5)
    assert found.levels[0].tolist() == pytest.approx([0, 0], abs=1e-9)


def test_what_neither_rests_nor_comes_round_again_is_said_to_be_unsettled():
    """A turn by an angle that divides no circle."""
    turn = [[math.cos(1), math.sin(1)], [-math.sin(1), math.cos(1)]]
    found = rested(turn, [0.1, 0], way=Way(steepness=1.2, most=300))
    assert (found.endings, found.periods, found.steps) == (("unsettled",), (0,), (300,))
    assert (found.low[0] < found.high[0]).all()


def test_rescaled_goes_with_the_sigmoid_only():
    """A level between -1 and 1 has no half to count from."""
    with pytest.raises(UsageError, match="rescaled rule goes with the sigmoid"):
        rested([[0, 1], [0, 0]], [1, 0], way=Way("rescaled", "tanh"))


squares = st.integers(1, 5).flatmap(
    lambda n: st.tuples(
        st.lists(st.lists(st.floats(-1, 1), min_size=n, max_size=n), min_size=n, max_size=n),
        st.lists(st.floats(-1, 1), min_size=n, max_size=n),
    )
)


@given(squares, st.sampled_from(["kosko", "modified"]), st.sampled_from(["tanh", "sigmoid"]))
@settings(deadline=None, max_examples=60)
def test_levels_stay_in_bounds_and_runs_side_by_side_do_not_touch(drawn, rule, squash):
    weights, start = drawn
    way = Way(rule, squash, most=80)
    edges, pulls = arrows(weights)
    begun = np.array([start, [0.0] * len(start)])
    begun = begun if squash == "tanh" else (1 + begun) / 2
    both = run(edges, np.vstack([pulls, pulls * 0.5]), begun, (), way)
    alone = run(edges, pulls, begun[:1], (), way)
    assert both.levels[0].tolist() == alone.levels[0].tolist()
    assert both.endings[0] == alone.endings[0]
    floor = -1 if squash == "tanh" else 0
    assert (both.low >= floor).all()
    assert (both.high <= 1).all()
    assert (both.low <= both.levels + 1e-12).all()
    assert (both.levels <= both.high + 1e-12).all()
