"""STIX 2.1: a bundle that stix2 takes strictly; voices assert and deny, analysts have opinions."""

import json
from dataclasses import replace
from functools import cache
from random import Random

import jsonschema_rs
import pytest
import stix2
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.ruled import TEXTS, graded, hidden, sourced, whole
from reportedly.exports.stix import stix
from reportedly.exports.stix_extension import EXTENSION, SCHEMA, TOOL
from reportedly.exports.stix_voices import OPENCTI
from reportedly.model import Case
from views.case import story
from views.hostile import case_of

VALIDATOR = jsonschema_rs.validator_for(SCHEMA)


def objects(case: Case) -> list[dict]:
    """The objects of the bundle, each of which stix2 and the schema of the extension take."""
    text = whole(b"".join(stix(case, lambda sha256: None)))
    assert stix2.parse(text, allow_custom=False, version="2.1")["type"] == "bundle"
    found = json.loads(text)["objects"]
    for one in found:
        if EXTENSION in one.get("extensions", {}):
            VALIDATOR.validate(extension(one))
    return found


@cache
def made() -> list[dict]:
    return objects(story())


def of(kind: str, found: list[dict]) -> list[dict]:
    return [one for one in found if one["type"] == kind]


def extension(one: dict) -> dict:
    return one["extensions"][EXTENSION]


def test_every_reference_leads_to_an_object_of_the_bundle():
    found = {one["id"]: one for one in made()}
    assert len(found) == len(made())
    for one in made():
        for ref in (*one.get("object_refs", ()), *(one[k] for k in one if k.endswith("_ref"))):
            assert ref in found


def test_an_object_is_never_changed_before_it_is_made():
    assert all(one["created"] <= one["modified"] for one in made())
    assert {one["modified"] for one in of("note", made())} == {"2031-03-06T07:00:00.000Z"}


def test_whoever_asserts_or_denies_made_none_of_the_objects():
    """Created by names who produced an object, and a ministry did not."""
    assert {one.get("created_by_ref", TOOL) for one in made()} == {TOOL}
    assert of("opinion", made()) == []


def test_a_voice_stands_to_a_claim_by_what_it_does():
    names = {one["id"]: one["name"] for one in of("identity", made())}
    first = of("note", made())[0]
    stands = {
        (names[one["source_ref"]].partition(" (as")[0], one["relationship_type"],
         extension(one)["factuality"])
        for one in of("relationship", made()) if one["target_ref"] == first["id"]
    }  # fmt: skip
    assert ("Ministry of Defence of Karvonia", "denies", "CT-") in stands
    assert ("a senior official", "asserts", "PS+") in stands
    assert ("Northline Wire", "observes", "Uu") in stands
    assert ("Karvo", "silent-on", "Uu") in stands
    assert len(stands) == len(story().gathering.claims[0].positions)


def test_words_are_cut_from_the_report_that_they_name():
    texts = {one["id"]: d.text for one, d in zip(
        of("report", made()), story().documents, strict=True)}  # fmt: skip
    told = [extension(one)["told"] for one in of("note", made())]
    told += [s for one in of("relationship", made()) for s in extension(one).get("statements", ())]
    told += [w for s in told for r in s.get("reasons", ()) for w in r["words"]]
    assert len(told) > 20
    for one in told:
        assert one["words"] == " ".join(texts[one["report"]][s:e] for s, e in one["spans"])


def test_a_statement_has_its_chain_innermost_first():
    nested = next(s for one in of("relationship", made())
                  for s in extension(one).get("statements", ()) if len(s["chain"]) > 1)  # fmt: skip
    assert [link["source"] for link in nested["chain"]] == [
        "a senior official", "The Vesk Courier",
    ]  # fmt: skip


def test_the_digit_is_the_confidence_and_six_is_none():
    first, second = of("note", made())[:2]
    assert (first["confidence"], extension(first)["grade"]["digit"]) == (50, "3")
    assert "confidence" not in second
    assert {"letter", "digit"}.isdisjoint(extension(second)["grade"])
    assert [o["confidence"] for d in "12345" for o in of("note", objects(
        graded(story(), f"B{d}")))[:1]] == [90, 70, 50, 30, 10]  # fmt: skip


