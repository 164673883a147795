"""Posts of Bluesky as JSON: records, lists of records, feeds as the service gives them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from reportedly.model import Kept, Skipped, Span

from .posts import Post, held, listed, reports, said
from .raw import Fields, Raw, Stated

_POST, _REPOST = "app.bsky.feed.post", "app.bsky.feed.repost"
_LISTS = ("feed", "posts", "records")
_LINK, _QUOTE = "app.bsky.richtext.facet#link", "app.bsky.embed.record"


def read(raw: Raw, parsed: object) -> Iterator[Kept | Skipped]:
    """The posts with words, and those passed on (reposts) whose words are there.

    A repost is published by who passes it on, and has it from who wrote it.
    """
    yield from reports(raw, _posts(parsed))


def is_export(parsed: object) -> bool:
    """Whether a JSON value holds at least one post."""
    return any(True for _ in _posts(parsed))


def _posts(parsed: object) -> Iterator[Post]:
    for number, item in enumerate(_items(parsed), 1):
        if post := _post(item, number):
            yield post


def _items(parsed: object) -> Iterable[dict[str, Any]]:
    if isinstance(parsed, dict):
        lists = [listed(parsed.get(name)) for name in _LISTS]
        return chain.from_iterable(lists) if any(lists) else [parsed]
    return listed(parsed)


def _post(item: Mapping[str, Any], number: int) -> Post | None:
    """A post in any of its forms: a record, one with its address, one as it is shown in a feed."""
    view = held(item.get("post")) or item
    record = held(view.get("record")) or held(view.get("value")) or view
    uri = said(view.get("uri"))
    place = uri.rpartition("/")[2] if uri else str(number)
    kind = record.get("$type")
    if kind == _REPOST:
        return Post(place, item, Fields(""), passed=_shown(held(record.get("subject")).get("uri")))
    return Post(place, item, _fields(item, view, record, uri)) if kind == _POST else None


def _fields(
    item: Mapping[str, Any], view: Mapping[str, Any], record: Mapping[str, Any], uri: str | None
) -> Fields:
    reason = held(item.get("reason"))
    by = reason.get("by")
    writer, passer = _account(view.get("author"), uri), _account(by, None)
    text = said(record.get("text")) or ""
    langs = record.get("langs")
    shown = _shown(uri)
    return Fields(
        text=text,
        url=None if by else shown,
        publisher=passer or writer,
        published=said(reason.get("indexedAt") if by else record.get("createdAt")),
        dated="date of the post",
        language=said(langs[0]) if isinstance(langs, list) and len(langs) == 1 else None,
        syndicated=(writer,) if by and writer else (),
        links=(*_links(text, record), *([Stated(shown)] if by and shown else [])),
    )


def _account(author: object, uri: str | None) -> str | None:
    """The handle of who wrote it, else the account that its address names."""
    about = held(author)
    handle = said(about.get("handle"))
    stated = said(about.get("did")) or (uri or "").removeprefix("at://").partition("/")[0]
    return f"@{handle}" if handle else stated or None


def _shown(uri: object) -> str | None:
    """Where a post is shown on the web: at://did/app.bsky.feed.post/key → its page."""
    parts = uri.removeprefix("at://").split("/") if isinstance(uri, str) else []
    whole = len(parts) == 3 and parts[1] == _POST and all(parts)
    return f"https://bsky.app/profile/{parts[0]}/post/{parts[2]}" if whole else None


def _links(text: str, record: Mapping[str, Any]) -> Iterator[Stated]:
    """The links in the words, by their places in bytes; then the page and the post shown below."""
    written = text.encode("utf-8", "surrogatepass")
    for facet in listed(record.get("facets")):
        span = _span(written, held(facet.get("index")))
        for feature in listed(facet.get("features")):
            if feature.get("$type") == _LINK and said(feature.get("uri")):
                yield Stated(feature["uri"], span=span)
    embed = held(record.get("embed"))
    media = held(embed.get("media")) or embed
    quoted = held(embed.get("record"))
    quoted = held(quoted.get("record")) or quoted
    for found in (said(held(media.get("external")).get("uri")), _shown(quoted.get("uri"))):
        if found:
            yield Stated(found)


def _span(written: bytes, index: Mapping[str, Any]) -> Span | None:
    start, end = index.get("byteStart"), index.get("byteEnd")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(written):
        return None
    before = len(written[:start].decode("utf-8", "replace"))
    return Span(before, before + len(written[start:end].decode("utf-8", "replace")))
