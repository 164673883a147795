"""A content as a text of its own, to be read again for what stands within it."""

import re
from collections.abc import Sequence

from reportedly.model import Span

_OPENING = re.compile(r"[\s“”\"‘’'«„(\[—–-]*(?:that\s+)?", re.IGNORECASE)
_CLOSING = " \t\r\n,;:.…“”\"‘’'»)]—–-"
_ENDS = (".", "!", "?", "…")

END = "."
"""What stands behind a content that is read again: a sentence ends."""


def bare(text: str, span: Span) -> Span:
    """``span`` of ``text`` without quotation marks, commas and a "that" at its edges."""
    part = text[span.start : span.end]
    opening = _OPENING.match(part)
    start = opening.end() if opening else 0
    return Span(span.start + start, span.start + max(start, len(part.rstrip(_CLOSING))))


def sentences(text: str, pieces: Sequence[Span]) -> list[list[Span]]:
    """Pieces of one content, those together that make one sentence around its cue."""
    found: list[list[Span]] = []
    for piece in (p for p in pieces if p.start < p.end):
        before = text[found[-1][-1].end : piece.start] if found else END
        if any(end in before[:3] for end in _ENDS) or "\n" in before:
            found.append([piece])
        else:
            found[-1].append(piece)
    return found
