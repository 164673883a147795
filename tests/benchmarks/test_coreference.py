"""The scorers of chains give what their papers do, and nothing to what is not there."""

import sys
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from coreference import added, assigned, conll, score

LABELS = st.dictionaries(st.integers(0, 11), st.integers(0, 4), min_size=1)


def chains(*groups):
    """A chain a string, a mention a letter."""
    return {mention: number for number, group in enumerate(groups) for mention in group}


def rounded(counts):
    return round(counts.precision, 3), round(counts.recall, 3)


def _beside(one, other):
    """Both, with nothing in common."""
    kept = {("one", mention): ("one", chain) for mention, chain in one.items()}
    return kept | {("other", mention): ("other", chain) for mention, chain in other.items()}


GOLD = chains("abcde", "fg", "hijkl")
"""The example of Bagga and Baldwin (1998), which Luo (2005) takes up."""
ONE_JOIN, OTHER_JOIN = chains("abcde", "fghijkl"), chains("abcdehijkl", "fg")


def test_links_count_one_wrong_join_for_another():
    assert rounded(score(GOLD, ONE_JOIN)["MUC"]) == (0.9, 1.0)
    assert rounded(score(GOLD, OTHER_JOIN)["MUC"]) == (0.9, 1.0)


def test_b_cubed_counts_a_join_of_large_chains_for_more():
    assert rounded(score(GOLD, ONE_JOIN)["B3"]) == (0.762, 1.0)
    assert rounded(score(GOLD, OTHER_JOIN)["B3"]) == (0.583, 1.0)


def test_chains_are_laid_on_one_another_once():
    found = score(GOLD, OTHER_JOIN)["CEAFe"]
    assert rounded(found) == (round((1 + 10 / 15) / 2, 3), round((1 + 10 / 15) / 3, 3))


def test_links_are_weighed_by_the_size_of_their_chain():
    # Moosavi and Strube (2016), section 3.1
    gold = chains("abc", "defg")
    found = chains("ab", "cd", "fghi")
    assert rounded(score(gold, found)["LEA"]) == (0.333, 0.238)


def test_a_mention_that_only_one_side_has_counts_against_that_side():
    found = score(chains("ab"), chains("abc"))
    assert rounded(found["MUC"]) == (0.5, 1.0)
    assert rounded(found["B3"]) == (round(4 / 9, 3), 1.0)
    assert rounded(score(chains("ab"), chains("ab", "c"))["CEAFe"]) == (0.5, 1.0)


@given(LABELS)
def test_what_is_as_it_should_be_is_perfect(labels):
    found = score(labels, labels)
    several = len(set(labels.values())) < len(labels)
    assert [round(found[name].f1, 9) for name in ("B3", "CEAFe", "LEA")] == [1.0, 1.0, 1.0]
    assert found["MUC"].f1 == (1.0 if several else 0.0)


@given(LABELS, LABELS)
def test_found_and_gold_may_change_places(gold, found):
    one, other = score(gold, found), score(found, gold)
    for name, counts in one.items():
        assert counts.precision == pytest.approx(other[name].recall)
        assert 0 <= counts.f1 <= 1 + 1e-9


@given(LABELS, LABELS, LABELS)
def test_parts_that_share_no_chain_add_up(gold, found, more):
    apart = added([score(gold, found), score(more, more)])
    both = score(_beside(gold, more), _beside(found, more))
    assert conll(apart) == pytest.approx(conll(both))


@given(
    arrays.arrays(
        np.float64,
        st.tuples(st.integers(1, 4), st.integers(4, 5)),
        elements=st.integers(-20, 20).map(float),
    )
)
def test_no_other_assignment_costs_less(costs):
    chosen = assigned(costs)
    rows, columns = costs.shape
    least = min(
        sum(costs[row, column] for row, column in enumerate(tried))
        for tried in permutations(range(columns), rows)
    )
    assert len(set(chosen)) == rows
    assert sum(costs[row, column] for row, column in enumerate(chosen)) == pytest.approx(least)
