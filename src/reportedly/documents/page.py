"""What a web page states about itself: meta elements, JSON-LD, link and time elements."""

import json
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import lxml.html

from .addresses import address, apart, target
from .dates import iso
from .raw import Fields
from .table import named, said

_CREDITS = (
    "syndication-source",
    "original-source",
    "article:source",
    "dc.source",
    "dcterms.source",
)
_LONGEST_BLOCK = 1_000_000


class Page:
    """A parsed page, asked for its own statements; None where it makes none, never a guess.

    ``at`` is the address it was fetched from, where that is known.
    """

    def __init__(self, tree: lxml.html.HtmlElement, at: str | None = None) -> None:
        self.tree = tree
        self._at = at

    def fields(self, text: str) -> Fields:
        """All the page states, around the report's ``text``."""
        return Fields(
            text=text,
            title=self.title,
            url=self.url,
            publisher=self._meta("og:site_name") or said(self._about.get("publisher")),
            byline=self.byline,
            published=self.published,
            language=None,
            syndicated=self.syndicated,
            canonical=self._canonical,
        )

    @cached_property
    def title(self) -> str | None:
        """JSON-LD headline, else the only first-level heading, else og:title, else <title>."""
        headings = self._texts("//h1")
        only = headings[0] if len(headings) == 1 else None
        stated = said(self._about.get("headline"))
        named = self._texts("//head/title | /html/title")
        return stated or only or self._meta("og:title") or (named[0] if named else None)

    @cached_property
    def url(self) -> str | None:
        """The canonical address, else og:url, else JSON-LD's.

        Where og:url is on another host than the canonical address, it is the page's own.
        """
        canonical, own = self._canonical, self._meta("og:url")
        if canonical and address(own) and apart(canonical, str(own)):
            return own
        stated = (canonical, own, said(self._about.get("url")))
        return next((s for s in stated if address(s)), None)

    @property
    def syndicated(self) -> tuple[str, ...]:
        """Whom the page names as where it has the report from, the clearest first."""
        about = self._about
        stated = (
            *(self._meta(name) for name in _CREDITS),
            named(about.get("sourceOrganization"), "name", "url"),
            named(about.get("isBasedOn"), "url", "@id", "name"),
            named(about.get("creditText")),
        )
        return tuple(s for s in stated if s)

    @property
    def byline(self) -> str | None:
        """JSON-LD author, else a meta element; an address is no name."""
        stated = (
            said(self._about.get("author")),
            self._meta("author"),
            self._meta("article:author"),
        )
        return next((s for s in stated if s and "://" not in s), None)

    @property
    def published(self) -> str | None:
        """The first clear date among those stated; a lone time element counts as one."""
        times = self._texts("//time/@datetime")
        stated = (
            self._meta("article:published_time"),
            said(self._about.get("datePublished")),
            *self._texts(
                "//*[@itemprop='datePublished']/@*[name()='content' or name()='datetime']"
            ),
            *(self._meta(name) for name in ("date", "pubdate", "dc.date.issued", "dc.date")),
            times[0] if len(times) == 1 else None,
        )
        return next((s for s in stated if iso(s)), None)

    def target(self, href: str) -> str | None:
        """The address that a link of the page leads to, or None where it is none to keep."""
        return target(href, self._base)

    @cached_property
    def _base(self) -> str | None:
        """What relative links are seen from: <base>, itself seen from the page's address."""
        own = address(self._at or self.url)
        stated = self.tree.xpath("//base/@href")
        return (target(str(stated[0]), own) if stated else None) or own

    @cached_property
    def _canonical(self) -> str | None:
        stated = self._texts("//link[@rel='canonical']/@href")
        return next((s for s in stated if address(s)), None)

    def _meta(self, name: str) -> str | None:
        for node in self._metas:
            if name in (node.get("property", "").lower(), node.get("name", "").lower()):
                content: str = node.get("content", "").strip()
                if content:
                    return content
        return None

    def _texts(self, path: str) -> list[str]:
        found = self.tree.xpath(path)
        texts = (node if isinstance(node, str) else node.text_content() for node in found)
        return [text for text in (" ".join(str(t).split()) for t in texts) if text]

    @cached_property
    def _metas(self) -> list[lxml.html.HtmlElement]:
        found: list[lxml.html.HtmlElement] = self.tree.xpath("//meta[@content]")
        return found

    @cached_property
    def _about(self) -> dict[str, Any]:
        """The first JSON-LD object with a headline or a date of publication."""
        for block in self.tree.xpath("//script[@type='application/ld+json']/text()"):
            for found in _objects(str(block)):
                if "datePublished" in found or "headline" in found:
                    return found
        return {}


def _objects(block: str) -> Iterator[dict[str, Any]]:
    try:
        waiting = [json.loads(block[:_LONGEST_BLOCK])]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(v for v in value.values() if isinstance(v, dict | list))
