"""The part of a ledger that only saves time: results kept under the hash of what decides them."""

import json
import zlib
from collections.abc import Collection, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, select

from .database import Database, among, batches, insert_all, present
from .schema import memory


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the ledger at ``address`` keeps, for a process that has not opened it."""

    address: str = field(repr=False)

    def recall(self, kind: str, keys: Collection[str]) -> dict[str, Any]:
        """What is kept under each of ``keys``; the ledger is open while that is read."""
        with closing(Database(self.address)) as database:
            return Remembered(database).recall(kind, keys)


class Remembered:
    """Plain data by kind and key, in the ledger that ``database`` holds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def elsewhere(self) -> Elsewhere:
        """The same for other processes, which only ask."""
        return Elsewhere(self._database.address)

    def known(self, kind: str, keys: Collection[str]) -> set[str]:
        """Those of ``keys`` under which something is kept, though it may not come back."""
        with self._database.reading() as connection:
            return set(present(connection, memory.c.key, keys, memory.c.kind == kind))

    def recall(self, kind: str, keys: Collection[str]) -> dict[str, Any]:
        """What is kept under each of ``keys``; what cannot be read back counts as not kept."""
        found: dict[str, Any] = {}
        with self._database.reading() as connection:
            for some in batches(keys):
                rows = select(memory.c.key, memory.c.body).where(
                    memory.c.kind == kind, among(connection, memory.c.key, some)
                )
                found |= {key: _read(body) for key, body in connection.execute(rows)}
        return {key: value for key, value in found.items() if value is not None}

    def remember(self, kind: str, found: Mapping[str, Any], current: Collection[str]) -> None:
        """Keep what was ``found``, and nothing of this kind that is under no key of ``current``."""
        with self._database.writing() as connection:
            held = set(connection.scalars(select(memory.c.key).where(memory.c.kind == kind)))
            for some in batches((held - set(current)) | (held & found.keys())):
                _forget(connection, kind, some)
            _insert(connection, kind, found)

    def keep(self, kind: str, found: Mapping[str, Any]) -> None:
        """Keep what was ``found`` beside all else of this kind."""
        with self._database.writing() as connection:
            write(connection, kind, found)


def write(connection: Connection, kind: str, found: Mapping[str, Any]) -> None:
    """Keep what was ``found``, in the transaction of ``connection``."""
    for some in batches(found):
        _forget(connection, kind, some)
    _insert(connection, kind, found)


def _forget(connection: Connection, kind: str, keys: list[str]) -> None:
    chosen = memory.c.kind == kind, among(connection, memory.c.key, keys)
    connection.execute(delete(memory).where(*chosen))


def _insert(connection: Connection, kind: str, found: Mapping[str, Any]) -> None:
    rows = [
        {"kind": kind, "key": key, "body": zlib.compress(json.dumps(value).encode())}
        for key, value in sorted(found.items())
    ]
    insert_all(connection, memory, rows)


def _read(body: bytes) -> Any:  # noqa: ANN401 (JSON has no closed type)
    try:
        return json.loads(zlib.decompress(body))
    except (zlib.error, ValueError):
        return None
