"""Causes as stated, drawn: what leads stands left of what it leads to."""

from dataclasses import dataclass

from markupsafe import Markup

from ..causes import Phrase, Picture, Tie
from ..shelf import Shelf
from .arrows import Point, line, sign, spots
from .lettering import Lettering, lettered, lettering
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
    lows = {tie: floor + BACK * place for place, tie in enumerate(returning, 1)}
    ways = [_way(boxes, tie, found, lows.get(tie, floor)) for tie in found.ties]
    names = [letter(n) if len(ways) > 1 else "" for n in range(len(ways))]
    signs = [sign(*one) for one in zip(found.ties, ways, spots(ways), names, strict=True)]
    lines = [line(tie, points) for tie, points in zip(found.ties, ways, strict=True)]
    wide = max(box.x + WIDE for box in boxes) + edge
    high = floor + (BACK * len(returning) + 10 if returning else 2)
    about = f"{len(found.phrases)} phrases, {len(found.ties)} arrows; the list below says the same."
    drawn = [_box(shelf, box) for box in boxes]
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
