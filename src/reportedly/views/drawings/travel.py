"""How one claim travelled: reports in lanes over time, links to their upstream, certainty."""

from markupsafe import Markup

from reportedly.model import Claim

from ..dates import day
from ..shelf import Shelf
from .routes import from_outside, routes
from .stops import LABEL, LANE, SIGN, TOP, Sign, Stop, drawn, stops
from .svg import element, short, text

OUTSIDE = "not in this collection"
FITS = 1500
"""Drawings up to this width are shrunk to a wide window; a wider one would be too small."""


def travel(shelf: Shelf, claim: Claim) -> Markup:
    """The drawing. Every step to the right is the next report; the distance is not time."""
    documents = drawn(shelf, claim)
    lanes = list(dict.fromkeys(d.outlet for d in documents))
    outer = any(link.to is None for d in documents for link in shelf.links_of.get(d.id, ()))
    top = TOP + LANE * outer
    placed = stops(shelf, claim, lanes, top)
    width = LABEL + sum(stop.width for stop in placed) + 4
    height = top + LANE * len(lanes) + 6
    parts = [
        _outside(shelf, placed, width) if outer else Markup(""),
        *(_lane(name, top + LANE * n, width, "outlet") for n, name in enumerate(lanes)),
        _days(placed, height),
        routes(shelf, claim, placed),
        *(_stop(stop) for stop in placed),
    ]
    style = "travel" if width > FITS else "travel fits"
    return element(
        "svg", *parts, class_=style, viewBox=f"0 0 {width:g} {height}", width=width,
        height=height, role="img", aria_label="Reports in lanes over time; in words below.",
    )  # fmt: skip


def _outside(shelf: Shelf, placed: tuple[Stop, ...], width: float) -> Markup:
    return _lane(OUTSIDE, TOP, width, "outside") + from_outside(shelf, placed, TOP + LANE / 2)


def _lane(name: str, y: float, width: float, style: str) -> Markup:
    line = element("line", x1=0, x2=width, y1=y, y2=y, class_="lane")
    return line + text(4, y + LANE / 2 + 4, short(name, 30), class_=style)


def _days(placed: tuple[Stop, ...], height: float) -> Markup:
    """A line and a date wherever a new day begins; dates too close together share a line each."""
    made, before, low = [], None, False
    free = 0.0
    for stop in placed:
        today = day(stop.document.published)
        if today != before:
            x = stop.x - stop.width / 2
            low = x < free and not low
            made.append(element("line", x1=x, x2=x, y1=8, y2=height, class_="day"))
            made.append(text(x + 4, 34 if low else 18, today, class_="date"))
            free = x + 90
        before = today
    return Markup("").join(made)


def _stop(stop: Stop) -> Markup:
    start = stop.x - SIGN * (len(stop.signs) - 1) / 2
    made = [text(stop.x, stop.y - 15, stop.number, class_="report")]
    for n, sign in enumerate(stop.signs):
        x = start + SIGN * n
        made.append(_shape(sign, x, stop.y))
        made.append(text(x, stop.y + 23, sign.factuality, class_="value"))
    return element("a", *made, href=f"#{stop.number}")


def _shape(sign: Sign, x: float, y: float) -> Markup:
    """Up for, down against, round observing, square silent; filled where in its own words."""
    style = f"sign {sign.stance}" + (" own" if sign.own else "")
    if sign.stance == "observing":
        return element("circle", cx=x, cy=y, r=7, class_=style)
    points = {
        "for": ((0, -8), (8, 7), (-8, 7)),
        "against": ((0, 8), (8, -7), (-8, -7)),
        "silent": ((-6, -6), (6, -6), (6, 6), (-6, 6)),
    }[sign.stance]
    corners = " ".join(f"{x + dx:g},{y + dy:g}" for dx, dy in points)
    return element("polygon", points=corners, class_=style)
