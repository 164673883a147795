"""Who does what to whom, drawn in three columns: who, what, to whom; one line a tie."""

from collections.abc import Sequence

from markupsafe import Markup

from reportedly.visible import plain

from ..relations import Bond, Bonds
from ..words import NAMELESS, RELATION
from .lettering import letters, short
from .strokes import cross, denied, stroke, style
from .svg import at, element, picture, text, window

HIGH = 40
"""One tie."""
ROOM, LINES = 13, 3
"""Letters of a name in a line, and lines."""
LEFT, FROM, BOX, TO, RIGHT = "26%", "27%", ("34%", "31%"), "71%", "74%"
"""Where names end, lines begin, boxes stand and how wide, lines end, names begin."""


def relations(found: Bonds, name: str) -> Markup:
    """The drawing of ``found.drawn``; ``name`` is unique in the page."""
    drawn = found.drawn
    high = HIGH * len(drawn)
    left, right = _left(drawn), _right(drawn, high)
    parts: list[Markup] = []
    for row, bond in enumerate(drawn):
        y = HIGH * row + HIGH // 2
        parts += _tie(bond, left[bond.source.id], y, right[bond.target.id])
    names = {bond.source.id: bond.source.name for bond in drawn}
    parts += [_name(names[key], "0", y, "end") for key, y in left.items()]
    names = {bond.target.id: bond.target.name for bond in drawn}
    parts += [_name(names[key], RIGHT, y, "start") for key, y in right.items()]
    about = "; ".join(_said(bond) for bond in drawn) + "."
    return picture(name, "Who is said to do what to whom", about, "100%", high, *parts)


def _left(drawn: Sequence[Bond]) -> dict[str, float]:
    """An actor stands in the middle of its own ties, which stand together."""
    rows: dict[str, list[int]] = {}
    for row, bond in enumerate(drawn):
        rows.setdefault(bond.source.id, []).append(row)
    return {key: HIGH * (held[0] + held[-1] + 1) / 2 for key, held in rows.items()}


def _right(drawn: Sequence[Bond], high: int) -> dict[str, float]:
    """Evenly spaced, in the order of the middle of their ties, so that few lines cross."""
    rows: dict[str, list[int]] = {}
    for row, bond in enumerate(drawn):
        rows.setdefault(bond.target.id, []).append(row)
    ranked = sorted(rows, key=lambda key: sum(rows[key]) / len(rows[key]))
    return {key: high * (n + 0.5) / len(ranked) for n, key in enumerate(ranked)}


def _tie(bond: Bond, left: float, y: int, right: float) -> list[Markup]:
    kind = style(bond.sure)
    head = element("path", d="M0 -5L8 0L0 5Z", class_="head")
    lines = [stroke(FROM, left, BOX[0], y, kind), stroke("65%", y, TO, right, kind)]
    mark = [cross("68%", (y + right) / 2)] if denied(bond.sure) else []
    return [*lines, *mark, at(TO, right, head), _what(bond, y)]


def _what(bond: Bond, y: int) -> Markup:
    """What is said to be done; below it the code (or that it is not so), how sure, how often."""
    box = element("rect", x=1, y=1, width="99%", height=HIGH - 6, rx=3, class_="box")
    count = f" ×{len(bond.told)}" if len(bond.told) > 1 else ""
    lead = "not so," if bond.denied else bond.code
    lines = (
        text("50%", 15, RELATION[bond.kind], text_anchor="middle"),
        text("50%", 29, f"{lead} {bond.sure}{count}", text_anchor="middle", class_="code"),
    )
    return window(BOX[0], y - HIGH // 2 + 2, BOX[1], HIGH - 4, box, *lines)


def _name(name: str, x: str, y: float, anchor: str) -> Markup:
    """A name in three lines at most; the list below has it whole."""
    lines = _folded(plain(NAMELESS.get(name, name)))
    place = "100%" if anchor == "end" else "0"
    top = HIGH / 2 + 4 - 6.5 * (len(lines) - 1)
    set_ = [text(place, top + 13 * n, line, text_anchor=anchor) for n, line in enumerate(lines)]
    return window(x, round(y - HIGH / 2, 2), LEFT, HIGH, *set_)


def _folded(name: str) -> list[str]:
    """Lines parted between words where that can be."""
    lines = [""]
    for word in name.split():
        joined = f"{lines[-1]} {word}".strip()
        if not lines[-1] or letters(joined) <= ROOM:
            lines[-1] = joined
        else:
            lines.append(word)
    kept = [short(line, ROOM) for line in lines[:LINES]]
    return [*kept[:-1], short(f"{kept[-1]} …", ROOM)] if len(lines) > LINES else kept


def _said(bond: Bond) -> str:
    lead = "not so: " if bond.denied else ""
    times = f", told {len(bond.told)} times" if len(bond.told) > 1 else ""
    who, whom = (NAMELESS.get(a.name, a.name) for a in (bond.source, bond.target))
    return f"{lead}{who} {RELATION[bond.kind]} {whom} ({bond.sure}{times})"
