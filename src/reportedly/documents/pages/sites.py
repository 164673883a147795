"""The name of the site that published a page, from every place where sites state it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Any

from lxml.html import HtmlElement

from reportedly.lexicons import load

from ..addresses import address, host
from ..table import said
from . import called
from .blocks import Block, Seen
from .body import Body
from .called import LONGEST, fits
from .channels import channel
from .stated import BETWEEN, Page, bare, start_of
from .told import kinds

_APP = ("application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher",
        "dcterms.publisher", "article:publisher_name", "copyright-holder", "citation_publisher",
        "citation_journal_title", "cre", "al:ios:app_name", "al:android:app_name",
        "twitter:app:name:iphone", "twitter:app:name:googleplay", "msapplication-tooltip",
        "parsely-site", "sitename", "site_name", "source-name", "dcsext.site")  # fmt: skip
_LOOSE = ("copyright", "rights", "dc.rights", "dcterms.rights", "rightsholder", "author", "owner",
          "apple-itunes-app-name", "organization", "dcterms.rightsholder")  # fmt: skip
_LOGOS = (
    "//img[contains(@class, 'logo') or contains(@id, 'logo') or contains(@src, 'logo')"
    " or ../@id = 'logo' or contains(../@class, 'logo')]"
    " | //amp-img[contains(@class, 'logo') or contains(@src, 'logo')]"
    " | //header//amp-img"
)
_DRAWN = "//svg[contains(@class, 'logo') or contains(../@class, 'logo')]/title"
_SITES = (
    "//*[contains(@class, 'site-title') or contains(@class, 'site-name')"
    " or contains(@class, 'sitename') or contains(@class, 'brand') or contains(@class, 'logo')"
    " or contains(@class, 'sitetitle') or contains(@class, 'blog-title')"
    " or contains(@class, 'masthead')"
    " or contains(@class, 'forum-name') or contains(@class, 'forum-title')"
    " or contains(@class, 'board-name') or contains(@class, 'publication-name')"
    " or contains(@class, 'outlet') or contains(@id, 'site-title') or contains(@id, 'sitename')]"
)
_FEEDS = (
    "//link[contains(@type, 'rss+xml') or contains(@type, 'atom+xml')"
    " or contains(@type, 'opensearch')]/@title"
)
_FEED = re.compile(
    r"\b(?:rss|atom|feeds?|search|news feed|comments?|latest news|all (?:news|articles|stories)"
    r"|main feed|top stories|headlines)\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:copyright|©|\(c\))?\s*(?:by\s+)?(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s+)?"
    r"(?:by\s+)?(?P<name>[^\W\d_][^|.,;©·•\n]{1,70}?)(?:,?\s+\d{4}(?:\s*[-–]\s*\d{4})?)?\s*"
    r"(?=[|.,;·•\n]|\ball rights|$)",
    re.IGNORECASE,
)
_NO_OUTLET = re.compile(
    r"\b(?:holdings?|group|photos?|pictures|images|getty|agency|wire|publishing|publishers|partners"
    r"|rights|reserved|notice|policy|all|contributors?|authors?)\b",
    re.IGNORECASE,
)
_RUN = (
    r"(?P<name>(?:The )?[A-Z][\w’'&.-]*(?:(?: (?:of|for|and|the|from|on|in|&))*"
    r" [A-Z][\w’'&-]*){0,8})"
)
_OWN = re.compile(
    r"^(?:Published|Issued|Produced|Operated|Edited|Run|Maintained) by:? (?:the )?" + _RUN
)
_BODIES = re.compile(
    r"(?:the )?(?:state |federal |national |royal )?(?:ministry|institute|department|embassy"
    r"|consulate general|office|government|presidency|press service|centre|center|council"
    r"|foundation|general staff|secretariat|chancellery|administration|directorate|commission"
    r"|mission|bureau|committee) (?:of|for|on) ",
    re.IGNORECASE,
)
_STATE = re.compile(r"(?:\w+ )?(?:republic|kingdom|state|federation) of ", re.IGNORECASE)
_END = re.compile(r"\s*(?:[|•·,;:]|\s[–—-]\s|\. )\s*")
_HOLDERS = ("copyrightHolder", "provider", "sdPublisher")
_MOST_SIGNED = 20
_FIRST_BLOCKS = 8
_FOOT = 12
_LINE = 40
_FEW = 4
_SHORT = 12
_FRAME = 60
_MOST_LINES = 2_000
_OUTER = ("WebSite", "CreativeWork", "Product", "Newspaper", "Periodical", "Organization", "Blog",
          "NewsMediaOrganization", "BroadcastService", "RadioStation")  # fmt: skip


class Site:
    """Asked once a page for the name of its site."""

    def __init__(self, page: Page, seen: Seen, body: Body) -> None:
        self._page = page
        self._seen = seen
        self._body = body
        stated = (address(page.at), address(page.canonical), address(page.url))
        self._hosts = [one for one in map(host, stated) if one]

    @cached_property
    def name(self) -> str | None:
        """The site's own name, None where it has none.

        Of a channel its own; then og:site_name, the publisher in JSON-LD and other metadata, the
        name on the link to the first page or a logo; then what follows the headline in the title,
        stands at the head or the foot of the page, in its copyright line or where the site speaks
        to its readers: first what the host is called after, then what stands in two such places,
        then one. A name that is only a host stands back behind one that is not, and the name of a
        platform behind all.
        """
        kept: str | None = None
        for stated in self._stated():
            name = called.plain(stated)
            if name and not called.is_host(name) and not called.is_platform(name):
                return self._cased(name)
            kept = kept or name or None
        return kept or self._copied()

    def _copied(self) -> str | None:
        """The host of the canonical address, of a copy whose own address is made out of it."""
        at, there = (self._page.at or "").casefold(), host(address(self._page.canonical))
        if not there or there == host(address(at)):
            return None
        return there if there in at or there.replace(".", "-") in at else None

    def _stated(self) -> Iterator[str | None]:
        page = self._page
        yield channel(page, self._seen, self._body)
        yield page.meta("og:site_name")
        yield said(page.resolved(page.about.get("publisher")))
        yield from self._part_of()
        yield from (one for one in page.item("publisher") if len(one) <= LONGEST)
        yield page.meta(*_APP)
        yield from (said(o.get("name")) for o in page.objects if _is_site(o))
        yield from self._at_home()
        named = (*self._ends, *self._rights, *self._pictures)
        loose = [one for place in self._places for one in place]
        yield from (one for one in named if self._fits(one))
        yield from (one for one in loose if self._is_called(one))
        yield from (one for one in loose if " " in one and self._fits(one, least=3))
        yield from (one for one in (*self._ways, *self._hints) if self._fits(one))
        yield self._anywhere()
        yield from self._twice()
        yield from self._owners()
        yield from (one for one in loose if _BODIES.match(one))
        yield from self._parted
        yield from self._ways
        yield from (one for one in self._rights if not _NO_OUTLET.search(one) or not self._hosts)

    def _part_of(self) -> Iterator[str | None]:
        """The site that JSON-LD calls the whole of which a report is a part."""
        about = self._page.about
        for _ in range(3):
            about = self._page.resolved(about.get("isPartOf"))
            if isinstance(about, list):
                about = self._page.resolved(about[0]) if about else {}
            if not isinstance(about, dict):
                return
            if set(kinds(about)) & set(_OUTER):
                yield said(about.get("name"))
            yield said(self._page.resolved(about.get("publisher")))

    def _fits(self, one: str, least: int = 2) -> bool:
        return any(fits(one, where, least) for where in self._hosts)

    def _is_called(self, one: str) -> bool:
        return any(called.wholly(one, where) for where in self._hosts)

    def _at_home(self) -> Iterator[str]:
        """What the link to the site's first page says, and what its logo stands for."""
        for link in [a for a in self._page.tree.iter("a") if self._page.is_home(a)][:5]:
            named = (
                link.get("aria-label"),
                *(i.get("alt") for i in link.iter("img", "amp-img")),
                *(t.text for t in link.iter("title")),
                link.get("title"),
                link.text_content(),
            )
            names = (name for one in named if (name := called.name(one)))
            yield from (name for name in names if not _STATE.match(name))
        for picture in self._page.tree.xpath(_LOGOS)[:3]:
            if name := called.name(picture.get("alt")):
                yield name
        texts = (
            *(_first(node) for node in self._page.tree.xpath(_SITES)[:4]),
            *self._page.texts(_DRAWN)[:1],
        )
        yield from (name for one in texts if (name := called.name(one)))
        for title in self._page.texts(_FEEDS)[:1]:
            first = re.split(r"\s+[»|–—:-]\s+", _FEED.sub("", title))[0].strip(" »|–—:-")
            yield from filter(None, [called.name(first)])

    @cached_property
    def _metas(self) -> list[str]:
        return [stated for one in _LOOSE if (stated := self._page.meta(one))]

    @cached_property
    def _pictures(self) -> list[str]:
        """What the first pictures stand for."""
        alts = [node.get("alt") for node in self._page.tree.iter("img", "amp-img")][:3]
        return [name for one in alts if (name := called.name(one)) and called.capital(name)]

    @cached_property
    def _places(self) -> list[list[str]]:
        """What may be the name, by the place it stands at."""
        page = self._page
        held = [said(page.resolved(page.about.get(key))) for key in _HOLDERS]
        places: tuple[Iterable[str | None], ...] = (
            self._ends, self._at_the_head(), self._rights, self._at_the_foot(),
            (one for one in self._metas if not _COPYRIGHT.search(one)), self._pictures, held,
        )  # fmt: skip
        cleaned = ([name for one in place if (name := called.name(one))] for place in places)
        return [[one for one in place if called.capital(one)] for place in cleaned]

    def _twice(self) -> Iterator[str]:
        """What stands at two such places, written alike, and is no author's name."""
        signed = (start_of(node) for _, node in self._seen.signed[:_MOST_SIGNED])
        credited = (said(self._page.resolved(self._page.about.get("author"))), *signed)
        others = {bare(one) for one in (*credited, self._page.meta("author"), self._page.title)}
        letters = [{bare(one) for one in place} for place in self._places]
        for name in (one for place in self._places for one in place):
            own = bare(name)
            often = sum(own in place for place in letters) > 1
            if often and len(own) > _FEW and own not in others | self._sections:
                yield name

    @cached_property
    def _ends(self) -> list[str]:
        """What a title has after or before the headline."""
        whole, title = self._page.named or "", self._page.title or ""
        parts = [part.strip() for part in BETWEEN.split(whole[:1000])]
        if len(parts) < 2 or not title or bare(title) == bare(whole):
            return []
        ends = (parts[-1], parts[0])
        return [end for end in ends if called.name(end) and bare(end) not in bare(title)]

    @cached_property
    def _parted(self) -> list[str]:
        """Ends of a title of which the rest is the headline, and which no section is called."""
        return [one for one in self._ends if bare(one) not in self._sections]

    def _at_the_head(self) -> Iterator[str]:
        """The first lines of a page, up to its headline."""
        last = self._body.head if self._body.head >= 0 else min(self._body.blocks, default=0)
        for block in self._seen.blocks[: min(_FIRST_BLOCKS, max(last, 0))]:
            yield block.text
            yield _END.split(block.text)[0]

    def _at_the_foot(self) -> Iterator[str]:
        """What lines below the report begin with: "Vesk Courier, 4 Mill Lane"."""
        after = max(self._body.blocks, default=-1) + 1
        for block in self._seen.blocks[after:][-_FOOT:]:
            if block.words <= _LINE and not _COPYRIGHT.search(block.text):
                yield _END.split(block.text)[0]

    @cached_property
    def _around(self) -> list[Block]:
        """The lines of the page that are no part of its report."""
        kept = self._body.kept
        return [b for i, b in enumerate(self._seen.blocks) if i not in kept and b.words <= _LINE]

    @cached_property
    def _ways(self) -> list[str]:
        """Whom a site calls itself when it speaks of itself or to its readers."""
        return self._said("ways")

    @cached_property
    def _hints(self) -> list[str]:
        """What may be the site's name in its words to its readers, where it fits."""
        return self._said("hints")

    def _said(self, what: str) -> list[str]:
        last = [self._seen.blocks[i] for i in self._body.blocks[-1:]]
        lines = [
            b.text for b in (*self._around[:_MOST_LINES], *(b for b in last if b.words <= _SHORT))
        ]
        found = (way.search(line) for line in lines for way in _ways(what))
        return [n for m in found if m and (n := called.name(m["name"])) and not called.is_host(n)]

    def _owners(self) -> Iterator[str]:
        """Who publishes the site, as its foot says."""
        after = max(self._body.blocks, default=-1) + 1
        for i in range(max(after, len(self._seen.blocks) - _FOOT), len(self._seen.blocks)):
            # Right below a report it says who wrote it.
            found = _OWN.search(self._seen.blocks[i].text)
            if (
                found
                and (i > after or self._in_footer(i))
                and (name := called.name(found["name"]))
                and not _NO_OUTLET.search(name)
            ):
                yield name

    def _in_footer(self, at: int) -> bool:
        node = self._seen.nodes[self._seen.blocks[at].node].element
        return node.tag == "footer" or next(node.iterancestors("footer"), None) is not None

    def _anywhere(self) -> str | None:
        """A name around the report that the host is wholly called after."""
        texts = [b.text for b in (*self._around[:_FRAME], *self._around[_FRAME:][-_FRAME:])]
        found = (called.within(text, one) for one in self._hosts for text in texts)
        return next((name for name in found if name), None)

    @cached_property
    def _sections(self) -> set[str]:
        """What links and lists outside the report are called: sections of the site."""
        few = [block for block in self._around if block.words <= _FEW]
        return {bare(b.text) for b in few if b.linked or b.context == "item"}

    @cached_property
    def _rights(self) -> list[str]:
        lines = (b.text for b in self._seen.blocks if b.words <= 60)
        found = [_COPYRIGHT.search(line) for line in (*lines, *self._metas)]
        return [
            name for match in found if match and (name := called.name(called.outlet(match["name"])))
        ]

    def _cased(self, name: str) -> str:
        """A name in capitals as the page writes it elsewhere."""
        if not name.isupper() or " " not in name:
            return name
        pattern = re.compile(re.escape(name), re.IGNORECASE)
        texts = (self._page.named or "", *(b.text for b in self._seen.blocks))
        found = (match[0] for text in texts for match in pattern.finditer(text))
        return next((one for one in found if not one.isupper()), name)


def _first(node: HtmlElement) -> str:
    """The words of an element; of the head of a page the first."""
    if "masthead" not in (node.get("class") or ""):
        return start_of(node)
    return next((text for piece in node.itertext() if (text := piece.strip())), "")


def _is_site(told: dict[str, Any]) -> bool:
    return bool({"WebSite", "NewsMediaOrganization"} & set(kinds(told)))


@cache
def _ways(what: str) -> tuple[re.Pattern[str], ...]:
    stated = load("pages")["names"][what]
    return tuple(re.compile(way.replace("NAME", _RUN)) for way in stated)
