"""A case taken apart into records by kind, and put together again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import repeat
from typing import Any, NamedTuple

from reportedly.model import (
    Actor,
    Analysis,
    Arrow,
    Attribution,
    Case,
    Cause,
    Cell,
    Claim,
    Competing,
    Concept,
    Conflict,
    Course,
    Document,
    Drift,
    Event,
    Forecaster,
    Gathering,
    Given,
    Grade,
    Hypothesis,
    Issue,
    Item,
    Lineage,
    Link,
    Loop,
    Origin,
    OriginRange,
    Question,
    Reading,
    Relation,
    Retrieval,
    Skipped,
    Statement,
    Weight,
    identify,
)
from reportedly.model.folded import bodies, chosen, owners
from reportedly.model.plain import to_json, to_plain

OF_READING: dict[str, type] = {
    "attributions": Attribution,
    "statements": Statement,
    "causes": Cause,
    "questions": Question,
    "conflicts": Conflict,
    "skipped": Skipped,
}
OF_GATHERING: dict[str, type] = {
    "claims": Claim,
    "actors": Actor,
    "conflicts": Conflict,
    "relations": Relation,
    "concepts": Concept,
    "arrows": Arrow,
    "loops": Loop,
    "issues": Issue,
}
OF_LINEAGE: dict[str, type] = {
    "links": Link,
    "origins": Origin,
    "ranges": OriginRange,
    "drifts": Drift,
    "events": Event,
    "arrow_origins": Origin,
    "arrow_ranges": OriginRange,
}
OF_COMPETING: dict[str, type] = {
    "hypotheses": Hypothesis,
    "items": Item,
    "cells": Cell,
    "analyses": Analysis,
}
OF_CASE: dict[str, type] = {
    "documents": Document,
    "retrievals": Retrieval,
    "given": Given,
    "grades": Grade,
    "skipped": Skipped,
    "weights": Weight,
    "courses": Course,
    "forecasters": Forecaster,
}

KINDS: dict[str, type] = {
    **OF_CASE,
    **{f"read {name}": kind for name, kind in OF_READING.items()},
    **OF_GATHERING,
    **OF_LINEAGE,
    **OF_COMPETING,
}
"""Every shelf of the ledger with the kind of record that stands on it."""

AS_READ = frozenset(
    {"documents", "retrievals", "given", "skipped", *(f"read {name}" for name in OF_READING)}
)
"""Shelves of what is told of single reports, by which all others are worked out."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record as it is kept."""

    digest: str
    kind: str
    id: str
    document: str | None
    claim: str | None
    body: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The records of a shelf in order, and of each the document it belongs to, if it has one."""

    records: Sequence[Any]
    owners: Sequence[str | None]


class Shelved(NamedTuple):
    """Some records of one shelf, and the document that they were read in, if it was one."""

    kind: str
    records: Sequence[Any]
    document: str | None = None

    def row(self, at: int) -> Row:
        """The row of the record at a place; of one that is folded in the very bytes it is kept."""
        (body,) = bodies(self.records[at : at + 1])
        return row(self.kind, self.records[at], self.document, body)


def shelved(case: Case) -> Iterator[Shelved]:
    """All records of a case; those of a shelf in order, though they need not stand together."""
    for holder, names in (
        (case, OF_CASE),
        (case.gathering, OF_GATHERING),
        (case.lineage, OF_LINEAGE),
        (case.competing, OF_COMPETING),
    ):
        yield from (Shelved(name, getattr(holder, name)) for name in names)
    for reading in case.readings:
        for name in OF_READING:
            yield Shelved(f"read {name}", getattr(reading, name), reading.document)


def digests(case: Case) -> dict[str, list[str]]:
    """The digests of the rows of every shelf, in the order of :func:`shelved`."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for some in shelved(case):
        told = zip(_owners(some), bodies(some.records), strict=False)
        found[some.kind].extend(_digest(some.kind, owner, body) for owner, body in told)
    return found


def _owners(some: Shelved) -> Iterator[str | None]:
    if some.document:
        return repeat(some.document)
    return owners(some.records)


def put_together(shelves: Mapping[str, Standing]) -> Case:
    """Make the case whose records stand on ``shelves``."""
    whole = {kind: shelf.records for kind, shelf in shelves.items()}
    return Case(
        tuple(whole["documents"]),
        _readings(whole["documents"], shelves),
        Gathering(**{name: whole[name] for name in OF_GATHERING}),
        Lineage(**{name: whole[name] for name in OF_LINEAGE}),
        whole["grades"],
        whole["skipped"],
        retrievals=whole["retrievals"],
        weights=whole["weights"],
        competing=Competing(**{name: whole[name] for name in OF_COMPETING}),
        courses=whole["courses"],
        forecasters=whole["forecasters"],
        given=whole["given"],
    )


def _readings(
    documents: Iterable[Document], shelves: Mapping[str, Standing]
) -> tuple[Reading, ...]:
    """A reading a document."""
    parts: dict[str, tuple[Sequence[Any], dict[str | None, list[int]]]] = {}
    for name in OF_READING:
        shelf = shelves[f"read {name}"]
        places: dict[str | None, list[int]] = {}
        for at, owner in enumerate(shelf.owners):
            places.setdefault(owner, []).append(at)
        parts[name] = shelf.records, places

    def part(name: str, document: str) -> Sequence[Any]:
        records, places = parts[name]
        found = places.get(document)
        return chosen(records, found) if found else ()

    return tuple(
        Reading(one.id, **{name: part(name, one.id) for name in OF_READING}) for one in documents
    )


def row(kind: str, record: object, document: str | None = None, body: str = "") -> Row:
    """The row of one record on the shelf ``kind``; ``document``: the one it was read in.

    ``body``: its canonical JSON, where that is known.
    """
    body = body or to_json(to_plain(record))
    owner = document or getattr(record, "document", None)
    claim = getattr(record, "claim", None)
    named = getattr(record, "id", None) or claim or identify(kind, owner, body)
    return Row(_digest(kind, owner, body), kind, named, owner, claim, body)


def _digest(kind: str, owner: str | None, body: str) -> str:
    return sha256(f"{kind}\0{owner}\0{body}".encode()).hexdigest()[:32]