def test_the_range_of_origins_and_drift_stand_in_the_extension():
    told = extension(of("note", made())[0])
    assert (told["origins"]["at_least"], told["origins"]["at_most"]) == (2, 3)
    assert [one["kind"] for one in told["drift"]] == ["certainty", "hedge", "source"]
    assert told["drift"][0]["before"]["words"] == "may have left"


def test_a_named_voice_carries_its_attributions():
    """Promise 5: who has a name has the words that say so."""
    for one in of("identity", made()):
        if one["id"] != TOOL and extension(one)["kind"] in ("person", "military", "intelligence"):
            assert extension(one)["attributions"]
    (dorn,) = [one for one in of("identity", made()) if one["name"].startswith("Ilse Dorn")]
    assert extension(dorn)["attributions"][0]["words"] == "Captain Ilse Dorn of the relief column"


def test_an_unnamed_voice_is_one_of_its_claim():
    """Whoever reads a bundle makes one identity of those that have one name."""
    official = [one["name"] for one in of("identity", made()) if "official" in one["name"]]
    claims = [claim.id for claim in story().gathering.claims[:2]]
    assert official == [f"a senior official (as in claim {id_})" for id_ in claims]


def test_a_person_who_grades_has_an_opinion_and_made_it():
    found = objects(graded(story(), "B2", by="Ana K.", recorded="2031-03-09T08:00:00Z"))
    (opinion,) = of("opinion", found)
    (ana,) = [one for one in of("identity", found) if one["name"] == "Ana K."]
    assert (opinion["opinion"], opinion["created_by_ref"]) == ("agree", ana["id"])
    assert opinion["object_refs"] == [of("note", found)[0]["id"]]
    assert (opinion["created"], ana["modified"]) == ("2031-03-09T08:00:00.000Z",) * 2
    assert of("opinion", objects(graded(story(), "F6"))) == []


@pytest.mark.parametrize(("letter", "told"), [("B", "B - Usually reliable"), ("F", None)])
def test_a_letter_that_a_person_gave_is_the_reliability_of_the_source(letter, told):
    found = of("identity", objects(sourced(story(), "Northline Wire", letter)))
    given = {one["name"]: one["extensions"][OPENCTI]["reliability"]
             for one in found if OPENCTI in one.get("extensions", {})}  # fmt: skip
    assert given == ({"Northline Wire": told} if told else {})


def test_a_report_has_its_address_and_the_sum_of_its_copy():
    reports = of("report", made())
    courier, blog = reports[0], reports[5]
    documents = story().documents
    assert [one.get("url") for one in courier["external_references"]] == [documents[0].url, None]
    assert courier["external_references"][1]["hashes"] == {"SHA-256": documents[0].sha256}
    assert "javascript" not in json.dumps(blog)
    assert [extension(one)["published_stated"] for one in reports] == [True] * 7 + [False]
    assert reports[7]["published"] == "1970-01-01T00:00:00Z"


def test_an_upstream_from_outside_stands_with_the_report():
    blog = of("report", made())[5]
    (upstream,) = extension(blog)["upstream"]
    assert (upstream["kind"], upstream["name"]) == ("credited", "Dresk intelligence service")
    derived = [one for one in of("relationship", made()) if one["relationship_type"] ==
               "derived-from"]  # fmt: skip
    assert [extension(one)["kind"] for one in derived] == [
        "credited", "copied", "quoted", "revised",
    ]  # fmt: skip


def test_what_is_hidden_is_left_out():
    case = hidden(story())
    claim = case.gathering.claims[0]
    found = objects(case)
    assert len(of("note", found)) == len(case.gathering.claims) - 1
    assert claim.id not in json.dumps(found)
    assert "Ilse Dorn" not in json.dumps(found)


def test_ids_stay_when_the_ledger_grows():
    case = story()
    fewer = replace(case, gathering=replace(case.gathering, claims=case.gathering.claims[:1]))
    assert {one["id"] for one in objects(fewer)} <= {one["id"] for one in made()}


@settings(max_examples=15, deadline=None)
@given(TEXTS, st.randoms(use_true_random=False))
def test_no_text_breaks_the_bundle(text, random: Random):
    objects(case_of(text, random))
