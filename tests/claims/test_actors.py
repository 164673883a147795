"""Names are joined across reports, and only where nothing speaks against it."""

import pytest

from newsroom import gathered, named, report

WORDS = "the bridge collapsed"


def speak(name, kind="person", country=None, publisher="Vesk Courier"):
    told = report(f"{name} said {WORDS}.", publisher)
    source = named(told.document.text, name, kind, country=country)
    told.said(source, "said", WORDS, "collapse")
    return told


def actors(*reports):
    return [a.name for a in gathered(*reports).actors if a.mentions]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Stell", "Ruvan Stell", "person"),
        ("General Ruvan Stell", "Ruvan Stell", "person"),
        ("the Vesk Defense Ministry", "Vesk Ministry of Defence", "government"),
        ("NRSB", "National Rail Safety Board", "organisation"),
        ("the Bell", "Lund Evening Bell", "media"),
    ],
)
def test_two_forms_of_one_name_are_one_actor(one, other, kind):
    assert len(actors(speak(one, kind), speak(other, kind))) == 1


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Ruvan Stell", "Mara Stell", "person"),
        ("Orrin Works", "former Orrin Works", "organisation"),
        ("Ministry of Rail", "Ministry of Rail spokeswoman", "government"),
        ("Lund", "Lund Castle", "person"),
    ],
)
def test_two_names_are_two_actors(one, other, kind):
    found = actors(speak(one, kind), speak(other, "organisation" if one == "Lund" else kind))
    assert len(found) == 2


def test_a_surname_that_two_people_bear_joins_neither():
    assert len(actors(speak("Stell"), speak("Ruvan Stell"), speak("Mara Stell"))) == 3


def test_one_name_in_two_countries_is_two_actors():
    reports = (
        speak("Ministry of Defence", "government", "PL"),
        speak("Ministry of Defence", "government", "FI"),
    )
    assert len(actors(*reports)) == 2


def test_a_government_named_by_its_capital_is_that_government():
    reports = (
        speak("Warsaw", "government", "PL"),
        speak("the Polish government", "government", "PL"),
    )
    assert len(actors(*reports)) == 1


def test_an_outlet_that_others_credit_is_the_outlet_itself():
    own = report(f"On Monday {WORDS}.", "Lund Evening Bell")
    own.own(WORDS, "collapse")
    found = gathered(own, speak("the Bell", "media")).claims[0]
    assert [p.voice for p in found.positions if p.stance == "for"] == ["Lund Evening Bell"]


def test_whoever_speaks_for_a_body_is_recorded_as_doing_so():
    found = gathered(speak("Ministry of Rail spokeswoman", "government")).actors
    assert [f.name for a in found for f in a.reasons] == ["speaks for"]
