"""Live blogs: each entry of a page that is written on while things happen, with its moment.

Entries are found by their marks (``marks``, ``ranges``). A live blog whose entries are in no
elements of their own is one report.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import quote

from ..table import said
from .asides import appeals, formed
from .blocks import Block, Seen
from .body import Body
from .boxes import boxes
from .days import date_clocks
from .furniture import byline_like, caption, furniture, prose
from .marks import Mark, beyond, clocked, headed, marks, only_when
from .moments import moment
from .ranges import ranges, updates
from .stated import Page, bare
from .told import kinds

_LIVE = re.compile(
    r"\blive\b|\blive-?(?:blog|feed|ticker|updates?)|\bticker\b|\bas (?:it|they) happen"
    r"|\b(?:latest|rolling) updates\b|\brolling\b|\b(?:minute|hour) by (?:minute|hour)\b"
    r"|\bminute-by-minute\b|\btimeline of updates\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"\btime-?line\b|\bupdates\b|\bupdates?-|\bentries\b|\bkey-?(?:events?|moments?)\b|\bstream\b"
    r"|\bfeed\b|\bchronology\b|\bprotocol\b|\blatest\b|\bdirect\b",
    re.IGNORECASE,
)
"""What live blogs are called, and other pages too: their entries have to show it."""

_LEAST = 2
_LABEL = 5
_SURE = 3
_MOST_OF_PAGE = 0.6
_WORDS_OF_PART = 6
_NAMED = ("class", "id", "itemtype", "data-component", "data-testid", "aria-label")
_LONGEST = 200
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ENDS = re.compile(r"[.!?…][\"')\]”’»]*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its ``blocks`` in the page, its heading, when it was written and last changed.

    ``part`` is the fragment that leads to it, ``anchor`` whether the page itself has that; its
    element begins at the block ``first``. ``clocked``: it states at least a clock.
    """

    blocks: tuple[int, ...]
    title: str | None
    published: str | None
    dated: str | None
    updated: str | None
    part: str
    anchor: bool
    first: int
    clocked: bool


def is_live(page: Page, seen: Seen, body: Body) -> bool:
    """Whether a page says that it is a live blog: in JSON-LD, its names, headline or address."""
    if any("LiveBlogPosting" in kinds(told) or "liveBlogUpdate" in told for told in page.objects):
        return True
    return any(map(_LIVE.search, _called(page, seen, body)))


def perhaps(seen: Seen, body: Body, found: Sequence[Entry]) -> bool:
    """Whether entries are those of a live blog that is not called one.

    Several have a moment or clock, and they are most of the page.
    """
    if len(found) < _SURE or not all(one.published or one.clocked for one in found):
        return False
    words = sum(seen.blocks[i].words for one in found for i in one.blocks)
    whole = sum(b.words for b in seen.blocks if prose(b) and not body.dead[b.node])
    return words >= _MOST_OF_PAGE * whole


def maybe_live(page: Page, seen: Seen, body: Body) -> bool:
    """Whether a page has names that live blogs have, too."""
    return any(map(_PERHAPS.search, _called(page, seen, body)))


def _called(page: Page, seen: Seen, body: Body) -> list[str]:
    """The names of a page and of its larger elements, its headline and address."""
    told = [page.title or "", page.url or "", page.at or "", page.meta("og:type") or ""]
    near = seen.blocks[max(0, body.head - 3) : max(0, body.head) + 4]
    told += [b.text for b in near if b.words <= 3]
    for node in seen.nodes:
        if node.last - node.first > 3 and not body.dead[node.parent if node.parent >= 0 else 0]:
            names = (node.element.get(name) or "" for name in _NAMED)
            told.append(" ".join(names)[:_LONGEST])
    return [_CAMEL.sub("-", one.replace("_", "-")) for one in told]


def entries(page: Page, seen: Seen, body: Body, days: Sequence[str]) -> list[Entry]:
    """The entries of a live blog as printed; none where there are not two.

    Nor where not all of them stand in elements of their own: where one ends would be a guess.

    ``days``: those of the blog's own publication and last change, where it states them.
    """
    found = ranges(page, seen, body)
    if not found:
        return []
    date_clocks(seen, found, days)
    stated = updates(page)
    spoken = ((one, _blocks(seen, body, one)) for one in found)
    return [_entry(seen, one, blocks, stated) for one, blocks in spoken if blocks]


