"""The map of causes in the browser and for programs: the table, the form of what-if, its answer."""

import json
import re

import pytest

from reportedly.shelf import Shelf


def first(local):
    """The first concept that leads somewhere, and one that leads nowhere."""
    shelf = Shelf(local.ledger.case())
    arrows = tuple(shelf.arrows.values())
    leading = {arrow.cause for arrow in arrows}
    end = next(arrow.effect for arrow in arrows if arrow.effect not in leading)
    return shelf, arrows[0].cause, end


def test_the_page_of_causes_has_the_limits_the_table_the_map_and_the_form(local):
    page = local.reader.get("/causes").text
    shelf, cause, _ = first(local)
    places = [page.index(words) for words in (
        "This is what reports say, gathered; not what is so.", '<table class="arrows">',
        '<div class="pictures">', 'action="/what-if"', "Every cause</h2>")]  # fmt: skip
    assert places == sorted(places)
    assert f'href="/why/{cause}">{shelf.map_numbers[cause]}</a>' in page
    assert page.count("<tr id=") == len(shelf.arrows)


def test_what_if_says_that_it_is_no_forecast_and_what_moves(local):
    shelf, cause, _ = first(local)
    for asked in (cause, shelf.map_numbers[cause]):
        page = local.reader.get(f"/what-if?first={asked}&first_level=-0.5").text
        assert "<h1>What these reports say would follow</h1>" in page
        assert "This is no forecast." in page
        assert f"{shelf.map_numbers[cause]} held at -0.5" in page
        assert f'<option value="{cause}" selected>' in page
        assert "fuzzy cognitive map by Kosko" in page
        assert re.search(r'<td class="weighed">-0\.\d\d</td>', page)


def test_a_concept_that_leads_nowhere_moves_nothing(local):
    _, _, end = first(local)
    assert (
        "Nothing: no report says that it leads anywhere."
        in local.reader.get(f"/what-if?first={end}").text
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [("first=K999", "no record is called so"), ("first=K1&first_level=9", "between -1"),
     ("first=K1&second=K1", "each concept once"), ("first=C1", "this is no concept"),
     ("first=K1&first_level=%3Cb%3E", "a level is a number")],
)  # fmt: skip
def test_what_cannot_be_run_is_refused_on_the_page(local, asked, said):
    answer = local.reader.get(f"/what-if?{asked}")
    assert answer.status == 200
    assert said in answer.text
    assert "<b>:" not in answer.text


def test_programs_get_the_same_run(local):
    shelf, cause, _ = first(local)
    number = shelf.map_numbers[cause]
    answer = json.loads(local.reader.get(f"/api/what-if?first={number}&first_level=-1").text)
    assert answer["said"] == "What these reports say would follow; no forecast"
    assert answer["run"]["pulls"] == [{"concept": cause, "level": -1.0}]
    assert all(effect["concept"] in shelf.concepts for effect in answer["run"]["effects"])
    assert answer["concepts"][0]["id"] == cause
    assert json.loads(local.reader.get("/api/what-if").text)["run"] is None
    refused = local.reader.get("/api/what-if?first=K999")
    assert (refused.status, list(json.loads(refused.text))) == (400, ["detail"])


def test_programs_get_the_arrows_and_concepts_of_a_page_of_causes(local):
    shelf, _, _ = first(local)
    answer = json.loads(local.reader.get("/api/causes").text)
    listed = {cause["id"] for cause in answer["causes"]}
    assert {id_ for arrow in answer["arrows"] for id_ in arrow["causes"]} == listed
    ends = {end for arrow in answer["arrows"] for end in (arrow["cause"], arrow["effect"])}
    assert ends == {concept["id"] for concept in answer["concepts"]}
    assert {a["number"] for a in answer["arrows"]} <= set(shelf.map_numbers.values())
    for record in (answer["arrows"][0], answer["concepts"][0]):
        why = json.loads(local.reader.get(f"/api/why/{record['id']}").text)
        assert why["record"]["id"] == record["id"]


def test_a_concept_and_an_arrow_have_pages_of_why_and_forms_to_rule(local):
    shelf, cause, _ = first(local)
    arrow = next(iter(shelf.arrows))
    assert "stance" in local.reader.get(f"/why/{arrow}").text
    forms = local.reader.get(f"/rule/{cause}").text
    assert "Does this concept say the same as another?" in forms
    assert "Leave a note" in local.reader.get(f"/rule/{arrow}").text
