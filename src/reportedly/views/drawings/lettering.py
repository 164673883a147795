"""Words of a report in a drawing: folded into lines, each a slice of the text with its place."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from reportedly.model import Document, Span, Spans
from reportedly.visible import HIDDEN

from .svg import Number, element, glyphs

HIGH = 16
"""From one line to the next."""
_CODE = 8
"""Letters that a hidden character takes, shown by its code point."""
_GAP = 5
"""Letters that the sign for a gap takes."""
_REST = 3
"""Letters that the sign for the rest takes."""
_BROAD = frozenset("mwMW@%&<>=+#~…—")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Lettering:
    """Lines, each of one slice or several; ``whole``: nothing was left out at the end."""

    lines: tuple[Spans, ...]
    whole: bool

    @property
    def high(self) -> int:
        """How much room the lines take."""
        return HIGH * max(1, len(self.lines))


def lettering(document: Document, spans: Spans, room: int, most: int) -> Lettering:
    """``spans`` in at most ``most`` lines of some ``room`` letters, parted between words."""
    lines: list[list[Span]] = []
    used: float = room
    for word, first in _words(document.text, spans, room):
        need = letters(document.text[word.start : word.end])
        before = _GAP if first else 1
        if lines and used + before + need <= room:
            _append(lines[-1], word, joined=not first)
            used += before + need
        elif len(lines) == most:
            lines[-1] = _trimmed(document.text, lines[-1], room - _REST)
            return Lettering(tuple(map(tuple, lines)), whole=False)
        else:
            lines.append([word])
            used = need
    return Lettering(tuple(map(tuple, lines)), whole=True)


def lettered(document: Document, set_: Lettering, x: Number, y: Number) -> Markup:
    """The lines as SVG from ``y`` (top) down, in quotation marks; ours are marked as no slice."""
    last = len(set_.lines) - 1
    made = []
    for number, line in enumerate(set_.lines):
        opening = "“" if number == 0 else ""
        closing = ("”" if set_.whole else " …”") if number == last else ""
        slices = Markup(" […] ").join(_slice(document, span) for span in line)
        made.append(
            element("text", Markup("{}{}{}").format(opening, slices, closing),
                    x=x, y=y + HIGH * (number + 0.75), class_="slice")
        )  # fmt: skip
    return Markup("").join(made)


def letters(words: str) -> float:
    """About how many letters wide: full-width ones count twice, combining ones not at all."""
    return sum(_width(character) for character in words)


def short(line: str, room: int) -> str:
    """A line of our own words or of a name, cut with an ellipsis where it has no room."""
    if letters(line) <= room:
        return line
    kept = ""
    for character in line:
        if letters(kept + character + "…") > room:
            break
        kept += character
    return kept + "…"


def _width(character: str) -> float:
    if HIDDEN.match(character) or character == "\r":
        return _CODE
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 1.5 if character in _BROAD else 1


def _words(text: str, spans: Spans, room: int) -> Iterator[tuple[Span, bool]]:
    """Each word, one that is wider than a line in parts; whether a fragment begins with it."""
    for span in spans:
        first = True
        for match in _WORD.finditer(text, span.start, span.end):
            for part in _parts(text, match.start(), match.end(), room):
                yield part, first
                first = False


def _parts(text: str, start: int, end: int, room: int) -> Iterator[Span]:
    at, used = start, 0.0
    for place in range(start, end):
        wide = _width(text[place])
        if used + wide > room and place > at:
            yield Span(at, place)
            at, used = place, 0.0
        used += wide
    yield Span(at, end)


def _append(line: list[Span], word: Span, joined: bool) -> None:
    """Words of one fragment are one slice, with the space between them."""
    if joined:
        line[-1] = Span(line[-1].start, word.end)
    else:
        line.append(word)


def _trimmed(text: str, line: list[Span], room: float) -> list[Span]:
    """The beginning of a line that has ``room``, cut between words where it can be."""
    kept: list[Span] = []
    left = max(room, 1)
    for span in line:
        words = [m.end() for m in _WORD.finditer(text, span.start, span.end)]
        parts = [end for end in words if letters(text[span.start : end]) <= left]
        if not parts and not kept:
            parts = [next(_parts(text, span.start, span.end, int(left))).end]
        if parts:
            kept.append(Span(span.start, parts[-1]))
        if not parts or parts[-1] < span.end:
            break
        left -= letters(text[span.start : span.end]) + _GAP
    return kept


def _slice(document: Document, span: Span) -> Markup:
    return element(
        "tspan", glyphs(document.text[span.start : span.end]),
        data_doc=document.id, data_spans=f"{span.start}-{span.end}",
    )  # fmt: skip
