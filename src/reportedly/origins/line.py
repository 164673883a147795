"""The last reports of many that are not known to be later than another one."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import accumulate, islice
from typing import Literal, TypeVar

from reportedly.model import Document

from .clock import earlier, moment

_Date = TypeVar("_Date", str, datetime)
_Kind = Literal["undated", "day", "time", "unreadable"]
"""How a report is dated, which decides by what :func:`earlier` compares it."""


class Line:
    """Reports in some order, mostly that of their dates.

    The nearer their order is to that of their dates, the less an answer looks at; nothing else
    depends on it.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = tuple(documents)
        self._kinds: dict[_Kind, list[int]] = {}
        for place, document in enumerate(self._documents):
            self._kinds.setdefault(_kind(document), []).append(place)
        dated = {kind: [self._dated(at) for at in places] for kind, places in self._kinds.items()}
        self._days = {kind: _least([day[:10] for day in days]) for kind, days in dated.items()}
        self._moments = _least([at for day in dated.get("time", ()) if (at := moment(day))])

    def _dated(self, place: int) -> str:
        return self._documents[place].published or ""

    def last(self, own: Document, most: int) -> list[Document]:
        """The last ``most`` that ``own`` is not :func:`earlier` than, without itself, in order."""
        found = [place for kind in self._kinds for place in islice(self._passing(own, kind), most)]
        return [self._documents[place] for place in sorted(found)[-most:]]

    def _passing(self, own: Document, kind: _Kind) -> Iterator[int]:
        """Places of reports that are dated in one way, from the last on."""
        places = self._kinds[kind]
        for at in range(self._reach(own, kind) - 1, -1, -1):
            other = self._documents[places[at]]
            if other.id != own.id and earlier(own, other) is not True:
                yield places[at]

    def _reach(self, own: Document, kind: _Kind) -> int:
        """How many of a kind, from the first on, may pass: all after them are later reports."""
        published, kinds = own.published or "", {kind, _kind(own)}
        if "undated" not in kinds and "day" in kinds:
            return bisect_right(self._days[kind], published[:10])
        at = moment(published) if kinds == {"time"} else None
        return bisect_right(self._moments, at) if at else len(self._kinds[kind])


def _kind(document: Document) -> _Kind:
    if document.published is None:
        return "undated"
    if len(document.published) <= 10:
        return "day"
    return "time" if moment(document.published) else "unreadable"


def _least(held: Sequence[_Date]) -> list[_Date]:
    """The least of each and all that follow it."""
    return list(accumulate(reversed(held), min))[::-1]


__all__ = ["Line"]
