"""The part of a ledger that keeps readings which came with their reports."""

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from sqlalchemy import Connection, func, select

from reportedly.model import Given, Kept, Reading
from reportedly.model.plain import from_plain, to_json, to_plain

from .database import Database, among, batches, insert_all
from .schema import given


class GivenReadings:
    """Readings that were given and not made here, in the ledger that ``database`` holds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, ids: Iterable[str]) -> dict[str, Given]:
        """Which reports have one, by their ids: the one that was given last."""
        with self._database.reading() as connection:
            return {one.document: one for one in _last(connection, ids)}

    def readings(self, found: Iterable[Given]) -> dict[str, Reading]:
        """The readings themselves, by the ids of their reports."""
        wanted = {one.document: one.sha256 for one in found}
        held: dict[str, Reading] = {}
        with self._database.reading() as connection:
            for some in batches(wanted):
                chosen = select(given.c.document, given.c.sha256, given.c.body)
                for document, hashed, body in connection.execute(
                    chosen.where(among(connection, given.c.document, some))
                ):
                    if wanted[document] == hashed:
                        held[document] = from_plain(Reading, json.loads(body))
        return held


def keep_given(connection: Connection, came: Sequence[Kept]) -> None:
    """Keep the readings that came with reports, each after those that came before."""
    fresh = {one.document.id: one for one in came if one.reading is not None}
    last = {one.document: one.sha256 for one in _last(connection, fresh)}
    number = connection.scalar(select(func.max(given.c.number))) or 0
    rows = []
    for id_, one in fresh.items():
        body = to_json(to_plain(one.reading))
        hashed = sha256(body.encode()).hexdigest()
        if last.get(id_) != hashed:
            number += 1
            rows.append({
                "number": number, "document": id_, "sha256": hashed,
                "name": one.given or one.retrieval.name,
                "body": body,
            })  # fmt: skip
    insert_all(connection, given, rows)


def _last(connection: Connection, ids: Iterable[str]) -> Iterator[Given]:
    for some in batches(ids):
        numbers = select(func.max(given.c.number)).where(among(connection, given.c.document, some))
        chosen = select(given.c.document, given.c.name, given.c.sha256).where(
            given.c.number.in_(numbers.group_by(given.c.document))
        )
        for row in connection.execute(chosen):
            yield Given(*row)
