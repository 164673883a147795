"""Live blogs: each entry of a page that is written on while things happen, with its moment.

An entry is the largest element around a stamp (a clock, a day with a clock, a time element) in
which no other stamp stands. A live blog whose entries are in no elements of their own is one
report.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, pairwise
from typing import Any
from urllib.parse import quote

from ..table import said
from .blocks import Block, Seen
from .body import Body
from .furniture import byline_like, caption, furniture, prose
from .moments import moment, moments
from .stated import Page, bare
from .told import kinds

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?!\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?", re.IGNORECASE
)
_STAMP = re.compile(
    r"[^\w]*(?:(?:posted|published|at|on|time|today|yesterday|mon|tue|wed|thu|fri|sat|sun)\w*[\s,:]+)*"
    r"(?:(?P<day>\d{1,2})[./](?P<month>\d{1,2})\.?[^\w]+)?" + _CLOCK.pattern,
    re.IGNORECASE,
)
_LIVE = re.compile(
    r"\blive\b|\blive-?blog|\bticker\b|\bas it happen|\blatest updates\b|\brolling\b", re.IGNORECASE
)
MOST = 1_000
"""Entries of one page, and updates in its JSON-LD: the first are read."""

_FEW = 14
_BEFORE_DAY = 14
_MOST_OF_THEM = 0.7
_LEAST = 2
_NAMES = 3
_WORDS_OF_PART = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its ``blocks`` in the page, its heading, when it was written and last changed.

    ``part`` is the fragment that leads to it, ``anchor`` whether the page itself has that; its
    element begins at the block ``first``.
    """

    blocks: tuple[int, ...]
    title: str | None
    published: str | None
    dated: str | None
    updated: str | None
    part: str
    anchor: bool
    first: int


@dataclass(slots=True)
class _Found:
    stamp: int
    first: int
    last: int
    node: int
    at: str | None = None
    dated: str | None = None
    clock: tuple[int, int] | None = None
    day: date | None = None


def is_live(page: Page, seen: Seen, body: Body) -> bool:
    """Whether a page says that it is a live blog: in JSON-LD, its names, headline or address."""
    if any("LiveBlogPosting" in kinds(told) for told in page.objects):
        return True
    told = [page.title or "", page.url or "", page.at or "", page.meta("og:type") or ""]
    near = seen.blocks[max(0, body.head - 3) : max(0, body.head) + 4]
    told += [b.text for b in near if b.words <= 3]
    for node in seen.nodes:
        if node.last - node.first > 3 and not body.dead[node.parent if node.parent >= 0 else 0]:
            told.append(
                f"{node.element.get('class') or ''} {node.element.get('itemtype') or ''}"[:200]
            )
    return any(_LIVE.search(one.replace("_", "-")) for one in told)


def entries(page: Page, seen: Seen, body: Body, days: Sequence[str]) -> list[Entry]:
    """The entries of a live blog as printed; none where there are not two.

    Nor where not all of them stand in elements of their own: where one ends would be a guess.

    ``days``: those of the blog's own publication and last change, where it states them.
    """
    every = list(islice(_ranges(seen, body), MOST))
    found = [one for one in every if _spoken(seen, body, one)]
    own = all(one.node >= 0 for one in found) and len(found) > _MOST_OF_THEM * len(every)
    if len(found) < _LEAST or not own:
        return []
    _date_clocks(seen, found, days)
    updates = [o for o in page.objects if "articleBody" in o or "BlogPosting" in kinds(o)][:MOST]
    return [_entry(seen, body, one, updates) for one in found]


def stamped(seen: Seen, body: Body) -> bool:
    """Whether there are several stamps in a report."""
    return len(list(islice(_stamps(seen, body), _LEAST))) == _LEAST


def _spoken(seen: Seen, body: Body, found: _Found) -> bool:
    return bool(_blocks(seen, body, found))


def _ranges(seen: Seen, body: Body) -> Iterator[_Found]:
    """Every stamp in the report with the blocks that are its entry's."""
    stamps = list(_stamps(seen, body))
    for n, stamp in enumerate(stamps):
        before = stamps[n - 1].stamp if n else body.head
        after = stamps[n + 1].stamp if n + 1 < len(stamps) else body.end
        at = seen.blocks[stamp.stamp].node
        while True:
            above = seen.nodes[at].parent
            if above < 0 or seen.nodes[above].first <= before or seen.nodes[above].last > after:
                break
            at = above
        node = seen.nodes[at]
        inside = node.last - node.first > 1
        stamp.node = at if inside else -1
        stamp.first, stamp.last = (node.first, node.last) if inside else (stamp.stamp, after)
        yield stamp


def _stamps(seen: Seen, body: Body) -> Iterator[_Found]:
    times = {t.block: t for t in seen.times}
    for i in range(max(body.head + 1, body.start), body.end):
        block = seen.blocks[i]
        if body.dead[block.node] or block.words > _FEW or prose(block):
            continue
        time = times.get(i)
        at = moment(time.stated) if time else None
        clock = _STAMP.match(block.text)
        dated = _dated(block.text)
        listed = _is_item(seen, block) and block.words > 2 and not (at or dated)
        if listed or not (at or clock or dated):
            continue
        found = _Found(i, i, i + 1, -1)
        if at and len(at) > len("2031-03-04"):
            found.at, found.dated = at, "time element"
        elif dated:
            found.at, found.dated = dated, "stamp of the entry"
        elif clock:
            found.clock, found.day = _hour(clock), _day(clock)
        yield found


