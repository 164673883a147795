"""Linked data, read by rdflib and held to shapes by pyshacl; nothing is fetched for it."""

from pathlib import Path

import pyshacl
import rdflib

SHAPES = Path(__file__).parent / "shapes"


def linked(data: bytes) -> rdflib.Graph:
    """The triples of a file of JSON-LD."""
    return rdflib.Graph().parse(data=data.decode(), format="json-ld")


def flaws(found: rdflib.Graph, shapes: str) -> str:
    """What in a graph does not hold to the shapes of that name; "" where all does."""
    right, _, told = pyshacl.validate(found, shacl_graph=str(SHAPES / shapes), inference="none")
    return "" if right else told


def told(found: rdflib.Graph, query: str) -> list[tuple[str, ...]]:
    """The rows of a SPARQL query, in the order of their texts."""
    names = {
        "prov": "http://www.w3.org/ns/prov#", "r": "urn:reportedly:term:", "s": "https://schema.org/",
    }  # fmt: skip
    return sorted(tuple(map(str, row)) for row in found.query(query, initNs=names))
