"""What the causes in a sentence cost, against every way to place them, one by one."""

import sys
from itertools import combinations_with_replacement
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is needed to train, not to read")

sys.path.append(str(Path(__file__).parents[2] / "training"))

from tagger import causes  # noqa: E402  a folder of scripts, no package of ours


def scores(*shape):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(4))


def every_way(words):
    runs = list(combinations_with_replacement(range(words), 2))
    return [(*a, *b) for a in runs for b in runs if a[1] < b[0] or b[1] < a[0]]


def test_all_ways_are_summed_and_padding_is_none_of_them():
    table, used = scores(1, 6, 6), torch.tensor([[True] * 5 + [False]])
    single = [0.0] + [float(causes.way(table[0], parts)) for parts in every_way(5)]
    summed = float(causes.all_ways(table, used))
    assert summed == pytest.approx(float(torch.logsumexp(torch.tensor(single), 0)), abs=1e-4)


def test_two_relations_cost_the_same_in_either_order():
    rows = [scores(5, 26)]
    one, two = ((0, 1, 3, 4), [0, 0, 1, 0, 0]), ((3, 4, 0, 0), [0, 1, 0, 0, 0])
    costs = [float(causes.related_loss(rows, [pair])) for pair in ([one, two], [two, one])]
    assert costs[0] == pytest.approx(costs[1])


def test_a_sentence_of_one_word_says_nothing_and_costs_nothing():
    assert float(causes.related_loss([scores(1, 26)], [[]])) == pytest.approx(0, abs=1e-4)
