"""JSON Feed files: one report an item, as of other feeds."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from .addresses import target
from .feed import MOST_ENTRIES
from .fragment import fragment
from .posts import held, listed, said
from .raw import Fields, Raw, Stated
from .record import keep

_VERSION = "https://jsonfeed.org/version/"
_ABOUT = ("version", "title", "language", "authors", "author")
_DATES = (("date_published", "published in the feed"), ("date_modified", "updated in the feed"))


def is_export(parsed: object) -> bool:
    """Whether a JSON value is a feed."""
    return (said(held(parsed).get("version")) or "").startswith(_VERSION)


def read(raw: Raw, parsed: object) -> Iterator[Kept | Skipped]:
    """One report an item: "feed.json:3" is the third; it is kept as a feed of it alone.

    Raises :class:`SourceError` where the feed has none.
    """
    feed = held(parsed)
    items = listed(feed.get("items"))
    if not items:
        raise SourceError(raw.name, "the feed holds no entry")
    for number, item in enumerate(items[:MOST_ENTRIES], 1):
        yield _report(replace(raw, name=f"{raw.name}:{number}"), feed, item, raw.url)
    if len(items) > MOST_ENTRIES:
        yield Skipped(raw.name, f"it has more than {MOST_ENTRIES:,} entries: the rest is left")


def _report(
    named: Raw, feed: Mapping[str, Any], item: Mapping[str, Any], at: str | None
) -> Kept | Skipped:
    base = target(said(feed.get("home_page_url")) or "", at) or at or said(feed.get("feed_url"))
    about = {key: feed[key] for key in _ABOUT if key in feed}
    alone = {**about, "home_page_url": base, "items": [item]}
    try:
        written = json.dumps(alone, ensure_ascii=False).encode("utf-8", "surrogatepass")
    except RecursionError:
        return Skipped(named.name, "it is nested too deeply")
    fields = replace(_fields(feed, item, base), among=True)
    return keep(replace(named, data=written, charset=None), fields)


def _fields(feed: Mapping[str, Any], item: Mapping[str, Any], base: str | None) -> Fields:
    """What an item states, seen from ``base``; its text is its content, else its summary."""
    url = target(said(item.get("url")) or "", base)
    text, links = fragment(said(item.get("content_html")) or "")
    text = text or said(item.get("content_text")) or ""
    published, dated = _date(item)
    elsewhere = said(item.get("external_url"))
    return Fields(
        text=text or said(item.get("summary")) or "",
        title=said(item.get("title")),
        url=url,
        publisher=said(feed.get("title")),
        byline=_names(item) or _names(feed),
        published=published,
        dated=dated,
        language=said(item.get("language")) or said(feed.get("language")),
        links=(
            *(replace(one, url=target(one.url, url or base) or "") for one in links),
            *([Stated(elsewhere)] if elsewhere else []),
        ),
        excerpt=not text and bool(said(item.get("summary"))),
    )


def _names(value: Mapping[str, Any]) -> str | None:
    stated = [*listed(value.get("authors")), held(value.get("author"))]
    names = dict.fromkeys(filter(None, (said(one.get("name")) for one in stated)))
    return ", ".join(names) or None


def _date(item: Mapping[str, Any]) -> tuple[str | None, str | None]:
    found = ((said(item.get(key)), place) for key, place in _DATES)
    return next((one for one in found if one[0]), (None, None))
