"""How far a cue commits its source: FactBank's values, with negation and modals."""

import pytest

from judging import judged

VALUES = {
    "said": "CT+",
    "confirmed": "CT+",
    "knew": "CT+",
    "suggested": "PR+",
    "believed": "PR+",
    "estimated": "PR+",
    "suspected": "PS+",
    "feared": "PS+",
    "denied": "CT-",
    "ruled out": "CT-",
    "doubted": "PR-",
    "demanded": "Uu",
    "asked": "Uu",
    "did not confirm": "Uu",
    "could not confirm": "Uu",
    "was unable to verify": "Uu",
    "did not deny": "Uu",
    "did not dispute": "Uu",
    "not only denied": "CT-",
    "did not seem to believe": "PR-",
    "is not so sure": "PR-",
    "could not rule out": "PS+",
    "hinted": "PS+",
    "saw no evidence": "PR-",
    "had no doubt": "CT+",
    "did not believe": "PR-",
    "did not doubt": "PR+",
    "refused to believe": "PR-",
    "may confirm": "Uu",
    "may believe": "PS+",
    "might think": "PS+",
    "could deny": "Uu",
    "declined to say": "Uu",
    "neither confirmed nor denied": "Uu",
}


@pytest.mark.parametrize(("cue", "value"), VALUES.items())
def test_a_cue_commits_its_source_so_far(cue, value):
    """The predicate first, then negation and modality over it."""
    (found,) = judged(f"[The harbour board] {{{cue}}} <that the dam had burst>.")
    assert value == found.factuality


def test_a_question_left_open_is_certain_of_neither():
    """Knowing whether is not telling which."""
    (found,) = judged("[The harbour board] {said} <whether the dam had burst>.")
    assert (found.factuality, found.stance) == ("CTu", "observing")


def test_a_factive_cue_says_so_among_its_reasons():
    """What the author takes for true is read off this reason."""
    (found,) = judged("[The mayor] {acknowledged} <that the dam had burst>.")
    assert "factive" in [reason.name for reason in found.reasons]


def test_reasons_point_at_the_words_that_decided():
    """The negation is named, and its evidence lies on it."""
    text = "The mayor did not deny that the dam had burst."
    (found,) = judged("[The mayor] {did not deny} <that the dam had burst>.")
    negation = next(reason for reason in found.reasons if reason.name == "negation")
    (span,) = negation.evidence[0].spans
    assert text[span.start : span.end] == "not"
