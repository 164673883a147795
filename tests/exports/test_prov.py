"""PROV in two notations: read by other libraries, held to the constraints, and one lineage."""

from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prov.model import PROV_TYPE, ProvDerivation, ProvDocument
from rdflib import URIRef

from exports.linked import flaws, linked, told
from exports.told_case import hostile, ruled, spoken_by, written
from reportedly.exports.prov_jsonld import prov_jsonld
from reportedly.exports.prov_n import prov_n
from reportedly.model import Logged, Ruling
from reportedly.visible import HIDDEN
from views.case import story
from views.hostile import case_of

PROV = "http://www.w3.org/ns/prov#"
CASES = {
    "story": story, "hostile": hostile, "graded": lambda: ruled("grade", "B2"),
    "undone": lambda: ruled("grade", "B2", "undone"), "hidden": lambda: ruled("hide"),
}  # fmt: skip
every_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES)

_RELATIONS = {
    "ProvAttribution": "wasAttributedTo", "ProvUsage": "used", "ProvGeneration": "wasGeneratedBy",
    "ProvAssociation": "wasAssociatedWith", "ProvMembership": "hadMember",
    "ProvCommunication": "wasInformedBy",
}  # fmt: skip
_DERIVED = {"Quotation": "wasQuotedFrom", "PrimarySource": "hadPrimarySource",
            "Revision": "wasRevisionOf"}  # fmt: skip


def notation(case) -> ProvDocument:
    """The PROV-N, by the grammar of the Recommendation alone."""
    return ProvDocument.deserialize(
        content=written(prov_n, case).decode(), format="provn", profile="strict"
    )


def graph(case):
    return linked(written(prov_jsonld, case))


def relations(document: ProvDocument) -> set[tuple[str, str, str]]:
    """Every relation with two ends, as PROV-O names it."""
    found = set()
    for record in document.get_records():
        kind = _RELATIONS.get(type(record).__name__)
        if isinstance(record, ProvDerivation):
            types = {value.localpart for value in record.get_attribute(PROV_TYPE)}
            kind = next((name for type_, name in _DERIVED.items() if type_ in types),
                        "wasDerivedFrom")  # fmt: skip
        ends = record.args[:2]
        if kind and None not in ends:
            found.add((ends[0].uri, kind, ends[1].uri))
    return found


@every_case
def test_both_notations_tell_the_same_relations(case):
    found, document = graph(case()), notation(case())
    names = {*_RELATIONS.values(), *_DERIVED.values(), "wasDerivedFrom"}
    linked_ = {(str(s), name, str(o)) for name in names
               for s, o in found.subject_objects(URIRef(PROV + name))}  # fmt: skip
    assert linked_ == relations(document) != set()


@every_case
def test_the_constraints_of_prov_hold(case):
    assert flaws(graph(case()), "prov.ttl") == ""


def test_the_shapes_refuse_what_the_constraints_forbid():
    found = graph(story())
    statement = next(found.subjects(URIRef(PROV + "wasQuotedFrom")))
    found.remove((statement, URIRef(PROV + "wasQuotedFrom"), None))
    assert "MinCount" in flaws(found, "prov.ttl")


@every_case
def test_nothing_comes_from_itself(case):
    kinds = {"wasDerivedFrom", *_DERIVED.values()}
    ties = [(one, other) for one, kind, other in relations(notation(case())) if kind in kinds]
    assert nx.is_directed_acyclic_graph(nx.DiGraph(ties))


def test_every_statement_is_quoted_from_the_report_that_prints_it():
    case = story()
    texts = {f"urn:reportedly:report:{d.id}": d.text for d in case.documents}
    rows = told(graph(case), "SELECT ?v ?d WHERE {?s a r:Statement; prov:value ?v;"
                             " prov:wasQuotedFrom ?d}")  # fmt: skip
    assert len(rows) == sum(len(reading.statements) for reading in case.readings)
    assert all(words in texts[document] for words, document in rows)


