"""Causes as stated, drawn: what leads stands left of what it leads to."""

from dataclasses import dataclass

from markupsafe import Markup

from ..causes import Phrase, Picture, Tie
from ..shelf import Shelf
from .lettering import Lettering, lettered, lettering
from .strokes import cross, denied, style
from .svg import element, picture, text

WIDE, GAP, EDGE = 144, 64, 2
"""A phrase; what lies between two layers, and beside the first and the last."""
LOOP = 14
"""What lies beside them where an arrow leads back."""
BACK = 18
"""From one arrow that leads back to the next below it."""
LEAST = 46
"""Height that the words at a single arrow need."""
LETTERS, LINES = 18, 6
"""Room for words in a phrase."""
BETWEEN, PAD = 16, 6
"""From one phrase to the next below it; around its words."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A phrase where it stands."""

    phrase: Phrase
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
    wide = max(box.x + WIDE for box in boxes) + edge
    alone = len(found.ties) == 1
    lines, signs = [], []
    for place, tie in enumerate(found.ties):
        low = floor + BACK * (returning.index(tie) + 1) if tie.back else 0
        points = _way(boxes, tie, found, low)
        lines.append(_line(points, tie))
        signs += _sign(points, tie, "" if alone else letter(place))
    drawn = [_box(shelf, box) for box in boxes]
    high = floor + (BACK * len(returning) + 10 if returning else 2)
    about = f"{len(found.phrases)} phrases, {len(found.ties)} arrows; the list below says the same."
    return picture(name, "Causes as stated", about, wide, high, *lines, *drawn, *signs)


def letter(place: int) -> str:
    """``a`` … ``z``, ``aa`` …: an arrow where there are several."""
    return (letter(place // 26 - 1) if place > 25 else "") + chr(97 + place % 26)


def _boxes(shelf: Shelf, found: Picture, edge: int) -> list[Box]:
    """Each layer a column, in the order of those it follows, about the same middle."""
    set_ = [_lettering(shelf, phrase) for phrase in found.phrases]
    columns = _columns(found)
    heights = [
        sum(_high(found.phrases[n], set_[n]) + BETWEEN for n in c) - BETWEEN for c in columns
    ]
    made: dict[int, Box] = {}
    for layer, column in enumerate(columns):
        y = 1 + (max(LEAST - 2, *heights) - heights[layer]) / 2
        for n in column:
            high = _high(found.phrases[n], set_[n])
            made[n] = Box(found.phrases[n], set_[n], edge + layer * (WIDE + GAP), y, high)
            y += high + BETWEEN
    return [made[n] for n in range(len(found.phrases))]


def _columns(found: Picture) -> list[list[int]]:
    """Phrases by layer; the order within is that of the middle of what each follows."""
    columns: list[list[int]] = []
    rank: dict[int, float] = {}
    for layer in range(found.layers):
        here = [n for n, phrase in enumerate(found.phrases) if phrase.layer == layer]
        for n in here:
            above = [rank[t.cause] for t in found.ties if t.effect == n and t.cause in rank]
            rank[n] = sum(above) / len(above) if above else n
        here.sort(key=lambda n: (rank[n], n))
        rank.update((n, place) for place, n in enumerate(here))
        columns.append(here)
    return columns


def _lettering(shelf: Shelf, phrase: Phrase) -> Lettering:
    return lettering(shelf.documents[phrase.words.document], phrase.words.spans, LETTERS, LINES)


def _high(phrase: Phrase, words: Lettering) -> float:
    return words.high + 2 * PAD + (14 if phrase.claim else 0)


def _box(shelf: Shelf, box: Box) -> Markup:
    """The words, and below them the number of the claim that they are told for."""
    rim = element("rect", x=box.x, y=box.y, width=WIDE, height=box.high, rx=3, class_="box")
    document = shelf.documents[box.phrase.words.document]
    words = lettered(document, box.words, PAD, PAD)
    parts = [words]
    if box.phrase.claim:
        number = f"claim {shelf.claim_numbers[box.phrase.claim.id]}"
        parts.append(text(PAD, box.high - PAD, number, class_="number"))
    held = element("svg", *parts, x=box.x, y=box.y, width=WIDE, height=box.high)
    return rim + held


def _way(boxes: list[Box], tie: Tie, found: Picture, low: float) -> list[Point]:
    """The corners of an arrow: straight, above or below what stands in between, or back below."""
    cause, effect = boxes[tie.cause], boxes[tie.effect]
    y = effect.middle + _aside(found, tie, effect)
    start, end = (cause.x + WIDE, cause.middle), (effect.x - 4, y)
    if tie.back:
        out, into = cause.x + WIDE + 8, effect.x - 10
        return [start, (out, start[1]), (out, low), (into, low), (into, y), end]
    points = [start]
    for layer in range(cause.phrase.layer + 1, effect.phrase.layer):
        between = [box for box in boxes if box.phrase.layer == layer]
        y = _clear(between, (start[1] + end[1]) / 2) + 5 * (found.ties.index(tie) % 3 - 1)
        points += [(between[0].x - 4, y), (between[0].x + WIDE + 4, y)]
    return [*points, end]


def _aside(found: Picture, tie: Tie, effect: Box) -> float:
    """How far from the middle of its effect an arrow ends, where several do."""
    arriving = [other for other in found.ties if other.effect == tie.effect]
    apart = min(12, (effect.high - 8) / len(arriving))
    return apart * (arriving.index(tie) - (len(arriving) - 1) / 2)


def _clear(between: list[Box], wish: float) -> float:
    """The height nearest to ``wish`` at which no phrase of a layer stands in the way."""
    ends = [y for box in between for y in (box.y - BETWEEN / 2, box.y + box.high + BETWEEN / 2)]
    free = [y for y in (wish, *ends) if not any(b.y - 2 < y < b.y + b.high + 2 for b in between)]
    return min(free, key=lambda y: abs(y - wish))


def _line(points: list[Point], tie: Tie) -> Markup:
    corners = " ".join(f"{x:g},{y:g}" for x, y in points)
    return element("polyline", points=corners, class_=f"way {style(tie.sure)}")


def _sign(points: list[Point], tie: Tie, named: str) -> list[Markup]:
    """How the arrow ends, what crosses it, and its letter; of one that stands alone its words."""
    (x, y), (left, above) = points[-1], points[-2]
    middle = (
        ((x + left) / 2, (y + above) / 2) if not tie.back else (points[2][0] - 20, points[2][1])
    )
    parts = [_head(x, y, tie)]
    if denied(tie.sure):
        parts.append(cross(middle[0] - 14 * bool(named), middle[1]))
    if named:
        parts.append(element("circle", cx=middle[0], cy=middle[1], r=8, class_="mark"))
        parts.append(text(middle[0], middle[1] + 4, named, text_anchor="middle", class_="in"))
        return parts
    parts.append(text(middle[0], y - 9, tie.polarity, text_anchor="middle"))
    code = tie.sure + (f" ×{len(tie.told)}" if len(tie.told) > 1 else "")
    parts.append(text(middle[0], y + 19, code, text_anchor="middle", class_="code"))
    return parts


def _head(x: float, y: float, tie: Tie) -> Markup:
    """Filled where it causes, hollow where it enables, a bar where it prevents."""
    if tie.polarity == "prevents":
        return element("path", d=f"M{x:g} {y - 8:g}V{y + 8:g}", class_="stop")
    path = f"M{x - 8:g} {y - 5:g}L{x + 2:g} {y:g}L{x - 8:g} {y + 5:g}Z"
    return element("path", d=path, class_="head" if tie.polarity == "causes" else "head open")
