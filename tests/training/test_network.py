"""A layer that asks for queries, keys and values by one table gives what it gave."""

import sys
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is needed to train, not to read")

sys.path.append(str(Path(__file__).parents[2] / "training"))

from tagger.network import HIDDEN, WIDE, Layer  # noqa: E402  a folder of scripts, no package of ours


@pytest.mark.parametrize("heads", [12, 9])
def test_one_table_gives_what_three_give(heads):
    torch.manual_seed(heads)
    layer, x = Layer(0.0).eval(), torch.randn(1, 17, HIDDEN)
    layer.size(heads, 64)
    with torch.no_grad():
        before = layer.attended(x, None)
        layer.join()
        after = layer.attended(x, None)
    assert after.shape == (1, 17, heads * WIDE)
    assert torch.allclose(before, after, atol=1e-5)
