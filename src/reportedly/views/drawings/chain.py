"""How sure a claim is told along its chains, drawn: steps run to the right, certainty is height."""

from markupsafe import Markup

from reportedly.model import Factuality
from reportedly.shelf import Shelf

from ..chain import COLUMNS, SCALE, Chain, Place, Step
from ..words import FACTUALITY
from .svg import element, picture, text

LEFT, WIDE, HIGH, LOW, TOP = 118, 82, 30, 17, 26
"""Room for the words of the scale; a column; a value that occurs, one that does not; the heads."""
MOST = 40
"""Steps that are drawn, those that raised something first."""
NUMBERS = 2
"""Numbers of drift at one step; of more the first stands, and how many follow."""

MANY = 10
"""Letters from which numbers are counted instead of given."""


def chain(shelf: Shelf, found: Chain, name: str) -> Markup:
    """The drawing; ``name`` is unique in the page."""
    rows = _rows(found)
    high = max(rows.values()) + HIGH // 2
    drawn = sorted(found.steps, key=lambda step: not step.losses)[:MOST]
    about = (
        "From left to right the steps from one report to the next, from top to bottom how sure "
        f"it is told. {sum(step.count for step in found.steps)} steps, "
        f"{sum(step.count for step in found.raised)} with a rise."
    )
    parts = [_line(value, y) for value, y in rows.items()]
    parts += [_head(column, found) for column in range(found.columns)]
    parts += [_step(step, rows) for step in drawn]
    parts += [_place(shelf, place, rows) for place in found.places]
    parts += [_numbers(step, rows) for step in drawn if step.losses]
    return picture(name, "Certainty along the chain", about, _x(found.columns) - WIDE // 2 + 4,
                   high, *parts)  # fmt: skip


def _rows(found: Chain) -> dict[Factuality, int]:
    """The height of each value from the surest that occurs to the least."""
    held = [SCALE.index(value) for value in found.values] or [SCALE.index("Uu")]
    rows, y = {}, TOP
    for value in SCALE[min(held) : max(held) + 1]:
        high = HIGH if value in found.values else LOW
        rows[value] = y + high // 2
        y += high
    return rows


def _x(column: int) -> int:
    return LEFT + WIDE * column + WIDE // 2


def _line(value: Factuality, y: int) -> Markup:
    words = "takes no side" if value == "Uu" else FACTUALITY[value]
    rule = element("line", x1=LEFT, y1=y, x2="100%", y2=y, class_="rule")
    return text(0, y + 4, value, class_="code") + text(32, y + 4, words) + rule


def _head(column: int, found: Chain) -> Markup:
    last = column == COLUMNS - 1 and found.deeper
    words = f"step {column}" + ("+" if last else "") if column else "start"
    return text(_x(column), 14, words, text_anchor="middle", class_="soft")


def _step(step: Step, rows: dict[Factuality, int]) -> Markup:
    ends = _ends(step, rows)
    thick = " many" * (step.count > 9) or " few" * (step.count > 1)
    kind = ("raised" if step.losses else "ct") + thick
    return element("line", x1=ends[0], y1=ends[1], x2=ends[2], y2=ends[3], class_=kind)


def _ends(step: Step, rows: dict[Factuality, int]) -> tuple[int, int, int, int]:
    start, end = step.start, step.end
    return _x(start.column), rows[start.value], _x(end.column), rows[end.value]


def _numbers(step: Step, rows: dict[Factuality, int]) -> Markup:
    """Close to the end of the step, where its line has left the others."""
    x1, y1, x2, y2 = _ends(step, rows)
    numbers = [loss.number for loss in step.losses]
    few = len(numbers) <= NUMBERS
    listed = ", ".join(numbers) if few else f"{numbers[0]} +{len(numbers) - 1}"
    return text(x1 + (x2 - x1) * 0.5, y1 + (y2 - y1) * 0.5 - 4, listed, text_anchor="middle",
                class_="number")  # fmt: skip


def _place(shelf: Shelf, place: Place, rows: dict[Factuality, int]) -> Markup:
    """A box with the report's number, or how many there are; filled where in its own words."""
    x, y = _x(place.column), rows[place.value]
    numbers = [shelf.numbers[stop.id] for stop in place.stops]
    listed, count = ", ".join(numbers), len(numbers)
    words = listed if len(listed) < MANY else f"{count} reports" if count < 100 else f"{count} rep."
    box = element("rect", x=x - 32, y=y - 9, width=64, height=18, rx=9,
                  class_="place own" if place.own else "place")  # fmt: skip
    return box + text(x, y + 4, words, text_anchor="middle", class_="in own" if place.own else "in")
