"""The links of a page → their characters in the text that was taken out of it.

The page is read as one stream of characters, white space left out, in which block elements
begin and end a segment and links are ranges. A line of the text that is a whole segment, and
stands nowhere else in the page, shows where the links in it stand. Of other segments a link is
sought with the characters around it (:data:`_AROUND`), and taken where they stand once in the
text, in one line or broken where the source is, and once in the page. Whatever has two places
with different links is left out: a link in the wrong place is worse than none.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain

import lxml.etree
import lxml.html

from reportedly.model import Span

from .links import LONGEST_ANCHOR, seen
from .raw import Stated

_UNSEEN = frozenset({
    "audio", "button", "canvas", "head", "iframe", "math", "noscript", "object", "script", "select",
    "style", "svg", "template", "textarea", "video",
})  # fmt: skip
_INLINE = _UNSEEN | {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "s", "samp", "small",
    "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_AROUND = (80, 20)
"""Characters on each side with which a link is sought, the most first."""

_LEAST = 12
"""Characters around a link that it is sought with at least."""

_EFFORT = 500_000_000
"""Characters of text and page that are looked through for the links of one page."""

Segment = tuple[int, int]


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A link's range in the stream of a page."""

    start: int
    end: int
    url: str


@dataclass(slots=True)
class _Open:
    url: str | None
    start: int
    nested: bool = False


