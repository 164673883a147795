"""Whatever is ruled and undone, in whatever order, an issue is in a state that follows."""

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from inquiry import asking, compared, ruled
from reportedly.model import STEPS, IssueState, Ruling, Target, walk

ASKS = asking("It is unclear whether the mill at Vesk burnt.")
ASKS.asks("whether the mill at Vesk burnt", "is unclear", "fire", predicate="burnt")
CASE = compared(ASKS)
ISSUE = Target("issue", "x", ASKS.document.id, at=ASKS.asked[0].spans)
KINDS = ("narrow", "settle", "reopen")


def made(plan):
    """Rulings from a plan: a kind, or the number of the ruling that is undone."""
    return tuple(
        Ruling(n, "undo", (), "anna", undoes=1 + one % n)
        if isinstance(one, int)
        else Ruling(n, one, (ISSUE,), "anna", value="yes" if one == "settle" else "")
        for n, one in enumerate(plan, 1)
    )


PLANS = st.lists(st.one_of(st.sampled_from(KINDS), st.integers(0, 9)), max_size=9)


@settings(deadline=None)
@given(PLANS)
def test_the_state_is_where_the_steps_that_count_lead(plan):
    found = ruled(CASE, made(plan))
    (course,) = found.courses
    at = "open"
    for step in course.steps:
        assert step.kind in STEPS[at]
        at = STEPS[at][step.kind]
    assert course.state == at
    assert course.state in get_args(IssueState)
    assert (course.answer == "yes") == bool(course.steps and course.steps[-1].kind == "settle")


@settings(deadline=None)
@given(PLANS)
def test_what_is_neither_undone_nor_counted_is_held_back_in_the_log(plan):
    found = ruled(CASE, made(plan))
    counted = {step.number for step in found.courses[0].steps}
    for logged in found.rulings:
        if logged.ruling.kind != "undo" and logged.state != "undone":
            held = "in force" if logged.ruling.number in counted else "held back"
            assert logged.state == held


@settings(deadline=None)
@given(st.lists(st.sampled_from(KINDS), max_size=8))
def test_undoing_the_last_ruling_brings_back_the_state_of_before(kinds):
    plain = ruled(CASE, made(kinds)).courses
    for kind in KINDS:
        again = ruled(CASE, made([*kinds, kind, len(kinds)])).courses
        assert again == plain


def test_a_step_that_does_not_follow_is_passed_over():
    assert walk(()) == ("open", ())
    assert ruled(CASE, made(["reopen"])).courses[0].state == "open"
    assert ruled(CASE, made(["settle", "narrow"])).courses[0].state == "settled"
    assert ruled(CASE, made(["settle", "reopen"])).courses[0].state == "reopened"
    assert ruled(CASE, made(["settle", "reopen", "narrow", 1])).courses[0].state == "settled"
