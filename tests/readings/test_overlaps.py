"""Two findings are of one relation or of two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Span
from reportedly.readings.found import Found
from reportedly.readings.overlaps import Near, agree, meet

SPANS = st.lists(st.tuples(st.integers(0, 2_000), st.integers(1, 400)), max_size=3).map(
    lambda pairs: tuple(sorted(Span(start, start + size) for start, size in pairs))
)
FOUND = st.lists(st.builds(Found, SPANS, SPANS, SPANS, st.just("test")), max_size=12)


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


@given(FOUND)
def test_who_meets_or_agrees_is_near(found):
    near = Near(found)
    for one in found:
        beside = near.by(one)
        assert [o for o in beside if meet(one, o)] == [o for o in found if meet(one, o)]
        if one.cue or one.content:
            assert [o for o in beside if agree(one, o)] == [o for o in found if agree(one, o)]


def test_what_stands_far_apart_is_not_near():
    first, last = one((0, 4), (5, 9), (10, 30)), one((5000, 5004), (5005, 5009), (5010, 5030))
    assert Near([last, first]).by(first) == [first]
