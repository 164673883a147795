"""Versions of one page: which there are, and what a later one says otherwise, laid out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from reportedly.model import Document, Drift, Edit, Span, Spans
from reportedly.shelf import Shelf

Compared = Callable[[str, str], tuple[Edit, ...]]
"""What two texts are compared by: the changes that make the second of the first."""

MOST = 100
"""Changes that are shown of two versions."""

LONGEST = 600
"""Characters that are shown of one change: from a longer one its beginning and its end."""

AROUND = 60
"""Characters on each side of a change that are shown with it."""

Kind = Literal["added", "taken out", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its characters in both versions, none on a side where there is nothing.

    ``before`` and ``after`` are the spans to show of the two, longer ones without their middle;
    ``around`` is where it stands in the later version, with the words beside it, cut alike.
    """

    kind: Kind
    old: Span
    new: Span
    before: Spans
    after: Spans
    around: Spans


def versions(shelf: Shelf, document: Document) -> tuple[Document, ...]:
    """Every version of a report's page, the earliest first; the report alone if it has no page."""
    return shelf.once("versions", _versions).get(document.url or "", (document,))


def version(shelf: Shelf, document: Document) -> tuple[int, int]:
    """Which version of its page a report is, and of how many."""
    held = versions(shelf, document)
    return 1 + held.index(document), len(held)


def former(shelf: Shelf, document: Document) -> Document | None:
    """The version before this one."""
    held = versions(shelf, document)
    place = held.index(document)
    return held[place - 1] if place else None


def changes(old: Document, new: Document, compared: Compared) -> tuple[tuple[Change, ...], int]:
    """What was changed, and how many changes more there are; not where only space is other."""
    found = [e for e in compared(old.text, new.text) if _said(old.text, e.old) or
             _said(new.text, e.new)]  # fmt: skip
    return tuple(_change(e, new.text) for e in found[:MOST]), max(0, len(found) - MOST)


def drifts(shelf: Shelf, old: Document, new: Document) -> tuple[Drift, ...]:
    """What was lost or moved from one to the other, as the ledger has it."""
    ends = {old.id, new.id}
    return tuple(
        drift
        for held in shelf.drifts.values()
        for drift in held
        if {drift.before.document, drift.after.document} == ends
    )


def _versions(shelf: Shelf) -> dict[str, tuple[Document, ...]]:
    found: dict[str, list[Document]] = {}
    for document in shelf.case.documents:
        if document.url:
            found.setdefault(document.url, []).append(document)
    return {url: tuple(held) for url, held in found.items()}


def _said(text: str, span: Span) -> bool:
    return bool(text[span.start : span.end].strip())


def _change(edit: Edit, text: str) -> Change:
    old, new = edit.old, edit.new
    kind: Kind = "added" if old.start == old.end else "changed"
    if new.start == new.end:
        kind = "taken out"
    around = _ends(Span(_left(text, new.start), _right(text, new.end)))
    return Change(kind, old, new, tuple(_ends(old)), tuple(_ends(new)), tuple(around))


def _ends(span: Span) -> Iterator[Span]:
    if span.end - span.start <= LONGEST:
        yield from [span] if span.start < span.end else ()
    else:
        yield Span(span.start, span.start + LONGEST // 2)
        yield Span(span.end - LONGEST // 2, span.end)


def _left(text: str, at: int) -> int:
    """A place up to :data:`AROUND` characters before, at the head of a word of the same line."""
    start = max(0, at - AROUND)
    line = text.rfind("\n", start, at)
    if line >= 0:
        return line + 1
    space = text.find(" ", start, at) if start else -1
    return space + 1 if space >= 0 else start


def _right(text: str, at: int) -> int:
    end = min(len(text), at + AROUND)
    line = text.find("\n", at, end)
    if line >= 0:
        return line
    space = text.rfind(" ", at, end) if end < len(text) else -1
    return space if space >= 0 else end
