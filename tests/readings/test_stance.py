"""What a cue does, and on which side it puts its source."""

import pytest

from build import document
from judging import judged
from reportedly import readings
from reportedly.model import Span
from reportedly.readings.found import Found

CASES = {
    "said": ("say", "for"),
    "confirmed": ("confirm", "for"),
    "suggested": ("suggest", "for"),
    "warned": ("warn", "for"),
    "expressed concern": ("concern", "for"),
    "denied": ("deny", "against"),
    "ruled out": ("deny", "against"),
    "dismissed": ("dismiss", "against"),
    "did not confirm": ("say", "observing"),
    "did not deny": ("say", "observing"),
    "could not rule out": ("say", "observing"),
    "asked": ("ask", "observing"),
    "declined to comment on": ("decline", "silent"),
    "refused to discuss": ("decline", "silent"),
    "did not respond to questions about": ("decline", "silent"),
    "did not immediately respond to questions on": ("decline", "silent"),
    "has yet to comment on": ("decline", "silent"),
    "would not say": ("decline", "silent"),
    "remained tight-lipped about": ("decline", "silent"),
    "remained silent about": ("decline", "silent"),
    "omitted to mention": ("decline", "silent"),
    "left unsaid": ("decline", "silent"),
    "did not clarify": ("decline", "silent"),
    "has not announced": ("decline", "silent"),
    "neither confirmed nor denied": ("decline", "observing"),
}


@pytest.mark.parametrize(("cue", "expected"), CASES.items())
def test_a_cue_acts_and_takes_a_side(cue, expected):
    """Act after the word lists, stance after the commitment; silence is a side of its own."""
    (found,) = judged(f"[The harbour board] {{{cue}}} <the deaths at the dam>.")
    assert expected == (found.act, found.stance)


def test_a_silence_without_a_content_is_judged():
    """Nothing is quoted where nothing was said."""
    text = "The Varo ministry declined to comment."
    marked = Found((Span(0, 17),), (Span(18, 37),), (), "test")
    (made,) = readings.judged(document(text), [marked])
    assert (made.stance, made.act) == ("silent", "decline")


@pytest.mark.parametrize(
    ("source", "cue", "act"),
    [
        ("The Norrin Gazette", "wrote", "report"),
        ("the leaflet", "quoted", "report"),
        ("Ana Kovar", "wrote", "say"),
        ("The Norrin Gazette", "claimed", "say"),
    ],
)
def test_what_a_medium_or_document_conveys_it_reports(source, cue, act):
    (found,) = judged(f"[{source}] {{{cue}}} <that the dam had burst at noon>.")
    assert found.act == act
