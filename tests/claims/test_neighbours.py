"""Texts near in sense are found without trying each with each."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.claims import neighbours
from reportedly.claims.neighbours import kindred

ROW = st.lists(st.integers(-127, 127), min_size=8, max_size=8)


def table(rows):
    return np.array(rows, dtype=np.int8).reshape(len(rows), 8)


def test_a_text_of_no_sense_is_near_nothing():
    assert kindred(table([[0] * 8, [1] * 8, [0] * 8])) == set()
    assert kindred(table([])) == set()


@given(st.lists(ROW, max_size=30))
@settings(deadline=None)
def test_pairs_are_of_two_texts_the_earlier_first(rows):
    found = kindred(table(rows))
    assert all(0 <= one < other < len(rows) for one, other in found)
    if len(rows) > 1 and all(any(row) for row in rows):
        assert {at for pair in found for at in pair} == set(range(len(rows)))


def test_among_many_texts_each_still_meets_its_twin_and_few_are_tried(monkeypatch):
    chance = np.random.default_rng(3)
    half = chance.integers(-127, 128, (1500, 64), dtype=np.int8)
    found = kindred(np.concatenate([half, half]))
    assert sum((at, at + 1500) in found for at in range(1500)) > 1480
    tried = []
    cells = neighbours._cells
    monkeypatch.setattr(
        neighbours, "_cells", lambda *args: tried.extend(cells(*args)) or cells(*args)
    )
    kindred(np.concatenate([half, half]))
    assert sum(len(cell) ** 2 for cell in tried) < 3000**2 / 4
