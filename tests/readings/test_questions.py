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
        ("Whether the pact will hold, or if the army will return, remains to be seen, but the "
         "town is calm.", ["Whether the pact will hold", "if the army will return"]),
        ("The cause of the blast remains unknown.", ["The cause of the blast"]),
        ("The claim could not be independently verified.", ["The claim"]),
        ("The Courier could not verify the report.", ["the report"]),
        ("The desertions raise questions about the strength of the army.",
         ["the strength of the army"]),
        ("No one knows who fired first.", ["who fired first"]),
        ("Who fired first?", ["Who fired first"]),
        ("The claim was confirmed by the mayor.", []),
        ("The mayor asked for bread.", []),
    ],
)  # fmt: skip
def test_what_is_open_is_marked(text, expected):
    """Each alternative is a question of its own; what was checked is none."""
    assert open_in(text) == expected
