"""Every comparison is published: its docstring is what the user reads."""

from pathlib import Path

import pytest

from reportedly.claims.compare import weights
from reportedly.claims.features import FEATURES

PAGE = Path(__file__).parents[2] / "docs/claims.md"


@pytest.mark.parametrize("name", FEATURES)
def test_every_feature_stands_in_the_docs_with_its_weight(name):
    explained = (FEATURES[name].__doc__ or "").splitlines()[0]
    row = f"| `{name}` | {weights()[name]:g} | {explained} |"
    assert row in PAGE.read_text(encoding="utf-8").splitlines()
