"""What was gathered before, kept by content, so that what did not change is not gathered again.

A key is the SHA-256 of everything that decides a result: the statements compared, with their
words, and the program that compares them. A result found under its key is therefore the one that
would be worked out; a memory only ever saves time and can be thrown away.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Protocol

from reportedly.claims.tellings import Telling

Groups = list[list[int]]
"""Positions of the statements of each group, the one in its middle first."""


class Memory(Protocol):
    """Keeps groups under a key; a ledger keeps them between runs."""

    def recall(self, keys: Iterable[str]) -> dict[str, Groups]:
        """What is kept under each of ``keys``; a key that nothing is kept under is left out."""

    def remember(self, found: dict[str, Groups]) -> None:
        """Keep the groups under their keys."""


class Forgetful:
    """Keeps nothing."""

    def recall(self, keys: Iterable[str]) -> dict[str, Groups]:
        """Nothing is known of any key."""
        del keys
        return {}

    def remember(self, found: dict[str, Groups]) -> None:
        """Nothing is kept."""


def key_of(told: Sequence[Telling]) -> str:
    """The key of the statements of one field, in their order."""
    rows = json.dumps([_row(telling) for telling in told], separators=(",", ":"))
    return hashlib.sha256(f"{_program()}{rows}".encode()).hexdigest()[:32]


def _row(telling: Telling) -> list[object]:
    """All that comparing reads of a statement."""
    s = telling.statement
    return [
        s.id, telling.document.published, telling.document.id, telling.words, telling.story,
        [(span.start, span.end) for span in (*s.spans, s.predicate)],
        s.event, s.mode, s.stance,
        [(a.role, a.name, a.country, a.span.start, a.span.end) for a in s.actors],
        s.place and s.place.name, s.time and (s.time.first, s.time.last),
        s.quantity and (s.quantity.low, s.quantity.best, s.quantity.high, s.quantity.unit),
    ]  # fmt: skip


@cache
def _program() -> str:
    """The hash of this stage's own code and word lists: a change makes all that is kept void."""
    made = hashlib.sha256()
    for package, ending in (("reportedly.claims", ".py"), ("reportedly.lexicons.en", ".toml")):
        for path in sorted(files(package).iterdir(), key=lambda path: path.name):
            if path.name.endswith(ending):
                made.update(path.read_bytes())
    return made.hexdigest()
