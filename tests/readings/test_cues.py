"""Cues and their acts come from word lists that agree with the model and each other."""

from typing import get_args

import pytest
from tests.build import document

from reportedly.lexicons import load
from reportedly.model import Act
from reportedly.readings.cues import act_of, frames, lemma_of, words
from reportedly.readings.parse import parse


@pytest.mark.parametrize(
    ("word", "act"),
    [
        ("say", "say"),
        ("deny", "deny"),
        ("Dismiss", "dismiss"),
        ("rule out", "deny"),
        ("reportedly", "report"),
        ("alleged", "accuse"),
        ("concern", "concern"),
        ("hop", "concern"),
    ],
)
def test_a_cue_has_the_act_of_its_table(word: str, act: str):
    assert act_of(word) == act


def test_a_word_that_is_no_cue_has_no_act():
    assert act_of("bridge") is None


def test_every_table_is_an_act_and_every_act_has_a_table():
    assert set(load("cues")) == set(get_args(Act))


@pytest.mark.parametrize("frame", ["clause", "infinitive", "object"])
def test_every_verb_with_a_frame_has_an_act(frame: str):
    assert sorted(word for word in frames(frame) if word not in words("verbs")) == []


def test_a_lemma_the_lemmatiser_gets_wrong_is_put_right():
    doc = parse(document("The mayor hoped that the dam would hold."))
    assert [lemma_of(t) for t in doc if t.text == "hoped"] == ["hope"]
