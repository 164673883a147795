"""PROV-N: where everything comes from, in the notation of W3C PROV that people read.

Source of the format: https://www.w3.org/TR/prov-n/. Written statement by statement, since ``prov``
writes a document that it holds whole.
"""

from collections.abc import Iterator, Mapping

from reportedly.model import Case
from reportedly.visible import plain

from .holdings import Copy
from .lineage import things
from .provenance import PREFIXES, Thing, Tie, TieKind, Value, Values

_DERIVED: Mapping[TieKind, str] = {
    "wasQuotedFrom": "prov:Quotation", "hadPrimarySource": "prov:PrimarySource",
    "wasRevisionOf": "prov:Revision",
}  # fmt: skip
"""PROV-N writes these as derivations of a type."""
_FORMS: Mapping[TieKind, str] = {
    "wasDerivedFrom": "{id}{one}, {other}, -, -, -", "wasAttributedTo": "{id}{one}, {other}",
    "wasGeneratedBy": "{id}{one}, {other}, -", "used": "{id}{one}, {other}, -",
    "wasAssociatedWith": "{id}{one}, {other}, -", "wasInformedBy": "{id}{one}, {other}",
    "hadMember": "{one}, {other}",
}  # fmt: skip
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def prov_n(case: Case, copy: Copy) -> Iterator[bytes]:
    """The document, a thing at a time; the kept copies are not asked for."""
    del copy
    heads = (f"  prefix {prefix} <{space}>\n" for prefix, space in PREFIXES.items())
    yield "".join(("document\n", *heads)).encode()
    for thing in things(case):
        yield "".join(("\n", *(f"  {line}\n" for line in _lines(thing)))).encode()
    yield b"endDocument\n"


def _lines(thing: Thing) -> Iterator[str]:
    times = f", {thing.at}, {thing.at}" if thing.kind == "activity" and thing.at else ""
    types = tuple(f"prov:type='{name}'" for name in thing.types)
    yield f"{thing.kind}({thing.id}{times}{_attributes(types, thing.values)})"
    if thing.kind == "entity" and thing.at:
        yield f"wasGeneratedBy({thing.id}, -, {thing.at})"
    for tie in thing.ties:
        yield _relation(thing.id, tie)


def _relation(one: str, tie: Tie) -> str:
    kind: TieKind = "wasDerivedFrom" if tie.kind in _DERIVED else tie.kind
    types = (f"prov:type='{_DERIVED[tie.kind]}'",) if tie.kind in _DERIVED else ()
    own = f"{tie.id}; " if tie.id else ""
    ends = _FORMS[kind].format(id=own, one=one, other=tie.other)
    return f"{kind}({ends}{_attributes(types, tie.values)})"


def _attributes(types: tuple[str, ...], values: Values) -> str:
    written = (*types, *(f"{term}={_literal(value)}" for term, value in values))
    return f", [{', '.join(written)}]" if written else ""


def _literal(value: Value) -> str:
    """A literal on one line: escaped, hidden characters made visible."""
    if isinstance(value, bool):
        return f'"{str(value).lower()}" %% xsd:boolean'
    return str(value) if isinstance(value, int) else f'"{plain(value).translate(_ESCAPES)}"'
