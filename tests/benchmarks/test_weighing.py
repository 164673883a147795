"""Kendall's τ as the benchmark of grades counts it, and what it counts of a world."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from weighing import WORST, Ranked, figures, kendall, measured, signs
from worlds import frames

SHORT = st.lists(st.integers(0, 4), min_size=2, max_size=12)


def by_hand(ours, truth):
    """Pairs one by one, as Kendall (1945) counts them."""
    pairs = [(a, b) for b in range(len(ours)) for a in range(b)]
    order = [(ours[a] - ours[b]) * (truth[a] - truth[b]) for a, b in pairs]
    agreed = sum(o > 0 for o in order) - sum(o < 0 for o in order)
    apart = sum(truth[a] != truth[b] for a, b in pairs)
    ranked = sum(ours[a] != ours[b] for a, b in pairs)
    return (agreed / apart, agreed / (apart * ranked) ** 0.5) if apart and ranked else (0.0, 0.0)


@given(st.data(), SHORT)
def test_both_figures_are_those_of_pairs_counted_by_hand(data, truth):
    size = len(truth)
    ours = data.draw(st.lists(st.integers(0, 4), min_size=size, max_size=size))
    assert kendall(signs(ours), signs(truth)) == pytest.approx(by_hand(ours, truth))


def test_the_example_of_scipys_kendalltau_has_its_figure():
    ours, truth = [12, 2, 1, 12, 2], [1, 4, 7, 1, 0]
    assert kendall(signs(ours), signs(truth))[1] == pytest.approx(-0.47140452079103173)


def test_a_finer_ranking_is_held_against_by_tau_b_only():
    tau, tau_b = kendall(signs([1, 2, 3, 4]), signs([1, 1, 2, 2]))
    assert tau == 1
    assert tau_b == pytest.approx((4 / 6) ** 0.5)


def test_a_claim_that_was_not_found_is_last_by_every_way():
    found = dict.fromkeys(WORST, 1.0) | {"the digit": -3.0}
    rows = [Ranked(0, 1, 1, WORST), Ranked(0, 2, 1, found)]
    assert set(figures(rows).values()) == {(1.0, 1.0)}


def test_the_claims_of_a_world_are_ranked_with_their_true_numbers(monkeypatch):
    monkeypatch.setattr(frames, "CORPUS", Path("nowhere"))
    rows = [row for number in range(6) for row in measured(number, "a", given=True, keep=None)]
    assert {row.world for row in rows} == set(range(6))
    assert all(row.truth >= 1 and row.by.keys() == WORST.keys() for row in rows)
