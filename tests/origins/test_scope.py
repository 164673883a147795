"""A statement about a part that becomes one about the whole."""

import pytest

from retold import Told, drifted, report


def test_a_part_that_becomes_the_whole_is_a_drift_of_scope():
    first = report("Lanta Wire", 1, "Some guards fled.", Told("Some guards fled"))
    second = report(
        "Vesk Courier", 2, "All guards fled. Source: Lanta Wire", Told("All guards fled")
    )
    assert drifted(first, second) == {"scope": ("Some", "All")}


def scoped(first, second):
    return drifted(
        report("Lanta Wire", 1, f"{first}.", Told(first)),
        report("Vesk Courier", 2, f"{second}. Source: Lanta Wire", Told(second)),
    )


@pytest.mark.parametrize("word", ["amid", "after", "with", "for"])
def test_a_word_for_a_part_in_the_manner_of_it_is_noscoped(word):
    assert scoped(f"The guards fled {word} some confusion", "The guards fled in fog") == {}


def test_a_word_for_the_whole_in_the_manner_of_it_is_noscoped():
    assert scoped("The guards fled", "The guards fled with all haste") == {}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The raid was part of a campaign", "The raid was a campaign's first"),
        ("Guards all but left the town", "Guards left the town"),
        ("Guards left the town", "Guards left the town, above all at night"),
        ("Some kind of fire hit the town", "A fire hit the town"),
        ("Fire hit the town from end to end", "Fire hit the whole town"),
    ],
)
def test_a_set_phrase_is_no_scope_nor_is_the_whole_in_other_words(before, after):
    assert scoped(before, after) == {}


def test_a_part_in_other_words_is_one_ofscoped():
    assert scoped("Fire hit sections of the town", "Fire hit the town").keys() == {"scope"}
    assert scoped("Not all guards fled", "Guards fled").keys() == {"scope"}


def test_what_was_of_the_whole_upstream_is_no_scope_whatever_stands_before_it():
    assert scoped("The army took possession of all of the load", "All of the load was taken") == {}
    assert scoped("The lights went out in the entire town", "The entire town went dark") == {}


def test_the_whole_behind_a_preposition_is_a_drift_ofscoped():
    assert scoped("The lights failed in some of the town", "The lights failed in all of it") == {
        "scope": ("some", "all")
    }


def test_a_word_for_a_part_elsewhere_in_the_sentence_is_not_gone():
    """In "Some of the town was under water when the river rose" the part is still told."""
    told = "Some of the town was under water when the river rose"
    first = report("Lanta Wire", 1, "The river rose in some of the town.",
                   Told("The river rose in some of the town"))  # fmt: skip
    second = report("Vesk Courier", 2, f"{told}. Source: Lanta Wire", Told("the river rose"))
    assert "scope" not in drifted(first, second)


@pytest.mark.parametrize("stretch", ["all night", "the whole week", "every hour"])
def test_a_whole_stretch_of_time_is_noscoped(stretch):
    assert scoped("The guards fled", f"The guards fled {stretch}") == {}


def test_a_quarter_of_a_town_is_no_part_of_it():
    assert scoped("The old quarter of Tolvek burned", "The old town of Tolvek burned") == {}


def test_a_word_for_a_part_of_those_who_did_it_isscoped():
    assert scoped("The guards and some bakers fled", "The guards and bakers fled") == {
        "scope": ("some", "The guards and bakers fled")
    }


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("One wing of the mill burned", "An entire mill burned"),
        ("A section of the mill burned", "The whole mill burned"),
        ("Half of the mill burned", "The mill burned completely"),
        ("Mostly guards fled", "Everybody fled"),
    ],
)
def test_parts_and_wholes_are_worded_in_many_ways(part, whole):
    (kind, (before, after)) = next(iter(scoped(part, whole).items()))
    assert kind == "scope"
    assert before in part
    assert after in whole


def test_about_a_number_some_is_no_part():
    assert scoped("some 30 guards fled", "guards fled") == {}
