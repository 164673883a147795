"""Every format that is read: one kind, one small file, one visible list."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reportedly.model import Kept, Skipped

from . import csv, html, jsonl, markdown, text
from .raw import MEGABYTE, Raw

Reader = Callable[[Raw], Iterator[Kept | Skipped]]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: the suffixes that name it, how it is read, the most bytes it may have."""

    name: str
    suffixes: tuple[str, ...]
    read: Reader
    most: int


FORMATS = (
    Format("text", (".txt", ".text"), text.read, 50 * MEGABYTE),
    Format("HTML", (".html", ".htm", ".xhtml"), html.read, 10 * MEGABYTE),
    Format("Markdown", (".md", ".markdown"), markdown.read, 50 * MEGABYTE),
    Format("JSON lines", (".jsonl", ".ndjson"), jsonl.read, 500 * MEGABYTE),
    Format("JSON", (".json",), jsonl.read, 500 * MEGABYTE),
    Format("CSV", (".csv", ".tsv", ".tab"), csv.read, 500 * MEGABYTE),
)
LARGEST = max(kind.most for kind in FORMATS)

_TEXT, _HTML, _, _JSONL, _JSON, _CSV = FORMATS
_PAGE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|\?xml[^>]*>\s*<html)", re.I | re.S
)


def named(suffix: str) -> Format | None:
    """The format a file's ``suffix`` stands for, or None."""
    return next((kind for kind in FORMATS if suffix.lower() in kind.suffixes), None)


def sniffed(data: bytes) -> Format:
    """The format ``data`` looks like from its first bytes; text where nothing shows."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if _PAGE.match(start):
        return _HTML
    if re.match(rb"\s*\{\s*\"", start):
        return _JSONL
    if re.match(rb"\s*\[\s*\{\s*\"", start):
        return _JSON
    return _CSV if csv.is_header(start.split(b"\n")[0]) else _TEXT
