"""The ledger as the server holds it: one state in memory, renewed when the ledger has moved."""

from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from threading import Lock

from reportedly.ledger import Ledger, Mark, changes
from reportedly.model import Case, Changes
from reportedly.views.pages import Run, State
from reportedly.views.shelf import Shelf

ROOM = 48_000_000
"""Bytes of rendered pages that are kept."""

PAST = 4
"""Earlier states that are kept beside the one of now."""

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
            return mark, self._state

    def _read(self) -> State:
        case = self.ledger.case()
        runs = tuple(Run(run.number, run.recorded, run.ruling) for run in self.ledger.runs())
        past = _Past(self.ledger, case)
        return State(Shelf(case), runs, self.ledger.pending(), past.since, past.at)


class _Past:
    """A case as earlier runs left it; what is asked again is not worked out again."""

    def __init__(self, ledger: Ledger, now: Case) -> None:
        self._ledger = ledger
        self._now = now
        self.since = lru_cache(PAST)(self._since)
        self.at = lru_cache(PAST)(self._at)

    def _since(self, run: int) -> Changes:
        return changes(self._at(run).case, self._now)

    def _at(self, run: int) -> Shelf:
        return Shelf(self._ledger.at(run) if run else Case())


class Pages:
    """Rendered pages by what decides them; those asked for least recently go first."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._held: OrderedDict[Key, bytes] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, key: Key, make: Callable[[], bytes | None]) -> bytes | None:
        """The page under ``key``, made where it is not kept."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        if made is not None:
            self._keep(key, made)
        return made

    def _keep(self, key: Key, made: bytes) -> None:
        with self._lock:
            self._size += len(made) - len(self._held.pop(key, b""))
            self._held[key] = made
            while self._size > self._room:
                _, gone = self._held.popitem(last=False)
                self._size -= len(gone)
