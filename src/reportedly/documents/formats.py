"""Every format that is read: one kind, one small file, one visible list."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from reportedly.model import Kept, Skipped

from . import csv, docx, feed, html, jsonl, mail, mailbox, markdown, text, wacz, warc, zipped
from .raw import MEGABYTE, Raw, Spent

Item = Kept | Skipped | Raw | Spent
"""What a file gives: reports, what was skipped, files inside it for their own readers, and what
was unpacked in vain."""

Reader = Callable[[Raw], Iterator[Item]]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: the suffixes that name it, how it is read, the most bytes it may have.

    ``media`` are the media types that name it where it lies inside another file.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader
    most: int
    media: tuple[str, ...] = ()


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")


def _late(module: str) -> Reader:
    """The reader of a module imported when first asked: pypdf takes 0.14 s."""

    def read(raw: Raw) -> Iterator[Item]:
        found: Iterator[Item] = import_module(f".{module}", __package__).read(raw)
        return found

    return read


FORMATS = (
    Format("text", (".txt", ".text"), text.read, 50 * MEGABYTE, ("text/plain",)),
    Format(
        "HTML", (".html", ".htm", ".xhtml"), html.read, 10 * MEGABYTE,
        ("text/html", "application/xhtml+xml"),
    ),
    Format("Markdown", (".md", ".markdown"), markdown.read, 50 * MEGABYTE, ("text/markdown",)),
    Format("JSON lines", (".jsonl", ".ndjson"), jsonl.read, 500 * MEGABYTE),
    Format("JSON", (".json",), jsonl.read, 500 * MEGABYTE, ("application/json",)),
    Format(
        "CSV", (".csv", ".tsv", ".tab"), csv.read, 500 * MEGABYTE,
        ("text/csv", "text/tab-separated-values"),
    ),
    Format("mail", (".eml",), mail.read, 50 * MEGABYTE, ("message/rfc822",)),
    Format("mailbox", (".mbox", ".mbx"), mailbox.read, 500 * MEGABYTE, ("application/mbox",)),
    Format("PDF", (".pdf",), _late("pdf"), 100 * MEGABYTE, ("application/pdf",)),
    Format("Word", (".docx", ".docm"), docx.read, 100 * MEGABYTE, (_WORD,)),
    Format("ZIP", (".zip",), zipped.read, 300 * MEGABYTE, ("application/zip",)),
    Format("feed", (".rss", ".atom", ".rdf"), feed.read, 20 * MEGABYTE, _FEEDS),
    Format("WARC", (".warc", ".warc.gz"), warc.read, 500 * MEGABYTE, ("application/warc",)),
    Format("WACZ", (".wacz",), wacz.read, 300 * MEGABYTE, ("application/wacz",)),
)  # fmt: skip
LARGEST = max(kind.most for kind in FORMATS)

_TEXT, _HTML, _, _JSONL, _JSON, _CSV, _MAIL, _MAILBOX, _PDF, _DOCX, _ZIP, _FEED, _WARC, _WACZ = (
    FORMATS
)
_PAGE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|\?xml[^>]*>\s*<html)", re.I | re.S
)


def chosen(raw: Raw) -> Format:
    """The format of ``raw``: by its signature, the media type stated, its name, its first bytes."""
    said = _stated(raw.media) or _named(raw.name)
    return _signed(raw.data, said) or said or _sniffed(raw.data)


def _signed(data: bytes, said: Format | None) -> Format | None:
    """What the signature stands for, where it is no kind of what the file is ``said`` to be."""
    if data.startswith(b"%PDF-"):
        return _PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return said if said in {_DOCX, _ZIP, _WACZ} else _ZIP
    return _WARC if warc.starts(data[:4096]) else None


def _stated(media: str | None) -> Format | None:
    return next((kind for kind in FORMATS if media in kind.media), None)


def _named(name: str) -> Format | None:
    found = name.lower()
    return next((kind for kind in FORMATS if found.endswith(kind.suffixes)), None)


def _sniffed(data: bytes) -> Format:
    """The format ``data`` looks like from its first bytes; text where nothing shows."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    return next((kind for looks, kind in _LOOKS if looks(start)), _TEXT)


_LOOKS: tuple[tuple[Callable[[bytes], object], Format], ...] = (
    (_PAGE.match, _HTML),
    (feed.starts, _FEED),
    (re.compile(rb"\s*\{\s*\"").match, _JSONL),
    (re.compile(rb"\s*\[\s*\{\s*\"").match, _JSON),
    (mailbox.starts, _MAILBOX),
    (mail.starts, _MAIL),
    (lambda start: csv.is_header(start.split(b"\n")[0]), _CSV),
)
"""What a file of a kind begins like, the clearest first."""
