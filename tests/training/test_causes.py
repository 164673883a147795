"""What the causes in a sentence cost, against every way to place them, one by one."""

import sys
from itertools import combinations_with_replacement
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is needed to train, not to read")

sys.path.append(str(Path(__file__).parents[2] / "training"))

from tagger import causes, tensors  # noqa: E402  a folder of scripts, no package of ours


def scores(*shape):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(4))


def every_way(words):
    runs = list(combinations_with_replacement(range(words), 2))
    return [(*a, *b) for a in runs for b in runs if a[1] < b[0] or b[1] < a[0]]


def told(words, *relations):
    return tensors.sentences([(0, list(range(words)), bool(relations), relations)])


def test_all_ways_are_summed_and_padding_is_none_of_them():
    table, used = scores(1, 6, 6), torch.tensor([[True] * 5 + [False]])
    ways = torch.tensor(every_way(5))
    single = causes.way(table.expand(len(ways), -1, -1), ways)
    summed = float(causes.all_ways(table, used))
    whole = torch.logsumexp(torch.cat([torch.zeros(1), single]), 0)
    assert summed == pytest.approx(float(whole), abs=1e-4)


def test_two_relations_cost_the_same_in_either_order():
    table = scores(1, 5, 26)
    one, two = ((0, 1, 3, 4), [0, 0, 1, 0, 0]), ((3, 4, 0, 0), [0, 1, 0, 0, 0])
    costs = [float(causes.related_loss(table, told(5, *pair))) for pair in ([one, two], [two, one])]
    assert costs[0] == pytest.approx(costs[1])


def test_a_sentence_of_one_word_says_nothing_and_costs_nothing():
    assert float(causes.related_loss(scores(1, 1, 26), told(1))) == pytest.approx(0, abs=1e-4)


def test_a_sentence_costs_the_same_beside_a_longer_one():
    table, relation = scores(2, 7, 26), ((0, 1, 3, 3), [0, 0, 1, 0])
    long = (1, list(range(7)), True, [((5, 6, 0, 2), [0] * 7)])
    both = tensors.sentences([(0, list(range(4)), True, [relation]), long])
    apart = [told(4, relation), told(7, long[3][0])]
    alone = [float(causes.related_loss(table[k : k + 1, :n], one))
             for k, (n, one) in enumerate(zip((4, 7), apart, strict=True))]  # fmt: skip
    assert float(causes.related_loss(table, both)) == pytest.approx(sum(alone) / 2, abs=1e-4)
