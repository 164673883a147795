"""Causes as stated, drawn: what leads stands left of what it leads to."""

from dataclasses import dataclass

from markupsafe import Markup

from reportedly.shelf import Shelf

from ..causes import Picture, Placed, Tie
from .arrows import Point, line, sign, spots
from .lettering import Lettering, lettered, lettering
from .svg import element, picture, text

WIDE, GAP, EDGE = 144, 66, 2
"""A concept; what lies between two layers, and beside the first and the last."""
LOOP = 14
"""What lies beside them where an arrow leads back."""
LABEL = 18
"""From one arrow to the next that arrives beside it, so that their numbers have room."""
BACK = 18
"""From one arrow that leads back to the next below it."""
LEAST = 46
"""Height that the words at a single arrow need."""
LETTERS, LINES = 18, 4
"""Room for words in a concept."""
BETWEEN, PAD = 16, 6
"""From one concept to the next below it; around its words."""
SWEEPS = 6
"""Times that the order within layers is worked out, from the left and from the right."""


@dataclass(frozen=True, slots=True)
class Box:
    """A concept where it stands."""

    placed: Placed
    words: Lettering
    x: float
    y: float
    high: float

    @property
    def middle(self) -> float:
        """Where lines meet it."""
        return self.y + self.high / 2


def causes(shelf: Shelf, found: Picture, name: str) -> Markup:
    """The drawing; ``name`` is unique in the page."""
    returning = [tie for tie in found.ties if tie.back]
    edge = LOOP if returning else EDGE
    boxes = _boxes(shelf, found, edge)
    floor = max(LEAST, *(box.y + box.high for box in boxes))
    lows = {tie: floor + BACK * place for place, tie in enumerate(returning, 1)}
    ways = [_way(boxes, tie, found, lows.get(tie, floor)) for tie in found.ties]
    names = [shelf.map_numbers[tie.arrow.id] for tie in found.ties]
    signs = [sign(*one) for one in zip(found.ties, ways, spots(ways), names, strict=True)]
    lines = [line(tie, points) for tie, points in zip(found.ties, ways, strict=True)]
    wide = max(box.x + WIDE for box in boxes) + edge
    high = floor + (BACK * len(returning) + 10 if returning else 2)
    about = f"{len(found.concepts)} concepts, {len(found.ties)} arrows; the table says the same."
    drawn = [_box(shelf, box) for box in boxes]
    return picture(name, "Causes as stated", about, wide, high, *lines, *drawn, *signs)


def _boxes(shelf: Shelf, found: Picture, edge: int) -> list[Box]:
    """Each layer a column, in the order of those it follows, about the same middle."""
    set_ = [_lettering(shelf, placed) for placed in found.concepts]
    high = [words.high + 2 * PAD + 14 for words in set_]
    columns = _columns(found)
    heights = [sum(high[n] + BETWEEN for n in column) - BETWEEN for column in columns]
    made: dict[int, Box] = {}
    for layer, column in enumerate(columns):
        y = 1 + (max(LEAST - 2, *heights) - heights[layer]) / 2
        for n in column:
            x = edge + layer * (WIDE + GAP)
            made[n] = Box(found.concepts[n], set_[n], x, y, high[n])
            y += high[n] + BETWEEN
    return [made[n] for n in range(len(found.concepts))]


def _columns(found: Picture) -> list[list[int]]:
    """Concepts by layer, each at the middle of its neighbours (Sugiyama, Tagawa and Toda 1981)."""
    columns = [
        [n for n, placed in enumerate(found.concepts) if placed.layer == layer]
        for layer in range(found.layers)
    ]
    near: dict[int, list[int]] = {n: [] for n in range(len(found.concepts))}
    for tie in found.ties:
        near[tie.cause].append(tie.effect)
        near[tie.effect].append(tie.cause)
    rank = {n: _share(place, column) for column in columns for place, n in enumerate(column)}
    for sweep in range(SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            middle = {n: _middle([rank[m] for m in near[n]], rank[n]) for n in column}
            column.sort(key=lambda n: (middle[n], n))
            rank |= {n: _share(place, column) for place, n in enumerate(column)}
    return columns


def _share(place: int, column: list[int]) -> float:
    """How far down a place is, whatever the number of those beside it."""
    return (place + 0.5) / len(column)


def _middle(ranks: list[float], own: float) -> float:
    return round(sum(ranks) / len(ranks), 6) if ranks else own


def _lettering(shelf: Shelf, placed: Placed) -> Lettering:
    words = placed.concept.text
    return lettering(shelf.documents[words.document], words.spans, LETTERS, LINES)


def _box(shelf: Shelf, box: Box) -> Markup:
    """The words; above them the number of the concept, and of a claim that it tells."""
    rim = element("rect", x=box.x, y=box.y, width=WIDE, height=box.high, rx=3, class_="box")
    concept = box.placed.concept
    words = lettered(shelf.documents[concept.text.document], box.words, PAD, PAD + 14)
    claims = [shelf.claim_numbers[c] for c in concept.claims[:1] if c in shelf.claim_numbers]
    number = " · ".join([shelf.map_numbers[concept.id], *(f"claim {c}" for c in claims)])
    parts = [text(PAD, PAD + 10, number, class_="number"), words]
    held = element("svg", *parts, x=box.x, y=box.y, width=WIDE, height=box.high)
    return rim + held


def _way(boxes: list[Box], tie: Tie, found: Picture, low: float) -> list[Point]:
    """The corners of an arrow: straight, above or below what stands in between, or back below."""
    cause, effect = boxes[tie.cause], boxes[tie.effect]
    y = effect.middle + _aside(found, tie, effect)
    start, end = (cause.x + WIDE, cause.middle + _twin(found, tie)), (effect.x - 4, y)
    if tie.back:
        out, into = cause.x + WIDE + 8, effect.x - 10
        return [start, (out, start[1]), (out, low), (into, low), (into, y), end]
    points = [start]
    for layer in range(cause.placed.layer + 1, effect.placed.layer):
        between = [box for box in boxes if box.placed.layer == layer]
        y = _clear(between, (start[1] + end[1]) / 2) + 5 * (found.ties.index(tie) % 3 - 1)
        points += [(between[0].x - 4, y), (between[0].x + WIDE + 4, y)]
    return [*points, end]


def _aside(found: Picture, tie: Tie, effect: Box) -> float:
    """How far from the middle of its effect an arrow ends, where several do."""
    arriving = [other for other in found.ties if other.effect == tie.effect]
    apart = min(LABEL, (effect.high - 8) / len(arriving))
    return apart * (arriving.index(tie) - (len(arriving) - 1) / 2)


def _twin(found: Picture, tie: Tie) -> float:
    """How far from the middle of its cause an arrow begins, where several lead to one effect."""
    same = [t for t in found.ties if (t.cause, t.effect) == (tie.cause, tie.effect)]
    return LABEL * (same.index(tie) - (len(same) - 1) / 2)


def _clear(between: list[Box], wish: float) -> float:
    """The height nearest to ``wish`` at which no concept of a layer stands in the way."""
    ends = [y for box in between for y in (box.y - BETWEEN / 2, box.y + box.high + BETWEEN / 2)]
    free = [y for y in (wish, *ends) if not any(b.y - 2 < y < b.y + b.high + 2 for b in between)]
    return min(free, key=lambda y: abs(y - wish))
