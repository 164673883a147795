"""A MISP event: loaded by pymisp without loss, graded by tags, and no likelihood of its own."""

import json
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymisp import MISPEvent, MISPObject

from exports.ruled import TEXTS, graded, hidden, whole
from reportedly.exports.misp import likelihood, misp
from reportedly.exports.misp_objects import CLAIM, CREDIBILITY, RELIABILITY, REPORT
from reportedly.model import Case, Course, Forecast
from reportedly.shelf import Shelf
from views.case import story
from views.hostile import case_of


def event(case: Case) -> dict:
    """The event, which pymisp loads and gives back as it was."""
    text = whole(b"".join(misp(case, lambda sha256: None)))
    given = json.loads(text)["Event"]
    loaded = MISPEvent()
    loaded.load(text)
    kept(given, json.loads(loaded.to_json()))
    return given


def kept(given, back) -> None:
    """All that was given came back; a program may have added to it."""
    if isinstance(given, dict):
        for name, value in given.items():
            kept(value, back[name])
    elif isinstance(given, list):
        assert len(given) == len(back)
        for one, other in zip(given, back, strict=True):
            kept(one, other)
    else:
        assert str(given) == str(back)


@cache
def made() -> dict:
    return event(story())


def of(template, held: dict) -> list[dict]:
    return [one for one in held["Object"] if one["name"] == template.name]


def values(one: dict, relation: str) -> list[str]:
    return [row["value"] for row in one["Attribute"] if row["object_relation"] == relation]


def tags(one: dict) -> list[str]:
    return [tag["name"] for row in one["Attribute"] for tag in row.get("Tag", ())]


def uuids(held) -> list[str]:
    if isinstance(held, list):
        return [name for one in held for name in uuids(one)]
    if isinstance(held, dict):
        own = [held["uuid"]] if "uuid" in held else []
        return own + [name for one in held.values() for name in uuids(one)]
    return []


@pytest.mark.parametrize("template", [REPORT, CLAIM])
def test_the_templates_are_those_of_misp(template):
    shipped = MISPObject(template.name, strict=True)
    definition = shipped._definition
    assert (shipped.template_uuid, str(shipped.template_version)) == (
        template.uuid, template.version,
    )  # fmt: skip
    shown = {name: definition["attributes"][name]["misp-attribute"] for name in template.types}
    assert shown == dict(template.types)


def test_letters_and_digits_are_those_of_the_template():
    held = MISPObject(CLAIM.name, strict=True)._definition["attributes"]
    assert {*RELIABILITY.values()} < {*held["source-reliability"]["values_list"]}
    assert {*CREDIBILITY.values()} < {*held["information-credibility"]["values_list"]}


def test_every_object_fits_its_template():
    for one in made()["Object"]:
        strict = MISPObject(one["name"], strict=True)
        for row in one["Attribute"]:
            strict.add_attribute(row["object_relation"], row["value"])
        assert strict.to_dict()


def test_every_id_is_one_thing_and_references_lead_to_one():
    found = uuids(made())
    assert len(found) == len(set(found))
    refs = [r for one in made()["Object"] for r in one["ObjectReference"]]
    assert {r["referenced_uuid"] for r in refs} <= set(found)
    assert {r["relationship_type"] for r in refs} == {"derived-from", "extracted-from"}


def test_a_grade_is_two_tags_on_the_words_of_the_claim():
    left, *_ = of(CLAIM, made())
    assert left["Attribute"][0]["value"].startswith("“forty soldiers may have left the garrison")
    assert [tag["name"] for tag in left["Attribute"][0]["Tag"]] == tags(left) == [
        'admiralty-scale:source-reliability="c"', 'admiralty-scale:information-credibility="3"',
    ]  # fmt: skip
    assert values(left, "information-credibility") == ["3 - Possibly true"]


def test_what_cannot_be_judged_has_no_tag_and_no_row():
    _, paid, *_ = of(CLAIM, made())
    assert tags(paid) == []
    assert values(paid, "source-reliability") == values(paid, "information-credibility") == []
    assert "cannot be judged" in paid["Attribute"][0]["comment"]


def test_a_grade_of_a_person_says_so():
    first = of(CLAIM, event(graded(story(), "B2")))[0]["Attribute"][0]
    assert first["comment"].startswith("Grade: source B, information 2 (given by a person; C3")


