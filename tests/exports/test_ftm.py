"""FollowTheMoney: entities that the library takes, and nobody named without an attribution."""

import hashlib
from dataclasses import replace
from random import Random

import pytest
from followthemoney import model
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.ruled import TEXTS, dorn_known, graded, hidden, lines
from reportedly.exports.ftm import SCHEMATA, ftm
from reportedly.model import Case
from views.case import story
from views.hostile import case_of


def nothing(sha256):
    return None


def rows(held: Case, copy=nothing) -> list[dict]:
    return lines(b"".join(ftm(held, copy)))


def of(schema: str, held: list[dict]) -> list[dict]:
    return [row for row in held if row["schema"] == schema]


def checked(held: list[dict]) -> None:
    """The library takes every entity, its values are clean already, and references lead to one."""
    kinds = {row["id"]: model.get(row["schema"]) for row in held}
    assert len(kinds) == len(held)
    for row in held:
        proxy = model.get_proxy(row, cleaned=False)
        proxy.schema.validate(proxy.to_dict())
        assert proxy.to_dict()["properties"] == row["properties"]
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert kinds[value].is_a(prop.range)


def test_the_library_takes_every_entity():
    held = rows(dorn_known())
    checked(held)
    assert {row["schema"] for row in held} == {
        "Article", "Documentation", "Event", "Mention", "Note", "Person", "PublicBody",
        "UnknownLink",
    }  # fmt: skip


def test_a_claim_is_an_event_that_is_claimed_and_no_fact():
    (event, *_) = of("Event", rows(dorn_known()))
    assert event["id"] == f"reportedly-claim-{dorn_known().gathering.claims[0].id}"
    assert event["properties"]["name"][0].startswith("Claimed (contested): forty soldiers may")
    assert "at least 2, at most 3" in event["properties"]["description"][0]


def test_a_denial_is_no_assertion():
    roles = {row["properties"]["role"][0] for row in of("Documentation", rows(dorn_known()))}
    assert "denies (certainly not, CT-): Ministry of Defence of Karvonia (government)" in roles
    assert "asserts (possible, PS+): a senior official (unnamed, known to the report)" in roles
    assert "silent-on: Karvo (government)" in roles
    links = of("UnknownLink", rows(dorn_known()))
    said = {(row["properties"]["subject"][0][-16:], row["properties"]["role"][0]) for row in links}
    assert said == {
        ("a1" * 8, "denies (certainly not, CT-)"),
        ("a1" * 8, "silent-on"),
        ("d0" * 8, "asserts (certain, CT+)"),
    }


def test_a_person_carries_the_attribution_that_names_it():
    (dorn,) = of("Person", rows(dorn_known()))
    made = next(a for r in dorn_known().readings for a in r.attributions
                if a.source and a.source.name == "Ilse Dorn")  # fmt: skip
    (note,) = dorn["properties"]["notes"]
    assert made.id in note
    assert "“Captain Ilse Dorn of the relief column”" in note
    assert dorn["properties"]["proof"] == [f"reportedly-report-{made.document}"]


def test_a_person_without_an_attribution_is_not_named():
    held = dorn_known()
    readings = tuple(
        replace(r, statements=tuple(replace(s, attribution=None) for s in r.statements))
        for r in held.readings
    )
    found = rows(replace(held, readings=readings))
    assert of("Person", found) == []
    said = {row["properties"]["role"][0] for row in of("Documentation", found)}
    assert "asserts (certain, CT+): a person whose attribution is not kept (person)" in said
    assert not any("Dorn" in role for role in said)


def test_nobody_in_particular_is_no_entity():
    """They would be one actor in all claims, and be matched with others."""
    named = {name for row in rows(dorn_known()) if row["schema"] in SCHEMATA.values()
             for name in row["properties"]["name"]}  # fmt: skip
    assert named == {"Ministry of Defence of Karvonia", "Ilse Dorn"}


def test_ranges_grades_and_drift_are_notes():
    claim = dorn_known().gathering.claims[0]
    notes = {row["id"].removeprefix(f"reportedly-note-{claim.id}-"): row["properties"]
             for row in of("Note", rows(dorn_known()))}  # fmt: skip
    assert "at least 2, at most 3" in notes["origins"]["description"][0]
    assert "source C, information 3 (suggested by rules)" in notes["grade"]["description"][0]
    hedge = story().lineage.drifts[1]
    assert "The hedge of the upstream is gone." in notes[f"drift-{hedge.id}"]["description"][0]
    assert "no verdict" in notes["reportedly-note-legend"]["description"][0]


def test_a_grade_of_a_person_says_so():
    claim = dorn_known().gathering.claims[0]
    (grade,) = [row for row in rows(graded(dorn_known(), "B2")) if row["id"].endswith(
        f"{claim.id}-grade")]  # fmt: skip
    assert "given by a person; C3 is suggested" in grade["properties"]["description"][0]


def test_what_is_hidden_is_left_out():
    claim = dorn_known().gathering.claims[0]
    found = rows(hidden(dorn_known()))
    checked(found)
    assert not any(claim.id in str(row) for row in found)
    assert of("Person", found) == []


def test_the_sum_is_that_of_the_report_alone():
    """A copy that holds two reports is the sum of neither."""
    held = dorn_known()
    one, two, *rest = held.documents
    shared = replace(two, sha256=one.sha256)
    for documents, sums in (((one, two, *rest), 8), ((one, shared, *rest), 6)):
        found = of("Article", rows(replace(held, documents=documents), lambda sha256: b"raw"))
        told = [row["properties"]["contentHash"] for row in found
                if "contentHash" in row["properties"]]  # fmt: skip
        assert told == [[hashlib.sha1(b"raw").hexdigest()]] * sums
    assert all("SHA-256" in row["properties"]["notes"][0] for row in found)


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("2031-03-03T08:10:00Z", ["2031-03-03T08:10:00"]),
        ("2031-03-03T01:10:00+02:00", ["2031-03-02T23:10:00"]),
        ("2031-03-03T08:10:00", ["2031-03-03"]),
        ("2031-03-03", ["2031-03-03"]),
        ("next week", None),
        (None, None),
    ],
)
def test_a_date_is_in_utc_and_a_day_stays_one(stated, told):
    held = dorn_known()
    documents = (replace(held.documents[0], published=stated), *held.documents[1:])
    article = of("Article", rows(replace(held, documents=documents)))[0]
    assert article["properties"].get("publishedAt") == told


def test_a_long_text_is_kept_whole():
    held = dorn_known()
    text = "".join(f"Line {n}.\n" for n in range(20_000))
    documents = (replace(held.documents[-1], text=text),)
    (article,) = of("Article", rows(Case(documents)))
    pieces = article["properties"]["bodyText"]
    assert max(map(len, pieces)) <= 65_000
    assert " ".join(pieces).split() == text.split()


@settings(max_examples=15, deadline=None)
@given(TEXTS, st.randoms(use_true_random=False))
def test_no_text_breaks_an_entity(text, random: Random):
    held = rows(case_of(text, random))
    for row in held:
        proxy = model.get_proxy(row, cleaned=False)
        proxy.schema.validate(proxy.to_dict())
    assert len({row["id"] for row in held}) == len(held)
