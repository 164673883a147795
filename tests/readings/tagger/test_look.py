"""A text is looked at once, and what cues do, events and causes are read off that look."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import Span
from reportedly.readings.tagger import look
from reportedly.readings.tagger.look import Look, model
from reportedly.readings.tagger.marks import ACTS, DENIALS, JUDGED, STANCES, VALUES, VOTERS, Weighed


def at(text, part):
    start = text.index(part)
    return Span(start, start + len(part))


def best(one):
    """The likeliest label of each kind."""
    kinds = ((ACTS, one.acts), (STANCES, one.stances), (VALUES, one.values), (DENIALS, one.denials))
    return tuple(labels[chances.index(max(chances))] for labels, chances in kinds)


def best_value(chances):
    return VALUES[chances.index(max(chances))]


def scores(words, **said):
    """A table of ``words`` in which those of each voter say an act with a strength."""
    table = np.zeros((words, len(VOTERS) * JUDGED), dtype=np.float32)
    for voter, acts in said.items():
        for word, (act, strength) in acts.items():
            table[word, VOTERS.index(voter) * JUDGED + ACTS.index(act)] = strength
    return table


def judging(text, table):
    pieces = model().alphabet.pieces(text)
    empty = np.zeros((len(pieces.words), 0), dtype=np.float32)
    return Look(pieces, None, Weighed(empty, table, empty))


def test_the_mean_over_the_words_of_a_cue_decides():
    seen = judging("would deny", scores(2, cue={0: ("deny", 4), 1: ("say", 3)}))
    one = seen.verdict((Span(0, 10),))
    assert best(one)[0] == "deny"
    assert all(chance <= 0 for chance in (*one.acts, *one.stances, *one.values, *one.denials))


def test_the_words_of_source_and_content_vote_on_the_cue():
    text = "polls say it rained"
    table = scores(4, cue={1: ("say", 3)}, source={0: ("report", 4)}, content={3: ("predict", 9)})
    seen = judging(text, table)
    cue, source, content = (at(text, words) for words in ("say", "polls", "it rained"))
    assert best(seen.verdict((cue,)))[0] == "say"
    assert best(seen.verdict((cue,), (source,)))[0] == "report"
    assert best(seen.verdict((cue,), (source,), (content,)))[0] == "predict"


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
