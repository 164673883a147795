"""In a transcript each speaker has a turn; a label elsewhere speaks for its own line."""

import pytest
from tests.build import document

from reportedly.model import cut
from reportedly.readings.parse import parse
from reportedly.readings.rules.draft import finish
from reportedly.readings.rules.turns import colons


def turns(text: str) -> list[tuple[str, list[str]]]:
    report = document(text)
    doc = parse(report)
    found = [finish(doc, draft) for draft in colons(doc, report)]
    return [(cut(text, f.source), [cut(text, (span,)) for span in f.content]) for f in found]


def test_a_turn_goes_on_until_the_next_speaker():
    """Several sentences, several paragraphs."""
    text = (
        "ANA DORU: How many men left?\nPETRU VESK: Two left. They are at home.\n\n"
        "Nobody was shot.\nANA DORU: Thank you."
    )
    assert turns(text) == [
        ("ANA DORU", ["How many men left?"]),
        ("PETRU VESK", ["Two left. They are at home", "Nobody was shot"]),
        ("ANA DORU", ["Thank you"]),
    ]


def test_a_name_that_comes_again_is_a_speaker_too():
    """Where at least two names do so."""
    text = "Moderator: Why?\nAna Doru: We fled.\nModerator: When?\nAna Doru: On Friday."
    assert [who for who, _ in turns(text)] == ["Moderator", "Ana Doru"] * 2


def test_one_quoted_turn_in_a_report_speaks_for_its_line_only():
    """The paragraphs around it are the author's."""
    text = "The town fell on Friday.\nDORU: We lost the bridge.\nRain fell all day."
    assert turns(text) == [("DORU", ["We lost the bridge"])]


def test_a_headline_may_begin_with_its_source():
    """Only the first line."""
    assert turns("Vesk Courier: Two officers flee\nHarl: a town") == [
        ("Vesk Courier", ["Two officers flee"])
    ]


@pytest.mark.parametrize(
    "text",
    ["CORRECTION: The town did not fall.", "VESK, May 4 (Varo): The town fell.", "At 9:15: rain."],
)
def test_what_is_no_name_does_not_speak(text: str):
    """Labels, datelines and hours."""
    assert turns(text) == []
