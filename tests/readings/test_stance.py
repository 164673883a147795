"""What a cue does, and on which side it puts its source."""

import pytest

from judging import judged

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
    "could not rule out": ("say", "for"),
    "asked": ("ask", "observing"),
    "declined to comment on": ("decline", "silent"),
    "refused to discuss": ("decline", "silent"),
    "did not respond to questions about": ("decline", "silent"),
    "did not immediately respond to questions on": ("decline", "silent"),
    "has yet to comment on": ("decline", "silent"),
    "would not say": ("decline", "silent"),
    "remained tight-lipped about": ("decline", "silent"),
    "remained silent about": ("decline", "silent"),
    "neither confirmed nor denied": ("decline", "observing"),
}


@pytest.mark.parametrize(("cue", "expected"), CASES.items())
def test_a_cue_acts_and_takes_a_side(cue, expected):
    """Act after the word lists, stance after the commitment; silence is a side of its own."""
    (found,) = judged(f"[The harbour board] {{{cue}}} <the deaths at the dam>.")
    assert expected == (found.act, found.stance)
