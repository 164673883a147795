"""What was found in the parts of one ledger, each looked across by itself, as one case."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar, get_args, get_type_hints

from .case import Actor, Case, Gathering, Lineage
from .documents import Document
from .folded import Folded, Records, ids_of, together
from .hypotheses import Competing
from .order import issue_rank, rank
from .plain import to_json, to_plain
from .readings import Reading

R = TypeVar("R")
H = TypeVar("H", Gathering, Lineage, Competing)


class _By(NamedTuple):
    """What records are sorted by: what is told ``of`` each, or its place among ``places``."""

    of: Callable[[Any], Any]
    places: str = ""


_BY_CLAIM = _By(attrgetter("claim"), "claims")
_ORDERS: Mapping[str, _By] = {
    "claims": _By(rank),
    "issues": _By(issue_rank),
    "actors": _By(lambda one: (one.name, one.id)),
    "conflicts": _BY_CLAIM,
    "origins": _BY_CLAIM,
    "ranges": _BY_CLAIM,
    "drifts": _BY_CLAIM,
    "grades": _BY_CLAIM,
    "links": _By(attrgetter("document"), "documents"),
    "events": _By(lambda one: one.documents[0], "documents"),
    "courses": _By(attrgetter("issue"), "issues"),
    # Those of people first: they are all in one part, which need not be the first.
    "hypotheses": _By(lambda one: int(one.proposed)),
    "analyses": _By(lambda one: int(bool(one.claim))),
}
"""The order of each list of a case; the others stand as the parts give them."""

_OF_CASE = ("grades", "weights", "courses", "forecasters")

Row = Sequence[Any]
"""A record's id, the document that it belongs to, what it is sorted by, and its canonical JSON."""
Found = Mapping[str, Sequence[Row]]
"""What was found in a part: the rows of each list of a case, as plain data."""


def told(case: Case) -> dict[str, list[Row]]:
    """What was found in a part, without its documents and readings, for :func:`united`."""
    holders = (case.gathering, case.lineage, case.competing)
    lists = {field.name: getattr(one, field.name) for one in holders for field in fields(one)}
    lists |= {name: getattr(case, name) for name in _OF_CASE}
    return {
        name: [_row(record, _ORDERS.get(name)) for record in held]
        for name, held in lists.items()
        if held
    }


def _row(record: object, by: _By | None) -> Row:
    id_ = getattr(record, "id", None) or getattr(record, "claim", None) or ""
    # As it is read back: what is kept and what was just found are sorted together.
    key = json.loads(to_json(to_plain(by.of(record)))) if by else None
    return id_, getattr(record, "document", None), key, to_json(to_plain(record))


def united(
    documents: Sequence[Document], readings: Sequence[Reading], parts: Iterable[Found]
) -> Case:
    """One case of all ``documents``, in their order, of ``parts`` that share no report.

    Claims, issues and stories stand as in a case of one part, and what belongs to each with it.
    An actor who is in several parts is one, with the mentions of all. Each of ``parts`` is let go
    before the next one is asked for: what was found is folded (:mod:`.folded`), and not decoded.
    """
    piles = {name: _Pile(kind, _ORDERS.get(name)) for name, kind in _kinds().items()}
    for found in parts:
        for name, rows in found.items():
            for row in rows:
                piles[name].put(row)
    piles["actors"] = _once(piles["actors"])
    lists = _sorted(piles, documents)
    rest: dict[str, Any] = {name: lists.get(name, ()) for name in _OF_CASE}
    return Case(
        documents, readings,
        _held(Gathering, lists), _held(Lineage, lists), competing=_held(Competing, lists), **rest,
    )  # fmt: skip


@cache
def _kinds() -> Mapping[str, type[Any]]:
    """What kind of record each list of a case holds."""
    of_case = {name: hint for name, hint in get_type_hints(Case).items() if name in _OF_CASE}
    hints = [*map(get_type_hints, (Gathering, Lineage, Competing)), of_case]
    return {name: get_args(hint)[0] for held in hints for name, hint in held.items()}


class _Pile(Generic[R]):
    """Records of one kind, folded, each with what it is sorted by."""

    def __init__(self, kind: type[R], by: _By | None) -> None:
        self.kind, self.by = kind, by
        self.shelf: Folded[R] = Folded(kind)
        self.keys: list[Any] = []

    def put(self, row: Row) -> None:
        id_, document, key, body = row
        self.shelf.append(id_, body, document)
        self.keys.append(key)

    def row(self, at: int) -> Row:
        shelf = self.shelf
        return shelf.ids[at], shelf.owners[at], self.keys[at], shelf.body(at)

    def sorted(self, places: Mapping[str, Mapping[str, int]]) -> Records[R]:
        if self.by is None:
            return Records.all(self.shelf)
        of = places.get(self.by.places)
        keys = self.keys if of is None else [of[key] for key in self.keys]
        return Records(self.shelf, together(sorted(range(len(keys)), key=keys.__getitem__)))


def _sorted(
    piles: Mapping[str, _Pile[Any]], documents: Iterable[Document]
) -> dict[str, Sequence[Any]]:
    """Every pile in its order: those first among which others have their places."""
    places = {"documents": _places(document.id for document in documents)}
    found: dict[str, Sequence[Any]] = {}
    some = [name for name, pile in piles.items() if pile.keys]
    for name in sorted(some, key=lambda name: name not in ("claims", "issues")):
        found[name] = piles[name].sorted(places)
        if name in ("claims", "issues"):
            places[name] = _places(ids_of(found[name], attrgetter("id")))
    return found


def _held(kind: type[H], found: Mapping[str, Sequence[Any]]) -> H:
    held: dict[str, Any] = {field.name: found.get(field.name, ()) for field in fields(kind)}
    return kind(**held)


def _once(actors: _Pile[Actor]) -> _Pile[Actor]:
    """Each actor once, as the part knows it that has most of its mentions."""
    parts: dict[str, list[int]] = {}
    for at, id_ in enumerate(actors.shelf.ids):
        parts.setdefault(id_, []).append(at)
    once = _Pile(actors.kind, actors.by)
    for at, *others in parts.values():
        same = [actors.shelf.record(place) for place in (at, *others)] if others else []
        once.put(_row(_merged(same), actors.by) if others else actors.row(at))
    return once


def _merged(same: Sequence[Actor]) -> Actor:
    best = min(same, key=lambda one: (-len(one.mentions), one.name))
    mentions = {evidence for one in same for evidence in one.mentions}
    country = best.country or next((one.country for one in same if one.country), None)
    return replace(
        best, country=country,
        mentions=tuple(sorted(mentions, key=lambda e: (e.document, e.spans))),
    )  # fmt: skip


def _places(ids: Iterable[str]) -> dict[str, int]:
    return {id_: at for at, id_ in enumerate(ids)}