def _is_item(seen: Seen, block: Block) -> bool:
    """Whether a block is all of an item of a list, as in a list of key moments."""
    at = block.node
    while at >= 0 and seen.nodes[at].last - seen.nodes[at].first == 1:
        if seen.nodes[at].tag == "li":
            return True
        at = seen.nodes[at].parent
    return False


def _dated(text: str) -> str | None:
    """The day and clock that a line begins with."""
    found = next(moments(text), None)
    return found.at if found and len(found.before) < _BEFORE_DAY and "T" in found.at else None


def _hour(clock: re.Match[str]) -> tuple[int, int]:
    hour, minute, half = int(clock["hour"]), int(clock["minute"]), (clock["half"] or "").lower()
    return (hour % 12 + (12 if half == "p" else 0) if half else hour), minute


def _day(clock: re.Match[str]) -> date | None:
    """The day and month beside a clock; their year is told later."""
    if not clock["day"]:
        return None
    try:
        return date(1904, int(clock["month"]), int(clock["day"]))
    except ValueError:
        return None


def _date_clocks(seen: Seen, found: Sequence[_Found], days: Sequence[str]) -> None:
    """Give entries that state only a clock their days, where these can be told."""
    bare_ones = [one for one in found if one.at is None and one.clock]
    known = [date.fromisoformat(day[:10]) for day in days if day]
    if not bare_ones:
        return
    years = {day.year for day in known}
    headed = _under_days(seen, found)
    counted = _counted(bare_ones, known)
    for n, one in enumerate(bare_ones):
        day = headed.get(one.stamp) or (counted[n] if counted else None)
        if one.day and len(years) == 1:
            day = one.day.replace(year=min(years))
        if day and one.clock and one.clock[0] < 24 and one.clock[1] < 60:
            one.at = f"{day.isoformat()}T{one.clock[0]:02}:{one.clock[1]:02}:00"
            one.dated = "stamp of the entry"


def _under_days(seen: Seen, found: Sequence[_Found]) -> dict[int, date]:
    """Stamp → the day in a short line above it, if entries stand below such lines."""
    days: dict[int, date] = {}
    day: date | None = None
    stamps = {one.stamp for one in found}
    for i in range(found[0].stamp - 2 if found[0].stamp > 1 else 0, found[-1].last):
        block = seen.blocks[i]
        if i in stamps:
            if day:
                days[i] = day
        elif (
            block.words <= 6
            and (at := next((m.at for m in moments(block.text)), None))
            and len(at) == len("2031-03-04")
        ):
            day = date.fromisoformat(at)
    return days if len(days) > 1 else {}


def _counted(found: Sequence[_Found], known: Sequence[date]) -> list[date] | None:
    """The days of clocks by where they pass midnight, from the day on which the blog began."""
    clocks = [one.clock for one in found if one.clock]
    if not known or len(clocks) != len(found):
        return None
    up = sum(b >= a for a, b in pairwise(clocks))
    rising = up > (len(clocks) - 1) / 2
    ordered = clocks if rising else clocks[::-1]
    past, days = 0, [min(known)]
    for a, b in pairwise(ordered):
        past += b < a
        days.append(min(known) + timedelta(past))
    # A last change on another day than that of the last entry leaves the days open.
    if len(known) > 1 and past > (max(known) - min(known)).days:
        return None
    return days if rising else days[::-1]


def _blocks(seen: Seen, body: Body, found: _Found) -> tuple[int, ...]:
    kept = []
    for i in range(found.first, found.last):
        block = seen.blocks[i]
        own = i == found.stamp and not _headed(block)
        if (
            own
            or body.dead[block.node]
            or furniture(block)
            or caption(seen, i)
            or byline_like(block)
        ):
            continue
        if prose(block) or block.context in {"heading", "item", "quote"} or i in body.kept:
            kept.append(i)
    while kept and seen.blocks[kept[-1]].context == "heading":
        kept.pop()
    return tuple(kept)


def _headed(block: Block) -> bool:
    """Whether a stamp stands in a heading, or a line, that says more than who wrote."""
    beyond = _beyond(block.text)
    return bool(beyond) and (block.context == "heading" or beyond.count(" ") >= _NAMES)


def _beyond(text: str) -> str:
    """What a stamp says beside its time."""
    rest = _STAMP.sub("", text, count=1)
    for found in moments(text):
        rest = found.before if found.before.strip(" -–—|·:,") else rest
    rest = re.sub(r"^\W*(?:(?:GMT|UTC|[CE]ES?T|BST)\b|[+-]\d\d:?\d\d)?\W*", "", rest)
    return rest if len(bare(rest)) > 3 and not next(moments(text), None) else ""


def _entry(seen: Seen, body: Body, found: _Found, updates: Sequence[dict[str, Any]]) -> Entry:
    blocks = _blocks(seen, body, found)
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
    )


def _title(seen: Seen, at: int) -> str | None:
    text = seen.blocks[at].text
    return _beyond(text) if _STAMP.match(text) else text


def _anchor(seen: Seen, found: _Found) -> str | None:
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
