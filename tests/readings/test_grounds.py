"""What of the network's verdict on a denial the report gives no ground for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import document
from reportedly.model import Span
from reportedly.readings import read
from reportedly.readings.denials import Told
from reportedly.readings.found import Verdict
from reportedly.readings.grounds import heeded
from reportedly.readings.stance import Judged
from reportedly.readings.tagger.marks import ACTS, DENIALS, STANCES, VALUES

TEXT = "The army closed the road to Esk, two officers told a press conference in Norrin."
TELLS = Judged("say", "for", "CT+", ())


def verdict(denials):
    """A verdict with these chances of denials, all else alike."""
    even = {"acts": len(ACTS), "stances": len(STANCES), "values": len(VALUES)}
    return Verdict(**{name: (-1.0,) * count for name, count in even.items()}, denials=denials)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Two officers told the Esk Courier that the army closed the road to Esk.",
        "Ilse Daren told reporters that the ferry sank off Norrin before dawn.",
        "The army closed the road to Esk, two officers said. “We have not slept since.”",
        "A clerk who asked not to be named told the Esk Courier that 40 men left the garrison.",
    ],
)
def test_where_nothing_is_gainsaid_nothing_is_denied(text):
    told = [a for a in read(document(text)).attributions if a.content and a.act != "decline"]
    assert {(a.denial, a.stance) for a in told} == {(None, "for")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army dismissed as invented reports that it had closed the road.", "whole"),
        ("The mayor denied that the ferry had sunk.", "whole"),
        ("The board took back its statement that the wells were clean.", "retraction"),
    ],
)
def test_words_that_gainsay_are_ground_enough(text, kind):
    assert kind in {a.denial for a in read(document(text)).attributions}


def test_a_turn_denies_nothing_because_of_what_others_say_in_theirs():
    text = "ANA KOVIC: The papers write of 30 men.\n\nRUVAN DARO: The papers were not there."
    first = read(document(text)).attributions[0]
    assert (text[first.cue[0].start : first.cue[0].end], first.denial) == (":", None)


@given(st.tuples(*[st.floats(-9, 0)] * len(DENIALS)))
def test_a_verdict_only_loses_what_has_no_ground(chances):
    report = document(TEXT)
    cue, said = Span(46, 50), Span(0, 31)
    told = Told(report, (cue,), (said,))
    found = heeded(verdict(chances), told, TELLS, None, (Span(33, 45),), ())
    assert all(one <= other for one, other in zip(found.denials, chances, strict=True))
    assert found.denials[0] == chances[0]
