"""Records read back without being decoded: they are decoded when they are asked for."""

from collections.abc import Iterator, Sequence
from sys import intern
from typing import Any

from sqlalchemy import Connection, select

from reportedly.model import Case
from reportedly.model.folded import Folded, Records, together

from .database import among
from .schema import records
from .shelves import KINDS, Standing, put_together

SOME = 500
"""Records that are fetched at once."""


def folded(connection: Connection, current: dict[str, Sequence[str]]) -> Case:
    """The case of the records that are ``current``, of which only the documents are decoded.

    For whoever goes through it once, such as an export. Of ``current`` nothing is left, since the
    digests alone would be much.
    """
    shelves: dict[str, Standing] = {}
    for kind, made in KINDS.items():
        shelf: Folded[Any] = Folded(made)
        owners = [_put(shelf, row) for row in _rows(connection, current.pop(kind, []))]
        shelves[kind] = Standing(Records.all(shelf), owners)
    documents = shelves["documents"]
    shelves["documents"] = Standing(tuple(documents.records), documents.owners)
    return put_together(shelves)


class Stock:
    """Records of one kind that stay folded in memory, each fetched once, for state after state."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._begin()

    def standing(self, connection: Connection, digests: Sequence[str], last: bool) -> Standing:
        """The records of one state; what only earlier ones had goes where it is much, if ``last``.

        A state that was given before keeps what it has.
        """
        if last and len(self._places) > 2 * len(digests) + SOME:
            self._begin()
        missing = [digest for digest in digests if digest not in self._places]
        for digest, row in zip(missing, _rows(connection, missing), strict=True):
            self._places[digest] = len(self._owners)
            self._owners.append(_put(self._shelf, row))
        places = [self._places[digest] for digest in digests]
        owners = [self._owners[place] for place in places]
        return Standing(Records(self._shelf, together(places)), owners)

    def _begin(self) -> None:
        self._shelf: Folded[Any] = Folded(KINDS[self._kind])
        self._owners: list[str | None] = []
        self._places: dict[str, int] = {}


_Row = tuple[str, str | None, str]


def _put(shelf: Folded[Any], row: _Row) -> str | None:
    """Put a record on its shelf; gives the document that it belongs to."""
    id_, document, body = row
    shelf.append(id_, body)
    return document and intern(document)


def _rows(connection: Connection, digests: Sequence[str]) -> Iterator[_Row]:
    """Id, document and body of the records, in the order of ``digests``."""
    chosen = select(records.c.digest, records.c.id, records.c.document, records.c.body)
    for at in range(0, len(digests), SOME):
        some = digests[at : at + SOME]
        where = among(connection, records.c.digest, some)
        found = {row[0]: row[1:] for row in connection.execute(chosen.where(where))}
        yield from (found[digest] for digest in some)
