"""What was worked out before, kept by content, so that what did not change is not done again.

A key is the SHA-256 of everything that decides a result: what is compared, and the program that
compares it. A result found under its key is therefore the one that would be worked out; a memory
only ever saves time and can be thrown away.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Protocol


class Recall(Protocol):
    """Has plain data (lists, strings, numbers) by kind and key."""

    def recall(self, kind: str, keys: Collection[str]) -> dict[str, Any]:
        """What is kept under each of ``keys``; a key under which nothing is kept is left out."""


class Memory(Recall, Protocol):
    """Keeps plain data by kind and key; a ledger does between runs."""

    def known(self, kind: str, keys: Collection[str]) -> set[str]:
        """Those of ``keys`` under which something is kept, though it may not come back."""

    def elsewhere(self) -> Recall:
        """The same for other processes, which only ask; it can be pickled."""

    def remember(self, kind: str, found: Mapping[str, Any], current: Collection[str]) -> None:
        """Keep what was ``found`` by key; what is under no key of ``current`` can be forgotten."""

    def keep(self, kind: str, found: Mapping[str, Any]) -> None:
        """Keep what was ``found`` by key, beside all else of this kind."""


class Forgetful:
    """Keeps nothing."""

    def known(self, kind: str, keys: Collection[str]) -> set[str]:
        """None is."""
        del kind, keys
        return set()

    def elsewhere(self) -> "Forgetful":
        """As little."""
        return self

    def recall(self, kind: str, keys: Collection[str]) -> dict[str, Any]:
        """Nothing is known of any key."""
        del kind, keys
        return {}

    def remember(self, kind: str, found: Mapping[str, Any], current: Collection[str]) -> None:
        """Nothing is kept."""

    def keep(self, kind: str, found: Mapping[str, Any]) -> None:
        """Nothing is kept."""


class Noting:
    """Asks another memory, and holds what is to be kept for whoever writes it there.

    ``found`` is that, by kind and key; ``current``: keys by kind under which something counts.
    """

    def __init__(self, before: Recall) -> None:
        self._before = before
        self.found: dict[str, dict[str, Any]] = {}
        self.current: dict[str, set[str]] = {}

    def elsewhere(self) -> Recall:
        """What is asked; what is noted here is not known there."""
        return self._before

    def known(self, kind: str, keys: Collection[str]) -> set[str]:
        """Those of ``keys`` under which the other memory keeps something."""
        return set(self.recall(kind, keys))

    def recall(self, kind: str, keys: Collection[str]) -> dict[str, Any]:
        """What the other memory keeps."""
        return self._before.recall(kind, keys)

    def remember(self, kind: str, found: Mapping[str, Any], current: Collection[str]) -> None:
        """Note what was ``found``, and what counts now besides."""
        self.keep(kind, found)
        self.current.setdefault(kind, set()).update(current)

    def keep(self, kind: str, found: Mapping[str, Any]) -> None:
        """Note what was ``found``."""
        self.found.setdefault(kind, {}).update(found)


def key_of(content: object) -> str:
    """The key of ``content`` (plain data): 32 hex digits."""
    rows = json.dumps(content, separators=(",", ":"))
    return hashlib.sha256(f"{_program()}{rows}".encode()).hexdigest()[:32]


@cache
def _program() -> str:
    """The hash of this stage's code, word lists and models: a change makes what is kept void."""
    made = hashlib.sha256()
    for model in ("words", "comparison"):
        made.update((files("reportedly") / f"models/{model}/model.json").read_bytes())
    for package in ("reportedly.claims", "reportedly.lexicons", "reportedly.lexicons.en"):
        for path in sorted(files(package).iterdir(), key=lambda path: path.name):
            if path.name.endswith((".py", ".toml")):
                made.update(path.read_bytes())
    return made.hexdigest()