@dataclass(slots=True)
class _Stream:
    """What a page shows, put down as it is walked through."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    breaks: list[int] = field(default_factory=lambda: [0])
    open: list[_Open] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    wraps: set[int] = field(default_factory=set)
    """Where the source has a line break: it may be one of the text, too."""

    def show(self, text: str | None) -> None:
        for number, line in enumerate((text or "").split("\n")):
            if number:
                self.wraps.add(self.length)
            if piece := seen(line):
                self.pieces.append(piece)
                self.length += len(piece)

    def begin_segment(self) -> None:
        if self.breaks[-1] != self.length:
            self.breaks.append(self.length)

    def begin_link(self, url: str | None) -> None:
        for around in self.open[-1:]:
            around.nested = True
        self.open.append(_Open(url, self.length))

    def end_link(self) -> None:
        link = self.open.pop()
        if link.nested:
            # What is around a link around a link has one in it, too.
            for around in self.open[-1:]:
                around.nested = True
        elif link.url and 0 < self.length - link.start <= LONGEST_ANCHOR:
            self.anchors.append(Anchor(link.start, self.length, link.url))


def anchored(
    tree: lxml.html.HtmlElement, text: str, target: Callable[[str], str | None]
) -> Iterator[Stated]:
    """The links of a page that stand in its ``text``, in the order of the page.

    ``target`` gives the address that an href leads to, or None where it is not to be kept. Links
    around other links, without characters, or longer than a link may be are left out. What lies
    under a span is the link's own characters, white space and unseen ones aside.
    """
    page = _walked(tree, target)
    if page.anchors:
        yield from _Alignment(page, text).found()


def _walked(tree: lxml.html.HtmlElement, target: Callable[[str], str | None]) -> _Stream:
    page = _Stream()
    walk = lxml.etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        block = event in {"start", "end"} and node.tag not in _INLINE
        link = node.tag == "a" and node.get("href") is not None
        if block:
            page.begin_segment()
        if event == "start":
            if link:
                page.begin_link(target(node.get("href")))
            if node.tag in _UNSEEN:
                walk.skip_subtree()
            else:
                page.show(node.text)
        else:
            if link:
                page.end_link()
            page.show(node.tail)
    return page


class _Alignment:
    """A page and its text as characters that are seen."""

    def __init__(self, page: _Stream, text: str) -> None:
        self.page = "".join(page.pieces)
        self.anchors = sorted(page.anchors)
        self.ends = [anchor.end for anchor in self.anchors]
        self.starts = [anchor.start for anchor in self.anchors]
        self.breaks = [at for at in page.breaks if at < len(self.page)]
        self.wraps = page.wraps
        self.places = [i for i, c in enumerate(text) if seen(c)]
        self.text = "".join(text[i] for i in self.places)
        self.lines = _lines(text)
        self.line_starts = sorted(chain.from_iterable(self.lines.values()))
        self.effort = _EFFORT

    def found(self) -> Iterator[Stated]:
        whole = self._whole_segments()
        for anchor in self.anchors:
            start, last = self._at(whole, anchor.start), self._at(whole, anchor.end - 1)
            if start is None or last is None:
                start = self._sought(anchor)
                last = None if start is None else start + anchor.end - anchor.start - 1
            if start is None or last is None:
                continue
            if self.text[start : last + 1] == self.page[anchor.start : anchor.end]:
                yield Stated(anchor.url, span=Span(self.places[start], self.places[last] + 1))

    def _whole_segments(self) -> dict[int, int]:
        """Start of a segment that is a line of the text → start of that line."""
        segments: dict[str, list[Segment]] = defaultdict(list)
        for segment in zip(self.breaks, [*self.breaks[1:], len(self.page)], strict=True):
            segments[self.page[slice(*segment)]].append(segment)
        found: dict[int, int] = {}
        for line, starts in self.lines.items():
            same = segments.get(line, [])
            links = set(map(self._links, same))
            alike = len(same) == len(starts) or len(links) == 1
            if any(links) and alike and self._count(line) == len(same):
                found.update(zip((start for start, _ in same), starts, strict=False))
        return found

    def _links(self, segment: Segment) -> tuple[tuple[int, int, str], ...]:
        """The links that touch a segment, at their places from its start."""
        start, end = segment
        touching = slice(bisect_right(self.ends, start), bisect_left(self.starts, end))
        return tuple((a.start - start, a.end - start, a.url) for a in self.anchors[touching])

    def _segment(self, at: int) -> Segment:
        """The segment that the character ``at`` lies in."""
        after = bisect_right(self.breaks, at)
        end = self.breaks[after] if after < len(self.breaks) else len(self.page)
        return self.breaks[after - 1], end

    def _at(self, whole: dict[int, int], at: int) -> int | None:
        """Where the character ``at`` of the page stands in the text, by whole segments."""
        start, _ = self._segment(at)
        return whole[start] + at - start if start in whole else None

    def _sought(self, anchor: Anchor) -> int | None:
        """Where a link stands by the characters around it; None where that is not one place."""
        first, last = self._segment(anchor.start)[0], self._segment(anchor.end - 1)[1]
        for around in _AROUND:
            start, end = max(first, anchor.start - around), min(last, anchor.end + around)
            words = self.page[start:end]
            if len(words) - (anchor.end - anchor.start) < _LEAST:
                return None
            at = self._once(self.text, words)
            if at is not None:
                only = self._once(self.page, words) is not None
                fits = only and self._wrapped_alike(at, start, len(words))
                return at + anchor.start - start if fits else None
        return None

    def _wrapped_alike(self, at: int, start: int, length: int) -> bool:
        """Whether the text has no line break there that the page's source has not, too."""
        first = bisect_right(self.line_starts, at)
        last = bisect_left(self.line_starts, at + length)
        return all(start + line - at in self.wraps for line in self.line_starts[first:last])

    def _count(self, words: str) -> int:
        """How often ``words`` stand in the page; 0 where the effort is spent."""
        self.effort -= len(self.page)
        return self.page.count(words) if self.effort >= 0 else 0

    def _once(self, where: str, words: str) -> int | None:
        self.effort -= len(where)
        if self.effort < 0:
            return None
        at = where.find(words)
        return at if at >= 0 and where.find(words, at + 1) < 0 else None


def _lines(text: str) -> dict[str, list[int]]:
    """Each line of ``text`` as it is seen → where it starts among what is seen."""
    found: dict[str, list[int]] = defaultdict(list)
    at = 0
    for line in text.split("\n"):
        if shown := seen(line):
            found[shown].append(at)
            at += len(shown)
    return found
