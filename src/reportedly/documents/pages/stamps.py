"""When a page says that its report was published, and when last changed, each with its place.

The order is that of what says it most clearly: the metadata, the JSON-LD, microdata, a time
element at the headline, the line of the byline, and last the address. The first clear one counts,
but where another states the same day with its time, that one. A date of change is never taken for
one of publication, and the day on which a page was saved for neither.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml.html import HtmlElement

from reportedly.lexicons import load

from ..table import said
from .blocks import Block, Seen, Time
from .body import Body
from .furniture import prose
from .moments import Moment, moment, moments
from .stated import Page, bare
from .told import kinds

_PUBLISHED = ("article:published_time", "og:article:published_time", "article:published")
_METAS = (
    "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date",
    "citation_publication_date", "cxenseparse:recs:publishtime", "article.published",
    "originalpublicationdate",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "article.updated",
    "revised", "article:modified", "last_modified", "last-updated", "last_updated", "lastupdated",
    "modified_time", "dc.modified", "parsely-updated-date", "modified", "updated_time", "updated",
    "dc.date.updated", "revision_date", "date.modified", "date_modified", "moddate",
)  # fmt: skip
_BY_DAY = re.compile(
    r"/((?:19|20|21)\d\d)[/-]?(\d\d?|[a-z]{3})[/-]?(\d\d?)(?=[/_.-]|$)", re.IGNORECASE
)
_CLOCK_ALONE = re.compile(
    r"\b(?:last )?(?:updated?|modified|edited|amended|corrected|revised|changed|upd)\W{1,4}(?:at )?"
    r"(\d{1,2})[:.](\d\d)(?:\s?([ap])\.?m\b)?(?!\S*\d{4})",
    re.I,
)
_NOTE = re.compile(
    r"(?:this|the) (?:article|story|report|page|post|piece|text|dispatch|version)\b.{0,12}?"
    r" (?:was|has been|is)"
    r" |(?:last )?(?:updated|corrected|amended|edited|revised|modified)\b",
    re.I,
)
_DATELINE = re.compile(r"(?P<line>[^a-z]{0,40}[^–—-]{0,60}?)\s(?:–|—|--?)\s")
_BEFORE_HEAD = 4
_FEW = 30
_PLACE_AND_DAY = 8


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day or moment (ISO 8601), the place in the page that states it, and the day as written."""

    at: str
    place: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class Stamps:
    """When a report was published, and when last changed; None where nothing says so."""

    published: Stamp | None = None
    updated: Stamp | None = None


def stamps(page: Page, seen: Seen, body: Body) -> Stamps:
    """The stamps of a page's report."""
    printed = _printed(seen, body)
    published = _clearest(
        [
            *_of_metas(page, _PUBLISHED, "published"),
            *_told(page, "datePublished"),
            *_of_metas(page, _METAS, "published"),
            *printed[0],
            *_in_text(seen, body),
            *_in_address(page.url or page.at),
        ]
    )
    updated = _clearest(
        [
            *_of_metas(page, _UPDATED, "updated"),
            *_told(page, "dateModified"),
            *printed[1],
            *_noted(seen, body),
            *_of_page(page),
        ]
    )
    if updated and published and updated.at <= published.at:
        updated = None
    return Stamps(published, updated)


def _clearest(found: list[Stamp]) -> Stamp | None:
    """The first, or the first with a time of the same day."""
    if not found:
        return None
    exact = (s for s in found if s.at[:10] == found[0].at[:10] and len(s.at) > len("2031-03-04"))
    return next(exact, found[0])


def _of_metas(page: Page, names: tuple[str, ...], what: str) -> Iterator[Stamp]:
    for name in names:
        if at := moment(stated := page.meta(name)):
            yield Stamp(at, f"{what} in the page's metadata", _as_written(stated))


def _told(page: Page, name: str) -> Iterator[Stamp]:
    if at := moment(stated := said(page.about.get(name))):
        yield Stamp(at, f"{name} in JSON-LD", _as_written(stated))
    items = {at for one in page.item(name) if (at := moment(one))}
    if len(items) == 1:
        yield Stamp(items.pop(), f"{name} in microdata")


def _of_page(page: Page) -> Iterator[Stamp]:
    """When JSON-LD says that the page of the report was changed, where it is silent of the report.

    A page named otherwise is another's.
    """
    own = {bare(page.title), bare(page.named), ""}
    for told in page.objects:
        named = bare(said(told.get("name")) or said(told.get("headline")))
        at = moment(stated := said(told.get("dateModified"))) if named in own else None
        if at and {"WebPage", "ItemPage", "NewsArticle"} & set(kinds(told)):
            yield Stamp(at, "dateModified in JSON-LD", _as_written(stated))
    sent = page.texts("//meta[@http-equiv='last-modified' or @http-equiv='Last-Modified']/@content")
    if at := moment(next(iter(sent), None)):
        yield Stamp(at, "updated in the page's metadata")


