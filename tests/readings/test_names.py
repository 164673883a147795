"""Who and what is named in an invented report."""

import build
from reportedly.readings.names import Book, book, surname
from reportedly.readings.parse import parse


def _book(text: str) -> Book:
    return book(parse(build.document(text)))


def test_a_suffix_is_no_surname():
    """Here "Jr." stands behind the surname."""
    assert surname("Ivo Brooks Jr.") == "Brooks"
    assert _book("Ivo Brooks Jr. slept in Dorn.").person("Brooks")


def test_a_headline_in_capitals_names_nobody():
    """Every word of it is capitalised; only a given name with one more word is a name there."""
    found = _book("Kral Tells Guest About Violence\n\nIvo Kral told a guest about it.")
    person = found.person("Kral")
    assert person
    assert person.name == "Ivo Kral"


def test_who_is_only_ever_mr_is_a_person():
    """The surname behind a title is all that is printed."""
    person = _book("On Friday Mr. Holmec slept.").person("Holmec")
    assert person
    assert person.gender == "m"


def test_the_end_of_a_bodys_name_is_nobody():
    """No person is called "Harbour Works" in "Department of Harbour Works"."""
    assert _book("The Department of Harbour Works slept.").person("Works") is None


def test_names_with_an_article_or_in_capitals_are_things():
    """So "the Ardent" is, and "Kral" is not."""
    found = _book("On Friday the Ardent met Kral and UNDRO in Dorn.")
    assert {"Ardent", "UNDRO"} <= found.things
    assert "Kral" not in found.things


def test_two_namesakes_are_not_one_person():
    """No guess at which; both are known."""
    found = _book("Ana Kovic met David Kovic.")
    assert found.person("Kovic") is None
    assert {p.name for p in found.namesakes("Kovic")} == {"Ana Kovic", "David Kovic"}
