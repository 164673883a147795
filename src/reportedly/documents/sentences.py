"""Sentences and paragraphs as spans: no model, no line break ever crossed."""

import re

from reportedly.model import Span, Spans

_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*(?:(?=\s+[\"'“‘(\[]*[A-Z0-9])|$)")
"""A run of marks is tried from its first one only, so that many in a row take linear time."""

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Pres|Rev|Del|Hon|Adm|Brig|Cmdr|Amb|Lieut|Supt|Messrs|Fr|Sr|Mt|Ft|St|No|vs|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Ltd|Co|Corp|approx)|\b(?:[A-Za-z]\.)*[A-Z])\.$"
)

_INITIALS = re.compile(r"\b[A-Z]\.[A-Z]\.$")
_REOPENS = re.compile(r"\s+[\"“]")
"""A quotation that goes on after initials starts a sentence: he said in Port S.V. “We …”"""

_PARAGRAPH = re.compile(r"\S(?:[^\r\n]*\S)?")

_REACH = 40
"""Characters before a full stop that tell whether it shortens a word."""


def paragraphs(text: str) -> Spans:
    """Non-blank lines of ``text`` without their surrounding white space."""
    return tuple(Span(*found.span()) for found in _PARAGRAPH.finditer(text))


def sentences(text: str) -> Spans:
    """The sentences of ``text``, in order; each lies within one line and is not blank."""
    return tuple(s for paragraph in paragraphs(text) for s in _split(text, paragraph))


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the full stop at ``end`` only shortens a word ("Gen. Doru", "the U.S. Navy")."""
    before = text[max(start, end - _REACH) : end]
    if not _ABBREVIATION.search(before):
        return False
    return not (_INITIALS.search(before) and _REOPENS.match(text, end))


def _split(text: str, paragraph: Span) -> list[Span]:
    found, start = [], paragraph.start
    line = text[paragraph.start : paragraph.end]
    for match in _END.finditer(line):
        end = paragraph.start + match.end()
        if match.end() < len(line) and _goes_on(text, start, end):
            continue
        found.append(Span(start, end))
        start = end
        while start < paragraph.end and text[start].isspace():
            start += 1
    if start < paragraph.end:
        found.append(Span(start, paragraph.end))
    return found
