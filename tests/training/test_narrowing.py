"""Narrower layers: what moves nothing goes first, and nothing else changes."""

import random
import sys
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is needed to train, not to read")

sys.path.append(str(Path(__file__).parents[2] / "training"))

import narrowing  # noqa: E402  a folder of scripts, no package of ours
from tagger import network  # noqa: E402

HEADS, COLUMNS = (0, 3, 4, 9, 11), 700


@pytest.fixture
def layer():
    """Of its heads only some, and of its columns only the last, have a part in the result."""
    torch.manual_seed(1)
    made = network.Layer(0.0).eval()
    with torch.no_grad():
        for head in set(range(network.HEADS)) - set(HEADS):
            made.mix.weight[:, head * network.WIDE : (head + 1) * network.WIDE] = 0.0
        made.down.weight[:, :-COLUMNS] = 0.0
    return made


def vectors(*shape):
    return torch.randn(*shape, network.HIDDEN, generator=torch.Generator().manual_seed(4))


def test_heads_and_columns_that_move_nothing_are_left_out(layer):
    with torch.no_grad():
        made = narrowing.narrow(layer, [vectors(1, 20), vectors(1, 7)], len(HEADS), COLUMNS)
        given = vectors(2, 9)
        assert torch.allclose(made(given, None), layer(given, None), atol=1e-5)
    assert made.heads == len(HEADS)
    assert made.up.weight.shape == (COLUMNS, network.HIDDEN)


def test_narrow_weights_are_taken_over_as_narrow_as_they_are(layer):
    whole = network.Tagger().eval()
    whole.judging[2] = layer
    with torch.no_grad():
        made = network.Tagger()
        whole.judging[2] = narrowing.narrow(layer, [vectors(1, 20)], len(HEADS), COLUMNS)
        network.load(made, whole.state_dict())
        ids = torch.tensor([[101, 2040, 2056, 2054, 102]])
        ours, theirs = made.eval().judge(ids), whole.judge(ids)
    assert all(torch.equal(ours[name], theirs[name]) for name in theirs)


def test_batches_hold_every_window_once_whatever_its_length():
    every = [[101, *[2000 + n] * (n % 50), 102] for n in range(600)]
    seen = []
    rows = narrowing.batches(every, random.Random(0))
    while len(seen) < len(every):
        ids, used = next(rows)
        assert ids.numel() <= narrowing.BATCH or len(ids) == 1
        seen += [int(n) for n in used.sum(1)]
    assert sorted(seen) == sorted(map(len, every))
