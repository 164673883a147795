"""Readings kept in a folder or in a ledger, so that a text seen before is not read again.

A reading is named by the SHA-256 of the document's record and of the reader that read it, trained
weights included: another text or another model never finds it. The first line of a file is the
SHA-256 of the rest; a file that is damaged counts as absent.
"""

import hashlib
import json
import os
import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, Self

import cattrs

from reportedly.errors import UsageError
from reportedly.model import Document, Reading
from reportedly.model.plain import from_plain, to_json, to_plain

MOST = 50
"""Readings that are kept at once in a ledger."""

LONGEST = 1.0
"""Seconds after which what was read is kept there, however little it is."""


class Memory(Protocol):
    """What a ledger keeps to save time."""

    def recall(self, kind: str, keys: Collection[str]) -> dict[str, Any]:
        """What is kept under each of ``keys``."""

    def keep(self, kind: str, found: Mapping[str, Any]) -> None:
        """Keep what was ``found`` beside all else of this kind."""


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of readings made by ``reader``."""

    folder: Path
    reader: str

    @classmethod
    def at(cls, folder: Path, reader: str) -> "Cache":
        """The cache in ``folder``, made where there is none; UsageError where it cannot be."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{folder}: no folder for readings ({error.strerror})") from error
        return cls(folder, reader)

    def find(self, documents: Iterable[Document]) -> dict[str, Reading]:
        """What is kept of ``documents``, by their ids."""
        return {d.id: kept for d in documents if (kept := self.get(d))}

    def get(self, document: Document) -> Reading | None:
        """What was read in ``document``; None where that is not kept."""
        try:
            digest, _, told = self._path(document).read_text(encoding="utf-8").partition("\n")
            whole = digest == _digest(told)
            return from_plain(Reading, json.loads(told)) if whole else None
        except (OSError, ValueError, cattrs.BaseValidationError):
            return None

    def put(self, document: Document, reading: Reading) -> None:
        """Keep a reading; a crash leaves either all of it or nothing."""
        path = self._path(document)
        begun = path.with_suffix(f".{os.getpid()}")
        try:
            told = to_json(to_plain(reading))
            begun.write_text(f"{_digest(told)}\n{told}", encoding="utf-8", newline="")
            begun.replace(path)
        except OSError as error:
            raise UsageError(f"{path}: cannot be written ({error.strerror})") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Every reading is kept already."""

    def _path(self, document: Document) -> Path:
        return self.folder / f"{_name(self.reader, document)}.json"


class Remembering:
    """Readings by ``reader`` in the memory of a ledger, which forgets them once a run holds them.

    Some are kept at once: whoever is killed loses those of the last seconds, and whoever stops
    otherwise none.
    """

    def __init__(self, memory: Memory, reader: str) -> None:
        self._memory, self._reader = memory, reader
        self._made: dict[str, Any] = {}
        self._begun = time.monotonic()

    def find(self, documents: Iterable[Document]) -> dict[str, Reading]:
        """What is kept of ``documents``, by their ids."""
        names = {_name(self._reader, d)[:32]: d.id for d in documents}
        found = self._memory.recall("reading", names)
        return {names[name]: from_plain(Reading, plain) for name, plain in found.items()}

    def put(self, document: Document, reading: Reading) -> None:
        """Keep a reading, now or with those after it."""
        self._made[_name(self._reader, document)[:32]] = to_plain(reading)
        if len(self._made) >= MOST or time.monotonic() - self._begun > LONGEST:
            self._keep()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._keep()

    def _keep(self) -> None:
        if self._made:
            self._memory.keep("reading", self._made)
        self._made, self._begun = {}, time.monotonic()


def _name(reader: str, document: Document) -> str:
    return _digest(to_json([reader, to_plain(document)]))


def _digest(told: str) -> str:
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
