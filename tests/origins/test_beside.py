"""A voice that a sentence names beside what it tells, where no voice is read in it."""

import pytest

from reportedly.origins import trace
from retold import Told, Voice, ranged, report, story

BOARD = Voice("the Orsk harbour board", "organisation", "Orsk harbour board")


def _said(voice=BOARD):
    text = f"The guards fled, {voice.words} said. It rained in Vesk."
    return report("Vesk Courier", 1, text, Told("The guards fled", voice, "said"))


def _unread(text, **fields):
    return report("Radio Marn", 2, text, Told("the guards fled", **fields))


def test_the_one_voice_named_beside_it_is_whose_word_it_is():
    text = "It was in front of cameras that the Orsk harbour board let on that the guards fled."
    assert ranged(_said(), _unread(text)) == (1, 1)
    told = story(_said(), _unread(text))
    (origin,) = trace(told.documents, told.readings, told.gathering).origins
    assert len(origin.documents) == len(told.documents)
    (named,) = [reason for reason in origin.reasons if reason.name == "named beside"]
    assert [e.document for e in named.evidence] == [told.documents[1].id]


@pytest.mark.parametrize(
    "text",
    [
        "It was in front of cameras that somebody let on that the guards fled.",
        "That the guards fled was, the Orsk harbour board let on, a lie from first to last.",
    ],
)
def test_without_a_name_or_with_a_denial_it_is_nobodys_word(text):
    assert ranged(_said(), _unread(text)) == (1, 2)


def test_who_acts_in_what_is_told_is_not_whose_word_it_is():
    text = "At the Orsk harbour board the guards fled."
    board = report("Radio Marn", 2, text, Told(text[:-1], actors=(("Orsk harbour board", None),)))
    assert ranged(_said(), board) == (1, 2)


def test_a_name_of_one_word_may_be_a_place():
    orsk = Voice("Orsk", "government", "Orsk")
    assert ranged(_said(orsk), _unread("There was snow in Orsk as the guards fled.")) == (1, 2)
