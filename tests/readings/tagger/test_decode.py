"""Tags are decoded into runs that always begin."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reportedly.readings.tagger.decode import Run, best_path, decode
from reportedly.readings.tagger.marks import TAGS

FREE = np.zeros((7, 7), dtype=np.float32)


def scores(*tags):
    return np.array([[5.0 if t == tag else 0.0 for t in TAGS] for tag in tags], dtype=np.float32)


def test_runs_of_words_in_one_role():
    found = decode(scores("B-source", "I-source", "B-cue", "O", "B-content", "I-content"), FREE)
    assert found == [Run(0, 1, "source"), Run(2, 2, "cue"), Run(4, 5, "content")]


def test_two_runs_of_one_role_side_by_side_stay_two():
    found = decode(scores("B-content", "B-content", "I-content"), FREE)
    assert found == [Run(0, 0, "content"), Run(1, 2, "content")]


def test_an_inside_tag_never_opens_a_run():
    assert decode(scores("I-cue"), FREE) in ([], [Run(0, 0, "cue")])
    assert decode(scores("O", "I-cue", "I-cue"), FREE)[0].role == "cue"


def test_nothing_gives_nothing():
    assert decode(np.zeros((0, 7), dtype=np.float32), FREE) == []


@given(
    arrays(
        np.float32, st.tuples(st.integers(0, 12), st.just(7)), elements=st.floats(-9, 9, width=32)
    )
)
def test_any_scores_give_a_path_that_holds_together(table):
    path = best_path(table, FREE)
    assert len(path) == len(table)
    for before, tag in zip([0, *path], path, strict=False):
        if TAGS[tag].startswith("I"):
            assert TAGS[before][2:] == TAGS[tag][2:]
