"""GraphML is read by networkx, and holds who stands where, link by link."""

import io
from collections import Counter

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.told_case import hostile, ruled, spoken_by, written
from reportedly.exports.graphml import graphml
from reportedly.exports.voices import WITHHELD
from reportedly.visible import HIDDEN
from views.case import story
from views.hostile import case_of


def graph(case) -> nx.MultiDiGraph:
    return nx.read_graphml(io.BytesIO(written(graphml, case)), force_multigraph=True)


def named(found: nx.MultiDiGraph, label: str) -> str:
    (node,) = (n for n, data in found.nodes(data=True) if data["label"].startswith(label))
    return node


def test_reports_claims_voices_and_what_ties_them_are_in_it():
    case = story()
    found = graph(case)
    kinds = Counter(data["kind"] for _, data in found.nodes(data=True))
    assert (kinds["report"], kinds["claim"], kinds["outside"]) == (8, 5, 1)
    edges = Counter(data["kind"] for *_, data in found.edges(data=True))
    links = Counter(link.kind for link in case.lineage.links)
    assert {kind: edges[kind] for kind in links} == links
    stances = Counter(p.stance for claim in case.gathering.claims for p in claim.positions)
    assert {stance: edges[stance] for stance in stances} == stances
    assert edges["origin"] == len(case.lineage.origins)
    assert edges["told"] == sum(len(claim.documents) for claim in case.gathering.claims)


def test_a_report_leads_to_its_upstream_in_the_words_that_say_so():
    found = graph(story())
    held = found.get_edge_data(named(found, "R2"), named(found, "R1"))
    assert [(e["kind"], e["words"]) for e in held.values()] == [
        ("credited", "the Vesk Courier reported")
    ]


def test_a_denial_is_an_edge_against_and_none_for():
    found = graph(story())
    held = found.get_edge_data(named(found, "Ministry of Defence"), named(found, "C1"))
    assert {e["kind"]: e["factuality"] for e in held.values()} == {"against": "CT-", "silent": "Uu"}


def test_words_are_slices_of_reports():
    case = story()
    found = graph(case)
    texts = "\n".join(d.text for d in case.documents)
    words = [data["words"] for *_, data in found.edges(data=True) if "words" in data]
    words += [data["words"] for _, data in found.nodes(data=True) if data["kind"] == "claim"]
    assert len(words) > 20
    assert all(held in texts for held in words)


def test_what_cannot_be_judged_is_absent_and_a_grade_says_whose_it_is():
    found = graph(story())
    first, second = (found.nodes[named(found, name)] for name in ("C1", "C2"))
    assert (first["letter"], first["digit"], first["ruled"]) == ("C", "3", False)
    assert not {"letter", "digit"} & set(second)
    ours = graph(ruled("grade", "B2"))
    assert ours.nodes[named(ours, "C1")]["ruled"] is True


def test_what_is_hidden_is_left_out():
    found = graph(ruled("hide"))
    assert not [data for _, data in found.nodes(data=True) if data["label"].startswith("C1")]
    assert "Ilse Dorn" not in written(graphml, ruled("hide")).decode()


def test_a_person_is_a_node_only_with_the_attribution_that_carries_the_name():
    found = graph(spoken_by("person", 0))
    assert found.nodes[named(found, "Jon Aske")]["attribution"]
    nameless = graph(spoken_by("person", 3))
    assert "attribution" not in nameless.nodes[named(nameless, WITHHELD)]
    assert "Aske" not in written(graphml, spoken_by("person", 3)).decode()


def test_hostile_text_breaks_nothing():
    assert HIDDEN.search(written(graphml, hostile()).decode()) is None
    assert graph(hostile()).number_of_nodes() > 4


@settings(max_examples=25)
@given(st.text(min_size=3, max_size=60), st.randoms(use_true_random=False))
def test_any_text_is_read_back(text, random):
    assert graph(case_of(text, random)).number_of_nodes() > 4
