"""Records read back: each once, where a ledger is held open for long."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from reportedly.model import Case
from reportedly.model.plain import from_plain

from .database import among, batches
from .folding import Stock
from .schema import records
from .shelves import KINDS, OF_READING, Standing, put_together

MANY = 20_000
"""Reports up to which all records stay decoded in a ledger that is held open."""

FOLDED = ("retrievals", "read attributions", "read statements", "links")
"""Kinds that are folded where there are more: half of all that is told, and asked for one by one.

Decoded they take ten times as much memory, and most of the time in which a ledger is read back.
"""

READ = tuple(f"read {name}" for name in OF_READING)
"""Kinds that are folded there for whoever works all out anew."""


@dataclass(frozen=True, slots=True)
class _Held:
    document: str | None
    record: Any


class Decoded:
    """Records by digest. A digest never means anything else, so nothing here goes stale.

    One thread at a time.
    """

    def __init__(self, keeping: bool) -> None:
        self._keeping = keeping
        self._held: dict[str, _Held] = {}
        self._folded = {kind: Stock(kind) for kind in {*FOLDED, *READ}}

    def case(
        self, connection: Connection, current: Mapping[str, Sequence[str]], last: bool = True
    ) -> Case:
        """The case of the records that are ``current``; of the ``last`` run they are kept."""
        return self._case(connection, current, FOLDED if self._keeping else (), last)

    def read(self, connection: Connection, current: Mapping[str, Sequence[str]]) -> Case:
        """The same for whoever works out anew what is across reports."""
        return self._case(connection, current, READ, last=False)

    def _case(
        self, connection: Connection, current: Mapping[str, Sequence[str]],
        folded: Sequence[str], last: bool,
    ) -> Case:  # fmt: skip
        apart = folded if len(current.get("documents", ())) > MANY else ()
        whole = [kind for kind in KINDS if kind not in apart]
        digests = {digest for kind in whole for digest in current.get(kind, ())}
        found = self._found(connection, digests)
        if last and self._keeping:
            self._held = {digest: found[digest] for digest in digests}
        shelves = {kind: _standing([found[d] for d in current.get(kind, ())]) for kind in whole}
        for kind in apart:
            shelves[kind] = self._folded[kind].standing(connection, current.get(kind, ()), last)
        return put_together(shelves)

    def _found(self, connection: Connection, digests: Collection[str]) -> Mapping[str, _Held]:
        missing = [digest for digest in digests if digest not in self._held]
        return self._held | _fetched(connection, missing) if missing else self._held


def _standing(held: Sequence[_Held]) -> Standing:
    return Standing(tuple(one.record for one in held), [one.document for one in held])


def _fetched(connection: Connection, digests: Iterable[str]) -> dict[str, _Held]:
    found: dict[str, _Held] = {}
    for some in batches(digests):
        chosen = select(records).where(among(connection, records.c.digest, some))
        for row in connection.execute(chosen).mappings():
            found[row["digest"]] = _read(row["kind"], row["document"], row["body"])
    return found


def _read(kind: str, document: str | None, body: str) -> _Held:
    plain: Any = json.loads(body)
    return _Held(document, from_plain(KINDS[kind], plain))
