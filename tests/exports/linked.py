"""Linked data, read by rdflib and held to shapes by pyshacl; nothing is fetched for it."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyshacl
import rdflib

SHAPES = Path(__file__).parent / "shapes"


@contextmanager
def _its_own_affairs() -> Iterator[None]:
    """What rdflib 7 warns of: classes and names that it uses itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


def linked(data: bytes) -> rdflib.Graph:
    """The triples of a file of JSON-LD."""
    with _its_own_affairs():
        return rdflib.Graph().parse(data=data.decode(), format="json-ld")


def flaws(found: rdflib.Graph, shapes: str) -> str:
    """What in a graph does not hold to the shapes of that name; "" where all does."""
    with _its_own_affairs():
        rules = rdflib.Graph().parse(SHAPES / shapes)
        right, _, said = pyshacl.validate(found, shacl_graph=rules, inference="none")
    return "" if right else str(said)


def told(found: rdflib.Graph, query: str) -> list[tuple[str, ...]]:
    """The rows of a SPARQL query, in the order of their texts."""
    names = {
        "prov": "http://www.w3.org/ns/prov#", "r": "urn:reportedly:term:", "s": "https://schema.org/",
    }  # fmt: skip
    with _its_own_affairs():
        return sorted(tuple(map(str, row)) for row in found.query(query, initNs=names))
