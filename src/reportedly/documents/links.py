"""Links as stated → the links of a report, each at its characters where they are known."""

from collections.abc import Iterable, Iterator

from reportedly.model import Hyperlink, Span

from .addresses import printed, target
from .raw import Stated

MOST = 500
"""Links kept of one report, the first ones."""

LONGEST_ANCHOR = 500
"""Characters of the longest stretch of text that counts as a link."""


def links(text: str, stated: Iterable[Stated], base: str | None = None) -> tuple[Hyperlink, ...]:
    """The links of ``text``: those that are stated, seen from ``base``, and the addresses printed.

    In the order of the text, none over another; then, in the order stated, addresses without a
    place that stand at none. A place is kept only where it lies in the text and, where its
    words are stated too, shows them; words without a place have one where they stand once.
    """
    placed: list[Hyperlink] = []
    others: dict[str, None] = {}
    for link in _resolved(text, stated, base):
        if link.span:
            placed.append(link)
        else:
            others[link.url] = None
    placed = list(_side_by_side(placed))[:MOST]
    placed = list(_side_by_side([*placed, *_printed_beside(text, placed)]))[:MOST]
    there = {link.url for link in placed}
    found = (*placed, *(Hyperlink(None, url) for url in others if url not in there))
    return found[:MOST]


def seen(text: str) -> str:
    """``text`` without white space and characters that nobody sees."""
    if text.isprintable():
        return "".join(text.split())
    return "".join(c for c in text if c.isprintable() and not c.isspace())


def trimmed(text: str, start: int, end: int) -> Span | None:
    """What is seen of ``text`` from ``start`` to ``end``, None where nothing is."""
    there = [i for i in range(max(0, start), min(end, len(text))) if seen(text[i])]
    return Span(there[0], there[-1] + 1) if there else None


def _resolved(text: str, stated: Iterable[Stated], base: str | None) -> Iterator[Hyperlink]:
    left = MOST
    for link in stated:
        if left and (url := target(link.url, base)):
            left -= 1
            yield Hyperlink(_place(text, link), url)


def _place(text: str, link: Stated) -> Span | None:
    words = seen(link.text or "")
    span = link.span or _only(text, link.text or "")
    if not span or not 0 <= span.start < span.end <= len(text):
        return None
    shown = seen(text[span.start : span.end]) if span.end - span.start <= LONGEST_ANCHOR else ""
    return span if shown and (not words or words == shown) else None


def _only(text: str, words: str) -> Span | None:
    """Where ``words`` stand in ``text``, if once."""
    sought = words.strip()
    start = text.find(sought) if sought else -1
    if start < 0 or text.find(sought, start + 1) >= 0:
        return None
    return Span(start, start + len(sought))


def _side_by_side(found: list[Hyperlink]) -> Iterator[Hyperlink]:
    """``found`` in the order of the text, without what overlaps a link before it."""
    at = 0
    for link in sorted(found, key=lambda link: link.span or Span(0, 0)):
        if link.span and link.span.start >= at:
            at = link.span.end
            yield link


def _printed_beside(text: str, placed: list[Hyperlink]) -> Iterator[Hyperlink]:
    """The first printed addresses that no link of ``placed`` (in order) stands over."""
    held = [link.span for link in placed if link.span]
    at, left = 0, MOST
    for span, url in printed(text):
        while at < len(held) and held[at].end <= span.start:
            at += 1
        if not (at < len(held) and held[at].overlaps(span)):
            left -= 1
            yield Hyperlink(span, url)
        if not left:
            return
