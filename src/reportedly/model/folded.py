"""Records that are kept folded, as compressed JSON, and decoded each time they are asked for.

For whoever goes through a large case once, such as an export: a record takes a tenth of the memory
that it takes decoded. Wherever records are in a tuple they may be :class:`Records` instead.
"""

import json
import zlib
from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from sys import intern
from threading import Lock
from typing import Generic, TypeVar, overload

from .plain import from_plain, to_json, to_plain

R = TypeVar("R")
K = TypeVar("K", bound=Hashable)

CHUNK = 16
"""Records that are compressed together: one is a few hundred bytes, much of them its keys."""
RECENT = 256
"""Records of a shelf that stay decoded: what is asked for again is asked for soon."""


class Folded(Generic[R]):
    """Records of one kind by their place, appended as canonical JSON with their ids.

    ``owners``: of each the document that it belongs to, if it has one. Several threads may ask, and
    one append meanwhile.
    """

    def __init__(self, kind: type[R]) -> None:
        self.ids: list[str] = []
        self.owners: list[str | None] = []
        self._kind = kind
        self._lock = Lock()
        self._chunks: list[bytes] = []
        self._open: list[str] = []
        self._unfolded: tuple[int, list[str]] = (-1, [])
        self._recent: dict[int, R] = {}

    def append(self, id_: str, body: str, owner: str | None = None) -> None:
        """Keep one more. JSON has no line breaks but those that it escapes."""
        with self._lock:
            self.ids.append(intern(id_))
            self.owners.append(owner and intern(owner))
            self._open.append(body)
            if len(self._open) == CHUNK:
                self._chunks.append(zlib.compress("\n".join(self._open).encode(), 1))
                self._open = []

    def record(self, at: int) -> R:
        """The record at a place."""
        found = self._recent.get(at)
        if found is None:
            if len(self._recent) >= RECENT:
                self._recent.clear()
            found = self._recent[at] = from_plain(self._kind, json.loads(self.body(at)))
        return found

    def body(self, at: int) -> str:
        """The canonical JSON of the record at a place."""
        with self._lock:
            return self._body(at)

    def _body(self, at: int) -> str:
        chunk, place = divmod(at, CHUNK)
        if chunk == len(self._chunks):
            return self._open[place]
        if self._unfolded[0] != chunk:
            lines = zlib.decompress(self._chunks[chunk]).decode().split("\n")
            self._unfolded = chunk, lines
        return self._unfolded[1][place]


class Records(Sequence[R]):
    """Some records of a shelf, in an order."""

    __slots__ = ("at", "shelf")

    def __init__(self, shelf: Folded[R], at: Sequence[int]) -> None:
        self.shelf, self.at = shelf, at

    @classmethod
    def all(cls, shelf: Folded[R]) -> "Records[R]":
        """Every record that is on the shelf now."""
        return cls(shelf, range(len(shelf.ids)))

    def __len__(self) -> int:
        return len(self.at)

    def __iter__(self) -> Iterator[R]:
        return map(self.shelf.record, self.at)

    @overload
    def __getitem__(self, place: int) -> R: ...
    @overload
    def __getitem__(self, place: slice) -> "Records[R]": ...
    def __getitem__(self, place: int | slice) -> "R | Records[R]":
        if isinstance(place, slice):
            return Records(self.shelf, self.at[place])
        return self.shelf.record(self.at[place])

    def __eq__(self, other: object) -> bool:
        """Whether it is a sequence of the same records, folded or not."""
        if not isinstance(other, Records | tuple):
            return NotImplemented
        return len(self) == len(other) and all(map(_same, self, other))

    __hash__ = None  # type: ignore[assignment]


def _same(one: object, other: object) -> bool:
    return one == other


def chosen(records: Sequence[R], places: Sequence[int]) -> Sequence[R]:
    """The records at ``places``, of which there is one at least; folded ones stay folded."""
    if not isinstance(records, Records):
        return tuple(records[at] for at in places)
    return Records(records.shelf, together([records.at[at] for at in places]))


def together(places: Sequence[int]) -> Sequence[int]:
    """The same places, as a range where each is the one after the one before."""
    if not places:
        return range(0)
    whole = range(places[0], places[-1] + 1)
    rising = len(whole) == len(places) and all(a == b for a, b in zip(whole, places, strict=True))
    return whole if rising else array("Q", places)


def bodies(records: Sequence[R]) -> Iterator[str]:
    """The canonical JSON of each of the records; no folded one is decoded for it."""
    if isinstance(records, Records):
        return map(records.shelf.body, records.at)
    return (to_json(to_plain(record)) for record in records)


def owners(records: Sequence[R]) -> Iterator[str | None]:
    """The document that each of the records belongs to, if it says so."""
    if isinstance(records, Records):
        return map(records.shelf.owners.__getitem__, records.at)
    return (getattr(record, "document", None) for record in records)


def ids_of(records: Sequence[R], of: Callable[[R], str]) -> Iterator[str]:
    """The ids of the records, which ``of`` tells; no folded one is decoded for it."""
    if isinstance(records, Records):
        return map(records.shelf.ids.__getitem__, records.at)
    return map(of, records)


def without(records: Sequence[R], ids: frozenset[str], of: Callable[[R], str]) -> Sequence[R]:
    """The records less those whose id, which ``of`` tells, is one of ``ids``."""
    if isinstance(records, Records):
        if not ids:
            return records
        named = records.shelf.ids
        return Records(records.shelf, [at for at in records.at if named[at] not in ids])
    return tuple(record for record in records if of(record) not in ids)


def by_id(groups: Iterable[Sequence[R]], of: Callable[[R], str]) -> Mapping[str, R]:
    """Every record of ``groups`` under its id, in their order; folded ones stay folded."""
    places: dict[str, int | R] = {}
    shelf: Folded[R] | None = None
    for group in groups:
        if isinstance(group, Records):
            shelf = group.shelf
            places.update((shelf.ids[at], at) for at in group.at)
        else:
            places.update((of(record), record) for record in group)
    return places if shelf is None else _ById(shelf, places)  # type: ignore[return-value]


def grouped(records: Sequence[R], of: Callable[[R], K]) -> Mapping[K, tuple[R, ...]]:
    """The records under what ``of`` tells of each, in their order; folded ones stay folded."""
    if isinstance(records, Records):
        places: dict[K, list[int]] = {}
        for at, record in zip(records.at, records, strict=True):
            places.setdefault(of(record), []).append(at)
        return _Grouped(records.shelf, places)
    found: dict[K, list[R]] = {}
    for record in records:
        found.setdefault(of(record), []).append(record)
    return {key: tuple(held) for key, held in found.items()}


class _ById(Mapping[str, R]):
    """Records by id: the place on the shelf, or the record itself where it is not there."""

    def __init__(self, shelf: Folded[R], places: Mapping[str, int | R]) -> None:
        self._shelf, self._places = shelf, places

    def __getitem__(self, key: str) -> R:
        found = self._places[key]
        return self._shelf.record(found) if isinstance(found, int) else found

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, key: object) -> bool:
        return key in self._places


class _Grouped(Mapping[K, tuple[R, ...]]):
    """Records by what they belong to."""

    def __init__(self, shelf: Folded[R], places: Mapping[K, Sequence[int]]) -> None:
        self._shelf, self._places = shelf, places

    def __getitem__(self, key: K) -> tuple[R, ...]:
        return tuple(map(self._shelf.record, self._places[key]))

    def __iter__(self) -> Iterator[K]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, key: object) -> bool:
        return key in self._places
