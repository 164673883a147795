"""A text is looked at once, and what cues do, events and causes are read off that look."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import Span
from reportedly.readings.tagger import look
from reportedly.readings.tagger.look import verdict
from reportedly.readings.tagger.marks import ACTS, DENIALS, JUDGED, STANCES, VALUES


def at(text, part):
    start = text.index(part)
    return Span(start, start + len(part))


def best(one):
    """The likeliest label of each kind."""
    kinds = ((ACTS, one.acts), (STANCES, one.stances), (VALUES, one.values), (DENIALS, one.denials))
    return tuple(labels[chances.index(max(chances))] for labels, chances in kinds)


def best_value(chances):
    return VALUES[chances.index(max(chances))]


def test_the_mean_over_the_words_of_a_cue_decides():
    scores = np.zeros((2, JUDGED), dtype=np.float32)
    scores[0, ACTS.index("deny")] = 4
    scores[1, ACTS.index("say")] = 3
    scores[:, len(ACTS) + STANCES.index("against")] = 2
    scores[:, len(ACTS) + len(STANCES) + VALUES.index("CT-")] = 2
    scores[:, JUDGED - len(DENIALS) + DENIALS.index("motive")] = 2
    one = verdict(scores)
    assert best(one) == ("deny", "against", "CT-", "motive")
    assert all(chance <= 0 for chance in (*one.acts, *one.stances, *one.values, *one.denials))


@pytest.mark.parametrize(
    ("text", "cue", "act", "stance", "factuality"),
    [
        ("The ministry denied that the bridge had fallen.", "denied", "deny", "against", "CT-"),
        ("The ministry said the bridge had fallen.", "said", "say", "for", "CT+"),
        ("The envoy declined to comment on the raid.", "declined", "decline", "silent", "Uu"),
        ("Residents believe the dam will break.", "believe", "believe", "for", "PR+"),
        ("The mayor urged residents to leave.", "urged", "demand", "for", "Uu"),
    ],
)
def test_plain_cues_are_judged_as_anybody_would(text, cue, act, stance, factuality):
    one = look(text).verdict((at(text, cue),))
    assert best(one)[:3] == (act, stance, factuality)


def test_what_did_not_happen_is_not_asserted():
    text = "The convoy reached Ostrel. The guards did not leave, and the dam may break."
    seen = look(text)
    values = [best_value(seen.committed(at(text, word))) for word in ("reached", "leave", "break")]
    assert values == ["CT+", "CT-", "PS+"]


def test_where_no_word_stands_nothing_is_judged():
    assert look("").verdict((Span(0, 0),)) is None
    assert look("Gone.").verdict(()) is None
    assert look("Gone.").committed(Span(5, 5)) is None
    assert look("").relations((Span(0, 0),)) == []


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
@settings(deadline=None, max_examples=40)
def test_any_span_of_any_text_is_judged_or_not_and_never_fails(text, a, b):
    seen = look(text)
    span = Span(min(a, b), max(a, b))
    one, event = seen.verdict((span,)), seen.committed(span)
    assert (one is None) == (event is None)
