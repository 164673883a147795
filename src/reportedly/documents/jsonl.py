"""JSON: one object a line, or one array of objects; an object is a report."""

import json
from collections.abc import Iterator

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from . import table, telegram
from .decode import decode, refuse_binary
from .raw import Raw
from .record import keep

_LONGEST_NUMBER = 1_000
"""Digits beyond which a number stays as written: Python refuses to read much longer ones."""

_WIDE = (b"\xff\xfe", b"\xfe\xff")


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """One report a line, "file:3" being line 3, or one an object of an array, the third.

    An export of Telegram is read by its own reader.
    One object spread over several lines is one report. A line or object that is broken is
    skipped and named; a file without a single object raises :class:`SourceError`.
    """
    refuse_binary(raw)
    if b'"messages"' in raw.data and telegram.is_export(export := _perhaps(raw)):
        yield from telegram.read(raw, export)
        return
    try:
        rows = _whole(raw)
    except SourceError:
        rows = list(_lines(raw))
        if not any(_is_object(row) for row in rows):
            raise
    if columns := _columns_without_text(rows):
        yield Skipped(raw.name, table.lacking(columns))
        return
    for row in rows:
        yield _report(row)


def _perhaps(raw: Raw) -> object:
    try:
        return _parsed(raw)
    except SourceError:
        return None


def _whole(raw: Raw) -> list[Raw]:
    """The rows of a file that is one JSON value."""
    value = _parsed(raw)
    if isinstance(value, list):
        return list(_elements(raw))
    return [raw] if b"\n" in raw.data.strip() else list(_lines(raw))


def _is_object(row: Raw) -> bool:
    try:
        return isinstance(_parsed(row), dict)
    except SourceError:
        return False


def _lines(raw: Raw) -> Iterator[Raw]:
    data = decode(raw).encode() if raw.data.startswith(_WIDE) else raw.data
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            yield Raw(f"{raw.name}:{number}", line)


def _elements(raw: Raw) -> Iterator[Raw]:
    """The objects of an array, each with the very characters it was written as."""
    # As the standard parser decodes it: halves of characters are named with their row.
    text = raw.data.decode(json.detect_encoding(raw.data), "surrogatepass")
    decoder = _Decoder()
    at, number = text.index("[") + 1, 1
    while True:
        while text[at] in " \t\r\n,":
            at += 1
        if text[at] == "]":
            return
        _, end = decoder.raw_decode(text, at)
        yield Raw(f"{raw.name}:{number}", text[at:end].encode("utf-8", "surrogatepass"))
        at, number = end, number + 1


def _report(row: Raw) -> Kept | Skipped:
    try:
        value = _parsed(row)
    except SourceError as error:
        return Skipped(error.source, error.reason)
    if not isinstance(value, dict):
        return Skipped(row.name, "the row is not an object with named columns")
    places = table.places(value)
    if "text" not in places and "title" not in places:
        return Skipped(row.name, table.lacking(value).replace("table", "row", 1))
    return keep(row, table.fields(value, places))


def _columns_without_text(rows: list[Raw]) -> list[str] | None:
    """The columns of a table none of whose rows has a text; None as soon as one has."""
    columns: dict[str, None] = {}
    for row in rows:
        try:
            value = _parsed(row)
        except SourceError:
            continue
        if isinstance(value, dict):
            if "text" in table.places(value):
                return None
            columns.update(dict.fromkeys(value))
    return list(columns) or None


class _Decoder(json.JSONDecoder):
    """Reads what other programs write: no number is too long, and one that is none is nothing."""

    def __init__(self) -> None:
        super().__init__(parse_int=_whole_number, parse_constant=lambda _: None)


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


def _parsed(raw: Raw) -> object:
    try:
        value: object = json.loads(raw.data, cls=_Decoder)
    except UnicodeDecodeError as error:
        raise SourceError(raw.name, "it is not UTF-8, as JSON must be") from error
    except RecursionError as error:
        raise SourceError(raw.name, "it is nested too deeply") from error
    except ValueError as error:
        raise SourceError(raw.name, f"it is not JSON: {error}") from error
    return value
