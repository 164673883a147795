"""Claims of schema.org, and a review of one only where a person ruled."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, URIRef

from exports.linked import flaws, linked, told
from exports.told_case import hostile, ruled, spoken_by, written
from reportedly.exports.schema_org import schema_org
from reportedly.visible import HIDDEN
from views.case import story
from views.hostile import case_of

REVIEWS = "SELECT ?r WHERE {?r a s:ClaimReview}"


def graph(case):
    return linked(written(schema_org, case))


@pytest.mark.parametrize(
    "case",
    [story(), hostile(), ruled("grade", "B2"), ruled("grade", "F6"), ruled("hide"),
     spoken_by("person", 0), spoken_by("person", 3)],
)  # fmt: skip
def test_the_terms_of_schema_org_stand_where_they_may(case):
    assert flaws(graph(case), "schema_org.ttl") == ""


def test_the_shapes_refuse_a_review_without_a_person():
    found = graph(ruled("grade", "B2"))
    found.remove((None, RDF.type, URIRef("https://schema.org/Person")))
    assert "author" in flaws(found, "schema_org.ttl")


def test_a_claim_is_told_in_the_words_of_a_report_and_where_it_appears():
    case = story()
    texts = "\n".join(d.text for d in case.documents)
    rows = told(graph(case), "SELECT ?c ?t WHERE {?c a s:Claim; s:text ?t}")
    assert len(rows) == len(case.gathering.claims)
    assert all(words in texts for _, words in rows)
    first = case.gathering.claims[0]
    found = told(graph(case), f"SELECT ?d ?p WHERE {{<urn:reportedly:claim:{first.id}>"
                              " s:firstAppearance ?d. ?d s:datePublished ?p}")  # fmt: skip
    courier = case.documents[0]
    assert found == [(f"urn:reportedly:report:{courier.id}", "2031-03-03T08:10:00Z")]


def test_an_undated_claim_has_no_first_appearance():
    case = story()
    undated = next(c for c in case.gathering.claims if c.first_seen is None)
    assert told(graph(case), f"SELECT ?d WHERE {{<urn:reportedly:claim:{undated.id}>"
                             " s:firstAppearance ?d}") == []  # fmt: skip


def test_whoever_denies_a_claim_is_not_its_author():
    found = graph(story())
    first = f"<urn:reportedly:claim:{story().gathering.claims[0].id}>"
    authors = told(found, f"SELECT ?n WHERE {{{first} s:author ?v. ?v s:name ?n}}")
    against = told(found, f"SELECT ?n WHERE {{{first} r:position ?p. ?p r:stance 'against';"
                          " r:whose ?v. ?v s:name ?n}")  # fmt: skip
    assert against == [("Ministry of Defence of Karvonia",)]
    assert ("Dresk intelligence service",) in authors
    assert not set(against) & set(authors)


def test_without_a_ruling_there_is_no_review():
    assert told(graph(story()), REVIEWS) == []


@pytest.mark.parametrize("state", ["undone", "overruled", "not attached", "held back"])
def test_a_ruling_that_does_not_count_is_no_review(state):
    assert told(graph(ruled("grade", "A1", state)), REVIEWS) == []


@pytest.mark.parametrize("kind", ["note", "hide"])
def test_only_a_grade_is_a_review(kind):
    assert told(graph(ruled(kind)), REVIEWS) == []


def test_a_ruling_of_a_grade_is_a_review_by_the_person_who_made_it():
    rows = told(graph(ruled("grade", "B2")),
                "SELECT ?n ?w ?v ?a WHERE {?r a s:ClaimReview; s:author ?p; s:datePublished ?w;"
                " s:reviewRating ?g. ?p a s:Person; s:name ?n."
                " ?g s:ratingValue ?v; s:alternateName ?a}")  # fmt: skip
    when = "2031-03-08T10:00:00Z"
    assert rows == [
        ("Anna Holm", when, "2", "probably true"), ("Anna Holm", when, "B", "usually reliable"),
    ]  # fmt: skip


@pytest.mark.parametrize(("value", "ratings"), [("F6", []), ("F3", ["3"]), ("C6", ["C"])])
def test_what_cannot_be_judged_is_no_rating(value, ratings):
    found = graph(ruled("grade", value))
    assert told(found, "SELECT ?v WHERE {?g s:ratingValue ?v}") == [(one,) for one in ratings]
    assert told(found, "SELECT ?g WHERE {?r r:grade ?g}") == [(value,)]


def test_what_is_hidden_is_left_out():
    data = written(schema_org, ruled("hide")).decode()
    assert f"claim:{story().gathering.claims[0].id}" not in data
    assert "Ilse Dorn" not in data


def test_a_person_is_named_only_with_the_attribution_that_carries_the_name():
    query = "SELECT ?n ?a WHERE {?v a s:Person; s:name ?n. OPTIONAL {?v r:attribution ?a}}"
    ((name, carried),) = told(graph(spoken_by("person", 0)), query)
    assert (name, len(carried)) == ("Jon Aske", 16)
    assert "Aske" not in written(schema_org, spoken_by("person", 3)).decode()


def test_an_address_that_would_run_is_none():
    assert "javascript:" not in written(schema_org, story()).decode()


def test_no_hidden_character_is_in_it():
    assert HIDDEN.search(written(schema_org, hostile()).decode()) is None


@settings(max_examples=15)
@given(st.text(min_size=3, max_size=60), st.randoms(use_true_random=False))
def test_any_text_is_read_back(text, random):
    assert len(told(graph(case_of(text, random)), "SELECT ?c WHERE {?c a s:Claim}")) >= 1
