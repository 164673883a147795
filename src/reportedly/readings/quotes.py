"""Quoted stretches of a text: paired within a paragraph, odd marks tolerated."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reportedly.model import Span, Spans

_OPEN, _CLOSE, _STRAIGHT = "“„«", "”»", '"'
_MARK = re.compile(f"[{_OPEN}{_CLOSE}{_STRAIGHT}]")
_LINE = re.compile(r"[^\r\n]+")


@dataclass(slots=True)
class _Pen:
    """What is open at the moment while marks are read from left to right."""

    start: int = -1
    straight: bool = False


@lru_cache(maxsize=4)  # several parts of one reading ask for them
def quotes(text: str) -> Spans:
    """Stretches between double quotation marks, marks included, in order and not overlapping.

    A stretch never crosses a line break: one left open ends with its paragraph, after the
    convention that a quotation of several paragraphs opens each and closes only the last.
    """
    return tuple(span for line in _LINE.finditer(text) for span in _in_line(text, line))


def _in_line(text: str, line: re.Match[str]) -> list[Span]:
    found, pen = [], _Pen()
    for mark in _MARK.finditer(text, line.start(), line.end()):
        at = mark.start()
        if closes(text, at, pen.start, pen.straight):
            found.append(Span(pen.start, at + 1))
            pen.start = -1
        elif pen.start < 0 and opens(text, at):
            pen.start, pen.straight = at, text[at] == _STRAIGHT
    if pen.start >= 0 and text[pen.start + 1 : line.end()].strip():
        found.append(Span(pen.start, line.end()))
    return found


def opens(text: str, at: int) -> bool:
    """Whether the mark at ``at`` can open a quotation."""
    if text[at] == _STRAIGHT:
        return at + 1 < len(text) and not text[at + 1].isspace()
    return text[at] in _OPEN


def closes(text: str, at: int, start: int, straight: bool) -> bool:
    """Whether the mark at ``at`` ends the quotation opened at ``start`` (−1: none is open)."""
    if start < 0 or at == start:
        return False
    return text[at] in _CLOSE or (straight and text[at] == _STRAIGHT)
