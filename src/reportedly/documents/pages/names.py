"""Who published a page, by the site's own name, and who wrote its report."""

import re
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import urlsplit

from reportedly.lexicons import load

from ..addresses import address, host
from ..table import said
from .blocks import Seen
from .body import Body
from .furniture import prose
from .stated import BETWEEN, Page, bare, start_of

_APP = ("application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher",
        "dcterms.publisher", "article:publisher_name", "copyright-holder")  # fmt: skip
_CHANNEL = "//*[contains(@class, 'owner_name') or contains(@class, 'channel_name')]"
_LOGOS = (
    "//img[contains(@class, 'logo') or contains(@id, 'logo') or contains(@src, 'logo')"
    " or ../@id = 'logo']"
)
_SITES = (
    "//*[contains(@class, 'site-title') or contains(@class, 'site-name')"
    " or contains(@class, 'sitename') or contains(@class, 'brand') or contains(@class, 'logo')]"
)
_FEEDS = "//link[contains(@type, 'rss+xml') or contains(@type, 'opensearch')]/@title"
_FEED = re.compile(r"\b(?:rss|atom|feed|search|news feed|comments?)\b", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:copyright|©|\(c\))?\s*(?:by\s+)?(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s+)?"
    r"(?:by\s+)?(?P<name>[^\W\d_][^|.,;©·•\n]{1,60}?)(?:\s+\d{4}(?:\s*[-–]\s*\d{4})?)?\s*"
    r"(?=[|.,;·•\n]|\ball rights|$)",
    re.IGNORECASE,
)
_LOGO = re.compile(
    r"\b(?:the )?logo(?: of)?\b|\b(?:home ?page|homepage|back to|go to|start page|home)\b",
    re.IGNORECASE,
)
_SMALL = {"the", "of", "and", "for", "a", "de", "la"}
_FIRST_BLOCKS = 3
_NAME_WORDS = 9
_LONGEST = 80
_BYLINE = re.compile(
    r"(?:(?:posted|published|written|story|report|words|text|reported)\s+)?(?:(?:by|with):?|(?:text|words|report|story|author|reporter|correspondent):)\s+(?P<names>[^\W\d_].{1,150})",
    re.IGNORECASE,
)
_AFTER_NAMES = re.compile(
    r"\s*(?:[|·•(/»]|–|—|\s-\s|\b(?:published|updated|posted|last updated|on|at)\b|\d"
    r"|,\s+(?=[a-z])|\bin [A-Z]).*$"
)
_NAMES = 12
_FEW = 4
_MOST_SIGNED = 20


