"""RSS and Atom files: one report an entry, by feedparser, which takes what feeds get wrong."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

import feedparser

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from .addresses import target
from .fragment import fragment
from .raw import MEGABYTE, Fields, Raw, Stated
from .record import keep

MOST_ENTRIES = 10_000
EMPTY = "the feed holds no entry"

MOST_AROUND = 50 * MEGABYTE
"""Bytes of a feed beside its entries, times their number: each entry is kept with them."""

ENTRY = "application/vnd.reportedly.entry+json"
"""What an entry is kept as where it cannot be cut out of its feed."""

_FEED = re.compile(
    rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*"
    rb"<(?:rss|rdf:RDF|(?:atom:)?feed)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_ENTRY = re.compile(rb"<(/?)(?:atom:)?(?:item|entry)(?:\s[^<>]*)?>", re.IGNORECASE)
_NOT_WIDE = re.compile(
    rb"(\A\s*<\?xml[^>]{0,100}?)encoding\s*=\s*[\"']utf-?(?:16|32)\w*[\"']", re.IGNORECASE
)
_ESCAPED = re.compile(r"</?(?:p|br|div|a|b|i|em|strong|span|ul|li|img|h\d)\b[^<>]{0,500}>", re.I)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\x1b"))
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00")
_MARKED = ("text/html", "application/xhtml+xml")
_OF_FEED = ("title_detail", "link", "language")
_OF_ENTRY = (
    "title_detail", "link", "content", "summary_detail", "published", "updated", "authors",
    "source",
)  # fmt: skip
_DATES = (("published", "published in the feed"), ("updated", "updated in the feed"))


def starts(start: bytes) -> bool:
    """Whether a file that begins so is a feed."""
    return bool(_FEED.match(start))


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """One report an entry: "news.rss:3" is the third. A broken feed is read as far as it goes.

    An entry is kept as the feed with no other entry in it. Raises :class:`SourceError` where the
    file is no feed or has no entry.
    """
    found = _parsed(raw)
    if not found.entries:
        reason = EMPTY if found.get("version") else "the file is no feed"
        raise SourceError(raw.name, reason)
    pieces = _pieces(raw, len(found.entries))
    for number, one in enumerate(found.entries[:MOST_ENTRIES], 1):
        fields = _fields(found.feed, one, raw.url)
        held = next(pieces, None)
        if not held or not _says(held, fields):
            held = _anew(raw, found.feed, one)
        yield keep(replace(held, name=f"{raw.name}:{number}"), fields)
    if len(found.entries) > MOST_ENTRIES:
        yield Skipped(raw.name, f"it has more than {MOST_ENTRIES:,} entries: the rest is left")


def _parsed(raw: Raw) -> Any:  # noqa: ANN401 - feedparser's own, which has no types
    wide = raw.data.startswith(_WIDE)
    # Without a wide character at its start it is not in the wide encoding that it declares.
    data = raw.data if wide else _NOT_WIDE.sub(rb"\1", raw.data.translate(None, _CONTROL), 1)
    try:
        # As a stream: what feedparser is given as bytes may be opened as a file or an address.
        return feedparser.parse(
            BytesIO(data), response_headers=_beside(raw),
            resolve_relative_uris=False, sanitize_html=False,
        )  # fmt: skip
    except Exception as error:  # it raises whatever broken markup leads to
        raise SourceError(raw.name, "the feed could not be parsed") from error


def _beside(raw: Raw) -> dict[str, str]:
    kind = raw.media or "application/xml"
    return {"content-type": f"{kind}; charset={raw.charset}"} if raw.charset else {}


def _pieces(raw: Raw, entries: int) -> Iterator[Raw]:
    """For each entry the feed without the others; nothing where that cannot be told."""
    if entries == 1:
        yield raw
        return
    places = _places(raw.data)
    starts, ends = [*(start for start, _ in places), len(raw.data)], [0, *(e for _, e in places)]
    head, *others = (raw.data[a:b] for a, b in zip(ends, starts, strict=True))
    tail = b"".join(map(bytes.strip, others))
    if len(places) != entries or (len(head) + len(tail)) * entries > MOST_AROUND:
        return
    for start, end in places:
        yield replace(raw, data=head + raw.data[start:end] + tail)


def _places(data: bytes) -> list[tuple[int, int]]:
    found, start = [], None
    for tag in _ENTRY.finditer(data):
        if not tag[1]:
            start = tag.start()
        elif start is not None:
            found.append((start, tag.end()))
            start = None
    return found


def _says(held: Raw, fields: Fields) -> bool:
    """Whether a feed has one entry, and that states ``fields``."""
    try:
        found = _parsed(held)
    except SourceError:
        return False
    entries = found.entries
    return len(entries) == 1 and _fields(found.feed, entries[0], held.url) == fields


def _anew(raw: Raw, feed: Mapping[str, Any], entry: Mapping[str, Any]) -> Raw:
    """What is read of an entry, written as JSON."""
    read = {
        part: {key: value for key, value in dict(whole).items() if key in keys}
        for part, whole, keys in (("feed", feed, _OF_FEED), ("entry", entry, _OF_ENTRY))
    }
    data = json.dumps(read, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return replace(raw, data=data, media=ENTRY, charset=None)


def entry(raw: Raw) -> Iterator[Kept | Skipped]:
    """The report of an entry that was kept as JSON. Raises :class:`SourceError`."""
    try:
        read = json.loads(raw.data)
        fields = _fields(read["feed"], read["entry"], raw.url)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        raise SourceError(raw.name, "it is no entry of a feed") from error
    yield keep(raw, fields)


def _fields(feed: Mapping[str, Any], entry: Mapping[str, Any], at: str | None) -> Fields:
    """What an entry states; its text is its content, else what it gives in its stead."""
    base = target(str(feed.get("link", "")), at) or at
    url = target(str(entry.get("link", "")), base)
    told = _longest(entry.get("content", ()))
    summary = entry.get("summary_detail", {})
    text, links = told if told[0] else _words(summary)
    published, dated = _date(entry)
    names = (str(one.get("name", "")) for one in entry.get("authors", ()))
    source = entry.get("source", {})
    return Fields(
        text=text,
        title=_words(entry.get("title_detail", {}))[0] or None,
        url=url,
        publisher=_words(feed.get("title_detail", {}))[0] or None,
        byline=", ".join(filter(None, names)) or None,
        published=published,
        dated=dated,
        updated=_changed(entry),
        stamped=_DATES[1][1],
        language=summary.get("language") or feed.get("language"),
        syndicated=tuple(filter(None, (source.get("title"), source.get("href")))),
        links=tuple(replace(one, url=target(one.url, url or base) or "") for one in links),
        excerpt=not told[0] and bool(text),
        among=True,
    )


def _longest(contents: Sequence[Mapping[str, Any]]) -> tuple[str, tuple[Stated, ...]]:
    return max((_words(one) for one in contents), key=lambda found: len(found[0]), default=("", ()))


def _words(detail: Mapping[str, Any]) -> tuple[str, tuple[Stated, ...]]:
    """The words of a part of a feed, which is marked up or not."""
    value = str(detail.get("value") or "")
    if detail.get("type") not in _MARKED:
        return value.strip(), ()
    found = fragment(value)
    # Marks that are words of the text were escaped once too often, where it has no others.
    return fragment(found[0]) if "<" not in value and _ESCAPED.search(found[0]) else found


def _changed(entry: Mapping[str, Any]) -> str | None:
    """When an entry that states its publication, too, was updated."""
    stated = dict(entry)
    return str(stated["updated"]) if {"published", "updated"} <= set(stated) else None


def _date(entry: Mapping[str, Any]) -> tuple[str | None, str | None]:
    # Of a dict, since feedparser answers with the one where the other is asked for.
    stated = dict(entry)
    return next(((str(stated[key]), place) for key, place in _DATES if key in stated), (None, None))
