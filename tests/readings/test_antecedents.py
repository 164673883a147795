"""Whom a pronoun, a surname or a description stands for in an invented report."""

import pytest

from judging import source

KOVIC = "Senator Ana Kovic met Ivo Kral, a surgeon, in Dorn. "


def test_a_pronoun_takes_up_the_only_subject_of_its_sentence():
    """Nobody else can be meant, heard before or not."""
    found = source("Ana Kovic wept as [she] {announced} <that the dam had failed>.")
    assert (found.kind, found.name) == ("person", "Ana Kovic")


def test_who_is_named_in_a_quotation_is_not_who_speaks():
    """The pronoun behind a quotation passes over the names within it."""
    found = source(
        '[Ivo Kral] {said} <it was open>. "Petr Vol has closed the port," [he] {added} <again>.'
    )
    assert found.name == "Ivo Kral"


def test_a_pronoun_keeps_namesakes_apart():
    """Two people share a surname; the pronoun tells which is meant."""
    text = "Ana Kovic and David Kovic met. [Kovic] {said} <it was over>. "
    assert source(text).name == "Kovic"
    found = source("Ana Kovic met David Kovic. Kovic slept. [She] {said} <it was over>.")
    assert found.name == "Ana Kovic"


@pytest.mark.parametrize("again", ["The senator", "Senator Kovic", "Ms. Kovic", "Kovic"])
def test_a_role_or_surname_is_followed_to_the_full_name(again):
    """Titles printed before a name give the role, also where nobody has spoken yet."""
    found = source(f"{KOVIC}[{again}] {{said}} <the port was open>.")
    assert (found.kind, found.name) == ("person", "Ana Kovic")


def test_a_short_title_is_the_role_it_stands_for():
    """A "Gen." makes the general."""
    found = source("Gen. Karel Dorst took the port. By noon [the general] {promised} <elections>.")
    assert (found.kind, found.name) == ("person", "Karel Dorst")


def test_another_towns_mayor_is_not_the_mayor_named():
    """A name inside the description must stand by the role it takes up."""
    found = source("Mayor Ana Kovic of Dorn slept. [The mayor of Vesk] {said} <it was over>.")
    assert (found.kind, found.name is None or "Kovic" not in found.name) == ("office", True)


def test_two_holders_of_a_role_leave_the_name_open():
    """A person, but which of the two is not guessed."""
    found = source(
        "Senator Ana Kovic met Senator Petr Vol in Dorn. [The senator] {said} <it was over>."
    )
    assert (found.kind, found.name) == ("person", None)


def test_the_company_is_not_its_director():
    """A body is not taken up by a person whose office names it."""
    found = source(
        "[Ana Kovic, director of the company,] {said} <it was open>. "
        "[The company] {said} <it was over>."
    )
    assert (found.kind, found.name) == ("organisation", None)


def test_both_are_the_two_named_before():
    """Two people named in the sentence before."""
    found = source("Ana Kovic and Petr Vol met. [Both] {said} <it was over>.")
    assert (found.kind, found.anonymous) == ("person", False)


def test_they_are_nobody_where_nobody_is_named():
    """A generic "they"."""
    found = source("[They] {say} <the dam will hold>.")
    assert (found.kind, found.anonymous) == ("unspecified", True)


def test_it_is_the_body_that_the_sentence_before_is_about():
    """Also where that body has not spoken."""
    found = source("The Defence Ministry of Tarsia met. [It] {said} <it was over>.")
    assert (found.kind, found.name) == ("government", "Defence Ministry of Tarsia")


def test_who_after_a_copula_is_the_subject():
    """In "X is the surgeon who said" it is X."""
    found = source("Ana Kovic is the surgeon [who] {said} <it was over>.")
    assert (found.kind, found.name) == ("person", "Ana Kovic")


def test_i_in_a_dialogue_is_whose_turn_it_is():
    """Questions and answers printed as "Q" and "A", and outside of them the author."""
    talk = "Q: Is it open?\n\nA: It is.\n\nQ: Why?\n\nA: [I] {think} <it was repaired>."
    assert source(talk).kind == "person"
    assert source("[I] {think} <it was repaired>.").kind == "author"
