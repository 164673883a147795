"""Shards shared among workers: results in order, what is lost done again, nothing twice.

Knows nothing of where the workers are: a :class:`Pool` tells what became of a shard.
"""

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from reportedly.errors import ReportedlyError

from .shards import Shard
from .work import Work

T = TypeVar("T")
R = TypeVar("R")

TRIES = 3
"""Workers that an item may end, alone in a shard, before it is given up."""

IN_A_ROW = 20
"""Workers, beyond one for each job, that may end with no shard finished in between."""

AHEAD = 4
"""Shards for each job that are held at once: under way, to be done again, or done too early."""


@dataclass(frozen=True, slots=True)
class Done(Generic[T, R]):
    """A shard and the results of its items, in their order."""

    shard: Shard[T]
    results: tuple[R, ...]


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """A shard whose worker is gone, and why, as far as that is known."""

    shard: Shard[T]
    reason: str


class Pool(Protocol[T, R]):
    """Workers that have one shard at a time each, so that it is known which shard ends one."""

    def free(self) -> bool:
        """Whether a worker waits for a shard."""

    def give(self, shard: Shard[T]) -> None:
        """Hand a shard to a worker that waits."""

    def wait(self) -> Done[T, R] | Lost[T] | None:
        """What became of a shard, once there is news; None for news of another kind."""


def share(
    work: Work[T, R], cut: Iterator[Shard[T]], pool: Pool[T, R], jobs: int = 1
) -> Iterator[R]:
    """The result of each item, once, in the order of the items.

    A shard that is lost is done again in halves. An item that is lost alone is done again after
    all else that is, and given up when it has ended :data:`TRIES` workers. Raises
    :class:`ReportedlyError` where worker after worker ends: then it is not the items.
    """
    held: _Held[T, R] = _Held(cut, AHEAD * jobs)
    in_a_row = 0
    while not held.ended:
        while pool.free() and (shard := held.next()):
            pool.give(shard)
        news = pool.wait()
        if isinstance(news, Done):
            in_a_row = 0
            held.finish(news.shard, news.results)
        elif isinstance(news, Lost):
            in_a_row += 1
            if in_a_row >= IN_A_ROW + jobs:
                raise ReportedlyError(f"{in_a_row} workers ended, one after another: {news.reason}")
            _lose(work, held, news)
        # Before their results are wanted: whoever wants them may take a while.
        while pool.free() and (shard := held.next()):
            pool.give(shard)
        yield from held.results()


def _lose(work: Work[T, R], held: "_Held[T, R]", lost: Lost[T]) -> None:
    shard = lost.shard
    tries = shard.tries + 1
    if len(shard.items) > 1:
        held.again(shard, shard.halves())
    elif tries < TRIES:
        held.again(shard, (replace(shard, tries=tries),))
    else:
        reason = f"{TRIES} workers ended while they worked on it"
        held.finish(shard, (work.lost(shard.items[0], reason),))


class _Held(Generic[T, R]):
    """What was cut and whose results are not given yet, at most ``most`` shards."""

    def __init__(self, cut: Iterator[Shard[T]], most: int) -> None:
        self._cut, self._most = cut, most
        self._coming = next(cut, None)
        self._again: list[tuple[int, int, Shard[T]]] = []
        self._done: dict[int, tuple[R, ...]] = {}
        self._out: set[tuple[int, str]] = set()
        self._at = 0

    @property
    def ended(self) -> bool:
        """Whether every result has been given."""
        return not (self._coming or self._again or self._done or self._out)

    def next(self) -> Shard[T] | None:
        """The shard to be handed out next; None while there is none, or too much is held."""
        if self._again:
            shard = heapq.heappop(self._again)[2]
        elif self._coming and len(self._out) + len(self._done) < self._most:
            shard, self._coming = self._coming, next(self._cut, None)
        else:
            return None
        self._out.add((shard.at, shard.name))
        return shard

    def again(self, lost: Shard[T], some: Iterable[Shard[T]]) -> None:
        """What is to be done again in the place of ``lost``; what ended fewest comes first."""
        self._out.remove((lost.at, lost.name))
        for one in some:
            heapq.heappush(self._again, (one.tries, one.at, one))

    def finish(self, shard: Shard[T], results: tuple[R, ...]) -> None:
        """Take the results of a shard that was handed out, once."""
        self._out.remove((shard.at, shard.name))
        if len(results) != len(shard.items):
            raise ReportedlyError(f"shard {shard.name}: {len(results)} results, not one an item")
        self._done[shard.at] = results

    def results(self) -> Iterator[R]:
        """The results whose turn it is."""
        while self._at in self._done:
            results = self._done.pop(self._at)
            self._at += len(results)
            yield from results
