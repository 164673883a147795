"""Quotations as runs of tokens."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from ..quotes import quotes
from ..tokens import Doc
from .draft import Tokens

_SHORT = 5
"""Quotations of no more tokens (marks included) are quoted words, not quoted speech."""


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``start`` to ``stop`` of one quotation; ``is_open``: its last mark is missing."""

    start: int
    stop: int
    tokens: Tokens
    is_open: bool

    @property
    def is_speech(self) -> bool:
        """Whether it is long enough to be somebody's speech."""
        return self.stop - self.start > _SHORT

    def __contains__(self, token: int) -> bool:
        return self.start <= token < self.stop


def runs(doc: Doc) -> list[Run]:
    """The quotations of ``doc`` in order."""
    text, starts = doc.text, [token.idx for token in doc]
    found = []
    for span in quotes(text):
        start, stop = bisect_left(starts, span.start), bisect_right(starts, span.end - 1)
        is_open = text[span.end - 1] not in '"”»'
        found.append(Run(start, stop, frozenset(range(start, stop)), is_open))
    return found
