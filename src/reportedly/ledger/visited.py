"""The part of a ledger that remembers addresses: of each the last visit."""

from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import Connection, delete, select

from reportedly.model import Visit

from .database import among, batches, insert_all
from .schema import visits


def read_visits(connection: Connection) -> dict[str, Visit]:
    """The last visit of each address that was fetched with success."""
    columns = (visits.c.url, visits.c.etag, visits.c.modified, visits.c.sha256, visits.c.at)
    rows = connection.execute(select(*columns).order_by(visits.c.url))
    return {row.url: Visit(*row) for row in rows}


def write_visits(connection: Connection, made: Iterable[Visit]) -> None:
    """Keep visits in the place of earlier ones of the same addresses; the last one given counts."""
    last = {visit.url: visit for visit in made}
    for urls in batches(last):
        connection.execute(delete(visits).where(among(connection, visits.c.url, urls)))
        insert_all(connection, visits, [asdict(last[url]) for url in urls])
