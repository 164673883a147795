"""The ledger as the server holds it: one state in memory, renewed when the ledger has moved."""

import asyncio
import gc
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Lock
from typing import TypeVar

from starlette.concurrency import run_in_threadpool

from reportedly.grades.whatif import what_if
from reportedly.ledger import Ledger, Mark, changes
from reportedly.model import Case, Changes
from reportedly.origins.edits import edits
from reportedly.shelf import Shelf
from reportedly.views.pages import State

ROOM = 24_000_000
"""Bytes of rendered pages that are kept."""

PAST = 4
"""Earlier states that are kept beside the one of now."""

T = TypeVar("T")
Key = tuple[object, ...]


class Kept:
    """What pages are made from. Any number of threads may ask it at once."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._lock = Lock()
        self._mark: Mark | None = None
        self._state: State | None = None

    def state(self) -> tuple[Mark, State]:
        """The ledger as it is now; it is read again only where it has moved."""
        mark = self.ledger.mark()
        with self._lock:
            if self._state is None or mark != self._mark:
                self._state, self._mark = self._read(), mark
                _settle()
            return mark, self._state

    async def now(self) -> tuple[Mark, State]:
        """The same for who waits without a thread: one is taken only where it is read again."""
        mark, known = self.ledger.mark(), self._state
        if known is not None and mark == self._mark:
            return mark, known
        return await run_in_threadpool(self.state)

    def _read(self) -> State:
        case = self.ledger.case()
        past = _Past(self.ledger, case)
        asking = partial(what_if, case.gathering.concepts, case.gathering.arrows, case.weights)
        runs, pending = self.ledger.runs(), self.ledger.pending()
        return State(Shelf(case), runs, pending, past.since, past.at, edits, what_if=asking)


def _settle() -> None:
    """Look for garbage once, then leave what is alive out of every further search.

    A case is hundreds of thousands of records without circles: the last reference to it is enough
    to free it, and going through all of them holds every page up for a third of a second.
    """
    gc.collect()
    gc.freeze()


class _Past:
    """A case as earlier runs left it; what is asked again is not worked out again.

    It holds no circle, so that the last reference to a state frees it.
    """

    def __init__(self, ledger: Ledger, now: Case) -> None:
        self._ledger = ledger
        self._now = now
        self._shelves: OrderedDict[int, Shelf] = OrderedDict()
        self._changes: OrderedDict[int, Changes] = OrderedDict()

    def since(self, run: int) -> Changes:
        """What came after a run."""
        found = self._changes.get(run)
        if found is None:
            found = changes(self.at(run).case, self._now)
            _keep(self._changes, run, found)
        return found

    def at(self, run: int) -> Shelf:
        """The records as a run left them; none before the first."""
        found = self._shelves.get(run)
        if found is None:
            found = Shelf(self._ledger.at(run) if run else Case())
            _keep(self._shelves, run, found)
        return found


def _keep(held: OrderedDict[int, T], run: int, made: T) -> None:
    held[run] = made
    if len(held) > PAST:
        held.popitem(last=False)


class Pages:
    """Rendered pages by what decides them; those asked for least recently go first.

    One is made at a time, in the order in which they are asked for: there is one interpreter, and
    pages made at once would all be late.
    """

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._held: OrderedDict[Key, bytes] = OrderedDict()
        self._size = 0
        self._lock = Lock()
        self._maker = ThreadPoolExecutor(1, "pages")

    async def get(self, key: Key, make: Callable[[], bytes | None]) -> bytes | None:
        """The page under ``key``, made where it is not kept; who waits holds no thread."""
        found = self._find(key)
        if found is not None:
            return found
        return await asyncio.wrap_future(self._maker.submit(self._made, key, make))

    def _made(self, key: Key, make: Callable[[], bytes | None]) -> bytes | None:
        made = self._find(key) or make()
        if made is not None:
            self._keep(key, made)
        return made

    def _find(self, key: Key) -> bytes | None:
        with self._lock:
            if key not in self._held:
                return None
            self._held.move_to_end(key)
            return self._held[key]

    def _keep(self, key: Key, made: bytes) -> None:
        with self._lock:
            self._size += len(made) - len(self._held.pop(key, b""))
            self._held[key] = made
            while self._size > self._room:
                _, gone = self._held.popitem(last=False)
                self._size -= len(gone)
