"""Lines from each report's upstream: down a trunk in the upstream's column, then across.

A column holds one report only, so a trunk crosses no other; a line comes into a report from
the left, along its outlet's lane.
"""

from dataclasses import dataclass

from markupsafe import Markup

from reportedly.model import Claim, Link

from ..shelf import Shelf
from .stops import Stop
from .svg import element, short, text

_SIDE = {"copied": -5, "credited": 0, "quoted": 5, "revised": 10}
"""Trunks of different kinds stand beside one another."""


@dataclass(frozen=True, slots=True)
class Route:
    """What a report took from one upstream: the kinds of link, and what was lost (D1 …)."""

    upstream: Stop
    stop: Stop
    kinds: tuple[str, ...]
    losses: tuple[str, ...]


def drift_numbers(shelf: Shelf, claim: Claim, link: Link) -> tuple[str, ...]:
    """``D1`` … for the losses of this claim along ``link``."""
    return tuple(
        f"D{n}" for n, d in enumerate(shelf.drifts.get(claim.id, ()), 1) if d.link == link.id
    )


def routes(shelf: Shelf, claim: Claim, stops: tuple[Stop, ...]) -> Markup:
    """Every line between two reports of the drawing."""
    at = {stop.document.id: stop for stop in stops}
    made = []
    for stop in stops:
        found = _into(shelf, claim, stop, at)
        for n, route in enumerate(found):
            made.append(_line(route, 16 * (n - (len(found) - 1) / 2), stops))
    return Markup("").join(made)


def from_outside(shelf: Shelf, stops: tuple[Stop, ...], y: float) -> Markup:
    """Upstreams that are named but not here: a name above the report's own column."""
    made = []
    for stop in stops:
        outer = tuple(k for k in shelf.links_of.get(stop.document.id, ()) if k.to is None)
        for n, link in enumerate(outer[:2]):
            x, size = stop.x + 8 * n, max(8, int(stop.width / 6))
            line = f"M{x:g} {y + 12:g} V{stop.y - 28:g}"
            made.append(element("path", d=line, class_=f"link {link.kind}"))
            made.append(element("circle", cx=x, cy=y + 8, r=4, class_="outer"))
            name = short(link.name or "unnamed", size)
            made.append(text(stop.x, y - 4 - 13 * n, name, class_="hop above"))
    return Markup("").join(made)


def _into(shelf: Shelf, claim: Claim, stop: Stop, at: dict[str, Stop]) -> list[Route]:
    """Links of one report, those to the same upstream as one line."""
    found: dict[str, list[Link]] = {}
    for link in shelf.links_of.get(stop.document.id, ()):
        if link.to in at and link.to != stop.document.id:
            found.setdefault(link.to, []).append(link)
    return [
        Route(
            at[upstream],
            stop,
            tuple(dict.fromkeys(link.kind for link in links)),
            tuple(name for link in links for name in drift_numbers(shelf, claim, link)),
        )
        for upstream, links in found.items()
    ]


def _line(route: Route, shift: float, stops: tuple[Stop, ...]) -> Markup:
    lost = " lost" if route.losses else ""
    x, y = route.stop.left - 2, route.stop.y + shift
    kinds = route.kinds[:1] if "copied" in route.kinds else route.kinds
    label = " ".join((" + ".join(kinds), *route.losses))
    return (
        element("path", d=_path(route, x, y, stops), class_=f"link {route.kinds[0]}{lost}")
        + element("path", d=f"M{x:g} {y:g} l-6 -4 v8 z", class_=f"tip{lost}")
        + text(x - 8, y - 4, label, class_=f"hop{lost}")
    )


def _path(route: Route, x: float, y: float, stops: tuple[Stop, ...]) -> str:
    upstream = route.upstream
    start = upstream.x + _SIDE[route.kinds[0]]
    if upstream.y != route.stop.y:
        way = 1 if route.stop.y > upstream.y else -1
        bend = f"V{y - 8 * way:g} Q{start:g} {y:g} {start + 8:g} {y:g} H{x:g}"
        return f"M{start:g} {upstream.y + 29 * way:g} {bend}"
    between = [s for s in stops if s.y == upstream.y and upstream.x < s.x < route.stop.x]
    if not between:
        return f"M{upstream.right:g} {y:g} H{x:g}"
    over = upstream.y - 32
    return f"M{start:g} {upstream.y - 27:g} V{over:g} H{x - 10:g} V{y:g} H{x:g}"
