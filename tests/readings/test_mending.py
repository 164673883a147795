"""A headline's verb is a verb, also where the parser took it for a noun."""

import pytest
from tests.build import document

from reportedly.readings.mending import mend_headlines
from reportedly.readings.parse import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "30 soldiers desert Vesk garrison, Harl Bell reports",
            ("soldiers", "desert", "garrison"),
        ),
        ("Rebels attack depot in Harl", ("Rebels", "attack", "depot")),
    ],
)
def test_the_only_verb_has_its_subject_and_object(text: str, expected: tuple[str, str, str]):
    """Everything hangs together under one root."""
    doc = parse(document(text))
    mend_headlines(doc)
    verb = next(t for t in doc if t.text == expected[1])
    assert verb.tag_ == "VBP"
    found = {c.dep_: c.text for c in verb.children}
    assert (found["nsubj"], found["dobj"]) == (expected[0], expected[2])
    assert len({next(r for r in (t, *t.ancestors) if r.head == r) for t in doc}) == 1


@pytest.mark.parametrize(
    "text",
    ["Three officers saw the attack on the depot.", "Reports of raids and attacks on towns."],
)
def test_nouns_elsewhere_stay_nouns(text: str):
    """In sentences with a verb, and behind prepositions."""
    doc = parse(document(text))
    before = [(t.tag_, t.dep_) for t in doc]
    mend_headlines(doc)
    assert [(t.tag_, t.dep_) for t in doc] == before
