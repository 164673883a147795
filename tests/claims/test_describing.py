"""Descriptions take up the name that they stand beside, that is called so, or that alone fits."""

import pytest

from roster import across, one


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("Then the broadcaster Lund Television left.", "Lund Television", "the broadcaster"),
        ("On Monday the singer, Mary Stell, said no.", "Mary Stell", "the singer"),
        ("On Monday steel maker and retailer Lund Steel said no.", "Lund Steel", "retailer"),
        ("A Lund spokesman, Bo Ray, said no.", "Bo Ray", "A Lund spokesman"),
        ("Dr. Bo Ray, an engineer at Lund, said no.", "Bo Ray", "an engineer"),
        ("The Polish army fled. On Monday Polish troops said the army fled.", "Polish army",
         "the army"),
        ("The Lund Zoo met the Vesk Zoo board. Lund Zoo said so. Later the zoo closed.",
         "Lund Zoo", "the zoo"),
        ("Norway voted. On Monday Norway paid, and the country rested.", "Norway", "the country"),
    ],
)  # fmt: skip
def test_a_description_means_the_name_beside_it_or_the_one_called_so(text, name, description):
    assert one(text, name, description)


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("The Lund Police Department met. Later the fire department came.",
         "Lund Police Department", "the fire department"),
        ("Lund Steel is a company. On Monday the combined company was named.", "Lund Steel",
         "the combined company"),
        ("Norway voted. Sweden voted, too. Later the country rested.", "Norway", "the country"),
        ("Singer Mara Stell came. Singer Ana Kovic came. Later the singer left.", "Mara Stell",
         "the singer"),
        ("A former minister, Bo Ray, said no.", "Bo Ray", "former minister"),
        ("Lund Television met. On Monday a Lund Television spokesman said no.",
         "Lund Television", "a Lund Television spokesman"),
        ("Bo Ray met, the minister said.", "Bo Ray", "the minister"),
        ("The Lund City Royals won. They played in the city.", "Lund City Royals", "the city"),
    ],
)  # fmt: skip
def test_a_description_that_says_something_else_means_nobody_known(text, name, description):
    assert not one(text, name, description)


def test_what_the_story_calls_a_name_twice_another_report_can_call_it_without_saying_so():
    told = "On Monday the actress Mara Stell came to Lund. In Lund actress Mara Stell sang."
    assert across(told, "Mara Stell", "Mara Stell spoke in Lund. Later the actress left.",
                  "the actress")  # fmt: skip


def test_police_without_a_name_are_those_of_the_story():
    assert across("Two men fled, police said.", "police", "Police said that they fled.", "Police")
    assert not across("Two men fled, police said.", "police", "Riot police said no.", "police")
