"""Arrows of a drawing of causes: how they run, how they end, and where their numbers stand."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import dist

from markupsafe import Markup

from ..causes import Tie
from .strokes import cross, denied, style
from .svg import element, text

Point = tuple[float, float]
Way = Sequence[Point]

APART = 30, 17
"""From one number to the next, across and down."""
ALONG = (0.5, 0.3, 0.7, 0.15, 0.85)
"""Where on a stretch of an arrow a number may stand, the first that is free."""


def spots(ways: Iterable[Way]) -> list[tuple[Point, Point]]:
    """For each arrow the place of its number, and of the cross beside it, clear of the others."""
    taken: list[Point] = []
    found = []
    for points in ways:
        wishes = list(_wishes(points))
        spot = next((w for w in wishes if all(_apart(w[0], other) for other in taken)), wishes[0])
        taken.append(spot[0])
        found.append(spot)
    return found


def _apart(one: Point, other: Point) -> bool:
    """Whether two numbers do not touch."""
    return abs(one[0] - other[0]) >= APART[0] or abs(one[1] - other[1]) >= APART[1]


def _wishes(points: Way) -> Iterator[tuple[Point, Point]]:
    """On the last stretch, then on those before it; where an arrow leads back, first there."""
    stretches = reversed(list(pairwise(points)))
    for (x1, y1), (x2, y2) in sorted(stretches, key=lambda ends: ends[1][0] >= ends[0][0]):
        long = dist((x1, y1), (x2, y2))
        if long >= APART[1]:
            for part in ALONG:
                beside = part - 24 / long
                yield _between(x1, y1, x2, y2, part), _between(x1, y1, x2, y2, beside)


def _between(x1: float, y1: float, x2: float, y2: float, part: float) -> Point:
    return round(x1 + (x2 - x1) * part, 1), round(y1 + (y2 - y1) * part, 1)


def line(tie: Tie, points: Way) -> Markup:
    """The arrow without its end, in the style of how sure it is said."""
    corners = " ".join(f"{x:g},{y:g}" for x, y in points)
    return element("polyline", points=corners, class_=f"way {style(tie.sure)}")


def sign(tie: Tie, points: Way, spot: tuple[Point, Point], named: str) -> Markup:
    """How the arrow ends, what crosses it, and its number, by which the table tells of it."""
    (x, y), beside = spot
    parts = [_head(*points[-1], tie)]
    if denied(tie.sure):
        parts.append(cross(*beside))
    wide = 7 * len(named) + 6
    rim = {"x": x - wide / 2, "y": y - 8, "width": wide, "height": 16, "rx": 8}
    parts.append(element("rect", **rim, class_="mark"))
    parts.append(text(x, y + 4, named, text_anchor="middle", class_="in"))
    return Markup("").join(parts)


def _head(x: float, y: float, tie: Tie) -> Markup:
    """Filled where it causes, hollow where it enables, a bar where it prevents."""
    if tie.arrow.polarity == "prevents":
        return element("path", d=f"M{x:g} {y - 8:g}V{y + 8:g}", class_="stop")
    path = f"M{x - 8:g} {y - 5:g}L{x + 2:g} {y:g}L{x - 8:g} {y + 5:g}Z"
    return element("path", d=path, class_="head" if tie.arrow.polarity == "causes" else "head open")