def test_who_asserts_and_who_denies_stand_apart_with_where_they_are_heard():
    said = values(of(CLAIM, made())[0], "comment")
    ministry = "Ministry of Defence of Karvonia"
    denied = f"Denies it: {ministry} (government), certainly not, CT- ({ministry}, 2031-03-04"
    assert any(one.startswith(denied) for one in said)
    (dorn,) = [one for one in said if "Ilse Dorn" in one]
    by = next(a.id for r in story().readings for a in r.attributions
              if a.source and a.source.name == "Ilse Dorn")  # fmt: skip
    assert dorn == (
        "Says so: Ilse Dorn (military), certain, CT+ "
        f"(Tarn Broadcasting, 2031-03-04, attribution {by})"
    )
    assert "Drift, hedge: The hedge of the upstream is gone." in "\n".join(said)


def test_reports_have_their_address_and_refer_to_the_sum_of_their_copy():
    first, *_, blog, _, _ = of(REPORT, made())
    sums = {one["uuid"]: one["value"] for one in made()["Attribute"]}
    assert values(first, "link") == ["https://courier.example/olm-pass"]
    assert sums[first["ObjectReference"][0]["referenced_uuid"]] == story().documents[0].sha256
    assert values(blog, "link") == []
    assert "not stated" in of(REPORT, made())[-1]["comment"]


def test_a_copy_of_two_reports_is_one_sum():
    held = story()
    one, two, *rest = held.documents
    given = event(replace(held, documents=(one, replace(two, sha256=one.sha256), *rest)))
    assert len(given["Attribute"]) == 7


def test_nothing_is_to_be_searched_for_in_networks():
    rows = [*made()["Attribute"], *(row for one in made()["Object"] for row in one["Attribute"])]
    assert {row["to_ids"] for row in rows} == {False}
    assert not made()["published"]


def asked(*forecasts: Forecast) -> Case:
    """The case with what people forecast of its first issue."""
    held = story()
    issue = Shelf(held).issues[0]
    return replace(held, courses=(Course(issue.id, "open", forecasts=forecasts),))


def test_a_likelihood_is_only_ever_a_person_s():
    assert "estimative-language" not in json.dumps(made()["Attribute"] + made()["Object"])
    told = asked(
        Forecast(3, "d1" * 8, "Ana K.", "yes", None, 0.3, "yes", counts=True),
        Forecast(4, "d1" * 8, "Ben O.", "yes", None, 0.97, "yes", counts=True),
        Forecast(2, "d1" * 8, "Ana K.", "yes", None, 0.9, "yes", counts=False),
        Forecast(5, "d1" * 8, "Cem P.", "yes", None, 1.0, "yes", counts=True),
    )
    found = [one for one in event(told)["Attribute"] if "Tag" in one]
    assert [(one["comment"], one["Tag"][0]["name"]) for one in found] == [
        ("forecast by Ana K., ruling 3", 'estimative-language:likelihood-probability="unlikely"'),
        ("forecast by Ben O., ruling 4",
         'estimative-language:likelihood-probability="almost-certain"'),
    ]  # fmt: skip
    assert found[0]["value"].startswith("“Whether a relief column is on its way”: yes, 0.3 (")


@pytest.mark.parametrize(
    ("probability", "term"),
    [
        (0.0, None), (0.009, None), (0.01, "almost-no-chance"), (0.05, "very-unlikely"),
        (0.2, "unlikely"), (0.45, "roughly-even-chance"), (0.55, "likely"), (0.8, "very-likely"),
        (0.95, "almost-certain"), (0.99, "almost-certain"), (0.991, None), (1.0, None),
    ],
)  # fmt: skip
def test_terms_are_those_of_icd_203(probability, term):
    assert likelihood(probability) == term


def test_what_is_hidden_is_left_out():
    case = hidden(story())
    given = json.dumps(event(case))
    assert case.gathering.claims[0].id not in given
    assert "Ilse Dorn" not in given


def test_ids_stay_when_the_ledger_grows():
    case = story()
    fewer = replace(case, gathering=replace(case.gathering, claims=case.gathering.claims[:1]))
    assert set(uuids(event(fewer))) <= set(uuids(made()))


@settings(max_examples=15, deadline=None)
@given(TEXTS, st.randoms(use_true_random=False))
def test_no_text_breaks_the_event(text, random: Random):
    event(case_of(text, random))
