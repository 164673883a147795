"""RSS and Atom files: one report an entry, by feedparser, which takes what feeds get wrong."""

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
from .raw import Fields, Raw, Stated
from .record import keep

MOST_ENTRIES = 10_000

_FEED = re.compile(
    rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*"
    rb"<(?:rss|rdf:RDF|(?:atom:)?feed)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_ENTRY = re.compile(rb"<(/?)(?:atom:)?(?:item|entry)(?:\s[^<>]*)?>", re.IGNORECASE)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\x1b"))
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00")
_MARKED = ("text/html", "application/xhtml+xml")
_DATES = (("published", "published in the feed"), ("updated", "updated in the feed"))


def starts(start: bytes) -> bool:
    """Whether a file that begins so is a feed."""
    return bool(_FEED.match(start))


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """One report an entry: "news.rss:3" is the third. A broken feed is read as far as it goes.

    Raises :class:`SourceError` where the file is no feed or has no entry.
    """
    found = _parsed(raw)
    if not found.entries:
        reason = "the feed holds no entry" if found.get("version") else "the file is no feed"
        raise SourceError(raw.name, reason)
    written = _written(raw, len(found.entries))
    for number, entry in enumerate(found.entries[:MOST_ENTRIES], 1):
        held = replace(raw, name=f"{raw.name}:{number}", data=written[number - 1], url=None)
        yield keep(held, _fields(found.feed, entry, raw.url))
    if len(found.entries) > MOST_ENTRIES:
        yield Skipped(raw.name, f"it has more than {MOST_ENTRIES:,} entries: the rest is left")


def _parsed(raw: Raw) -> Any:  # noqa: ANN401 - feedparser's own, which has no types
    data = raw.data if raw.data.startswith(_WIDE) else raw.data.translate(None, _CONTROL)
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


def _written(raw: Raw, entries: int) -> Sequence[bytes]:
    """What each entry was written as; the whole file where that cannot be told."""
    found: list[bytes] = []
    start = None
    for tag in _ENTRY.finditer(raw.data):
        if not tag[1]:
            start = tag.start()
        elif start is not None:
            found.append(raw.data[start : tag.end()])
            start = None
    return found if len(found) == entries else [raw.data] * entries


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
    )


def _longest(contents: Sequence[Mapping[str, Any]]) -> tuple[str, tuple[Stated, ...]]:
    return max((_words(one) for one in contents), key=lambda found: len(found[0]), default=("", ()))


def _words(detail: Mapping[str, Any]) -> tuple[str, tuple[Stated, ...]]:
    """The words of a part of a feed, which is marked up or not."""
    value = str(detail.get("value") or "")
    return fragment(value) if detail.get("type") in _MARKED else (value.strip(), ())


def _changed(entry: Mapping[str, Any]) -> str | None:
    """When an entry that states its publication, too, was updated."""
    stated = dict(entry)
    return str(stated["updated"]) if {"published", "updated"} <= set(stated) else None


def _date(entry: Mapping[str, Any]) -> tuple[str | None, str | None]:
    # Of a dict, since feedparser answers with the one where the other is asked for.
    stated = dict(entry)
    return next(((str(stated[key]), place) for key, place in _DATES if key in stated), (None, None))
