"""Sources and contents that the tagger cut short, made whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import document
from reportedly import readings
from reportedly.model import Span, cut
from reportedly.readings.found import Found
from reportedly.readings.wholes import named, unsplit, whole


def test_what_is_said_not_to_be_true_is_not_said_to_be_so():
    """The clause over "that" is said, too."""
    text = "No, it is not true that the ferry sank off Norrin, Ilse Daren assured our readers."
    (sank,) = (
        s
        for s in readings.read(document(text)).statements
        if s.predicate.start == text.index("sank")
    )
    assert (sank.stance, sank.factuality) == ("against", "CT-")


def test_a_name_before_what_tells_who_it_is_belongs_to_the_source():
    text = "At a briefing on Monday, Ilse Daren, the harbour master, announced that the ferry sank."
    (found,) = readings.read(document(text)).attributions
    assert found.source is not None
    assert cut(text, found.source.spans) == "Ilse Daren, the harbour master"


def test_a_name_whose_last_word_could_be_a_verb_stays_whole():
    text = "The Norrin Post posted on its website that twelve guards left their posts at Esk."
    (found,) = readings.read(document(text)).attributions
    assert found.source is not None
    assert cut(text, found.source.spans) == "The Norrin Post"
    assert cut(text, found.cue) == "posted"


def test_an_outlet_in_whose_interview_somebody_speaks_is_no_part_of_the_name():
    text = (
        "In an interview with Vellby Wire, a board member of the Esk ferry office, Ilse Daren, "
        "said that the ferry sank."
    )
    (found,) = readings.read(document(text)).attributions
    assert found.source is not None
    assert cut(text, found.source.spans) == "a board member of the Esk ferry office, Ilse Daren"


@pytest.mark.parametrize(
    "text",
    [
        "The water board denied that the bus crashed near the quay and left 34 people hurt.",
        "The water board called it a lie that the bus crashed and left 34 people hurt.",
        "The water board branded it pure invention that the bus crashed and left 34 people hurt.",
    ],
)
def test_all_that_and_joins_to_what_is_denied_is_denied_once(text: str):
    found = {
        text[s.predicate.start : s.predicate.end]: (s.stance, s.factuality)
        for s in readings.read(document(text)).statements
    }
    assert found["crashed"] == found["left"] == ("against", "CT-")


def test_what_and_joins_to_another_act_of_the_speaker_is_no_part_of_a_denial():
    text = "The water board denied that the ferry sank and called the report nonsense."
    denied = next(a for a in readings.read(document(text)).attributions if a.denial == "whole")
    assert cut(text, denied.content) == "that the ferry sank"


@given(st.text(alphabet="Post Daren monday said’,. ", max_size=30))
def test_a_whole_name_holds_what_the_tagger_gave_and_no_word_of_the_cue(behind: str):
    text = f"the Norrin{behind} that the ferry sank."
    source, that = Span(0, len("the Norrin")), Span(text.index(" that the ferry") + 1, len(text))
    cue = Span(source.end, that.start - 1)
    if cue.start >= cue.end:
        return
    found = Found((source,), (cue,), (that,), "tagger")
    for made in unsplit([found], [], document(text)):
        assert made.source[0].start == source.start
        assert made.source[0].end >= source.end
        assert made.content == found.content
        assert not any(s.overlaps(c) for s in made.source for c in made.cue)


@given(st.text(alphabet="Iti snoaru,. Ilse Daren’“”", max_size=40))
def test_what_is_made_whole_only_grows_to_the_left_and_stays_in_the_text(before: str):
    text = f"{before} that the ferry sank, the harbour master, said."
    at = text.index("that the ferry")
    source, cue = (Span(text.index(w), text.index(w) + len(w)) for w in ("the harbour", "said"))
    found = Found((source,), (cue,), (Span(at, text.index(", the harbour")),), "tagger")
    made = whole(named(found, [], document(text)), document(text))
    assert 0 <= made.content[0].start <= found.content[0].start
    assert made.content[0].end == found.content[0].end
    assert made.source[-1].end == source.end
    assert not any(s.overlaps(c) for s in made.source for c in made.content)
