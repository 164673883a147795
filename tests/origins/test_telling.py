"""Whether an attribution tells of somebody's word, or of what somebody did."""

from dataclasses import replace

import pytest

from reportedly.origins.telling import tells
from retold import Told, Voice, report


def found(cue, kind="government", name=None, act="say", agreed=False):
    """Whether "The clerks CUE that salt burned" tells of their word."""
    text = f"The clerks {cue} that salt burned."
    voice = Voice("The clerks", kind, name)
    document, reading, _ = report(
        "Vesk Courier", 1, text, Told("that salt burned", voice, cue, act)
    )
    (attribution,) = reading.attributions
    return tells(replace(attribution, agreed=agreed), document)


@pytest.mark.parametrize(
    "cue",
    ["said", "denied", "noted", "told us", "were admitting", "wrote", "estimated", "made clear"],
)
def test_words_of_saying_and_thinking_tell(cue):
    assert found(cue)


@pytest.mark.parametrize(
    "cue", ["impounded", "let", "took ownership of", "revolted against", "in plain view of", "saw"]
)
def test_what_somebody_did_tells_nothing_where_one_reader_alone_found_it(cue):
    assert not found(cue)
    assert found(cue, agreed=True)
    assert found(cue, name="Orsk Salt Office")


@pytest.mark.parametrize("cue", ["thus", "has it from", "as its source", "as", "rests on"])
def test_words_by_which_another_passes_it_on_tell(cue):
    assert found(cue)


def test_a_witness_tells_what_was_seen():
    assert found("saw", kind="witness", act="believe") == found("saw", kind="anonymous")
    assert not found("saw", kind="organisation")


@pytest.mark.parametrize("cue", ["planned", "were intending", "want"])
def test_what_a_voice_without_a_name_plans_is_the_word_of_who_reports_it(cue):
    assert not found(cue, act="promise", agreed=True)
    assert found(cue, act="promise", name="Orsk Salt Office")


def test_a_promise_is_the_word_of_who_gives_it():
    assert found("pledged", act="promise")