class Names:
    """Asked once a page for its publisher and byline."""

    def __init__(self, page: Page, seen: Seen, body: Body) -> None:
        self._page = page
        self._seen = seen
        self._body = body

    @cached_property
    def publisher(self) -> str | None:
        """The site's own name, None where it has none.

        Of a channel its own; then og:site_name, the publisher in JSON-LD and other metadata, the
        name on the link to the first page or a logo, and what follows the headline in the title,
        stands at the head of the page or in its copyright line, where that fits the host. A name
        that is only a host stands back behind one that is not.
        """
        kept: str | None = None
        for stated in self._stated():
            name = " ".join((stated or "").split())
            if name and not _is_host(name):
                return name
            kept = kept or name or None
        return kept

    def _stated(self) -> Iterator[str | None]:
        page = self._page
        yield from page.texts(_CHANNEL)[:1]
        yield self._channel()
        yield page.meta("og:site_name")
        yield said(page.about.get("publisher"))
        yield from (one for one in page.item("publisher") if len(one) <= _LONGEST)
        yield page.meta(*_APP)
        yield from (said(o.get("name")) for o in page.objects if _is_site(o))
        yield from self._at_home()
        yield from (one for one in self._after_headline if fits(one, self._host))
        yield from (one for one in (*self._at_the_head(), *self._rights) if fits(one, self._host))
        yield from (one for one in self._after_headline if bare(one) not in self._sections)
        yield from self._rights if not self._host else ()

    def _channel(self) -> str | None:
        """The name over a post that leads to where all of its author's posts stand."""
        name, first = self._page.meta("og:title"), self._body.blocks[:1]
        for block in self._seen.blocks[max(0, first[0] - 6) : first[0]] if name and first else ():
            path = next((urlsplit(href).path.rstrip("/") for _, _, href in block.links), "")
            over = path.count("/") == 1 and len(path) > 1 and bare(block.text) == bare(name)
            if over and urlsplit(self._page.url or self._page.at or "").path.startswith(f"{path}/"):
                return name
        return None

    @cached_property
    def _host(self) -> str | None:
        return host(address(self._page.at) or address(self._page.url))

    def _at_home(self) -> Iterator[str]:
        """What the link to the site's first page says, and what its logo stands for."""
        links = [a for a in self._page.tree.iter("a") if self._page.is_home(a)][:5]
        for link in links:
            pictures = [*link.iter("img"), *link.iter("amp-img")]
            named = (
                link.get("aria-label"),
                *(i.get("alt") for i in pictures),
                link.get("title"),
                link.text_content(),
            )
            yield from (name for one in named if (name := _name(one)))
        for picture in self._page.tree.xpath(_LOGOS)[:3]:
            if name := _name(picture.get("alt")):
                yield name
        yield from (name for one in self._page.texts(_SITES)[:3] if (name := _name(one)))
        for title in self._page.texts(_FEEDS)[:1]:
            yield re.split(r"\s+[»|–-]\s+", _FEED.sub("", title))[0].strip(" »|–-")

    @cached_property
    def _after_headline(self) -> list[str]:
        """What a title has after or before the headline."""
        whole, title = self._page.named or "", self._page.title or ""
        parts = [part.strip() for part in BETWEEN.split(whole)]
        if len(parts) < 2 or not title or bare(title) == bare(whole):
            return []
        ends = (parts[-1], parts[0])
        return [end for end in ends if _name(end) and bare(end) not in bare(title)]

    def _at_the_head(self) -> Iterator[str]:
        """The first lines of a page that lead nowhere."""
        for block in self._seen.blocks[:_FIRST_BLOCKS]:
            if (
                not block.linked
                and _name(block.text)
                and bare(block.text) != bare(self._page.title)
            ):
                yield block.text

    @cached_property
    def _sections(self) -> set[str]:
        """What links and lists outside the report are called: sections of the site."""
        kept = self._body.kept
        others = (b for i, b in enumerate(self._seen.blocks) if i not in kept and b.words <= _FEW)
        return {bare(b.text) for b in others if b.linked or b.context == "item"}

    @cached_property
    def _rights(self) -> list[str]:
        found = []
        for block in self._seen.blocks:
            if block.words <= 60 and (match := _COPYRIGHT.search(block.text)):
                found.append(" ".join(match["name"].split()))
        return found

    @cached_property
    def byline(self) -> str | None:
        """JSON-LD author, else a meta element, microdata, what is called so or begins with "By".

        An address is no name.
        """
        page = self._page
        stated = (
            said(page.about.get("author")), page.meta("author"), page.meta("article:author"),
            page.meta("parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"),
            ", ".join(dict.fromkeys(page.item("author"))),
        )  # fmt: skip
        named = (_names(s) or s for s in stated if s and "://" not in s)
        return (
            next((s for s in named if len(s) <= 200), None)
            or self._line()
            or self._called()
            or self._below()
        )

    @cached_property
    def _near(self) -> range:
        """The blocks from the headline, or a little above, to the report's second paragraph."""
        kept = self._body.blocks
        spoken = [i for i in kept if prose(self._seen.blocks[i])]
        last = (spoken[:2] or kept[:1] or (len(self._seen.blocks),))[-1]
        return range(max(0, min(self._body.head, last)), last)

    def _line(self) -> str | None:
        """A line "By …" at the headline."""
        lines = (self._seen.blocks[i] for i in self._near if i not in self._body.kept)
        short = (b.text for b in lines if b.words <= 2 * _NAMES and b.text[-1] not in "!?")
        return next((names for text in short if (names := _names(text))), None)

    def _called(self) -> str | None:
        """What elements at the headline are called after the author."""
        near = [
            node for at, node in self._seen.signed if self._near.start <= at <= self._near.stop
        ][:_MOST_SIGNED]
        inner = [
            node
            for node in near
            if not any(node in other.iterancestors() for other in near if other is not node)
        ]
        found: dict[str, None] = {}
        for node in inner[:5]:
            text = _AFTER_NAMES.sub("", start_of(node)).strip(" ,")
            text = _names(text) or text
            if (
                bare(text) != bare(self.publisher)
                and 0 < len(text.split()) <= _NAMES
                and text[0].isupper()
                and "@" not in text
            ):
                found[text] = None
        return ", ".join(found) or None

    def _below(self) -> str | None:
        """A line "Posted by …" right below the report."""
        last = self._body.blocks[-1] if self._body.blocks else len(self._seen.blocks)
        for block in self._seen.blocks[last + 1 : last + 5]:
            if block.words <= 3 * _NAMES and re.match(
                r"(?:posted|written|published) by ", block.text, re.I
            ):
                return _names(block.text)
        return None


def fits(name: str, where: str | None) -> bool:
    """Whether a name is what a host is called after: a word of it, its letters, or its initials."""
    hosts = {bare(part) for part in (where or "").split(".")[:-1]} - {"www", "com", "co", "news"}
    words = [w for w in re.findall(r"[^\W\d_]+|\d+", name.casefold()) if w not in _SMALL]
    if not hosts or not words:
        return False
    label, joined = "".join(hosts), "".join(words)
    if any(len(word) > 3 and word in label for word in words):
        return True
    if any(len(part) > 3 and part in bare(name) for part in hosts):
        return True
    every = re.findall(r"[^\W\d_]+", name.casefold())
    short = {"".join(w[0] for w in words), "".join(w[0] for w in every)}
    return joined in hosts or bool({s for s in short if len(s) > 1} & hosts)


def _name(stated: str | None) -> str | None:
    """A site's name out of what a logo or a link to its first page says."""
    found = " ".join(_LOGO.sub(" ", stated or "").split()).strip(" -–—|:,.«»‹›<>")
    fitting = 1 < len(found) <= _LONGEST and found.count(" ") < _NAME_WORDS
    fitting = fitting and found.lower() not in load("pages")["places"]["words"]
    return found if fitting and any(c.isupper() for c in found) else None


def _names(line: str) -> str | None:
    """The names in a line "By A and B | …"."""
    found = _BYLINE.match(line)
    names = _AFTER_NAMES.sub("", found["names"]).strip(" ,.") if found else ""
    return (
        names
        if names and (names[0].isupper() or " " not in names) and names.count(" ") < _NAMES
        else None
    )


def _is_host(name: str) -> bool:
    return bool(re.fullmatch(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+/?", name))


def _is_site(told: dict[str, object]) -> bool:
    return told.get("@type") in ("WebSite", "NewsMediaOrganization")
