"""Records read back without being decoded: they are decoded when they are asked for."""

from collections.abc import Iterator, Sequence
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
        for row in _rows(connection, current.pop(kind, [])):
            shelf.append(*row)
        shelves[kind] = Standing(Records.all(shelf), shelf.owners)
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
            self._places[digest] = len(self._shelf.ids)
            self._shelf.append(*row)
        places = [self._places[digest] for digest in digests]
        owners = [self._shelf.owners[place] for place in places]
        return Standing(Records(self._shelf, together(places)), owners)

    def _begin(self) -> None:
        self._shelf: Folded[Any] = Folded(KINDS[self._kind])
        self._places: dict[str, int] = {}


_Row = tuple[str, str, str | None]


def _rows(connection: Connection, digests: Sequence[str]) -> Iterator[_Row]:
    """Id, body and document of the records, in the order of ``digests``."""
    chosen = select(records.c.digest, records.c.id, records.c.body, records.c.document)
    for at in range(0, len(digests), SOME):
        some = digests[at : at + SOME]
        where = among(connection, records.c.digest, some)
        found = {row[0]: row[1:] for row in connection.execute(chosen.where(where))}
        yield from (found[digest] for digest in some)
