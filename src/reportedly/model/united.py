"""Cases of the parts of one ledger, each looked across by itself, as one case."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

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


def united(
    documents: Sequence[Document], readings: Sequence[Reading], cases: Iterable[Case]
) -> Case:
    """One case of all ``documents``, in their order, from those of parts that share no report.

    Claims, issues and stories stand as in a case of one part, and what belongs to each with it.
    An actor who is in several parts is one, with the mentions of all. Each of ``cases`` is let go
    before the next one is asked for: what was found is folded (:mod:`.folded`).
    """
    piles: dict[str, _Pile[Any]] = {}
    for case in cases:
        for holder in (case.gathering, case.lineage, case.competing):
            _put(piles, holder, [field.name for field in fields(holder)])
        _put(piles, case, _OF_CASE)
    if "actors" in piles:
        piles["actors"] = _once(piles["actors"])
    found = _sorted(piles, documents)
    rest: dict[str, Any] = {name: found.get(name, ()) for name in _OF_CASE}
    return Case(
        documents, readings,
        _held(Gathering, found), _held(Lineage, found), competing=_held(Competing, found), **rest,
    )  # fmt: skip


class _Pile(Generic[R]):
    """Records of one kind, folded, each with what it is sorted by."""

    def __init__(self, kind: type[R], by: _By | None) -> None:
        self.kind, self.by = kind, by
        self.shelf: Folded[R] = Folded(kind)
        self.keys: list[Any] = []

    def put(self, record: R) -> None:
        id_ = getattr(record, "id", None) or getattr(record, "claim", None) or ""
        self.shelf.append(id_, to_json(to_plain(record)), getattr(record, "document", None))
        if self.by:
            self.keys.append(self.by.of(record))

    def sorted(self, places: Mapping[str, Mapping[str, int]]) -> Records[R]:
        if self.by is None:
            return Records.all(self.shelf)
        of = places.get(self.by.places)
        keys = self.keys if of is None else [of[key] for key in self.keys]
        return Records(self.shelf, together(sorted(range(len(keys)), key=keys.__getitem__)))


def _put(piles: dict[str, _Pile[Any]], holder: object, names: Iterable[str]) -> None:
    for name in names:
        for record in getattr(holder, name):
            if name not in piles:
                piles[name] = _Pile(type(record), _ORDERS.get(name))
            piles[name].put(record)


def _sorted(
    piles: Mapping[str, _Pile[Any]], documents: Iterable[Document]
) -> dict[str, Sequence[Any]]:
    """Every pile in its order: those first among which others have their places."""
    places = {"documents": _places(document.id for document in documents)}
    found: dict[str, Sequence[Any]] = {}
    for name in sorted(piles, key=lambda name: name not in ("claims", "issues")):
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
    for places in parts.values():
        once.put(_merged([actors.shelf.record(at) for at in places]))
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
