"""What the deciding word of a cue does, by the shape of its content."""

from itertools import combinations

import pytest

from judging import judged
from reportedly.readings import acts

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
    "[The mayor] {rejected} <the claim that the dam had burst>.": ("dismiss", "against", "CT-"),
    "[The mayor] {rejected} <the plan for a dam>.": ("dismiss", "against", "Uu"),
    "[The mayor] {pushed back against} <reports of a leak>.": ("deny", "against", "CT-"),
    "[The mayor] {pushed back against} <the new levy>.": ("criticise", "against", "Uu"),
    "[The mayor] {scoffed at} <the story of a leak>.": ("dismiss", "against", "CT-"),
    "[The mayor] {scoffed at} <the offer of a loan>.": ("dismiss", "against", "Uu"),
    "[The mayor] {questioned} <the minister>.": ("ask", "observing", "Uu"),
    "[The mayor] {is not convinced} <that the dam will hold>.": ("deny", "against", "PR-"),
    "[The mayor] {is not sure} <that the dam will hold>.": ("believe", "observing", "Uu"),
    "[The mayor] {no longer believes} <that the dam will hold>.": ("deny", "against", "PR-"),
    "[The mayor] {does not accept} <that the dam had burst>.": ("deny", "against", "CT-"),
    "[The mayor] {stopped short of denying} <that the dam leaks>.": ("say", "observing", "Uu"),
    "[The mayor] {found no sign} <that the dam had burst>.": ("deny", "against", "PR-"),
    "[The mayor] {showed no sign of} <giving way>.": ("suggest", "observing", "Uu"),
    "[The mayor] {considers} it {unlikely} <that the dam burst>.": ("predict", "against", "PR-"),
    "[The mayor] {has no plans} <to close the dam>.": ("promise", "against", "PR-"),
    "[The mayor] {sought to dispel} <rumours of a leak>.": ("deny", "against", "CT-"),
    "[The mayor] {put} <the loss at two million crowns>.": ("estimate", "for", "PR+"),
    "[The mayor] {shot back} <that the dam was safe>.": ("say", "for", "CT+"),
    "[The mayor] {stood by} <her claim that the dam was safe>.": ("say", "for", "CT+"),
    "[The mayor] {stood by} <her engineer>.": ("agree", "for", "Uu"),
    "[The mayor] {replied} <“Not at all.”>": ("say", "for", "CT+"),
    "[The mayor] {refused to accept} <that the dam had burst>.": ("deny", "against", "CT-"),
    "[The mayor] {refused to accept} <the offer of a loan>.": ("dismiss", "against", "Uu"),
    "[The mayor] {disagreed} <that the dam had burst>.": ("deny", "against", "PR-"),
    "[The mayor] {slammed} <the report as a hoax>.": ("dismiss", "against", "CT-"),
    "[The mayor] {slammed} <the raid as a mistake>.": ("criticise", "against", "CT+"),
    "[The mayor] {chose} <to close the dam>.": ("promise", "for", "PR+"),
    "[The mayor] {consented} <to sell the dam>.": ("agree", "for", "PR+"),
    "[The mayor] {resisted} <the closure of the dam>.": ("criticise", "against", "Uu"),
    "[The mayor] {cautioned} <them to leave the dam>.": ("demand", "for", "Uu"),
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


def test_no_entry_is_hidden_by_another():
    """What a table says of a word must be heard for some content that it names."""
    tables = acts._tables()
    phrases = {}
    for parts, entry in (one for held in tables.phrases.values() for one in held):
        phrases.setdefault(" ".join(parts), []).append(entry)
    hidden = [
        (key, entry.act, other.act)
        for key, entries in (tables.words | phrases).items()
        for other, entry in combinations(sorted(entries, key=lambda one: one.order), 2)
        if _covers(other, entry)
    ]
    assert hidden == []


def _covers(other, entry):
    if entry.act == other.act and entry.value == other.value:
        return False
    if other.verb and not entry.verb:
        return False
    return not other.forms or bool(entry.forms and entry.forms <= other.forms)
