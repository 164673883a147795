"""JSON: one object a line, or one array of objects; an object is a report."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from . import bluesky, facebook, jsonfeed, mastodon, table, telegram
from .decode import decode, refuse_binary
from .parsing import Decoder, parsed
from .raw import Raw
from .record import keep

ROW = "application/vnd.reportedly.row+json"
"""What an object is kept as: a row of a table, which may lack a text where others have one."""

_WIDE = (b"\xff\xfe", b"\xfe\xff")
_EXPORTS = (
    (b'"messages"', telegram),
    (b'"orderedItems"', mastodon),
    (b"app.bsky.feed.", bluesky),
    (b'"post"', facebook),
    (b"jsonfeed.org", jsonfeed),
)
"""What must stand in an export or a feed, and who reads it."""


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """One report a line, "file:3" being line 3, or one an object of an array, the third.

    An export of social media is read by its own reader.
    One object spread over several lines is one report. A line or object that is broken is
    skipped and named; a file without a single object raises :class:`SourceError`.
    """
    refuse_binary(raw)
    readers = [reader for mark, reader in _EXPORTS if mark in raw.data]
    export = _perhaps(raw) if readers else None
    for reader in readers:
        if reader.is_export(export):
            yield from reader.read(raw, export)
            return
    rows = _rows(raw)
    if columns := _columns_without_text(rows()):
        yield Skipped(raw.name, table.lacking(columns))
        return
    for row in rows():
        yield _report(row)


def row(raw: Raw) -> Iterator[Kept | Skipped]:
    """The report of one object."""
    yield _report(raw)


def _perhaps(raw: Raw) -> object:
    try:
        return parsed(raw)
    except SourceError:
        return None


def _rows(raw: Raw) -> Callable[[], Iterator[Raw]]:
    """The rows, as often as they are asked for; they are not all held at once."""
    try:
        value = parsed(raw)
    except SourceError:
        if any(_is_object(row) for row in _lines(raw)):
            return partial(_lines, raw)
        raise
    if isinstance(value, list):
        return partial(_elements, raw)
    if b"\n" in raw.data.strip():
        return partial(iter, [_row(raw, raw.name, raw.data)])
    return partial(_lines, raw)


def _row(raw: Raw, name: str, data: bytes) -> Raw:
    return replace(raw, name=name, data=data, media=ROW, charset=None)


def _is_object(row: Raw) -> bool:
    try:
        return isinstance(parsed(row), dict)
    except SourceError:
        return False


def _lines(raw: Raw) -> Iterator[Raw]:
    data = decode(raw).encode() if raw.data.startswith(_WIDE) else raw.data
    for number, line in enumerate(BytesIO(data.removeprefix(b"\xef\xbb\xbf")), 1):
        if line.strip():
            yield _row(raw, f"{raw.name}:{number}", line.removesuffix(b"\n"))


def _elements(raw: Raw) -> Iterator[Raw]:
    """The objects of an array, each with the very characters it was written as."""
    # As the standard parser decodes it: halves of characters are named with their row.
    text = raw.data.decode(json.detect_encoding(raw.data), "surrogatepass")
    decoder = Decoder()
    at, number = text.index("[") + 1, 1
    while True:
        while text[at] in " \t\r\n,":
            at += 1
        if text[at] == "]":
            return
        _, end = decoder.raw_decode(text, at)
        yield _row(raw, f"{raw.name}:{number}", text[at:end].encode("utf-8", "surrogatepass"))
        at, number = end, number + 1


def _report(row: Raw) -> Kept | Skipped:
    try:
        value = parsed(row)
    except SourceError as error:
        return Skipped(error.source, error.reason)
    if not isinstance(value, dict):
        return Skipped(row.name, "the row is not an object with named columns")
    if bluesky.is_export(value):
        return next(bluesky.read(row, value))
    places = table.places(value)
    if "text" not in places and "title" not in places:
        return Skipped(row.name, table.lacking(value).replace("table", "row", 1))
    return keep(row, replace(table.fields(value, places), among=True))


def _columns_without_text(rows: Iterator[Raw]) -> list[str] | None:
    """The columns of a table none of whose rows has a text; None as soon as one has."""
    columns: dict[str, None] = {}
    for row in rows:
        try:
            value = parsed(row)
        except SourceError:
            continue
        if isinstance(value, dict):
            if "text" in table.places(value) or bluesky.is_export(value):
                return None
            columns.update(dict.fromkeys(value))
    return list(columns) or None
