"""Items cut into shards, which are handed over whole and done again whole or in halves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Generic, TypeVar

from reportedly.model.plain import to_json, to_plain

T = TypeVar("T")

MOST = 64
"""Items of a shard."""

LARGEST = 30_000
"""Characters of its items as JSON, the last one aside: some seconds of reading."""


@dataclass(frozen=True, slots=True)
class Shard(Generic[T]):
    """Some items that follow one another, the first of them being number ``at``.

    ``digests`` are the SHA-256 of the items; ``tries`` is how often it was begun in vain.
    """

    at: int
    items: tuple[T, ...]
    digests: tuple[str, ...]
    tries: int = 0

    @property
    def name(self) -> str:
        """The same for the same items in the same order, wherever and whenever it is cut."""
        return sha256("".join(self.digests).encode()).hexdigest()[:16]

    def halves(self) -> "tuple[Shard[T], Shard[T]]":
        """Two shards, neither tried yet; it has two items or more."""
        cut = len(self.items) // 2
        return (
            replace(self, items=self.items[:cut], digests=self.digests[:cut], tries=0),
            Shard(self.at + cut, self.items[cut:], self.digests[cut:]),
        )


def shards(items: Iterable[T]) -> Iterator[Shard[T]]:
    """The items cut by number and size, as they are asked for."""
    at, size = 0, 0
    some: list[T] = []
    digests: list[str] = []
    for item in items:
        told = to_json(to_plain(item))
        some.append(item)
        digests.append(_digest(told))
        size += len(told)
        if len(some) >= MOST or size >= LARGEST:
            yield Shard(at, tuple(some), tuple(digests))
            at, size = at + len(some), 0
            some, digests = [], []
    if some:
        yield Shard(at, tuple(some), tuple(digests))


def _digest(told: str) -> str:
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
