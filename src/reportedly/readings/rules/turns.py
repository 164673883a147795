"""Whose turn it is to speak: "NAME: …" in a transcript, "Name: …" in a headline."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model import Document, Span

from ..cues import frames
from ..tokens import Doc
from .draft import Draft, numbers

_LABEL = re.compile(r"[\"“”']?(?P<who>[^\W\d_][^:“”\"\n]{0,60}?)\s?(?P<colon>:)[^\S\r\n]+(?=\S)")
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_ASIDE = re.compile(r"\s*\([^)]*\)")
_NAME, _OUTLET = 6, 4
"""Words at most of a transcript's speaker, and of a headline's source."""

_THIN = 8
"""Lines to one speaker beyond which a report only quotes from a transcript."""

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank. ``name`` stands at ``who`` before the colon that may open it."""

    span: Span
    name: str = ""
    who: Span = _NOWHERE
    colon: Span = _NOWHERE


def colons(doc: Doc, document: Document) -> Iterator[Draft]:
    """What follows "NAME:" at a paragraph's start: a transcript's speaker, a headline's source.

    In a transcript a turn goes on over paragraphs until somebody else takes it.
    """
    lines = [_read(document.text, line) for line in _LINE.finditer(document.text)]
    speakers = _speakers(lines)
    turns = [at for at, line in enumerate(lines) if line.name in speakers]
    if not _is_transcript(turns, lines):
        ends = {at: at + 1 for at in turns}
    else:
        ends = dict(zip(turns, [*turns[1:], len(lines)], strict=True))
    if lines and _is_headline(lines[0].name):
        ends.setdefault(0, 1)
    for at in sorted(ends):
        draft = _draft(doc, lines[at : ends[at]])
        if draft is not None:
            yield draft


def _read(text: str, line: re.Match[str]) -> _Line:
    span = Span(line.start(), line.end())
    label = _LABEL.match(text, line.start(), line.end())
    while label is not None and label["who"].casefold() in frames("labels"):
        label = _LABEL.match(text, label.end(), line.end())
    if label is None:
        return _Line(span)
    name = _ASIDE.sub("", label["who"])
    return _Line(span, name, Span(*label.span("who")), Span(*label.span("colon")))


def _speakers(lines: list[_Line]) -> frozenset[str]:
    """Names in capitals; and names that take several turns, where more than one does so."""
    names = Counter(line.name for line in lines)
    known = {name for name in names if _is_name(name)}
    capitals = frozenset(name for name in known if name.isupper() and len(name) > 1)
    again = frozenset(name for name in known if names[name] > 1 and _is_titled(name))
    return capitals | again if len(again | capitals) > 1 else capitals


def _is_name(name: str) -> bool:
    plain = not any(c.isdigit() or c in "()" for c in name)
    return plain and 0 < len(name.split()) <= _NAME and name.casefold() not in frames("labels")


def _is_titled(name: str) -> bool:
    return all(part[0].isupper() for part in name.split() if len(part) > 3)


def _is_headline(name: str) -> bool:
    return _is_name(name) and _is_titled(name) and len(name.split()) <= _OUTLET


def _is_transcript(turns: list[int], lines: list[_Line]) -> bool:
    """Whether speakers take turns from the report's beginning to its end."""
    return len(turns) > 1 and turns[0] <= len(turns) and len(lines) <= _THIN * len(turns)


def _draft(doc: Doc, turn: list[_Line]) -> Draft | None:
    first = turn[0]
    stretches = [Span(first.colon.end, first.span.end), *(line.span for line in turn[1:])]
    pieces = [doc.touched(s.start, s.end) for s in stretches]
    who = doc.touched(first.who.start, first.who.end)
    colon = doc.touched(first.colon.start, first.colon.end)
    if who is None or colon is None:
        return None
    said = frozenset(token.i for piece in pieces if piece is not None for token in piece)
    cue = numbers(colon)
    return Draft(colon.start, numbers(who), cue, said - cue, "colon") if said else None
