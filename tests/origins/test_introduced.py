"""Who is introduced: by a role, by what was seen, or by a name that says what it is."""

import pytest

from reportedly.origins.introduced import introduced, roles
from retold import Told, Voice, report


def told(name, kind, described=(), with_role=(), prints=False):
    words = {*name.lower().split(), *described}
    return introduced(name, kind, words, frozenset(with_role), prints)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Orsk Ministry of Roads", "government"),
        ("Tarn Relief Society", "organisation"),
        ("Vesk chamber of trade", "organisation"),
        ("president of Vesk", "office"),
        ("Corporal Ivo Tarn", "person"),
        ("Anders Holm", "witness"),
    ],
)
def test_a_name_that_says_who_it_is_introduces_itself(name, kind):
    assert told(name, kind)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Der Talbote", "person"), ("Vesk Leader", "office"), ("Orskpress", "organisation")],
)
def test_a_mere_name_introduces_nobody(name, kind):
    assert not told(name, kind)


def test_a_role_introduces_a_person_here_or_in_any_report():
    assert told("Ivo Tarn", "person", ["spokesman"])
    assert told("Ivo Tarn", "person", (), ["ivo tarn"])


def test_a_publisher_must_say_that_it_is_a_body_or_a_states():
    assert not told("Orsk International", "organisation", prints=True)
    assert told("Orsk Border Guard", "military", prints=True)


def test_words_of_the_name_are_no_role():
    def one(role):
        text = "The guards fled, Vesk Leader, a clerk, said."
        voice = Voice("Vesk Leader", "office", "Vesk Leader", None, False, role)
        held, reading, _ = report("Radio Marn", 1, text, Told("The guards fled", voice, "said"))
        return roles(reading.attributions, {held.id: held.text})

    assert one("Leader") == frozenset()
    assert one("a clerk") == {"vesk leader"}
