"""The records of a case read back without being decoded, for whoever goes through it once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from reportedly.model import Case, Document, Reading
from reportedly.model.folded import Folded, Records

from .database import among
from .schema import records
from .shelves import KINDS, OF_READING, assembled

SOME = 500
"""Records that are fetched at once."""


def folded(connection: Connection, current: dict[str, Sequence[str]]) -> Case:
    """The case of the records that are ``current``, of which only the documents are decoded.

    Of ``current`` nothing is left, since the digests alone would be much.
    """
    shelves: dict[str, Records[Any]] = {}
    owners: dict[str, list[str | None]] = {}
    for kind, made in KINDS.items():
        shelf: Folded[Any] = Folded(made)
        owned = owners[kind] = []
        for id_, document, body in _rows(connection, current.pop(kind, [])):
            shelf.append(id_, body)
            owned.append(document)
        shelves[kind] = Records.all(shelf)
    documents = tuple(shelves["documents"])
    return assembled({**shelves, "documents": documents}, _readings(documents, shelves, owners))


def _rows(connection: Connection, digests: Sequence[str]) -> Iterator[tuple[str, str | None, str]]:
    """Id, document and body of the records, in the order of ``digests``."""
    chosen = select(records.c.digest, records.c.id, records.c.document, records.c.body)
    for at in range(0, len(digests), SOME):
        some = digests[at : at + SOME]
        where = among(connection, records.c.digest, some)
        found = {row[0]: row[1:] for row in connection.execute(chosen.where(where))}
        yield from (found[digest] for digest in some)


def _readings(
    documents: Iterable[Document],
    shelves: Mapping[str, Records[Any]],
    owners: Mapping[str, Iterable[str | None]],
) -> tuple[Reading, ...]:
    """A reading a document, its parts folded."""
    places: dict[str, dict[str | None, list[int]]] = {}
    for name in OF_READING:
        held = places[name] = {}
        for at, document in enumerate(owners[f"read {name}"]):
            held.setdefault(document, []).append(at)

    def part(name: str, document: str) -> Sequence[Any]:
        found = places[name].get(document)
        return Records(shelves[f"read {name}"].shelf, _together(found)) if found else ()

    return tuple(
        Reading(one.id, **{name: part(name, one.id) for name in OF_READING}) for one in documents
    )


def _together(places: Sequence[int]) -> Sequence[int]:
    """The same places, as a range where each is the one after the one before."""
    whole = range(places[0], places[-1] + 1)
    return whole if len(whole) == len(places) else tuple(places)
