"""Products by the runtime are numpy's own."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.readings.products import product


@settings(deadline=None)
@given(st.integers(0, 9), st.integers(1, 40), st.integers(1, 9), st.integers(0, 99))
def test_rows_times_rows(rows, width, columns, seed):
    chance = np.random.default_rng(seed)
    a, b = (chance.normal(size=(n, width)).astype(np.float32) for n in (rows, columns))
    found = product(a, b)
    assert (found.dtype, found.shape) == (np.float32, (rows, columns))
    assert np.allclose(found, a @ b.T, rtol=1e-4, atol=1e-4)
