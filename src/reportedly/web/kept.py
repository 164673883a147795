"""The ledger as the server holds it: one state in memory, renewed when the ledger has moved."""

import asyncio
import gc
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Lock, Thread
from typing import TypeVar

from starlette.concurrency import run_in_threadpool

from reportedly.errors import LedgerError
from reportedly.grades.whatif import what_if
from reportedly.ledger import Ledger, Mark, changes
from reportedly.model import Case, Changes
from reportedly.origins.edits import edits
from reportedly.shelf import Shelf
from reportedly.views.pages import State

ROOM = 24_000_000
"""Bytes of rendered pages that are kept."""

PATIENCE = 10.0
"""Seconds that a page waits for a ledger to say how far it has come."""

PAST = 4
"""Earlier states that are kept beside the one of now."""

T = TypeVar("T")
Key = tuple[object, ...]


class Marks:
    """How far a ledger has come, asked in a thread of its own: a server may be slow to answer.

    Whoever asks before a question is put shares it. Nobody shares one that was put before, since
    what was kept in between would be missing.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = Lock()
        self._next: Future[Mark] | None = None
        self._asking = False

    def ask(self) -> Future[Mark]:
        """The answer to the next question; a ReportedlyError where the ledger cannot be read."""
        with self._lock:
            asked = self._next = self._next or Future()
            if not self._asking:
                self._asking = True
                # A daemon: a server that never answers does not hold up the end.
                Thread(target=self._run, name="marks", daemon=True).start()
            return asked

    def _run(self) -> None:
        while asked := self._taken():
            try:
                asked.set_result(self._ledger.mark())
            except Exception as error:  # noqa: BLE001 - whoever waits is told
                asked.set_exception(error)

    def _taken(self) -> Future[Mark] | None:
        with self._lock:
            asked, self._next = self._next, None
            self._asking = asked is not None
            return asked


class Kept:
    """What pages are made from. Any number of threads may ask it at once."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._marks = Marks(ledger)
        self._lock = Lock()
        self._held: tuple[Mark, State] | None = None

    def state(self) -> tuple[Mark, State]:
        """The ledger as it is now; it is read again only where it has moved."""
        mark = self.ledger.mark()
        with self._lock:
            if self._held is None or mark != self._held[0]:
                self._held = mark, self._read()
                _settle()
            return self._held

    async def mark(self, patience: float = PATIENCE) -> Mark:
        """How far the ledger has come; LedgerError where it says nothing for so many seconds."""
        asked = asyncio.wrap_future(self._marks.ask())
        # Others may wait for the same answer, so it is not taken back when this one gives up.
        asked.add_done_callback(lambda done: done.cancelled() or done.exception())
        answered, _ = await asyncio.wait((asked,), timeout=patience)
        if not answered:
            raise LedgerError(f"{self.ledger.where}: it does not answer")
        return asked.result()

    async def now(self) -> tuple[Mark, State]:
        """The same for who waits without a thread: one is taken only where it is read again."""
        mark, held = await self.mark(), self._held
        if held is not None and mark == held[0]:
            return held
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
