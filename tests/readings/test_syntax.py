"""The parser multiplies by the runtime, which gives what numpy gives, however it is asked."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.readings import syntax
from reportedly.readings.syntax import Products


@settings(deadline=None)
@given(st.integers(0, 9), st.integers(1, 40), st.integers(1, 9), st.integers(0, 99))
def test_rows_times_a_table_turned_over(rows, width, columns, seed):
    chance = np.random.default_rng(seed)
    x, table = (chance.normal(size=(n, width)).astype(np.float32) for n in (rows, columns))
    found = Products().gemm(x, table, trans2=True)
    assert found.dtype == np.float32
    assert found.shape == (rows, columns)
    assert np.allclose(found, x @ table.T, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("into", [False, True])
def test_other_products_are_left_to_the_library(into):
    x, table = np.eye(3, dtype=np.float32), np.arange(9, dtype=np.float32).reshape(3, 3)
    out = np.empty((3, 3), dtype=np.float32) if into else None
    assert np.array_equal(Products().gemm(x, table, out=out), table)
    assert np.array_equal(Products().gemm(table, x, trans1=True), table.T)


def test_every_layer_of_the_parser_multiplies_so():
    parts = [part for _, part in syntax._model().pipeline if hasattr(part, "model")]
    assert parts
    assert all(isinstance(layer.ops, Products) for p in parts for layer in p.model.walk())
