"""The kept copies of a ledger, each checked against its SHA-256 as it is read."""

from collections import deque
from collections.abc import Iterator
from hashlib import sha256

from reportedly.model import Case, Retrieval, Skipped

from .store import Ledger


class Checked:
    """Gives the copies that a case leads to; ``flaws`` names those that are not what was kept."""

    def __init__(self, ledger: Ledger, case: Case) -> None:
        self._ledger = ledger
        self._names = _names(case)
        self._flaws: dict[str, str] = {}

    def __call__(self, hashed: str) -> bytes | None:
        """The bytes with this SHA-256; None, and a flaw, where there are none or others."""
        data = self._ledger.copy(hashed)
        if data is not None and sha256(data).hexdigest() == hashed:
            return data
        self._flaws[hashed] = (
            "its kept copy is missing" if data is None else "its kept copy was changed"
        )
        return None

    @property
    def flaws(self) -> tuple[Skipped, ...]:
        """Every report and route whose copy was asked for and is not what was kept."""
        return tuple(
            Skipped(name, f"{reason}: SHA-256 {hashed}")
            for hashed, reason in self._flaws.items()
            for name in self._names.get(hashed, (hashed,))
        )


def flaws(ledger: Ledger) -> tuple[Skipped, ...]:
    """Every report and route of a ledger whose copy is missing or was changed."""
    case = ledger.case()
    checked = Checked(ledger, case)
    deque(map(checked, _names(case)), maxlen=0)
    return checked.flaws


def _names(case: Case) -> dict[str, tuple[str, ...]]:
    """SHA-256 → the names of the reports and routes that it is the copy of."""
    found: dict[str, dict[str, None]] = {}
    for one in _copied(case):
        found.setdefault(one.sha256, {})[one.name] = None
    return {hashed: tuple(names) for hashed, names in found.items()}


def _copied(case: Case) -> Iterator[Retrieval]:
    yield from map(Retrieval.of, case.documents)
    yield from case.retrievals
