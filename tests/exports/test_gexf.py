"""GEXF is read by networkx, holds to the structure of the format, and has dates for a timeline."""

import io
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from exports.told_case import hostile, ruled, written
from reportedly.exports.gexf import gexf
from reportedly.exports.graph import Graph
from reportedly.visible import HIDDEN
from views.case import story
from views.hostile import case_of

RULES = etree.RelaxNG(etree.parse(Path(__file__).parent / "shapes" / "gexf.rng"))
SPACE = "{http://www.gexf.net/1.2draft}"


def checked(case) -> etree._Element:
    """The file, held to the structure of GEXF and to its references."""
    root = etree.fromstring(written(gexf, case))
    RULES.assertValid(root)
    for one, many in (("node", "nodes"), ("edge", "edges")):
        declared = root.xpath(f"//*[local-name()='attributes'][@class='{one}']/*/@id")
        used = root.xpath(f"//*[local-name()='{many}']//*[local-name()='attvalue']/@for")
        assert set(used) <= set(declared)
        ids = [element.get("id") for element in root.iter(f"{SPACE}{one}")]
        assert len(ids) == len(set(ids)) > 0
    nodes = {element.get("id") for element in root.iter(f"{SPACE}node")}
    edges = list(root.iter(f"{SPACE}edge"))
    assert all({edge.get("source"), edge.get("target")} <= nodes for edge in edges)
    return root


def test_networkx_reads_the_same_graph():
    case = story()
    found, made = nx.read_gexf(io.BytesIO(written(gexf, case))), Graph(case)
    nodes, edges = list(made.nodes()), list(made.edges())
    assert dict(found.nodes(data="label")) == {node.id: node.label for node in nodes}
    assert sorted((s, t, data["id"], data["kind"]) for s, t, data in found.edges(data=True)) == (
        sorted((edge.source, edge.target, edge.id, edge.kind) for edge in edges)
    )


@pytest.mark.parametrize(
    "case", [story(), hostile(), ruled("hide")], ids=["story", "hostile", "hidden"]
)
def test_the_structure_is_that_of_the_format(case):
    assert HIDDEN.search(written(gexf, case).decode()) is None
    checked(case)


def test_what_has_a_date_appears_on_it_and_the_rest_is_always_there():
    root = checked(story())
    starts = {n.get("label"): n.get("start") for n in root.iter(f"{SPACE}node")}
    assert starts["R1 Vesk Courier"] == "2031-03-03T08:10:00Z"
    assert starts["R4 Ministry of Defence of Karvonia"] == "2031-03-04"
    assert starts["R8 Harrow Review"] is None
    assert starts["Ilse Dorn"] == "2031-03-04T19:00:00Z"


def test_no_edge_appears_before_its_ends():
    root = checked(story())
    starts = {e.get("id"): e.get("start") or "" for e in root.iter(f"{SPACE}node")}
    for edge in root.iter(f"{SPACE}edge"):
        ends = starts[edge.get("source")], starts[edge.get("target")]
        assert not edge.get("start") or edge.get("start") >= max(ends)


@settings(max_examples=25)
@given(st.text(min_size=3, max_size=60), st.randoms(use_true_random=False))
def test_any_text_keeps_to_the_structure(text, random):
    checked(case_of(text, random))
