"""Weighted inconsistency counting, by hand and against what is printed in the literature."""

from math import sqrt
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.grades.hypotheses.score import diagnosticity, ranks, scores, weight
from reportedly.model import Consistency, Degree

TOKYO = {
    "attacks on journalists": ("I", "N", "I", "I"),
    "religious affiliation": ("C", "I", "I", "I"),
    "established party": ("N", "N", "C", "I"),
    "blind leader Matsumoto": ("C", "C", "C", "C"),
}
"""US Government, A Tradecraft Primer (March 2009), “Terrorism in Tokyo”: is Aum Shinrikyo a kooky
cult, a terrorist group, a political movement, a criminal group? Every weight is medium. The Primer
prints the cells and the inconsistency scores."""
TOKYO_PRINTED = (-1.0, -1.0, -2.0, -3.0)

IRAQ = {
    "E1": ("C", "C", "C"),
    "E2": ("C", "C", "I"),
    "E3": ("C", "C", "I"),
    "E4": ("I", "C", "C"),
    "E5": ("I", "C", "C"),
    "E6": ("I", "C", "C"),
}
"""Heuer, Psychology of Intelligence Analysis (1999), chapter 8, figure 15: will Iraq not retaliate,
sponsor minor terrorist actions, or plan a major attack? The book prints + and - in the cells, here
C and I, and no scores: those below are counted from them by hand. The US Army prints the ranking of
the same matrix (TC 2-33.4, Intelligence Analysis, July 2009, paragraph 2-55): H2, H3, then H1."""
IRAQ_COUNTED = (-3.0, 0.0, -2.0)
IRAQ_PRINTED = ("H2", "H3", "H1")


def test_the_matrix_of_the_tradecraft_primer_has_the_scores_that_it_prints():
    rows = list(TOKYO.values())
    found = scores(rows, [weight("medium", "medium")] * len(rows))
    assert found == TOKYO_PRINTED
    assert ranks(found) == (1, 1, 3, 4)
    apart = {name: diagnosticity(row, 1.0) for name, row in TOKYO.items()}
    assert apart["blind leader Matsumoto"] == 0.0
    assert min(v for name, v in apart.items() if name != "blind leader Matsumoto") == 1.0


def test_the_matrix_of_heuers_chapter_ranks_as_is_printed():
    """Hypothesis 2 has no minus; E1 is consistent with all three and has no diagnostic value."""
    found = scores(list(IRAQ.values()), [1.0] * 6)
    assert found == IRAQ_COUNTED
    places = dict(zip(ranks(found), ("H1", "H2", "H3"), strict=True))
    assert tuple(places[n] for n in (1, 2, 3)) == IRAQ_PRINTED
    assert [diagnosticity(row, 1.0) for row in IRAQ.values()] == [0.0, 1.0, 1.0, 1.0, 1.0, 1.0]


def test_heuers_ranking_turns_between_the_ends_when_three_reports_fall():
    """Without E4 to E6, which say that something is under way, nothing speaks for acting at all."""
    left = [row for name, row in IRAQ.items() if name in {"E1", "E2", "E3"}]
    assert ranks(scores(left, [1.0] * 3)) == (1, 1, 3)
    without_two = [row for name, row in IRAQ.items() if name not in {"E4", "E5"}]
    assert ranks(scores(without_two, [1.0] * 4)) == (2, 1, 3)


@pytest.mark.parametrize(
    ("credibility", "relevance", "expected"),
    [
        ("high", "high", 2.0), ("high", "medium", sqrt(2)), ("high", "low", 1.0),
        ("medium", "medium", 1.0), ("medium", "low", sqrt(0.5)), ("low", "low", 0.5),
    ],
)  # fmt: skip
def test_weights_are_powers_of_the_root_of_two(credibility, relevance, expected):
    assert weight(credibility, relevance) == weight(relevance, credibility) == expected


def test_a_very_inconsistent_cell_takes_two_points_times_its_weights():
    """II at 2, I at √2 and C at 2 beside one hypothesis: -4 - √2 + 0 = -5.414214."""
    rows = [("II", "N"), ("I", "CC"), ("C", "NA")]
    weights = [weight("high", "high"), weight("high", "medium"), weight("high", "high")]
    assert scores(rows, weights) == (-5.414214, 0.0)
    assert diagnosticity(rows[0], weights[0]) == 4.0


def test_without_a_row_there_is_no_score():
    assert scores([], []) == ()
    assert diagnosticity((), 1.0) == 0.0


def test_hypotheses_that_are_level_share_a_rank():
    assert ranks((-2.0, 0.0, 0.0, -3.0)) == (3, 1, 1, 4)


cells = st.sampled_from(get_args(Consistency))
levels = st.sampled_from(get_args(Degree))


@st.composite
def matrices(draw):
    width = draw(st.integers(2, 6))
    rows = draw(st.lists(st.tuples(*[cells] * width), min_size=1, max_size=12))
    weights = [weight(draw(levels), draw(levels)) for _ in rows]
    return rows, weights


@given(matrices(), st.randoms())
def test_the_order_of_rows_changes_no_score(matrix, chance):
    rows, weights = matrix
    order = list(range(len(rows)))
    chance.shuffle(order)
    mixed = scores([rows[at] for at in order], [weights[at] for at in order])
    assert mixed == scores(rows, weights)


@given(matrices())
def test_what_is_consistent_never_moves_a_score(matrix):
    rows, weights = matrix
    kept = [[cell if cell in ("I", "II") else "N" for cell in row] for row in rows]
    assert scores(kept, weights) == scores(rows, weights)


@given(matrices(), cells)
def test_a_row_that_is_the_same_beside_all_changes_no_rank(matrix, cell):
    rows, weights = matrix
    alike = (cell,) * len(rows[0])
    assert diagnosticity(alike, 1.0) == 0.0
    assert ranks(scores([*rows, alike], [*weights, 1.0])) == ranks(scores(rows, weights))


@given(matrices())
def test_scores_are_never_more_than_nothing_and_somebody_comes_first(matrix):
    found = scores(*matrix)
    assert max(found) <= 0
    assert 1 in ranks(found)
