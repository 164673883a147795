"""Readings less what rulings hide, for formats that have no word for hidden."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reportedly.model import Document, Reading
from reportedly.shelf import Shelf

_KINDS = ("attributions", "statements", "causes", "questions", "conflicts")


def shown(reading: Reading, hidden: frozenset[str]) -> Reading:
    """A reading less the records that are hidden."""
    left: Any = {
        kind: tuple(one for one in getattr(reading, kind) if one.id not in hidden)
        for kind in _KINDS
    }
    return replace(reading, **left)


def readings(shelf: Shelf) -> Iterator[tuple[Document, Reading]]:
    """Every report with what it is read to say, as people corrected it."""
    for document in shelf.case.documents:
        yield document, shown(shelf.readings[document.id], shelf.hidden)
