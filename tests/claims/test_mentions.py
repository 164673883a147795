"""Names are found in running text, and what stands for them in one report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import document
from reportedly.claims.actors import directory
from reportedly.claims.mentions import named
from reportedly.claims.names import canonical
from reportedly.claims.tokens import lines_of
from reportedly.model import Span
from roster import known, node, one


def names(text):
    return [mention.text for mention in named(lines_of(document(text, "The Vesk Courier")))]


def test_titles_genitives_and_countries_part_names():
    told = (
        "On Monday Prime Minister Ana Kovic met people from the Lund Rail Union, and then also "
        "Vesk Police Chief Bo Ray, who came from Lund's port by train."
    )
    assert {"Ana Kovic", "Lund Rail Union", "Vesk Police", "Bo Ray", "Lund"} <= set(names(told))


def test_a_full_stop_after_a_title_opens_no_sentence():
    assert names("By contrast, the words of Mr. Adnel stood.") == ["Adnel"]


def test_captions_and_flights_end_a_name():
    told = "They flew on Lund Airlines Flight 12. In the port of Vesk Image caption Lund Steel won."
    assert {"Lund Airlines", "Vesk", "Lund Steel"} <= set(names(told))


def test_a_headline_names_who_is_named_below_it():
    told = "Lund Steel Fires Hundreds After Vesk Fire\nOn Monday Lund Steel said so near Vesk."
    assert names(told)[:2] == ["Lund Steel", "Vesk"]


def test_a_word_that_only_opens_a_sentence_is_no_name():
    assert names("Soldiers fled. On Monday soldiers came back.") == []


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("Ana Kovic, 41, spoke on Monday. Kovic left later.", "Ana Kovic", "Kovic"),
        ("Ana Kovic spoke first. She left later.", "Ana Kovic", "She"),
        ("The National Rail Board (NRB) met. NRB said no.", "National Rail Board", "NRB"),
        ("The Lund Rail Authority met. The authority said no.", "Lund Rail Authority", "The auth"),
        ("The Polish government left. Poland has lost.", "The Polish government", "Poland"),
        ("Seoul denied it. South Korea has no plans.", "Seoul", "South Korea"),
        ("Pyongyang has tested one. The North Korean army knew.", "Pyongyang", "North Korean"),
    ],
)
def test_shorter_forms_descriptions_and_pronouns_stand_for_a_name(text, left, right):
    nth = 1 if right in left else 0
    whole = {"The auth": "The authority"}.get(right, right)
    assert one(text, left, whole, nth)


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("North Korea has fired. South Korea has answered.", "North Korea", "South Korea"),
        ("The Pentagon denied it. A former Pentagon official did not.", "Pentagon",
         "former Pentagon official"),
        ("The Pentagon denied it. A Pentagon spokesman agreed.", "Pentagon", "Pentagon spokesman"),
        ("They met in Seoul. South Korea has no plans.", "Seoul", "South Korea"),
        ("Moscow denied it. The Kremlin said nothing.", "Moscow", "Kremlin"),
        ("Bo Ray met Ana Kovic. Jan Kovic came. Kovic left.", "Ana Kovic", "Kovic"),
        ("England has won. Britain has lost.", "England", "Britain"),
    ],
)  # fmt: skip
def test_what_only_looks_alike_is_kept_apart(text, left, right):
    assert not one(text, left, right, 2 if right == "Kovic" else 0)


def test_moscow_the_kremlin_and_its_spokesman_are_three_voices_of_one_country():
    text = "Moscow denied it. The Kremlin said no. Dmitry Peskov agreed."
    found, (told,) = known(text)
    nodes = {node(found, told, words) for words in ("Moscow", "Kremlin", "Dmitry Peskov")}
    assert len(nodes) == 3


@pytest.mark.parametrize(
    ("one_", "other"),
    [
        ("Volodymyr Zelensky", "Wolodymyr Selenskyj"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelenskiy"),
        ("Kiev", "Kyiv"),
        ("Lund Steel Inc", "Lund Steel"),
        ("U.N.", "United Nations"),
        ("Calif.", "California"),
        ("Taras Bondarsky", "Taras Bondarskyj"),
    ],
)
def test_romanisations_legal_forms_and_abbreviations_are_one_name(one_, other):
    assert canonical(one_) == canonical(other)


@pytest.mark.parametrize(
    ("day", "words", "holder"),
    [
        ("2018-01-02", "North Korean leader", "kim jong un"),
        ("2014-01-02", "U.S. president", "barack obama"),
        ("2018-01-02", "U.S. president", "donald trump"),
    ],
)
def test_an_office_is_whoever_held_it_on_the_day_of_the_report(day, words, holder):
    told = document(f"The {words} said no.", "The Vesk Courier", published=day)
    assert directory([told], []).node(told.id, Span(4, 4 + len(words))) == holder


def test_a_former_holder_is_not_the_holder():
    told = document("A former U.S. president said no.", published="2018-01-02")
    assert directory([told], []).node(told.id, Span(9, 23)) != "donald trump"


def test_a_persons_own_table_wins():
    text = "The Kremlin said no. Moscow denied it."
    assert one(text, "Kremlin", "Moscow", own=[{"name": "the Kremlin", "actor": "Moscow"},
                                               {"name": "Moscow", "actor": "Moscow"}])  # fmt: skip
    kept = "Ana Kovic spoke first. Kovic left later."
    apart = [{"name": "Kovic", "actor": "Ana Kovic", "relation": "different"}]
    assert not one(kept, "Ana Kovic", "Kovic", 1, own=apart)


@given(st.text(alphabet="Ab .C-'’Dé,\n", max_size=80))
def test_every_name_is_cut_from_the_text(text):
    told = document(text, "The Vesk Courier")
    for mention in named(lines_of(told)):
        assert mention.text == told.text[mention.span.start : mention.span.end]
