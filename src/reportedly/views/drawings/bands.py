"""How far something moves, drawn: a band between -1 and 1 and a mark at its middle run."""

from markupsafe import Markup

from reportedly.model import Effect

from .strokes import stroke
from .svg import element

WIDE, HIGH, EDGE = 180, 18, 6
_REACH = 1.0


def band(effect: Effect) -> Markup:
    """One row; the numbers stand beside it, so it is not read aloud."""
    low, high, at = (_x(level) for level in (effect.low, effect.high, effect.change))
    parts = (
        stroke(EDGE, HIGH / 2, WIDE - EDGE, HIGH / 2, "rule"),
        stroke(WIDE / 2, 2, WIDE / 2, HIGH - 2, "rule"),
        element("rect", x=low, y=4, width=round(max(1.0, high - low), 2), height=10, rx=2,
                class_="band"),
        stroke(at, 2, at, HIGH - 2, "tick"),
    )  # fmt: skip
    return element("svg", *parts, class_="drawn", width=WIDE, height=HIGH, aria_hidden="true")


def _x(level: float) -> float:
    """Where a change stands; beyond 1 either way it stands at the edge."""
    near = max(-_REACH, min(_REACH, level))
    return round(WIDE / 2 + near * (WIDE / 2 - EDGE), 2)
