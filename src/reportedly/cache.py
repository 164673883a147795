"""Readings kept in a folder, so that a text seen before is not read again.

A file is named by the SHA-256 of the document's record and of the reader that read it, trained
weights included: another text or another model never finds it. Its first line is the SHA-256 of
the rest; a file that is damaged counts as absent.
"""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

import cattrs

from reportedly.errors import UsageError
from reportedly.model import Document, Reading
from reportedly.model.plain import from_plain, to_json, to_plain


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

    def _path(self, document: Document) -> Path:
        told = to_json([self.reader, to_plain(document)])
        return self.folder / f"{_digest(told)}.json"


def _digest(told: str) -> str:
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
