"""The part of a ledger that waits: what was taken in and no run holds yet."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, delete, func, select

from reportedly.model import Document, Kept, Retrieval, Skipped
from reportedly.model.plain import from_plain, to_json, to_plain

from .database import Database, among, batches, insert_all, present
from .given import keep_given
from .remembered import Remembered, write
from .schema import copies, memory, records, taken
from .shelves import row

_BATCH = 500

Came = Kept | Skipped


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a run, in the order in which it came; ``digests`` name its rows."""

    documents: tuple[Document, ...]
    retrievals: tuple[Retrieval, ...]
    skipped: tuple[Skipped, ...]
    digests: tuple[str, ...]


class Taken:
    """What was taken in and waits, in the ledger that ``database`` holds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, came: Sequence[Came], files: Mapping[str, Any] | None = None) -> None:
        """Take in what came, in one transaction: raw bytes, readings, what is new, and ``files``.

        Nothing waits that a run holds already, or that waits already. ``files`` are remembered as
        files of which all that they hold has been taken in, by a key that no other content has.
        """
        with self._database.writing() as connection:
            kept = [one for one in came if isinstance(one, Kept)]
            keep_copies(connection, kept)
            keep_given(connection, kept)
            rows = {_digest(body): body for body in _new(connection, came)}
            fresh = _without(rows, present(connection, taken.c.digest, rows))
            last = connection.scalar(select(func.max(taken.c.number))) or 0
            insert_all(connection, taken, [
                {"digest": digest, "number": number, "body": body}
                for number, (digest, body) in enumerate(fresh.items(), last + 1)
            ])  # fmt: skip
            write(connection, "file", files or {})

    def files(self, keys: Collection[str]) -> dict[str, Any]:
        """What is remembered of files that were taken in, by their keys."""
        return Remembered(self._database).recall("file", keys)

    def waits(self) -> bool:
        """Whether anything waits."""
        with self._database.reading() as connection:
            return connection.scalar(select(taken.c.number).limit(1)) is not None

    def reports(self) -> int:
        """How many reports wait, each by each of its routes."""
        document = taken.c.body.startswith('{"document"')
        with self._database.reading() as connection:
            chosen = select(func.count()).select_from(taken).where(document)
            return connection.scalar(chosen) or 0

    def waiting(self) -> Waiting:
        """All that waits now."""
        documents, retrievals, skipped, digests = [], [], [], []
        with self._database.reading() as connection:
            for digest, body in _rows(connection):
                plain = json.loads(body)
                digests.append(digest)
                if "skipped" in plain:
                    skipped.append(from_plain(Skipped, plain["skipped"]))
                else:
                    documents.append(from_plain(Document, plain["document"]))
                    retrievals.append(from_plain(Retrieval, plain["retrieval"]))
        return Waiting(tuple(documents), tuple(retrievals), tuple(skipped), tuple(digests))


def keep_copies(connection: Connection, kept: Sequence[Kept]) -> None:
    """Keep the raw bytes of each route; bytes that are kept already are left alone."""
    found = {one.retrieval.sha256: one.raw for one in kept}
    fresh = _without(found, present(connection, copies.c.sha256, found))
    rows = [{"sha256": hashed, "bytes": raw} for hashed, raw in fresh.items()]
    insert_all(connection, copies, rows)


def end(connection: Connection, digests: Sequence[str]) -> None:
    """What a run holds now waits no longer; once nothing does, no reading is kept for it."""
    for some in batches(digests):
        connection.execute(delete(taken).where(among(connection, taken.c.digest, some)))
    if not connection.scalar(select(func.count()).select_from(taken)):
        connection.execute(delete(memory).where(memory.c.kind == "reading"))


def _new(connection: Connection, came: Sequence[Came]) -> Iterator[str]:
    """The rows of what no run holds."""
    known = set(present(connection, records.c.digest, [d for one in came for d in _digests(one)]))
    told = [one for one in came if isinstance(one, Kept) and _digests(one)[0] in known]
    own = set(_own_routes(connection, [one.document.id for one in told]))
    for one in came:
        if isinstance(one, Skipped):
            if not known.issuperset(_digests(one)):
                yield to_json({"skipped": to_plain(one)})
            continue
        route, document = _digests(one)
        of = one.document.id, one.retrieval.name, one.retrieval.sha256
        # By a further route a document is never recorded; by its own it may tell more by now.
        if route not in known or (document not in known and of in own):
            parts = {"document": one.document, "retrieval": one.retrieval}
            yield to_json({name: to_plain(part) for name, part in parts.items()})


def _digests(one: Came) -> tuple[str, ...]:
    """What the records are called that it would be."""
    if isinstance(one, Skipped):
        return (row("skipped", one).digest,)
    return row("retrievals", one.retrieval).digest, row("documents", one.document).digest


def _own_routes(connection: Connection, ids: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Id, name and SHA-256 of documents as runs hold them."""
    for some in batches(ids):
        chosen = select(records.c.body).where(
            records.c.kind == "documents", among(connection, records.c.id, some)
        )
        for body in connection.scalars(chosen):
            plain = json.loads(body)
            yield plain["id"], plain["name"], plain["sha256"]


def _rows(connection: Connection) -> Iterator[tuple[str, str]]:
    last = 0
    chosen = select(taken.c.number, taken.c.digest, taken.c.body).order_by(taken.c.number)
    while rows := connection.execute(chosen.where(taken.c.number > last).limit(_BATCH)).all():
        yield from ((digest, body) for _, digest, body in rows)
        last = rows[-1][0]


def _without(rows: Mapping[str, Any], known: Iterable[str]) -> dict[str, Any]:
    left = set(known)
    return {name: value for name, value in rows.items() if name not in left}


def _digest(body: str) -> str:
    return sha256(body.encode()).hexdigest()[:32]
