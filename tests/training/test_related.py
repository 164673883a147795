"""A tenth of the invented pairs is kept from the network, with all pairs of one first text."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))
from related import held_back, is_held_back, rows, traps

from reportedly.claims.relation import RELATIONS


def test_every_pair_has_a_relation_and_two_texts_and_none_is_there_twice():
    every = rows()
    assert {row.relation for row in every} == set(RELATIONS)
    assert all(row.a and row.b for row in every)
    assert len({(row.a, row.b) for row in every}) == len(every)


def test_about_a_tenth_is_held_back_by_first_text():
    every, kept = rows(), held_back()
    assert 0.08 < len(kept) / len(every) < 0.12
    assert {row.a for row in kept}.isdisjoint(row.a for row in every if not is_held_back(row))


def test_no_trap_that_is_counted_was_learnt():
    learnt = {text for row in rows() for text in (row.a, row.b)}
    assert all({row.a, row.b}.isdisjoint(learnt) for row in (*traps("score"), *traps("tune")))
