"""How a voice's own value and the words inside are composed."""

import pytest

from reportedly.readings.commitments import Commitment
from reportedly.readings.factuality import factuality, stance


@pytest.mark.parametrize(
    ("base", "level", "sign", "expected"),
    [
        ("CT+", "CT", 1, "CT+"),
        ("CT+", "PS", 1, "PS+"),
        ("PR+", "CT", -1, "PR-"),
        ("CT-", "CT", 1, "CT-"),
        ("CT-", "CT", -1, "CT+"),
        ("PS+", "PR", 1, "PS+"),
        ("Uu", "CT", 1, "Uu"),
        ("CTu", "CT", 1, "Uu"),
        ("CT+", "U", 1, "Uu"),
    ],
)
def test_the_weakest_link_gives_the_level_and_signs_multiply(base, level, sign, expected):
    """Denying a negation affirms; who commits to nothing stays so."""
    assert factuality(base, Commitment(level=level, sign=sign)) == expected


def test_stance_follows_the_sign():
    """For, against, observing."""
    assert [stance(v) for v in ("PS+", "PR-", "Uu")] == ["for", "against", "observing"]
