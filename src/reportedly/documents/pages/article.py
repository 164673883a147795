"""One page's report as fields: text, links at their characters, stamps, names, marks."""

from collections.abc import Iterable, Iterator
from functools import cached_property

import lxml.html

from reportedly.errors import SourceError
from reportedly.model import PageMark, Span

from ..anchors import anchored
from ..links import LONGEST_ANCHOR, trimmed
from ..raw import Fields, Raw, Stated
from ..table import said
from . import fallback, walls
from .blocks import Block, Seen
from .body import Body, body
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
        short = (b.text for b in self._seen.blocks if b.words <= _TITLE_WORDS)
        self._page = Page(tree, raw.url, frozenset(map(bare, short)))

    def reports(self) -> Iterator[tuple[str, Fields]]:
        """Each report of the page with what its name has after the page's own."""
        yield "", self.fields()

    def fields(self) -> Fields:
        """The report. Raises :class:`SourceError` where the page holds none."""
        if walls.consent(self._seen, self._body):
            reason = "the page asks about cookies and holds no report: it is a consent wall"
            raise SourceError(self._raw.name, reason)
        text, links = written(self._page, (self._seen.blocks[i] for i in self._body.blocks))
        if not text:
            text, links = self._otherwise()
        cut = walls.paywalled(self._page, self._seen, self._body)
        return self._stated(text, links, ("paywall stub",) if cut else ())

    @cached_property
    def _body(self) -> Body:
        hint = said(self._page.about.get("articleBody")) or ""
        return body(self._seen, self._page.title, hint, said(self._page.about.get("author")))

    @cached_property
    def _names(self) -> Names:
        return Names(self._page, self._seen, self._body)

    @cached_property
    def _stamps(self) -> Stamps:
        return stamps(self._page, self._seen, self._body)

    def _stated(self, text: str, links: tuple[Stated, ...], marks: tuple[PageMark, ...]) -> Fields:
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
            excerpt=bool(marks),
            marks=marks,
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
