"""Columns of one kind are fitted anew, and nothing else moves."""

import sys
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is needed to train, not to read")

sys.path.append(str(Path(__file__).parents[2] / "training"))

import columns  # noqa: E402  a folder of scripts, no package of ours
from tagger import network  # noqa: E402

ROWS = 60


@pytest.fixture
def every():
    """Vectors whose first number tells the label; some rows have none."""
    torch.manual_seed(0)
    vectors = torch.randn(ROWS, len(columns.VOTERS) * network.HIDDEN)
    labels = torch.full((ROWS, len(columns.SIZES)), -1)
    labels[: ROWS - 9] = (vectors[: ROWS - 9, :1] > 0).long()
    return [vectors, torch.ones(ROWS, len(columns.VOTERS)), labels]


@pytest.mark.parametrize("kind", [*columns.SIZES])
def test_only_the_columns_of_a_kind_move_and_they_tell_the_labels(kind, every):
    torch.manual_seed(1)
    weights = network.Tagger().state_dict()
    made = columns.fitted(weights, kind, every, torch.ones(ROWS), 1e-4)
    places = columns._places(kind)
    moved = (made["judged.weight"] != weights["judged.weight"]).any(1).nonzero().flatten()
    assert {*moved.tolist()} <= {*places.tolist()}
    assert all((made[name] == weights[name]).all() for name in weights if "judged" not in name)
    slopes, offsets = columns._columns(made, kind)
    told = (every[0] @ slopes + every[1] @ offsets).argmax(1)
    known = every[2][:, 0] >= 0
    assert (told == every[2][:, 0])[known].float().mean() > 0.9


def test_the_kinds_fill_what_judges_once():
    places = torch.cat([columns._places(kind) for kind in columns.SIZES])
    assert sorted(places.tolist()) == [*range(len(columns.VOTERS) * columns.JUDGED)]
