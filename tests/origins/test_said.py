"""What one report says for a claim, as drift compares it."""

from dataclasses import replace

import pytest

from retold import Told, Voice, drifted, report

OFFICERS = Voice("two officers", "anonymous", None, None, True)
WIRE = Voice("the Lanta Wire", "media", "Lanta Wire")
FLAT = ("30", 30.0, 30.0, 30.0)


def _planned(text, words, **fields):
    """A report whose statement has yet to come."""
    held, reading, told = report("Lanta Wire", 1, text, Told(words, **fields))
    statements = tuple(replace(s, mode="future") for s in reading.statements)
    return held, replace(reading, statements=statements), told


ALLEGED = "Lanta Wire", 1, "Guards have reportedly fled."
HEDGED = Told("Guards have reportedly fled", factuality="PS+")


@pytest.mark.parametrize("text", ["Guards have reportedly fled.", "Guards have allegedly fled."])
def test_what_is_hedged_below_in_the_same_or_other_words_is_not_made_certain(text):
    second = report("Vesk Courier", 2, f"{text} Source: Lanta Wire", Told(text[:-1]))
    assert "hedge" not in drifted(report(*ALLEGED, HEDGED), second)


def test_talk_that_becomes_the_word_of_the_outlet_that_told_it_loses_no_hedge():
    first = report("Lanta Wire", 1, "There was talk that guards fled.",
                   Told("guards fled", cue="talk"))  # fmt: skip
    text = "Word that guards fled comes from the Lanta Wire."
    assert drifted(first, report("Vesk Courier", 2, text, Told("guards fled"))) == {}
    alone = report("Vesk Courier", 2, "Guards fled. Source: Lanta Wire", Told("Guards fled"))
    assert set(drifted(first, alone)) == {"hedge"}


def test_an_outlet_s_own_people_are_no_source_that_is_lost():
    own = Voice("This paper's reporter", "author")
    text = "This paper's reporter saw that guards fled."
    first = report("Lanta Wire", 1, text, Told("guards fled", own, "saw"))
    text = "Guards fled, according to the Lanta Wire."
    assert (
        drifted(first, report("Vesk Courier", 2, text, Told("Guards fled", WIRE, "according to")))
        == {}
    )


def test_the_only_number_of_a_sentence_is_that_of_what_it_tells():
    first = report("Lanta Wire", 1, "The gate broke and 30 guards fled.", Told("gate broke"),
                   Told("30 guards fled", number=FLAT, claim="other"))  # fmt: skip
    text = "The gate broke and 40 guards fled. Source: Lanta Wire"
    forty = Told("40 guards fled", number=("40", 40.0, 40.0, 40.0), claim="more")
    assert drifted(first, report("Vesk Courier", 2, text, Told("gate broke"), forty)) == {
        "number": ("30", "40")
    }


def test_what_both_say_is_not_so_is_compared_and_no_denial_is():
    words, none = "Nobody crossed the bridge", {"stance": "against", "factuality": "CT-"}
    text = f"{words}, two officers said."
    document, reading, told = report("Lanta Wire", 1, text, Told(words, OFFICERS, "said", **none))
    second = report("Vesk Courier", 2, f"{words}. Source: Lanta Wire", Told(words, **none))
    assert drifted((document, reading, told), second) == {}
    said = tuple(replace(a, stance="for") for a in reading.attributions)
    held = (document, replace(reading, attributions=said), told)
    assert set(drifted(held, second)) == {"attribution"}


@pytest.mark.parametrize("ahead", ["were about to be", "were going to be", "were due to be"])
def test_what_was_about_to_happen_is_yet_to_come_however_it_was_read(ahead):
    text = f"Guards {ahead} sent home."
    first = report("Lanta Wire", 1, text, Told(text[:-1]))
    gone = report("Vesk Courier", 2, "Guards were sent home. Source: Lanta Wire",
                  Told("Guards were sent home"))  # fmt: skip
    assert set(drifted(first, gone)) == {"tense"}
    still = report("Vesk Courier", 2, f"{text} Source: Lanta Wire", Told(text[:-1]))
    assert drifted(first, still) == {}
    planned = _planned("The guards will be sent home.", "The guards will be sent home")
    assert drifted(planned, still) == {}
