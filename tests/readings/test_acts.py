"""What the deciding word of a cue does, by the shape of its content."""

import pytest

from judging import judged

CASES = {
    "[The mayor] {asked} <whether the dam had burst>.": ("ask", "observing", "Uu"),
    "[The mayor] {asked} <the governor to open the dam>.": ("demand", "for", "Uu"),
    "[The mayor] {asked} <for help>.": ("demand", "for", "Uu"),
    "[The mayor] {suggested} <that the dam had burst>.": ("suggest", "for", "PR+"),
    "[The mayor] {suggested} <the governor should resign>.": ("demand", "for", "Uu"),
    "[The mayor] {considered} <the dam unsafe>.": ("believe", "for", "PR+"),
    "[The mayor] {is considering} <an inquiry>.": ("ask", "observing", "Uu"),
    "[The mayor] {decided} <to close the dam>.": ("promise", "for", "PR+"),
    "[The mayor] {questioned} <the governor's honesty>.": ("deny", "against", "PR-"),
    "[The mayor] {criticised} <the plan>.": ("criticise", "against", "CT+"),
    "[The mayor] {complained} <that the plan was costly>.": ("criticise", "for", "CT+"),
    "[The mayor] {opposed} <the plan>.": ("criticise", "against", "Uu"),
    "[The mayor] {threw her weight behind} <the plan>.": ("agree", "for", "Uu"),
    "[The mayor] {did not support} <the plan>.": ("agree", "against", "Uu"),
    "[The mayor] {published a letter accusing} <the governor of theft>.": ("accuse", "for", "CT+"),
    "[The mayor] {took aim at} <the plan>.": ("criticise", "against", "CT+"),
    "[A new poll] {says} <most voters are undecided>.": ("report", "for", "CT+"),
    "[The mayor] {said} <“Who opened the dam?”>": ("ask", "observing", "Uu"),
    "[The mayor] {does not know} <who opened the dam>.": ("confirm", "observing", "Uu"),
    "[The mayor] {does not believe} <that the dam burst>.": ("deny", "against", "PR-"),
    "[The mayor] {flatly disputed} <that the dam burst>.": ("deny", "against", "CT-"),
    "[The mayor] {did not disclose} <who opened the dam>.": ("decline", "silent", "CTu"),
    "[The mayor] {replied} <“Not at all.”>": ("say", "for", "CT+"),
}


@pytest.mark.parametrize(("marked", "expected"), CASES.items())
def test_what_a_cue_does_hangs_on_its_content(marked, expected):
    """Act, stance and certainty of one word differ with what follows it."""
    found = judged(marked)[-1]
    assert expected == (found.act, found.stance, found.factuality)


def test_a_subject_of_few_turns_the_verb_round():
    """If few believe a thing, the text leans to its opposite."""
    (found,) = judged("[Few villagers] {believe} <that the dam burst>.")
    assert (found.stance, found.factuality) == ("against", "PR-")
