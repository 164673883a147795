"""A content as a text of its own, to be read again for what stands within it."""

import re
from collections.abc import Iterator, Sequence

from reportedly.model import Span

_OPENING = re.compile(r"[\s“”\"‘’'«„(\[—–-]*(?:that\s+)?[“\"‘«]*", re.IGNORECASE)
_CLOSING = " \t\r\n,;:.…“”\"‘’'»)]—–-"
_ENDS = (".", "!", "?", "…")

OPENING, END = "… ", "."
"""What is put before a content that is read again, which tells the network so, and behind it."""

NOWHERE = -1
"""The place of a character that was put there."""


def again(text: str, pieces: Sequence[Span]) -> Iterator[tuple[str, list[int]]]:
    """The sentences that ``pieces`` of one content make, each as a text to be read again.

    With each text the place in ``text`` of every character.
    """
    for sentence in sentences(text, [bare(text, piece) for piece in pieces]):
        part = " ".join(text[span.start : span.end] for span in sentence)
        places = [p for s in sentence for p in (*range(s.start, s.end), NOWHERE)]
        yield f"{OPENING}{part}{END}", [NOWHERE] * len(OPENING) + places


def inside(text: str) -> str:
    """A text without what is put around contents that are read again."""
    return text.removeprefix(OPENING).removesuffix(END)


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
