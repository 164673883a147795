"""PROV-O as JSON-LD: where everything comes from, as linked data.

Sources of the format: https://www.w3.org/TR/prov-o/ and https://www.w3.org/TR/json-ld11/. The
context stands in the file, so that nothing is fetched. Written thing by thing, since rdflib writes
a graph that it holds whole.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.model import Case
from reportedly.model.plain import to_json
from reportedly.visible import plain

from .holdings import Copy
from .lineage import things
from .provenance import PREFIXES, Thing, Tie, TieKind, Value, Values

Plain = dict[str, Any]

_CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **PREFIXES,
    "@version": 1.1,
    **{
        f"prov:{name}": {"@type": "xsd:dateTime"}
        for name in ("generatedAtTime", "startedAtTime", "endedAtTime")
    },
}
_TYPES = {"entity": "prov:Entity", "activity": "prov:Activity", "agent": "prov:Agent"}
_QUALIFIED: Mapping[TieKind, tuple[str, str, str]] = {
    "wasDerivedFrom": ("prov:qualifiedDerivation", "prov:Derivation", "prov:entity"),
    "wasQuotedFrom": ("prov:qualifiedQuotation", "prov:Quotation", "prov:entity"),
    "hadPrimarySource": ("prov:qualifiedPrimarySource", "prov:PrimarySource", "prov:entity"),
    "wasRevisionOf": ("prov:qualifiedRevision", "prov:Revision", "prov:entity"),
    "wasAttributedTo": ("prov:qualifiedAttribution", "prov:Attribution", "prov:agent"),
}  # fmt: skip
"""Where more is told of a relation: by which term, of what type, and what names the other end."""


def prov_jsonld(case: Case, copy: Copy) -> Iterator[bytes]:
    """The document, a thing at a time; the kept copies are not asked for."""
    del copy
    yield f'{{"@context":{to_json(_CONTEXT)},\n"@graph":['.encode()
    joint = "\n"
    for thing in things(case):
        yield f"{joint}{to_json(_node(thing))}".encode()
        joint = ",\n"
    yield b"\n]}\n"


def _node(thing: Thing) -> Plain:
    own = _TYPES[thing.kind]
    types = [own, *(name for name in thing.types if name != own)]
    return {"@id": thing.id, "@type": types, **_times(thing), **_values(thing.values),
            **_relations(thing.ties)}  # fmt: skip


def _times(thing: Thing) -> Plain:
    if thing.at is None:
        return {}
    if thing.kind == "activity":
        return {"prov:startedAtTime": thing.at, "prov:endedAtTime": thing.at}
    return {"prov:generatedAtTime": thing.at}


def _values(values: Values) -> Plain:
    told: dict[str, list[Value]] = defaultdict(list)
    for term, value in values:
        shown = plain(value) if isinstance(value, str) else value
        told["rdfs:label" if term == "prov:label" else term].append(shown)
    return {term: found[0] if len(found) == 1 else found for term, found in told.items()}


def _relations(ties: tuple[Tie, ...]) -> dict[str, list[Plain]]:
    others: dict[str, dict[str, Plain]] = defaultdict(dict)
    qualified: dict[str, list[Plain]] = defaultdict(list)
    for tie in ties:
        other = others[f"prov:{tie.kind}"].setdefault(tie.other, {"@id": tie.other})
        if tie.values:
            term, type_, end = _QUALIFIED[tie.kind]
            id_ = {"@id": tie.id} if tie.id else {}
            qualified[term].append({**id_, "@type": type_, end: other, **_values(tie.values)})
    return {**{term: list(found.values()) for term, found in others.items()}, **qualified}
