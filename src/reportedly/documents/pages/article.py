"""One page's report as fields: text, links at their characters, stamps, names, kinds."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

import lxml.html

from reportedly.errors import SourceError
from reportedly.model import PageKind, Span

from ..anchors import anchored
from ..links import LONGEST_ANCHOR, trimmed
from ..raw import Fields, Raw, Stated
from . import empty, fallback, live, walls
from .blocks import Block, Seen
from .body import body
from .furniture import prose
from .names import Names
from .stamps import Stamps, stamps
from .stated import Page, bare

_TITLE_WORDS = 40


class Article:
    """A parsed page, asked for its report. ``text`` is the page's source."""

    def __init__(self, tree: lxml.html.HtmlElement, text: str, raw: Raw) -> None:
        self._source = text
        self._raw = raw
        self._seen = Seen(tree)
        self._page = _page(tree, self._seen, raw)
        self._body = body(self._page, self._seen)
        spoken = any(prose(self._seen.blocks[i]) for i in self._body.blocks)
        if not spoken or empty.consent(self._page, self._seen, self._body):
            self._look_behind(tree, raw)

    def _look_behind(self, tree: lxml.html.HtmlElement, raw: Raw) -> None:
        """Where no report is seen, look for one that is hidden until a reader consents."""
        seen = Seen(tree, whole=True)
        page = _page(tree, seen, raw)
        found = body(page, seen)
        told = sum(prose(seen.blocks[i]) for i in found.blocks) > 1
        if found.head >= 0 and told and not empty.consent(page, seen, found):
            self._seen, self._page, self._body = seen, page, found

    def reports(self) -> Iterator[tuple[str, Fields]]:
        """Each report of the page with what its name has after the page's own.

        Of a live blog first what stands above its entries, or its headline alone.
        """
        whole = self.fields()
        said, found = self._entries()
        if not said and not found:
            yield "", whole
            return
        if not found:
            kinds = whole.kinds or (("live blog",) if live.stamped(self._seen, self._body) else ())
            yield "", replace(whole, kinds=kinds)
            return
        above = [i for i in self._body.blocks if i < min(entry.first for entry in found)]
        text, links = self._written(above)
        yield "", replace(whole, text=text, links=links, kinds=("live blog",), excerpt=False)
        for number, entry in enumerate(found, 1):
            name = f"#{entry.part}" if entry.anchor else f":{number}"
            yield name, self._entered(entry, whole)

    def _entries(self) -> tuple[bool, list[live.Entry]]:
        """Whether the page says that it is a live blog, and its entries."""
        told = self._page, self._seen, self._body
        said = live.is_live(*told)
        if not said and not live.maybe_live(*told):
            return False, []
        found = live.entries(*told, self._days())
        return said, found if said or live.perhaps(self._seen, self._body, found) else []

    def _entered(self, entry: live.Entry, blog: Fields) -> Fields:
        """An entry as a report of its own; what it does not state is the blog's."""
        text, links = self._written(entry.blocks)
        return replace(
            blog,
            text=text,
            links=links,
            title=entry.title or blog.title,
            published=entry.published,
            dated=entry.dated,
            updated=entry.updated,
            stamped="dateModified in JSON-LD" if entry.updated else None,
            part=entry.part,
            kinds=("live blog entry",),
            excerpt=False,
        )

    def _days(self) -> tuple[str, ...]:
        """The days on which a blog was begun and last changed, as it prints them."""
        found = (self._stamps.published, self._stamps.updated)
        return tuple(stamp.day or stamp.at for stamp in found if stamp)

    def _written(self, blocks: Iterable[int]) -> tuple[str, tuple[Stated, ...]]:
        return written(self._page, (self._seen.blocks[i] for i in blocks))

    def fields(self) -> Fields:
        """The report. Raises :class:`SourceError` where the page holds none."""
        reason = empty.why(self._page, self._seen, self._body)
        if reason:
            raise SourceError(self._raw.name, reason)
        text, links = self._written(self._body.blocks)
        if not text:
            text, links = self._otherwise()
        cut = walls.paywalled(self._page, self._seen, self._body)
        return self._stated(text, links, ("paywall stub",) if cut else ())

    @cached_property
    def _names(self) -> Names:
        return Names(self._page, self._seen, self._body)

    @cached_property
    def _stamps(self) -> Stamps:
        return stamps(self._page, self._seen, self._body)

    def _stated(self, text: str, links: tuple[Stated, ...], kinds: tuple[PageKind, ...]) -> Fields:
        page, published, updated = self._page, self._stamps.published, self._stamps.updated
        return Fields(
            text=text,
            title=page.title,
            url=page.url,
            publisher=self._names.publisher,
            byline=self._names.byline,
            published=published.at if published else None,
            dated=published.place if published else None,
            updated=updated.at if updated else None,
            stamped=updated.place if updated else None,
            syndicated=page.syndicated,
            canonical=page.canonical,
            links=links,
            excerpt=bool(kinds),
            kinds=kinds,
        )

    def _otherwise(self) -> tuple[str, tuple[Stated, ...]]:
        """The text of a page in which no block is told to be the report, and its links."""
        title = " ".join((self._page.title or "").split())
        found = fallback.paragraphs(self._page.tree, self._source)
        if found and " ".join(found[0].split()) == title:
            found = found[1:]
        if not found and not title:
            reason = "the page holds no report that could be told from its frame"
            raise SourceError(self._raw.name, reason)
        text = "\n\n".join(found)
        return text, tuple(anchored(self._page.tree, text, self._page.target))


def _page(tree: lxml.html.HtmlElement, seen: Seen, raw: Raw) -> Page:
    short = (block.text for block in seen.blocks if block.words <= _TITLE_WORDS)
    return Page(tree, raw.url, frozenset(map(bare, short)))


def written(page: Page, blocks: Iterable[Block]) -> tuple[str, tuple[Stated, ...]]:
    """Blocks as one text with a blank line between them, and their links at their characters."""
    texts: list[str] = []
    links: list[Stated] = []
    at = 0
    for block in blocks:
        for start, end, href in block.links:
            span = trimmed(block.text, start, end)
            url = page.target(href) if span else None
            if span and url and span.end - span.start <= LONGEST_ANCHOR:
                links.append(Stated(url, span=Span(at + span.start, at + span.end)))
        texts.append(block.text)
        at += len(block.text) + 2
    return "\n\n".join(texts), tuple(links)