def stamped(seen: Seen, body: Body) -> bool:
    """Whether there are several stamps in a report."""
    found = marks(seen, body.dead, max(body.head + 1, body.start), body.end)
    return len(list(islice((one for one in found if not one.framed), _LEAST))) == _LEAST


def _blocks(seen: Seen, body: Body, one: Mark) -> tuple[int, ...]:
    live = [i for i in range(one.first, one.last) if not body.dead[seen.blocks[i].node]]
    boxed = boxes(seen, live, None) | formed(seen, live)
    kept = []
    for i in live:
        block = seen.blocks[i]
        own = i == one.stamp and not one.told and not headed(block)
        if own or i in boxed or only_when(block) or furniture(block) or caption(seen, i):
            continue
        beside = i in body.kept and not (abs(i - one.stamp) == 1 and _label(block))
        if not byline_like(block) and (_says(block) or _within(seen, one, block) or beside):
            kept.append(i)
    gone = appeals(seen, kept)
    kept = [i for i in kept if i not in gone]
    while kept and seen.blocks[kept[-1]].context == "heading":
        kept.pop()
    return tuple(kept)


def _says(block: Block) -> bool:
    """Whether a block is a paragraph, or one by its place or its end."""
    ended = block.words > _LEAST and bool(_ENDS.search(block.text[-6:]))
    return prose(block) or block.context == "heading" or ended


def _label(block: Block) -> bool:
    """Whether a line beside a stamp is who wrote, or what about."""
    return block.words <= _LABEL and block.text[-1] != ":" and not _ENDS.search(block.text[-6:])


def _within(seen: Seen, one: Mark, block: Block) -> bool:
    """Whether a block stands in a list or quotation of the entry; the entry may be an item, too."""
    if block.context not in {"item", "quote"}:
        return False
    at = block.node
    while at > one.node and seen.nodes[at].tag not in {"li", "dd", "dt", "blockquote"}:
        at = seen.nodes[at].parent
    return at > one.node


def _entry(
    seen: Seen, found: Mark, blocks: tuple[int, ...], updates: Sequence[dict[str, Any]]
) -> Entry:
    part = _anchor(seen, found)
    words = " ".join(seen.blocks[blocks[0]].text.split()[:_WORDS_OF_PART])
    told = _told(updates, part, "".join(bare(seen.blocks[i].text) for i in blocks))
    stated = moment(said(told.get("datePublished")))
    changed = moment(said(told.get("dateModified")))
    published = found.at or stated
    title = next((_title(seen, i) for i in blocks if seen.blocks[i].context == "heading"), None)
    return Entry(
        blocks,
        title or said(told.get("headline")),
        published,
        found.dated if found.at else ("datePublished in JSON-LD" if stated else None),
        changed if changed and changed > (published or "") else None,
        part or ":~:text=" + quote(words, safe=""),
        bool(part),
        found.first,
        found.clock is not None,
    )


def _title(seen: Seen, at: int) -> str | None:
    text = seen.blocks[at].text
    return beyond(text) or text if clocked(text) else text


def _anchor(seen: Seen, found: Mark) -> str | None:
    """The fragment that leads to an entry: its id, or that of something in it that has one."""
    if found.node < 0:
        return None
    element = seen.nodes[found.node].element
    for node in (element, *element.xpath(".//*[@id]")[:1]):
        if node.get("id"):
            return str(node.get("id"))[:200]
    hrefs = (
        str(h).partition("#")[2] for h in element.xpath(".//a[contains(@href, '#')]/@href")[:5]
    )
    return next((h[:200] for h in hrefs if h), None)


def _told(updates: Sequence[dict[str, Any]], part: str | None, text: str) -> dict[str, Any]:
    """The JSON-LD of an entry: with its fragment, or with words of its own."""
    for told in updates:
        url = said(told.get("url")) or said(told.get("@id")) or ""
        if part and url.partition("#")[2] == part:
            return told
    for told in updates:
        own = bare(said(told.get("articleBody")) or "")[:80]
        if len(own) > 30 and own in text:
            return told
    return {}
