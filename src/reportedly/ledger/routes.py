"""The part of a ledger that tells by which routes its reports came."""

import json
from collections.abc import Iterable

from sqlalchemy import Connection, select

from reportedly.model import Retrieval
from reportedly.model.plain import from_plain

from .database import among, batches, present
from .schema import records


def read_routes(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[Retrieval, ...]]:
    """The routes of those of ``ids`` that are reports of the ledger, as they were recorded."""
    held = present(connection, records.c.id, ids, records.c.kind == "documents")
    found: dict[str, tuple[Retrieval, ...]] = dict.fromkeys(held, ())
    for some in batches(found):
        chosen = select(records.c.document, records.c.body).where(
            records.c.kind == "retrievals", among(connection, records.c.document, some)
        )
        for document, body in connection.execute(chosen.order_by(records.c.digest)):
            found[document] += (from_plain(Retrieval, json.loads(body)),)
    return found
