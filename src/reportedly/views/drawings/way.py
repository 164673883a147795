"""How a claim travelled, drawn: time runs down, a lane for every chain, one line a report.

The lines are text beside which the lanes are drawn, so that they fold on a narrow page, are read
aloud in order, and print.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from reportedly.model import Origin

from ..dates import day
from ..lineage import Hop, Stop, Trail, Unit
from .rails import Rail, rails
from .svg import element

GAP, HIGH = 16, 14
"""Between two lanes, and from the top of a line to its sign."""
FOLDED = 25
"""Lines below those drawn, in words only; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the beginning of a ``day``, an ``origin``, or reports (``unit``)."""

    rail: Markup
    day: str = ""
    origin: Origin | None = None
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """The lines with ``width`` lanes beside them, those in words only, and how many are left out.

    ``losses``: each step on which something was lost, with the unit that it leads to.
    """

    lines: tuple[Line, ...]
    width: int
    folded: tuple[Unit, ...]
    more: int
    steps: int
    losses: tuple[tuple[Hop, Unit], ...]


def way(trail: Trail, room: int) -> Way:
    """The drawing of at most ``room`` units of ``trail``."""
    drawn = trail.units[:room]
    entries = _entries(trail, drawn)
    found = rails({_name(entry): _follows(entry) for entry in entries})
    width = max((rail.width for rail in found.values()), default=1)
    lines, before, below = [], None, frozenset[int]()
    for entry, today in _dated(entries):
        if today != before:
            lines.append(Line(_passing(below, width), day=today))
        before, rail = today, found[_name(entry)]
        drawing = _beside(entry, rail, width)
        origin, unit = (entry, None) if isinstance(entry, Origin) else (None, entry)
        lines.append(Line(drawing, origin=origin, unit=unit))
        below = rail.below
    rest = trail.units[room:]
    losses = tuple((hop, u) for u in trail.units for hop in u.first.hops if hop.losses)
    more = sum(len(unit.stops) for unit in rest[FOLDED:])
    return Way(tuple(lines), width, rest[:FOLDED], more, trail.steps, losses)


Entry = Origin | Unit


def _entries(trail: Trail, drawn: tuple[Unit, ...]) -> list[Entry]:
    """Each origin before the first report that has it, those without any at the end."""
    found: dict[str, Entry] = {}
    for unit in drawn:
        found.update((origin.id, origin) for origin in unit.first.origins)
        found[unit.first.id] = unit
    if len(drawn) == len(trail.units):
        found.update((o.id, o) for o in trail.origins if o.id not in found)
    return list(found.values())


def _dated(entries: list[Entry]) -> Iterator[tuple[Entry, str]]:
    """Each entry with its day; an origin has that of the report that follows it."""
    today = ""
    dated = []
    for entry in reversed(entries):
        if isinstance(entry, Unit):
            today = day(entry.first.document.published)
        dated.append((entry, today))
    days = list(reversed(dated))
    last = next((today for _, today in reversed(days) if today), "")
    yield from ((entry, today or last) for entry, today in days)


def _name(entry: Entry) -> str:
    return entry.id if isinstance(entry, Origin) else entry.first.id


def _follows(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Origin):
        return ()
    stop = entry.first
    return (*(hop.upstream for hop in stop.hops), *(origin.id for origin in stop.origins))


def _beside(entry: Entry, rail: Rail, width: int) -> Markup:
    """The lanes beside one line, what leads to it, and its sign."""
    x = _x(rail.lane)
    lossy = set() if isinstance(entry, Origin) else _lossy(entry.first)
    parts: list[Markup] = []
    for lane in sorted(rail.above | rail.below):
        parts += _lane(lane, rail, {rail.joins[name] for name in lossy & rail.joins.keys()})
    for name, lane in rail.joins.items():
        if lane != rail.lane:
            style = "lost" if name in lossy else None
            parts.append(_stroke(_x(lane), HIGH, x, HIGH, style))
            parts.append(element("circle", cx=_x(lane), cy=HIGH, r=3, class_="joint"))
    sign = _origin(entry, x) if isinstance(entry, Origin) else _unit(entry, x)
    return _svg(width, *parts, sign)


def _passing(lanes: frozenset[int], width: int) -> Markup:
    return _svg(width, *(_stroke(_x(lane), 0, _x(lane), "100%") for lane in sorted(lanes)))


def _svg(width: int, *parts: Markup) -> Markup:
    return element("svg", *parts, class_="rail", width=GAP * width + 4, aria_hidden="true")


def _lane(lane: int, rail: Rail, lossy: set[int]) -> Iterator[Markup]:
    """A lane beside one line: down to its sign, from it, or past it."""
    x = _x(lane)
    if lane != rail.lane and lane in rail.above and lane in rail.below:
        yield _stroke(x, 0, x, "100%")
        return
    if lane in rail.above:
        style = "lost" if lane == rail.lane and lane in lossy else None
        yield _stroke(x, 0, x, HIGH, style)
    if lane in rail.below:
        yield _stroke(x, HIGH, x, "100%")


def _lossy(stop: Stop) -> set[str]:
    return {hop.upstream for hop in stop.hops if hop.losses}


def _x(lane: int) -> float:
    return GAP * (lane + 0.5)


def _stroke(
    x1: float, y1: float | str, x2: float, y2: float | str, style: str | None = None
) -> Markup:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=style)


def _origin(origin: Origin, x: float) -> Markup:
    """A diamond, filled where the origin is shown to be different from the others."""
    points = f"{x:g},{HIGH - 8} {x + 8:g},{HIGH} {x:g},{HIGH + 8} {x - 8:g},{HIGH}"
    return element("polygon", points=points, class_="sign source" + " own" * origin.shown)


def _unit(unit: Unit, x: float) -> Markup:
    """The sign of how it carries the claim; of several reports, two behind one another."""
    behind = _sign(unit.first, x + 3, HIGH - 4) if len(unit.stops) > 1 else Markup("")
    return behind + _sign(unit.first, x, HIGH)


def _sign(stop: Stop, x: float, y: float) -> Markup:
    """Up for, down against, round observing, square silent; filled where in its own words."""
    sign = stop.signs[0] if stop.signs else None
    if sign is None or sign.stance == "observing":
        own = " own" * bool(sign and sign.own)
        return element("circle", cx=x, cy=y, r=6, class_=f"sign observing{own}")
    points = {
        "for": ((0, -8), (7, 6), (-7, 6)),
        "against": ((0, 8), (7, -6), (-7, -6)),
        "silent": ((-6, -6), (6, -6), (6, 6), (-6, 6)),
    }[sign.stance]
    corners = " ".join(f"{x + dx:g},{y + dy:g}" for dx, dy in points)
    return element("polygon", points=corners, class_=f"sign {sign.stance}" + " own" * sign.own)
