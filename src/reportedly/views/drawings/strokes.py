"""How sure, drawn: one style of line for each degree, and a cross over what is denied.

All drawings share them, and none needs its colour to be understood.
"""

from markupsafe import Markup

from reportedly.model import Factuality

from .svg import Number, at, element

DEGREES: dict[str, str] = {
    "ct": "certain",
    "pr": "probable",
    "ps": "possible",
    "uu": "does not commit",
}
"""Each style of line, and how sure it means."""


def style(sure: Factuality) -> str:
    """The class of a line: solid, long dashes, short dashes, dots."""
    return "uu" if sure.endswith("u") else sure[:2].lower()


def denied(sure: Factuality) -> bool:
    """Whether the voice says that it is not so."""
    return sure.endswith("-")


def stroke(x1: Number | str, y1: Number, x2: Number | str, y2: Number, class_: str) -> Markup:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def cross(x: Number | str, y: Number) -> Markup:
    """What is denied is crossed out."""
    strokes = "M-6 -6L6 6M-6 6L6 -6"
    return at(x, y, *(element("path", d=strokes, class_=name) for name in ("halo", "denied")))


def sample(name: str) -> Markup:
    """A short line of one style, for a key; ``denied`` is crossed."""
    line = stroke(1, 8, 39, 8, "ct" if name == "denied" else name)
    mark = cross(20, 8) if name == "denied" else Markup("")
    return element("svg", line, mark, class_="key drawn", width=40, height=16, aria_hidden="true")
