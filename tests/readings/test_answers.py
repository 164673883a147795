"""Who answers a question flatly denies what is asked, and the question is open no more."""

import pytest

from build import document
from reportedly import readings
from reportedly.model import Span, cut
from reportedly.readings.answers import answered
from reportedly.readings.found import Found


@pytest.mark.parametrize(
    ("text", "answer", "asked"),
    [
        (
            "Did it really happen that the army closed the road to Esk? “Absolutely not,” "
            "replied two officers.",
            "Absolutely not",
            "Did it really happen that the army closed the road to Esk?",
        ),
        (
            "“Certainly not,” the governor replied when asked whether he had met the envoy.",
            "Certainly not",
            "whether he had met the envoy",
        ),
        (
            "Asked whether the ferry sank, Ilse Daren said: “Certainly not.”",
            "Certainly not",
            "whether the ferry sank",
        ),
    ],
)
def test_a_flat_answer_denies_what_is_asked(text: str, answer: str, asked: str):
    (found,) = (a for a in readings.read(document(text)).attributions if a.stance == "against")
    assert (cut(text, found.cue), cut(text, found.content)) == (answer, asked)
    assert (found.act, found.factuality) == ("deny", "CT-")


def test_what_is_answered_flatly_is_no_open_question():
    text = "The ferry sank off Norrin before dawn? “Absolutely not,” Ilse Daren said."
    read = readings.read(document(text))
    assert read.questions == ()
    sank = [s for s in read.statements if cut(text, (s.predicate,)) == "sank"]
    assert [(s.stance, s.factuality) for s in sank] == [("against", "CT-")]


def test_a_question_that_nobody_answers_stays_open():
    text = "Did the ferry sink off Norrin before dawn? Ilse Daren said the sea was calm."
    assert len(readings.read(document(text)).questions) == 1


def test_who_says_the_question_besides_is_the_same_voice():
    text = "The ferry sank? Nonsense, according to Daren."
    who, cue = (Span(39, 44),), (Span(26, 38),)
    asked, answer = (Span(0, 15),), Found(who, (Span(16, 24),), (), "tagger")
    (one,) = answered([answer, Found(who, cue, asked, "tagger")], document(text))
    assert (one.cue, one.content) == ((Span(16, 24),), asked)


def test_an_answer_that_goes_on_is_left_as_it_was():
    text = "The ferry sank? Nonsense is what the harbour lives on, Daren said."
    one = Found((Span(55, 60),), (Span(61, 65),), (Span(16, 53),), "tagger")
    assert answered([one], document(text)) == [one]