def _noted(seen: Seen, body: Body) -> Iterator[Stamp]:
    """A note of the report on itself: "This article was updated on 5 March 2031"."""
    for i in (*body.blocks[:2], *body.blocks[-2:]):
        text = seen.blocks[i].text
        found = next(moments(text), None) if _NOTE.match(text) else None
        if found and _ends_with(found.before, "updated"):
            yield Stamp(found.at, "foot of the page" if i > body.blocks[0] else "byline")


def _as_written(stated: str | None) -> str:
    """The day as stated, before it was turned into UTC; empty where it is written otherwise."""
    found = re.match(r"\s*(\d{4}-\d\d-\d\d)", stated or "")
    return found[1] if found else ""


def _in_address(url: str | None) -> Iterator[Stamp]:
    if found := _BY_DAY.search(url or ""):
        year, month, day = found.groups()
        said_ = f"{year}-{month:0>2}-{day:0>2}" if month.isdigit() else f"{day} {month} {year}"
        if at := moment(said_):
            yield Stamp(at, "address")


def _printed(seen: Seen, body: Body) -> tuple[list[Stamp], list[Stamp]]:
    """What the page shows near its headline: time elements first, then lines."""
    published: list[Stamp] = []
    updated: list[Stamp] = []
    first = _opening(seen, body)
    near = _near(body, first)
    for time in _times(seen, body, near):
        at = moment(time.stated) or next((m.at for m in moments(_shown(time))), None)
        if at:
            changed = _changed(time)
            (updated if changed else published).append(
                Stamp(at, "time element", _as_written(time.stated))
            )
    below_first = sorted(near, key=lambda i: i < body.head)
    lines = [
        (i, m) for i in below_first if i not in body.kept for m in moments(seen.blocks[i].text)
    ]
    for i, found in lines:
        stamp = Stamp(found.at, "byline")
        if _ends_with(found.before, "updated"):
            updated.append(stamp)
        elif _ends_with(found.before, "published") or (
            not _of_something_else(found.before) and _alone(seen, i, body, first)
        ):
            published.append(stamp)
    updated += _later_that_day(seen, near, published)
    foot = _at_the_foot(seen, body)
    return published + foot[0], updated + foot[1]


def _opening(seen: Seen, body: Body) -> int:
    """The report's second paragraph: the first may stand above the byline."""
    spoken = [i for i in body.blocks if prose(seen.blocks[i])]
    return spoken[1] if len(spoken) > 1 else (body.blocks or (len(seen.blocks),))[0]


def _near(body: Body, first: int) -> range:
    """The blocks around the headline, up to the report's first paragraph."""
    if body.head < 0 or body.head > first:
        return range(max(0, first - 2 * _BEFORE_HEAD), first)
    above = max(0, body.head - _BEFORE_HEAD)
    return range(above, first if first > body.head else body.head + 1)


def _times(seen: Seen, body: Body, near: range) -> list[Time]:
    found = [
        t
        for t in seen.times
        if near.start <= t.block < near.stop or (t.block == near.stop and not t.before)
    ]
    inside = [t for t in found if _within(seen, t.node, body.head, t.block)]
    if inside:
        return inside
    alive = [t for t in seen.times if not _commented(seen, t.node)]
    return alive if len(alive) == 1 else []


def _within(seen: Seen, at: int, head: int, block: int) -> bool:
    """Whether what stands before the headline is in an element with it, not the site's head."""
    return block >= head or _beside(seen, at, head)


def _beside(seen: Seen, at: int, head: int) -> bool:
    node = seen.nodes[at]
    while node.parent >= 0 and node.tag not in {"body", "html"}:
        if node.first <= head < node.last:
            return True
        node = seen.nodes[node.parent]
    return False


def _commented(seen: Seen, at: int) -> bool:
    while at >= 0:
        if seen.nodes[at].kind == "never" or seen.nodes[at].tag in {"nav", "aside", "footer"}:
            return True
        at = seen.nodes[at].parent
    return False


def _shown(time: Time) -> str:
    return " ".join(time.element.itertext())[:200]


def _changed(time: Time) -> bool:
    """Whether a time element states a change: by its class, or the words before it."""
    names = f"{time.element.get('class') or ''} {time.element.get('itemprop') or ''}".lower()
    if "publish" in names:
        return False
    own = re.match(r"\W*([a-z ]+)", _shown(time).lower())
    labels = (time.before, own[1] if own else "", time.element.get("title") or "")
    return bool(_CHANGES.search(names) or _CHANGES.search(_alone_in(time.element))) or any(
        _ends_with(label, "updated") for label in labels
    )


