"""What a web page states about itself: meta elements, JSON-LD, link and heading elements."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import lxml.html

from ..addresses import address, apart, host, path, target
from ..table import named, said
from .told import is_article, objects

_CREDITS = (
    "syndication-source",
    "original-source",
    "article:source",
    "dc.source",
    "dcterms.source",
)
_HEADLINES = " | ".join(
    f"//*[contains(concat(' ', @{name}, ' '), ' {value} ')]"
    for name, value in (
        ("itemprop", "headline"), ("class", "entry-title"), ("class", "post-title"),
        ("class", "article-title"), ("class", "article__title"), ("class", "p-name"),
    )
)  # fmt: skip
_HOME = re.compile(r"(?:\./|/)?(?:(?:index|default|home)\.\w{2,5})?|\./", re.IGNORECASE)
BETWEEN = re.compile(r"\s+[|–—―−•·⋅»«›‹:/~-]{1,2}\s+|\s*\|\s*|:\s+")
"""What stands between a headline and the name of the site in a title."""

_TITLE_LEAST = 3
_LONGEST_TITLE = 1_000
_LONGEST_ITEM = 300
_MOST_PARTS = 20


class Page:
    """A parsed page, asked for its own statements; None where it makes none, never a guess.

    ``at`` is the address it was fetched from, where that is known; ``printed`` the letters of
    the short blocks that it shows.
    """

    def __init__(
        self,
        tree: lxml.html.HtmlElement,
        at: str | None = None,
        printed: frozenset[str] = frozenset(),
    ) -> None:
        self.tree = tree
        self.at = at
        self.printed = printed

    @cached_property
    def title(self) -> str | None:
        """The headline: JSON-LD's, else what is marked as it, else the only first-level heading.

        Then og:title, the part of <title> that the page prints, <title>. A heading that leads to
        the site's first page, or is what stands beside the headline in <title>, is the site's name.
        """
        stated = said(self.about.get("headline"))
        marked = set(self.texts(_HEADLINES))
        headings = [_text(node) for node in self.tree.xpath("//h1") if not self._leads_home(node)]
        headings = [text for text in headings if text and not self._site_only(text)]
        found = (
            stated,
            marked.pop() if len(marked) == 1 else None,
            headings[0] if len(set(headings)) == 1 else None,
            self._printed(self.meta("og:title")),
            self._printed(self.named),
        )
        return next((one for one in found if one), None)

    def _site_only(self, heading: str) -> bool:
        """Whether a heading is only the site's name: in the title it stands beside the headline."""
        other = self._printed(self.named) or ""
        if bare(heading) == bare(self.meta("og:site_name")):
            return True
        return (
            other != self.named
            and bare(heading) not in bare(other)
            and bare(heading) in bare(self.named)
        )

    def _leads_home(self, node: lxml.html.HtmlElement) -> bool:
        return any(self.is_home(a) for a in node.iter("a"))

    def is_home(self, link: lxml.html.HtmlElement) -> bool:
        """Whether a link leads to the first page of the site."""
        href = (link.get("href") or "").strip()
        if link.get("rel") == "home" or _HOME.fullmatch(href):
            return True
        there = host(href) if "//" in href else None
        own = {host(self._base), host(self.canonical)} - {None}
        same = there in own or any(f"{one}".endswith(f".{there}") for one in own if there)
        return bool(there) and same and path(href) in {"", "/"}

    def _printed(self, stated: str | None) -> str | None:
        """The part of a title that stands in the page by itself; the whole where none does."""
        parts = BETWEEN.split((stated or "")[:_LONGEST_TITLE])
        if len(parts) > _MOST_PARTS:
            return stated
        for many in range(len(parts) - 1, 0, -1):
            for some in (parts[:many], parts[-many:]):
                if bare("".join(some)) in self.printed and sum(map(_words, some)) >= _TITLE_LEAST:
                    start = (stated or "").index(some[0])
                    end = (stated or "").index(some[-1], start) + len(some[-1])
                    return (stated or "")[start:end]
        return stated

    @cached_property
    def named(self) -> str | None:
        """What the page's <title> says."""
        titles = self.texts("//head/title | /html/title")
        return titles[0] if titles else None

    @cached_property
    def url(self) -> str | None:
        """The canonical address, else og:url, else JSON-LD's.

        Where og:url is on another host than the canonical address, it is the page's own.
        """
        canonical, own = self.canonical, self.meta("og:url")
        if canonical and address(own) and apart(canonical, str(own)):
            return own
        stated = (canonical, own, said(self.about.get("url")))
        return next((s for s in stated if address(s)), None)

    @property
    def syndicated(self) -> tuple[str, ...]:
        """Whom the page names as where it has the report from, the clearest first."""
        about = self.about
        stated = (
            *(self.meta(name) for name in _CREDITS),
            named(about.get("sourceOrganization"), "name", "url"),
            named(about.get("isBasedOn"), "url", "@id", "name"),
            named(about.get("creditText")),
        )
        return tuple(s for s in stated if s)

    def target(self, href: str) -> str | None:
        """The address that a link of the page leads to, or None where it is none to keep."""
        return target(href, self._base)

    @cached_property
    def _base(self) -> str | None:
        """What relative links are seen from: <base>, itself seen from the page's address."""
        own = address(self.at or self.url)
        stated = self.tree.xpath("//base/@href")
        return (target(str(stated[0]), own) if stated else None) or own

    @cached_property
    def canonical(self) -> str | None:
        """The address that the page calls its proper one."""
        stated = self.texts("//link[@rel='canonical']/@href")
        return next((s for s in stated if address(s)), None)

    def meta(self, *names: str) -> str | None:
        """The first of the meta elements ``names`` that says something."""
        return next((self._metas[name] for name in names if name in self._metas), None)

    def texts(self, path: str) -> list[str]:
        """The words at an XPath, white space brought to single spaces."""
        found = self.tree.xpath(path)
        texts = (node if isinstance(node, str) else node.text_content() for node in found)
        return [text for text in (" ".join(str(t).split()) for t in texts) if text]

    def item(self, name: str) -> Iterator[str]:
        """What microdata state under ``name``: a content or datetime attribute, else the words."""
        for node in self.tree.xpath(f"//*[@itemprop='{name}']"):
            inner = node.xpath(".//*[@itemprop='name']")
            stated = node.get("content") or node.get("datetime")
            found = stated or start_of(inner[0] if inner else node)
            yield " ".join(found.split())[:_LONGEST_ITEM]

    @cached_property
    def _metas(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for node in self.tree.xpath("//meta[@content]"):
            content = node.get("content", "").strip()
            for name in (node.get("property"), node.get("name"), node.get("itemprop")):
                if name and content:
                    found.setdefault(name.lower(), content)
        return found

    @cached_property
    def objects(self) -> list[dict[str, Any]]:
        """Every JSON-LD object of the page."""
        path = "//script[contains(@type, 'ld+json')]/text()"
        return objects(str(block) for block in self.tree.xpath(path))

    def resolved(self, value: Any) -> Any:  # noqa: ANN401 - JSON has no closed type
        """What JSON-LD states, with the objects that it only points to by their ``@id``."""
        if isinstance(value, list):
            return [self.resolved(one) for one in value[:_MOST_PARTS]]
        if isinstance(value, dict) and "name" not in value and "@id" in value:
            return self._by_id.get(str(value["@id"]), value)
        return value

    @cached_property
    def _by_id(self) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for one in self.objects:
            if "@id" in one and len(one) > 1:
                found.setdefault(str(one["@id"]), one)
        return found

    @cached_property
    def about(self) -> dict[str, Any]:
        """The JSON-LD object of the page's own report.

        Of those with a headline or a date of publication: the one with the headline that the page
        shows, else the first that calls itself an article, else the first.
        """
        found = [o for o in self.objects if "datePublished" in o or "headline" in o]
        shown = {bare(text) for text in (*self.texts("//h1"), self.meta("og:title")) if text}
        articles = [o for o in found if is_article(o)]
        same = (o for o in (*articles, *found) if bare(said(o.get("headline"))) in shown - {""})
        return next(same, None) or next(iter((*articles, *found)), {})


def bare(text: str | None) -> str:
    """The letters and digits of a text, in small."""
    return "".join(filter(str.isalnum, (text or "").casefold()))


def start_of(node: lxml.html.HtmlElement, most: int = _LONGEST_ITEM) -> str:
    """The first words of an element, its pieces apart; not more is looked at."""
    found: list[str] = []
    length = 0
    for piece in node.itertext():
        found.append(piece)
        length += len(piece)
        if length > most:
            break
    return " ".join(" ".join(found).split())[:most]


def _text(node: lxml.html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


def _words(text: str) -> int:
    return len(text.split())
