"""What invented sentences leave open."""

import pytest

import build
from reportedly.model import cut
from reportedly.readings.parse import parse
from reportedly.readings.questions import questions


def open_in(text):
    document = build.document(text)
    return [cut(text, q.spans) for q in questions(parse(document), document, ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is unclear whether the army withdrew.", ["whether the army withdrew"]),
        ("It remains to be seen how many fled.", ["how many fled"]),
        ("Whether the pact will hold, or if the army will return, remains to be seen; the "
         "town is calm.", ["Whether the pact will hold", "if the army will return"]),
        ("The cause of the blast remains unknown.", ["The cause of the blast"]),
        ("The claim could not be independently verified.", ["The claim"]),
        ("The Courier could not verify the report.", ["the report"]),
        ("The strikes raise questions about the strength of the army.",
         ["the strength of the army"]),
        ("No one knows who fired first.", ["who fired first"]),
        ("Nor is it clear how many of the men will return, or who would be waiting for them.",
         ["how many of the men will return", "who would be waiting for them"]),
        ("It is still not known who opened the gate.", ["who opened the gate"]),
        ("No one in Brenn can say whether the mayor knew.", ["whether the mayor knew"]),
        ("Nobody has yet explained why the gate was open.", ["why the gate was open"]),
        ("Nor do officials know where the men are.", ["where the men are"]),
        ("The fire in Brenn has yet to be explained.", ["The fire in Brenn"]),
        ("It was not clear on Monday morning where the men had gone.",
         ["where the men had gone"]),
        ("Little is known about the shipment.", ["the shipment"]),
        ("It is known who opened the gate.", []),
        ("Nobody knows him.", []),
        ("The mayor did not know that the gate was open.", []),
        ("Who fired first?", ["Who fired first"]),
        ("The claim was confirmed by the mayor.", []),
        ("The mayor asked for bread.", []),
    ],
)  # fmt: skip
def test_what_is_open_is_marked(text, expected):
    """Each alternative is a question of its own; what was checked is none."""
    assert open_in(text) == expected
