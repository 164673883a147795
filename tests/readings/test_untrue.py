"""Clauses that their own sentence calls untrue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import document
from reportedly.model import Span, cut
from reportedly.readings import DEFAULT, read
from reportedly.readings.untrue import NAME, untrue


def told(text, reader=DEFAULT):
    """How sure the ferry's sinking is told, the side, and the words that call it untrue."""
    held = read(document(text), reader).statements
    (one,) = (s for s in held if s.predicate.start == text.index("sank"))
    words = [cut(text, e.spans) for r in one.reasons if r.name == NAME for e in r.evidence]
    return one.factuality, one.stance, words


@pytest.mark.parametrize(
    "text",
    [
        "There is not a word of truth in the tale that the ferry sank off Norrin, she said.",
        "The information that the ferry sank off Norrin does not correspond to reality, she said.",
        "It was never the case, she said with some impatience, that the ferry sank off Norrin.",
        "“To say that the ferry sank off Norrin is a fairy tale for children,” Ilse Daren mocked.",
    ],
)
def test_what_is_called_untrue_is_held_false(text):
    assert told(text)[:2] == ("CT-", "against")


def test_the_words_that_call_it_untrue_are_the_reason():
    text = (
        "There is not a word of truth in the tale that the ferry sank off Norrin, according to her."
    )
    assert told(text)[:2] == ("CT-", "against")
    assert told(text, "rules")[2] == ["not a word of truth in the tale"]


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Daren said that the ferry sank. It is not true that the crew drowned.",
        "It is not true that the crew drowned, but the ferry sank, Ilse Daren said.",
    ],
)
def test_what_only_stands_near_is_not(text):
    assert told(text)[2] == []


@given(st.text(alphabet="itsno rue,. hat", max_size=80))
def test_words_lie_in_the_sentence(text):
    report = document(f"{text} it is untrue that it sank.")
    event = Span(report.text.index("sank"), report.text.index("sank") + 4)
    found = untrue(report, Span(0, len(report.text)), event)
    for evidence in found.evidence if found else ():
        assert all(0 <= s.start < s.end <= event.start for s in evidence.spans)
