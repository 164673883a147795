"""The terms of W3C PROV: things, what ties them to others, and the names that both go by.

What PROV has no term for (hedges, stance, spans) stands in the namespace ``reportedly:``, which
``docs/exports.md`` explains. Source of the terms: https://www.w3.org/TR/prov-dm/
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reportedly.model import identify

Value = str | int | bool
Values = tuple[tuple[str, Value], ...]
"""What is told of a thing or a tie, by terms with their prefix; a term may stand several times."""

TieKind = Literal[
    "wasDerivedFrom", "wasQuotedFrom", "hadPrimarySource", "wasRevisionOf", "wasAttributedTo",
    "wasGeneratedBy", "used", "wasAssociatedWith", "wasInformedBy", "hadMember",
]  # fmt: skip

_SPACE = "urn:reportedly:"
_KINDS = (
    "claim", "copy", "grade", "link", "origin", "outside", "person", "program", "reading", "report",
    "ruling", "statement", "voice",
)  # fmt: skip
PREFIXES: Mapping[str, str] = {
    "reportedly": f"{_SPACE}term:",
    **{kind: f"{_SPACE}{kind}:" for kind in _KINDS},
}
"""Nothing is ever fetched: the program's own names are URNs, one prefix for each kind of record."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation of PROV from a thing to the one named ``other``; ``id`` where it has its own."""

    kind: TieKind
    other: str
    values: Values = ()
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity, an activity or an agent, with what ties it to others.

    ``types`` are terms with their prefix. ``at``: when an entity came to be, or an activity took
    place, as ``xsd:dateTime``.
    """

    kind: Literal["entity", "activity", "agent"]
    id: str
    types: tuple[str, ...]
    values: Values = ()
    ties: tuple[Tie, ...] = ()
    at: str | None = None


def person(by: str) -> str:
    """The name in the file of a person who ruled."""
    return f"person:{identify('person', by)}"


def told(*pairs: tuple[str, Value | None]) -> Values:
    """The values that are known, each once."""
    known = {pair: None for pair in pairs if pair[1] is not None and pair[1] != ""}
    return tuple((term, value) for term, value in known if value is not None)
