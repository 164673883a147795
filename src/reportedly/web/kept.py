"""The ledger as the server holds it: one state in memory, renewed when the ledger has moved."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from reportedly.ledger import Ledger, Mark, changes
from reportedly.model import Case, Changes
from reportedly.views.pages import Run, State
from reportedly.views.shelf import Shelf

ROOM = 48_000_000
"""Bytes of rendered pages that are kept."""

Key = tuple[object, ...]


class Kept:
    """What pages are made from. Any number of threads may ask it at once."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._lock = Lock()
        self._mark: Mark | None = None
        self._state: State | None = None
        self._since: dict[int, Changes] = {}

    def state(self) -> tuple[Mark, State]:
        """The ledger as it is now; it is read again only where it has moved."""
        mark = self.ledger.mark()
        with self._lock:
            if self._state is None or mark != self._mark:
                self._state, self._since = self._read(), {}
                self._mark = mark
            return mark, self._state

    def _read(self) -> State:
        case = self.ledger.case()
        runs = tuple(Run(run.number, run.recorded) for run in self.ledger.runs())
        return State(Shelf(case), runs, self.ledger.pending(), lambda run: self._changes(run))

    def _changes(self, run: int) -> Changes:
        """What came after a run: one answer is worked out once for each state."""
        held = self._since.get(run)
        if held is None:
            assert self._state is not None
            held = changes(self.ledger.at(run) if run else Case(), self._state.shelf.case)
            self._since[run] = held
        return held


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