_CHANGES = re.compile(r"updated?\b|modif|edited|revis|changed|corrected|amended|lastmod")


def _alone_in(node: HtmlElement) -> str:
    """What the element around a time is called, where it holds no other."""
    parent = node.getparent()
    held = parent is not None and parent.tag in {"span", "p", "div", "li", "dd", "small"}
    single = held and sum(1 for _ in parent.iter("time")) == 1
    return (parent.get("class") or "").lower()[:200] if single else ""


def _ends_with(before: str, which: str) -> bool:
    before = _BY.sub(" ", before.lower())
    words = re.sub(r"[^a-z ]+", " ", before).split()
    if words[-1:] in (["on"], ["at"]):
        words = words[:-1]
    while words and words[-1][:3] in _WEEKDAYS and len(words) > 1:
        words = words[:-1]
    text = " ".join(words)
    return any(text == label or text.endswith(f" {label}") for label in _labels(which))


_BY = re.compile(r"\bby (?:[\w.'’-]+\W+){1,4}?(?:(?:on|at)\W*)?$")
_WEEKDAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}


@cache
def _labels(which: str) -> tuple[str, ...]:
    return tuple(load("pages")["stamps"][which])


def _of_something_else(before: str) -> bool:
    """Whether the words before a day say that it dates no publication: "Joined:", "Printed on"."""
    other = set(re.findall(r"[a-z]+", before.lower())) & set(_labels("other"))
    return bool(other) or before.rstrip().endswith(":")


def _alone(seen: Seen, at: int, body: Body, first: int) -> bool:
    """Whether a line without a label dates the report: short, no sentence, at its head."""
    block = seen.blocks[at]
    sentence = prose(block) and block.text.rstrip("\"'”’)")[-1:] in ".!?"
    inside = at >= body.head if body.head >= 0 else at < first
    return not sentence and block.words <= _FEW and (inside or _beside(seen, block.node, body.head))


def _later_that_day(seen: Seen, near: range, published: list[Stamp]) -> Iterator[Stamp]:
    """A time alone beside a day, as in "Updated 18:20": of that day."""
    for i in near:
        found = _CLOCK_ALONE.search(seen.blocks[i].text)
        if found and published and published[-1].place == "byline":
            late = 12 if (found[3] or "").lower() == "p" and found[1] != "12" else 0
            at = moment(f"{published[-1].at[:10]}T{int(found[1]) + late:0>2}:{found[2]}:00")
            if at and not list(moments(seen.blocks[i].text[found.start() :])):
                yield Stamp(at, "byline")


def _in_text(seen: Seen, body: Body) -> Iterator[Stamp]:
    """A day with its year before the first dash of the report, or in a line of its own below it."""
    if not body.blocks:
        return
    start = re.match(
        r"(?P<line>[^a-z]{0,40}[^–—-]{0,60}?)\s(?:–|—|--?)\s", seen.blocks[body.blocks[0]].text
    )
    found = next(moments(start["line"]), None) if start else None
    if found and all(not word[0].islower() for word in found.before.split()):
        yield Stamp(found.at, "dateline")
    last = body.blocks[-1]
    ends = seen.blocks[max(last - 1, body.head + 1) : last + 2]
    lines = (b.text for b in ends if _places_a_day(b) and not body.dead[b.node])
    days = {m.at for line in lines for m in moments(line) if ":" not in m.before}
    if len(days) == 1:
        yield Stamp(days.pop(), "line below the text")


def _places_a_day(block: Block) -> bool:
    """Whether a line is short and no sentence: "Vesk, 4 March 2031"."""
    return block.words <= _PLACE_AND_DAY and not block.linked and block.text[-1] not in ".!?"


def _at_the_foot(seen: Seen, body: Body) -> tuple[list[Stamp], list[Stamp]]:
    """Stamps with a label below the report: "Last modified: 4 March 2031"."""
    last = body.blocks[-1] if body.blocks else body.head
    published: list[Stamp] = []
    updated: list[Stamp] = []
    for i in range(last + 1, len(seen.blocks)):
        block = seen.blocks[i]
        if block.words > _FEW or _commented_only(seen, block.node):
            continue
        for found in moments(block.text):
            if _ends_with(found.before, "updated"):
                updated.append(Stamp(found.at, "foot of the page"))
            elif _ends_with(found.before, "published"):
                published.append(Stamp(found.at, "foot of the page"))
    return (published if len(published) == 1 else []), (updated if len(updated) == 1 else [])


def _commented_only(seen: Seen, at: int) -> bool:
    while at >= 0:
        if seen.nodes[at].kind == "never" or seen.nodes[at].tag in {"nav", "aside"}:
            return True
        at = seen.nodes[at].parent
    return False


__all__ = ["Moment", "Stamp", "Stamps", "stamps"]
