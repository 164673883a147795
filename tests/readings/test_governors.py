"""What words around and above an event leave of it."""

import pytest

import build
from reportedly import readings


def value(text, word):
    """The voice's factuality of the event at ``word``, and its mode."""
    place = build.spans(text, word)[0]
    stated = readings.stated_at(build.document(text), (place,), "rules")[place]
    return stated.factuality, stated.mode


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Troops crossed the river to attack Vesk.", "attack", "Uu"),
        ("The plan to attack Vesk was dropped.", "attack", "PR+"),
        ("The refusal to attack Vesk ended a career.", "attack", "CT-"),
        ("The army allowed the rebels to withdraw.", "withdraw", "PS+"),
        ("The rebels forced the army to withdraw.", "withdraw", "CT+"),
        ("The army kept the rebels from attacking Vesk.", "attacking", "CT-"),
        ("The army averted a mutiny.", "mutiny", "CT-"),
        ("The army repelled an attack.", "attack", "CT+"),
        ("The army left Vesk without attacking the rebels.", "attacking", "CT-"),
        ("A withdrawal is unlikely.", "withdrawal", "PR-"),
        ("It is a lie that the rebels took Vesk.", "took", "CT-"),
        ("The scenario that the rebels took Vesk alarmed Varo.", "took", "Uu"),
        ("The fact that the rebels took Vesk spread fast.", "took", "CT+"),
        ("It looks as if the rebels took Vesk.", "took", "PR+"),
        ("It is far from certain that troops fled.", "fled", "Uu"),
        ("The army is not strong enough.", "strong", "CT-"),
        ("It is not certain that troops fled.", "fled", "Uu"),
        ("Vesk was nearly captured by the rebels.", "captured", "CT-"),
        ("The army could not take Vesk.", "take", "CT-"),
        ("The rebels are to withdraw from Vesk.", "withdraw", "PR+"),
        ("Rebels to attack Vesk", "attack", "PR+"),
        ("The planned attack on Vesk frightened the town.", "attack", "PR+"),
    ],
)
def test_what_governs_an_event_decides_how_far_it_is_asserted(text, word, expected):
    """Purposes, plans, refusals, what is let, forced, kept from happening, or only likely."""
    assert value(text, word)[0] == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rebels are to leave Vesk after a raid.", "raid"),
        ("Troops may leave Vesk despite the siege.", "siege"),
    ],
)
def test_what_is_told_as_known_stays_certain(text, word):
    """A modal over the verb says nothing of what came before."""
    assert value(text, word)[0] == "CT+"


@pytest.mark.parametrize("text", ['The army "withdrew" from Vesk.', "Ten 'killed' in Vesk strike"])
def test_quotation_marks_around_a_word_keep_the_author_apart_from_it(text):
    """Whoever puts a word in quotation marks does not vouch for it."""
    word = "withdrew" if "withdrew" in text else "killed"
    assert value(text, word)[0] == "Uu"


def test_a_possessive_is_no_quotation_mark():
    """The mark after "soldiers" opens nothing."""
    assert value("The soldiers' families fled the generals' wrath.", "fled")[0] == "CT+"


def test_so_called_keeps_the_author_apart():
    """As quotation marks do."""
    assert value("The so-called withdrawal ended.", "withdrawal")[0] == "Uu"


def test_a_headline_that_asks_asserts_nothing():
    """A question mark takes the author's word back."""
    assert value("Rebels shell Vesk?", "shell")[0] == "Uu"


def test_who_refuses_to_leave_does_not_leave():
    """The refusal is no silence about a departure: it did not take place."""
    stated = readings.read(build.document("The army refused to leave Vesk.")).statements
    assert [(s.factuality, s.stance) for s in stated] == [("CT-", "against")]


def test_what_is_decided_lies_ahead():
    """A decision to attack is no attack."""
    stated = readings.read(build.document("The general decided to attack Vesk.")).statements
    assert [s.mode for s in stated] == ["future"]
    assert stated[0].factuality in {"PR+", "Uu"}