def test_links_are_relations_of_prov_with_the_words_that_show_them():
    rows = told(graph(story()), "SELECT ?k ?w WHERE {?l r:link ?k. OPTIONAL {?l r:words ?w}}")
    assert ("credited", "the Vesk Courier reported") in rows
    assert {kind for kind, _ in rows} == {"copied", "credited", "quoted", "revised"}


def test_a_denial_leads_to_no_origin_and_is_attributed_with_its_stance():
    found = graph(story())
    assert told(found, "SELECT ?s WHERE {?s r:stance 'against'; prov:hadPrimarySource ?o}") == []
    rows = told(found, "SELECT ?f WHERE {?s prov:qualifiedAttribution ?q. ?q r:stance 'against';"
                       " r:factuality ?f}")  # fmt: skip
    assert set(rows) == {("CT-",)}


def test_a_ruling_is_an_activity_of_the_person_who_made_it():
    rows = told(graph(ruled("grade", "B2")),
                "SELECT ?n ?t ?g WHERE {?a a r:Ruling; prov:startedAtTime ?t;"
                " prov:wasAssociatedWith ?p. ?p a prov:Person; rdfs:label ?n."
                " ?g prov:wasGeneratedBy ?a}")  # fmt: skip
    claim = story().gathering.claims[0].id
    grade = f"urn:reportedly:grade:{claim}"
    assert rows == [("Anna Holm", "2031-03-08T10:00:00+00:00", grade)]


def test_a_grade_that_no_person_gave_is_a_suggestion_of_the_program():
    for case in (story(), ruled("grade", "B2", "undone"), ruled("grade", "A1", "held back")):
        assert told(graph(case), "SELECT ?g WHERE {?g a r:Grade}") == []
        assert len(told(graph(case), "SELECT ?g WHERE {?g a r:SuggestedGrade}")) == 1


def test_what_cannot_be_judged_is_absent():
    case = story()
    assert {g.code for g in case.grades} == {"C3", "F6"}
    assert told(graph(case), "SELECT ?l ?d WHERE {?g r:letter ?l; r:digit ?d}") == [("C", "3")]


def test_what_is_hidden_is_left_out_and_the_ruling_is_told():
    data = written(prov_n, ruled("hide")).decode()
    first = story().gathering.claims[0]
    assert not [name for name in (first.id, *first.statements) if f":{name}," in data]
    assert 'reportedly:ruling="hide"' in data
    assert "Ilse Dorn" not in data


def test_a_ruling_that_undoes_another_is_informed_by_it():
    case = ruled("note")
    undo = Logged(Ruling(4, "undo", (), "Anna Holm", undoes=3), (), "in force")
    both = replace(case, rulings=(*case.rulings, undo))
    assert ("urn:reportedly:ruling:4", "wasInformedBy", "urn:reportedly:ruling:3") in relations(
        notation(both)
    )


def test_a_person_is_an_agent_only_with_the_attribution_that_carries_the_name():
    query = "SELECT ?n ?a WHERE {?v a prov:Person; rdfs:label ?n. OPTIONAL {?v r:attribution ?a}}"
    ((name, carried),) = told(graph(spoken_by("person", 0)), query)
    assert (name, len(carried)) == ("Jon Aske", 16)
    assert "Aske" not in written(prov_n, spoken_by("person", 3)).decode()


def test_nothing_is_fetched_to_read_it():
    head = written(prov_jsonld, story()).decode().split("\n", 1)[0]
    assert head.startswith('{"@context":{')
    assert "@import" not in head


@pytest.mark.parametrize("write", [prov_n, prov_jsonld])
def test_no_hidden_character_is_in_it(write):
    assert HIDDEN.search(written(write, hostile()).decode()) is None


@settings(max_examples=15)
@given(st.text(min_size=3, max_size=60), st.randoms(use_true_random=False))
def test_any_text_is_read_back_from_both(text, random):
    case = case_of(text, random)
    assert len(notation(case).get_records()) > 10
    assert len(told(graph(case), "SELECT ?s WHERE {?s a r:Statement}")) == sum(
        len(reading.statements) for reading in case.readings
    )
