"""Brat standoff: ``NAME.txt`` beside ``NAME.ann`` (0-based, end-exclusive code points).

What an annotation stands for is told in :mod:`reportedly.standoff`; here it becomes lines. A
text-bound annotation never crosses a line break in brat, so a span that does is given as
fragments, one a line. The format: https://brat.nlplab.org/standoff.html
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import Any

from reportedly.model import Case, Conflict, Document, Reading, Spans, cut
from reportedly.model.plain import to_json, to_plain
from reportedly.shelf import Shelf
from reportedly.standoff import (
    DIGITS,
    RECORD,
    TYPES,
    Marked,
    Record,
    fragments,
    marked,
)

from .bratconf import configured
from .escaping import escaped
from .holdings import Copy
from .naming import named
from .packed import Member, packed
from .shown import readings

_ABOUT = (
    "url", "publisher", "byline", "published", "retrieved", "title", "language", "syndicated",
    "canonical",
)  # fmt: skip


def archive(case: Case, copy: Copy) -> Iterator[bytes]:
    """A ZIP of one folder for brat: the reports, their annotations, and both configurations."""
    del copy
    yield from packed(_members(Shelf(case)))


def brat(document: Document, reading: Reading) -> str:
    """The ``.ann`` file: an event for every record, its attributes, its note, and relations."""
    return "".join(f"{line}\n" for line in _Page(document.text).lines(reading))


def about(document: Document) -> str:
    """The ``.json`` file: what the report states about itself, which brat has no place for.

    One row of a table as ``reportedly add`` reads it.
    """
    row = {name: found for name in _ABOUT if (found := getattr(document, name))}
    if document.signed:  # its publisher is read in its text again
        row.pop("publisher", None)
    if document.links:
        row["links"] = [link.url for link in document.links]
    return f"{escaped(to_json(row))}\n"


def standoff(pairs: Iterable[tuple[Document, Reading]]) -> Iterator[tuple[str, str]]:
    """The files of one folder by their names: three for each report, then the configurations."""
    events: set[str] = set()
    codes: set[str] = set()
    for document, reading in pairs:
        name = named(document)
        yield f"{name}.txt", document.text
        yield f"{name}.ann", brat(document, reading)
        yield f"{name}.json", about(document)
        events.update(s.event for s in reading.statements)
        codes.update(s.code for s in reading.statements if s.code)
    yield from configured(events, codes)


def _members(shelf: Shelf) -> Iterator[Member]:
    for name, text in standoff(readings(shelf)):
        yield name, (text.encode("utf-8", "replace"),)


def _standing(text: str, reading: Reading) -> dict[str, Marked]:
    """Records that brat can hold, by id.

    One whose voice cannot be shown is left out with it: without it, its words would be the
    author's.
    """
    kinds: tuple[Sequence[Record], ...] = (
        reading.attributions, reading.statements, reading.causes, reading.questions,
    )  # fmt: skip
    found = {r.id: made for kind in kinds for r in kind if (made := marked(text, r))}
    while gone := [id_ for id_, made in found.items() if made.tie and made.tie not in found]:
        for id_ in gone:
            del found[id_]
    return found


class _Page:
    """The lines of one file; their numbers go up, and the same characters are marked once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._texts: dict[tuple[str, Spans], str] = {}
        self._events: dict[str, str] = {}
        self._numbers = dict.fromkeys("ERA#", 0)

    def lines(self, reading: Reading) -> Iterator[str]:
        held = _standing(self._text, reading)
        for id_ in held:
            self._events[id_] = self._next("E")
        for id_, made in held.items():
            yield from self._record(self._events[id_], made)
        for conflict in reading.conflicts:
            yield from self._conflict(conflict)

    def _record(self, event: str, made: Marked) -> Iterator[str]:
        told = yield from self._marks(made.kind, made.trigger)
        arguments = ""
        for role, spans in made.roles.items():
            found = yield from self._marks(TYPES[role.rstrip(DIGITS)], spans)
            arguments += f" {role}:{found}" if found else ""
        yield f"{event}\t{made.kind}:{told}{arguments}"
        for name, value in made.values.items():
            yield f"{self._next('A')}\t{name} {event} {value}".rstrip(" ")
        if made.tie:
            kind = "Within" if made.kind == "Cue" else "SaidBy"
            yield f"{self._next('R')}\t{kind} Arg1:{event} Arg2:{self._events[made.tie]}"
        yield self._note(event, to_plain(made.note))

    def _marks(self, kind: str, spans: Spans) -> Generator[str, None, str]:
        """A line for characters that have none yet; gives their number, if there are any."""
        found = fragments(self._text, spans)
        if not found:
            return ""
        if (kind, found) not in self._texts:
            self._texts[kind, found] = number = f"T{len(self._texts) + 1}"
            at = ";".join(f"{s.start} {s.end}" for s in found)
            yield f"{number}\t{kind} {at}\t{cut(self._text, found)}"
        return self._texts[kind, found]

    def _conflict(self, conflict: Conflict) -> Iterator[str]:
        """A relation between two statements; it is left out where one of them is."""
        ends = [self._events.get(name) for name in conflict.statements]
        if all(ends):
            number = self._next("R")
            yield f"{number}\tConflict Arg1:{ends[0]} Arg2:{ends[1]}"
            yield self._note(number, to_plain(conflict))

    def _note(self, of: str, held: dict[str, Any]) -> str:
        told = {k: v for k, v in held.items() if v is not None and v not in (False, [], {})}
        return f"{self._next('#')}\t{RECORD} {of}\t{escaped(to_json(told))}"

    def _next(self, letter: str) -> str:
        self._numbers[letter] += 1
        return f"{letter}{self._numbers[letter]}"
