"""Two findings are of one relation or of two."""

import pytest

from reportedly.model import Span
from reportedly.readings.found import Found
from reportedly.readings.overlaps import agree


def one(source, cue, content):
    spans = [((Span(*p),) if p else ()) for p in (source, cue, content)]
    return Found(*spans, "test")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (one((0, 4), (5, 9), (10, 30)), one((0, 4), (5, 9), (10, 30)), True),
        (one((0, 4), (5, 9), (10, 30)), one((0, 4), (5, 14), (40, 60)), True),
        (one((0, 4), (5, 9), (10, 30)), one((0, 4), (35, 39), (12, 30)), True),
        (one((0, 4), (5, 9), (10, 30)), one((0, 4), (35, 39), (40, 60)), False),
        (one((0, 4), (5, 9), (10, 30)), one((50, 54), (5, 9), (10, 30)), False),
        (one((0, 4), (5, 9), (10, 30)), one(None, (5, 9), (10, 30)), False),
        (one(None, (5, 9), (10, 30)), one(None, (5, 9), (10, 30)), True),
        (one((0, 20), (25, 29), (30, 50)), one((0, 5), (25, 29), (30, 50)), False),
    ],
)
def test_readers_agree_on_a_relation(left, right, expected):
    assert agree(left, right) is expected
    assert agree(right, left) is expected
