"""Records read back: each once, where a ledger is held open for long."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from reportedly.model import Case
from reportedly.model.plain import from_plain

from .database import among, batches
from .schema import records
from .shelves import KINDS, Held, put_together


class Decoded:
    """Records by digest. A digest never means anything else, so nothing here goes stale.

    One thread at a time.
    """

    def __init__(self, keeping: bool) -> None:
        self._keeping = keeping
        self._held: dict[str, Held] = {}

    def case(
        self, connection: Connection, current: Mapping[str, Sequence[str]], last: bool = True
    ) -> Case:
        """The case of the records that are ``current``; of the ``last`` run they are kept."""
        digests = {digest for shelf in current.values() for digest in shelf}
        found = self._found(connection, digests)
        if last and self._keeping:
            self._held = {digest: found[digest] for digest in digests}
        return put_together({kind: [found[d] for d in current.get(kind, [])] for kind in KINDS})

    def _found(self, connection: Connection, digests: Collection[str]) -> Mapping[str, Held]:
        missing = [digest for digest in digests if digest not in self._held]
        return self._held | _fetched(connection, missing) if missing else self._held


def _fetched(connection: Connection, digests: Iterable[str]) -> dict[str, Held]:
    found: dict[str, Held] = {}
    for some in batches(digests):
        chosen = select(records).where(among(connection, records.c.digest, some))
        for row in connection.execute(chosen).mappings():
            found[row["digest"]] = _read(row["kind"], row["document"], row["body"])
    return found


def _read(kind: str, document: str | None, body: str) -> Held:
    plain: Any = json.loads(body)
    return Held(document, from_plain(KINDS[kind], plain))
