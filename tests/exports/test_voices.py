"""Voices are told apart, and a person is named with the attribution that carries the name."""

import pytest

from exports.told_case import hostile, ruled, spoken_by
from reportedly.exports.voices import WITHHELD, voices
from reportedly.shelf import Shelf
from views.case import story


def named(case):
    return {voice.name: voice for voice in voices(Shelf(case)).values()}


def test_a_voice_has_the_attribution_that_carries_its_name():
    case = story()
    carried = {a.id: a for reading in case.readings for a in reading.attributions}
    texts = {d.id: d.text for d in case.documents}
    found = carried[named(case)["Ilse Dorn"].carrier]
    span = found.source.spans[0]
    assert texts[found.document][span.start : span.end] == "Captain Ilse Dorn of the relief column"


def test_a_voice_without_a_name_is_another_in_each_claim():
    held = [v for v in voices(Shelf(story())).values() if v.name == "a senior official"]
    assert len(held) == len({v.id for v in held}) == 2


def test_an_outlet_is_one_voice_in_all_claims():
    assert [v.name for v in voices(Shelf(story())).values()].count("Northline Wire") == 1


def test_an_outlet_that_passes_on_anothers_word_is_not_named_by_that_attribution():
    assert named(story())["Northline Wire"].carried == ()


# The first statement of the claim stands in an attribution, the fourth in a report's own words.
@pytest.mark.parametrize(("statement", "label"), [(0, "Jon Aske"), (3, WITHHELD)])
def test_a_person_whom_no_attribution_names_is_not_named(statement, label):
    held = named(spoken_by("person", statement))
    assert label in held
    assert ("Jon Aske" in held) == (label == "Jon Aske")


def test_a_voice_is_heard_first_in_the_earliest_report():
    case = story()
    published = {d.id: d.published for d in case.documents}
    assert published[named(case)["Ministry of Defence of Karvonia"].first] == (
        "2031-03-03T09:30:00Z"
    )


def test_voices_of_hidden_claims_only_are_left_out():
    assert "Ilse Dorn" not in named(ruled("hide"))


def test_any_text_is_a_voice():
    assert len(voices(Shelf(hostile()))) > 1
