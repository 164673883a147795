"""A timeline, drawn: bars for when a thing is said to have happened, R for when it was reported."""

from markupsafe import Markup

from reportedly.model import Factuality
from reportedly.shelf import Shelf

from ..calendar import Bar, Calendar, Lane
from ..dates import day
from ..words import FACTUALITY
from .strokes import cross, denied, stroke, style
from .svg import at, element, picture, text

HIGH, MARK = 16, 18
"""One bar; the line below them for the day of the first report."""
INSIDE = 3
"""Percent from either end at which a cross still stands clear of an arrow there."""
EDGE = 8
"""Percent from either end within which a day is written inwards."""


def axis(found: Calendar) -> Markup:
    """The days above all lanes; the first and the last stay within it."""
    parts = []
    for number, (place, words) in enumerate(found.ticks):
        ends = "start" if place < EDGE else "end" if place > 100 - EDGE else "middle"
        parts.append(text(f"{place:g}%", 12, words, text_anchor=ends,
                          class_="odd" if number % 2 else None))  # fmt: skip
        parts.append(stroke(f"{place:g}%", 16, f"{place:g}%", 20, "tick"))
    return element("svg", *parts, class_="drawn", width="100%", height=20, aria_hidden="true")


def lane(shelf: Shelf, found: Calendar, one: Lane, name: str) -> Markup:
    """The bars of one claim, one below the other; ``name`` is unique in the page."""
    high = HIGH * one.lines + MARK
    number = shelf.claim_numbers[one.row.claim.id]
    parts = [stroke(f"{x:g}%", 0, f"{x:g}%", high, "rule") for x, _ in found.ticks]
    if one.reported is not None:
        parts.append(stroke(f"{one.reported:g}%", 0, f"{one.reported:g}%", high - MARK, "seen"))
    for bar in one.bars:
        parts += _bar(bar, sure_of(shelf, bar), HIGH * bar.line + HIGH // 2)
    if one.reported is not None:
        parts.append(_reported(one, high - MARK // 2))
    said = "; ".join(f"{b.given.told} ({FACTUALITY[sure_of(shelf, b)]})" for b in one.bars)
    about = f"Said: {said}. First reported here: {day(one.row.claim.first_seen)}."
    return picture(name, f"Times of {number}", about, "100%", high, *parts)


def sure_of(shelf: Shelf, bar: Bar) -> Factuality:
    """How sure whoever gives the time first is that the thing happened."""
    return shelf.statements[bar.given.statement].factuality


def _bar(bar: Bar, sure: Factuality, y: int) -> list[Markup]:
    start, end = f"{bar.start:g}%", f"{bar.end:g}%"
    parts = [stroke(start, y, end, y, f"bar {style(sure)}")]
    parts.append(_end(start, y, -1) if bar.before else stroke(start, y - 5, start, y + 5, "tick"))
    parts.append(_end(end, y, 1) if bar.after else stroke(end, y - 5, end, y + 5, "tick"))
    if denied(sure):
        middle = min(max((bar.start + bar.end) / 2, INSIDE), 100 - INSIDE)
        parts.append(cross(f"{middle:g}%", y))
    return parts


def _end(x: str, y: int, side: int) -> Markup:
    """An arrow outwards: the time goes on, how far is not said or not drawn."""
    inwards = x in ("0%", "100%")
    tip, back = (0, -7 * side) if inwards else (7 * side, 0)
    return at(x, y, element("path", d=f"M{back} -5L{tip} 0L{back} 5Z", class_="head"))


def _reported(one: Lane, y: int) -> Markup:
    """R in its day; beside the arrow of a day that is not drawn."""
    mark = [
        element("circle", r=7.5, class_="mark"),
        text(0, 4, "R", text_anchor="middle", class_="in"),
    ]
    if one.beyond:
        tip = 9 * one.beyond
        place = element("path", d=f"M0 -5L{tip} 0L0 5Z", class_="head")
        return at(f"{one.reported:g}%", y, place, at(-tip, 0, *mark))
    return at(f"{one.reported:g}%", y, *mark)
