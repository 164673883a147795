"""What somebody merely leans to, within another's words, is no attribution of its own."""

import build
from reportedly.model import cut
from reportedly.readings.judge import judge
from reportedly.readings.parse import parse
from reportedly.readings.rules import find


def cues(text: str) -> list[str]:
    document = build.document(text)
    doc = parse(document)
    return [cut(text, a.cue) for a in judge(doc, document, find(doc, document))]


def test_support_within_anothers_words_is_left_out():
    """Nothing happens in it, and it is one voice."""
    assert cues("Doru said that he supports the mayor.") == ["said"]


def test_support_of_somebody_else_within_anothers_words_stays():
    """There are two voices."""
    assert cues("Doru said that Kovic supports the mayor.") == ["said", "supports"]


def test_what_another_says_of_an_event_stays():
    """A clause or the noun of an event."""
    assert cues("Doru said the minister told him that the army had fled.") == ["said", "told"]
    assert cues("Doru dismissed reports of desertions as lies.") == ["dismissed", "reports"]


def test_denials_and_silence_stay_whatever_they_are_about():
    """They have a stance."""
    assert cues("Doru said Kovic denied the account.") == ["said", "denied"]
    assert cues("Doru said he could not comment on the letter.") == ["said", "could not comment on"]


def test_support_in_the_authors_words_stays():
    """Only inner attributions are trimmed."""
    assert cues("Kovic supports the mayor.") == ["supports"]


def test_who_asks_to_stay_unnamed_says_nothing_by_it():
    """It is the reason why the source has no name."""
    assert cues("Officials, who asked not to be named, denied the account.") == ["denied"]
