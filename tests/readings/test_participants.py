"""Who takes part, under which name."""

import pytest

import build
from reportedly.readings.clauses import repair
from reportedly.readings.events import event
from reportedly.readings.parse import parse
from reportedly.readings.participants import Mentions, name_of, participants, place


def parsed(text):
    return repair(parse(build.document(text)))


def word(doc, text):
    return next(t for t in doc if t.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Marines and rebels attacked the mill.", "attacked",
         [("agent", "marine"), ("agent", "rebel"), ("patient", "mill")]),
        ("The guards who shot a boy left.", "shot", [("agent", "guard"), ("patient", "boy")]),
        ("France supplied weapons to Denmark.", "supplied",
         [("agent", "france"), ("patient", "weapon"), ("recipient", "denmark")]),
        ("Many of the Danish soldiers fled.", "fled", [("agent", "danish soldier")]),
        ("The desertions of Danish soldiers continued.", "desertions",
         [("agent", "danish soldier")]),
        ("The army won a contract to shell Vesk.", "shell",
         [("agent", "army"), ("patient", "vesk")]),
        ("The army ordered troops to attack Vesk.", "attack",
         [("agent", "troop"), ("patient", "vesk")]),
        ("The army accused rebels of attacking Vesk.", "attacking",
         [("agent", "rebel"), ("patient", "vesk")]),
        ("The order was drafted and approved by the general.", "drafted",
         [("patient", "order"), ("agent", "general")]),
        ("The soldiers drowned.", "drowned", [("patient", "soldier")]),
        ("The mayor was furious.", "was", [("patient", "mayor")]),
        ("The general's arrest shocked Vesk.", "arrest", [("patient", "general")]),
        ("Mayor arrested in Vesk", "arrested", [("patient", "mayor")]),
        ("The French and Danish governments attacked rebels.", "attacked",
         [("agent", "french government"), ("agent", "danish government"), ("patient", "rebel")]),
    ],
)  # fmt: skip
def test_arguments_become_actors_with_a_role(text, verb, expected):
    """Coordination, relative clauses, recipients, parts of groups, nouns, two lands in one noun."""
    token = word(parsed(text), verb)
    found = participants(event(token), token, Mentions())
    assert [(p.role, p.name) for p in found] == expected


def test_a_name_is_lower_case_without_article_or_number():
    """So that two reports' words for one actor are equal."""
    assert name_of(word(parsed("The 18 Danish soldiers fled."), "soldiers")) == "danish soldier"


def test_a_day_is_no_place():
    """Words like "on Monday" stand where a place would."""
    doc = parsed("Rebels attacked the mill on Monday.")
    assert place(list(doc), event(word(doc, "attacked"))) is None
