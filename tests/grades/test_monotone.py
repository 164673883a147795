"""What more reports, more origins and fewer origins can do to a grade, and what they cannot."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.grades.digits import digit, reasons, turns
from reportedly.grades.summary import summary
from supports import AGAINST, BEHIND, SAID, made, with_copy, with_denial, with_origin

MANY = settings(max_examples=200, deadline=None)
ORIGINS = st.lists(BEHIND, min_size=1, max_size=5)
DENIED = st.lists(AGAINST, max_size=2)


def graded(held):
    """The digit and the sum that it follows from."""
    found = digit(held, reasons(held))
    return found.digit, found.total


def total(held):
    """Everything that orders claims."""
    return sum(factor.weight for factor in reasons(held))


@MANY
@given(ORIGINS, DENIED, st.booleans(), SAID, st.booleans())
def test_one_more_copy_never_raises_a_grade_however_it_is_worded(
    origins, denied, lost, said, clash
):
    held = made(origins, denied, lost)
    copied = with_copy(held, said, clash)
    assert graded(copied)[0] >= graded(held)[0]
    assert graded(copied)[1] <= graded(held)[1]
    assert total(copied) <= total(held)


@MANY
@given(ORIGINS, DENIED, st.booleans(), BEHIND, st.booleans())
def test_one_more_origin_never_lowers_a_grade_even_if_it_contradicts(
    origins, denied, lost, one, clash
):
    held = made(origins, denied, lost)
    grown = with_origin(held, one, clash)
    assert graded(grown)[0] <= graded(held)[0]
    assert total(grown) >= total(held)


@MANY
@given(ORIGINS, DENIED, st.data())
def test_one_origin_less_never_raises_a_grade(origins, denied, data):
    held = made(origins, denied)
    gone = data.draw(st.sampled_from(held.origins))
    left = replace(held, origins=tuple(o for o in held.origins if o != gone))
    assert graded(left)[0] >= graded(held)[0]


@MANY
@given(BEHIND, DENIED)
def test_without_its_only_origin_a_claim_cannot_be_judged(one, denied):
    held = replace(made([one], denied), origins=())
    assert graded(held)[0] == "6"


@MANY
@given(ORIGINS, DENIED, AGAINST)
def test_one_more_denial_never_raises_a_grade(origins, denied, one):
    held = made(origins, denied)
    more = with_denial(held, one)
    assert graded(more)[0] >= graded(held)[0]
    assert total(more) <= total(held)


@MANY
@given(ORIGINS, DENIED, BEHIND)
def test_a_voice_that_is_not_shown_moves_no_digit(origins, denied, one):
    held = made(origins, denied)
    grown = with_origin(held, replace(one, shown=False))
    assert graded(grown)[0] == graded(held)[0]
    assert not held.shown or graded(grown) == graded(held)


@MANY
@given(ORIGINS, DENIED)
def test_a_one_takes_two_origins_shown_and_nobody_against(origins, denied):
    held = made(origins, denied)
    if graded(held)[0] == "1":
        assert len(held.shown) >= 2
        assert not held.against


LIKELIHOOD = re.compile(
    r"\b(?:almost no chance|remote|(?:un)?likely|(?:im)?probabl[ey]|even (?:chance|odds)|"
    r"almost certain(?:ly)?|nearly certain|confidence)\b"
)
"""The terms of ICD 203, both rows, and its word for what must not stand beside them."""


@MANY
@given(ORIGINS, DENIED, st.booleans(), st.booleans())
def test_no_sentence_of_a_grade_speaks_of_likelihood_or_confidence(origins, denied, lost, clash):
    held = made(origins, denied, lost)
    held = with_origin(held, replace(origins[0], kind="government"), clash)
    given_ = reasons(held)
    told = [summary(held), digit(held, given_).reason.text, *(f.text for f in given_)]
    told += [turn.text for turn in turns(held, given_)]
    assert not [text for text in told if LIKELIHOOD.search(text)]


@MANY
@given(ORIGINS, DENIED, st.booleans())
def test_every_reason_shows_its_characters(origins, denied, lost):
    held = made(origins, denied, lost)
    for factor in reasons(held):
        assert factor.evidence or factor.weight == 0, factor.name
