"""Statements of one report that cannot both hold."""

import build
from reportedly.readings.clauses import repair
from reportedly.readings.conflicts import conflicts
from reportedly.readings.parse import parse
from reportedly.readings.statements import statements


def clashes(text):
    document = build.document(text, published="2031-05-14")
    made = statements(repair(parse(document)), document, ())
    return [c.kind for c in conflicts(made)]


def test_asserting_and_denying_one_event_clashes():
    """In the author's own words."""
    assert clashes("Rebels attacked Brenn. The rebels did not attack Brenn.") == ["polarity"]


def test_two_figures_that_no_number_satisfies_clash():
    """Eighteen is not forty."""
    text = "Eighteen miners died in the shaft. Forty miners died in the shaft."
    assert clashes(text) == ["quantity"]


def test_what_is_repeated_clashes_once():
    """A report that says both a hundred times over has one conflict to show."""
    text = "Eighteen miners died in the shaft. Forty miners died in the shaft. " * 100
    assert clashes(text) == ["quantity"]


def test_figures_that_meet_do_not_clash():
    """At least eighteen may be forty."""
    text = "At least eighteen miners died in the shaft. Forty miners died in the shaft."
    assert clashes(text) == []


def test_another_place_is_another_event():
    """Both may hold."""
    text = "Eighteen miners died in Brenn. Forty miners died in Vesk."
    assert clashes(text) == []
