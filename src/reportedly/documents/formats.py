"""Every format that is read: one kind, one small file, one visible list."""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module

from reportedly.model import Came

from . import (
    brat,
    csv,
    docx,
    feed,
    gdelt,
    html,
    jsonl,
    mail,
    mailbox,
    markdown,
    mhtml,
    odt,
    parquet,
    text,
    twitter,
    wacz,
    warc,
    zipped,
)
from .addresses import LONGEST
from .exchange import database, lines
from .raw import MEGABYTE, Raw, Spent

Item = Came | Raw | Spent
"""What a file gives: reports, what was skipped or came beside them, files inside it for their own
readers, and what was unpacked in vain."""

Reader = Callable[[Raw], Iterator[Item]]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: the suffixes that name it, how it is read, the most bytes it may have.

    ``media`` are the media types that name it where it lies inside another file, the first of
    them that under which it is kept.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader
    most: int
    media: tuple[str, ...] = ()


_WORD_ALONE = re.compile(r"[\w.:+-]{1,40}", re.ASCII)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_OPEN = "application/vnd.oasis.opendocument.text"
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
    Format(
        "ledger as JSON lines", (), lines.read, 500 * MEGABYTE,
        ("application/vnd.reportedly.ledger+jsonl",),
    ),
    Format(
        "ledger as SQLite", (".sqlite",), database.read, 500 * MEGABYTE,
        ("application/vnd.sqlite3",),
    ),
    Format("JSON lines", (".jsonl", ".ndjson"), jsonl.read, 500 * MEGABYTE, ("application/jsonl",)),
    Format(
        "JSON", (".json",), jsonl.read, 500 * MEGABYTE,
        ("application/json", "application/feed+json"),
    ),
    Format(
        "CSV", (".csv", ".tsv", ".tab"), csv.read, 500 * MEGABYTE,
        ("text/csv", "text/tab-separated-values"),
    ),
    Format("GDELT", (), gdelt.read, 500 * MEGABYTE, ("application/vnd.reportedly.gdelt",)),
    Format(
        "Parquet", (".parquet", ".pq"), parquet.read, 300 * MEGABYTE,
        ("application/vnd.apache.parquet",),
    ),
    Format("MHTML", (".mhtml", ".mht"), mhtml.read, 300 * MEGABYTE, ("multipart/related",)),
    Format("mail", (".eml",), mail.read, 50 * MEGABYTE, ("message/rfc822",)),
    Format("mailbox", (".mbox", ".mbx"), mailbox.read, 500 * MEGABYTE, ("application/mbox",)),
    Format("PDF", (".pdf",), _late("pdf"), 100 * MEGABYTE, ("application/pdf",)),
    Format("Word", (".docx", ".docm"), docx.read, 100 * MEGABYTE, (_WORD,)),
    Format("ODT", (".odt", ".ott"), odt.read, 100 * MEGABYTE, (_OPEN,)),
    Format(
        "X archive", (".js",), twitter.read, 300 * MEGABYTE,
        ("application/vnd.reportedly.x-archive",),
    ),
    Format("ZIP", (".zip",), zipped.read, 300 * MEGABYTE, ("application/zip",)),
    Format("feed", (".rss", ".atom", ".rdf"), feed.read, 20 * MEGABYTE, _FEEDS),
    Format("WARC", (".warc", ".warc.gz"), warc.read, 500 * MEGABYTE, ("application/warc",)),
    Format("WACZ", (".wacz",), wacz.read, 300 * MEGABYTE, ("application/wacz",)),
)  # fmt: skip
LARGEST = max(kind.most for kind in FORMATS)
BRAT = Format("brat", (), brat.read, 50 * MEGABYTE, ("text/plain",))
"""A text with what lies beside it; the text alone is kept as the text that it is."""
PIECES = (
    Format("row", (), jsonl.row, LARGEST, (jsonl.ROW,)),
    Format("feed entry", (), feed.entry, LARGEST, (feed.ENTRY,)),
)
"""What is kept of one report among several where it is no file that anybody else would read."""

_BY_NAME = {kind.name: kind for kind in FORMATS}
TEXT = _BY_NAME["text"]
FEED = _BY_NAME["feed"]
_PAGE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|\?xml[^>]*>\s*<html)", re.I | re.S
)


def chosen(raw: Raw) -> Format:
    """The format of ``raw``: by its signature, the media type stated, its name, its first bytes."""
    if raw.beside is not None:
        return BRAT
    said = _stated(raw.media) or _named(raw.name)
    return _signed(raw.data, said) or said or _sniffed(raw.data)


def _signed(data: bytes, said: Format | None) -> Format | None:
    """What the signature stands for, where it is no kind of what the file is ``said`` to be."""
    if data.startswith(_PACKED):
        return said if said and said.name in _IN_PACKED else _BY_NAME["ZIP"]
    return next((_BY_NAME[name] for signed, name in _SIGNED if signed(data[:4096])), None)


def settled(raw: Raw, kind: Format) -> Raw:
    """``raw`` as it is read and kept: under its format's own name, and nothing stated in vain.

    What is kept is read again by that, whatever its name is then.
    """
    url = raw.url if raw.url and raw.url.isprintable() and len(raw.url) <= LONGEST else None
    return replace(raw, media=kind.media[0], charset=_codec(raw.charset), url=url)


def _codec(charset: str | None) -> str | None:
    """An encoding by the name that is stated where it is one in one word, else by its own."""
    try:
        name = codecs.lookup(charset or "").name
    except (LookupError, ValueError):
        return None
    return charset if charset and _WORD_ALONE.fullmatch(charset) else name


def _stated(media: str | None) -> Format | None:
    return next((kind for kind in (*FORMATS, *PIECES) if media in kind.media), None)


def _named(name: str) -> Format | None:
    found = name.lower()
    return next((kind for kind in FORMATS if found.endswith(kind.suffixes)), None)


def _sniffed(data: bytes) -> Format:
    """The format ``data`` looks like from its first bytes; text where nothing shows."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    found = next((name for looks, name in _LOOKS if looks(start)), None)
    return _BY_NAME[found] if found else TEXT


_PACKED = (b"PK\x03\x04", b"PK\x05\x06")
_IN_PACKED = {"Word", "ODT", "ZIP", "WACZ"}

_Looks = Callable[[bytes], object]
_SIGNED: tuple[tuple[_Looks, str], ...] = (
    (re.compile(b"%PDF-").match, "PDF"),
    (parquet.starts, "Parquet"),
    (warc.starts, "WARC"),
    (twitter.starts, "X archive"),
    (gdelt.starts, "GDELT"),
    (lines.starts, "ledger as JSON lines"),
    (database.starts, "ledger as SQLite"),
)
"""What only a file of a kind begins like, whatever its name."""

_LOOKS: tuple[tuple[_Looks, str], ...] = (
    (_PAGE.match, "HTML"),
    (feed.starts, "feed"),
    (re.compile(rb"\s*\{\s*\"").match, "JSON lines"),
    (re.compile(rb"\s*\[\s*\{\s*\"").match, "JSON"),
    (mailbox.starts, "mailbox"),
    (lambda start: mail.starts(start) and mhtml.starts(start), "MHTML"),
    (mail.starts, "mail"),
    (lambda start: csv.is_header(start.split(b"\n")[0]), "CSV"),
)
"""What a file of a kind begins like, the clearest first."""
