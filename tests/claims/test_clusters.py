"""Groups hold around a middle, and the order of the pairs changes nothing."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.clusters import Apart, Bounds, clusters

BOUNDS = Bounds(join=0.6, hold=0.4, exemplars=6)


def grouped(size, scores):
    return clusters(size, sorted(scores), lambda i, j: scores.get((i, j), 0.0), BOUNDS)


def test_what_agrees_is_one_group():
    assert grouped(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}) == ((0, 1, 2),)


def test_a_chain_is_no_group():
    assert grouped(3, {(0, 1): 0.9, (1, 2): 0.7}) == ((0, 1), (2,))


def test_whoever_stands_too_far_from_the_middle_is_put_out():
    scores = {(0, 1): 2.0, (0, 2): 2.0, (0, 4): 2.0, (1, 2): 1.5, (1, 4): 1.5, (2, 4): 1.5}
    scores |= {(0, 3): 0.1, (1, 3): 1.0, (2, 3): 1.0, (3, 4): 1.0}
    assert grouped(5, scores) == ((0, 1, 2, 4), (3,))


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]),
        st.floats(-1, 2),
        max_size=28,
    )
)
def test_every_member_is_in_exactly_one_group(scores):
    found = grouped(8, scores)
    assert sorted(i for group in found for i in group) == list(range(8))


def test_what_is_kept_apart_is_not_joined_by_way_of_another():
    scores = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}
    apart = Apart(frozenset({(0, 2)}))
    assert clusters(3, sorted(scores), lambda i, j: scores[i, j], BOUNDS, apart) == ((0, 1), (2,))


def test_who_is_late_takes_nobody_along():
    scores = {(0, 1): 0.8, (0, 2): 0.7, (1, 2): 0.9}
    late = Apart(frozenset({(0, 2)}), frozenset({2}))
    assert clusters(3, sorted(scores), lambda i, j: scores[i, j], BOUNDS, late) == ((0, 1), (2,))


PAIRS = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1])


@given(
    st.dictionaries(PAIRS, st.floats(-1, 2), max_size=28), st.frozensets(PAIRS),
    st.frozensets(st.integers(0, 7)),
)  # fmt: skip
def test_no_group_holds_two_that_are_kept_apart(scores, pairs, late):
    found = clusters(
        8, sorted(scores), lambda i, j: scores.get((i, j), 0.0), BOUNDS, Apart(pairs, late)
    )
    assert sorted(i for group in found for i in group) == list(range(8))
    assert not [(i, j) for i, j in pairs for group in found if {i, j} <= set(group)]
