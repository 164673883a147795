"""Where in a text a slow search can find anything: the neighbourhoods of telling words."""

import re
from collections.abc import Callable, Iterator

from reportedly.model import Span

_WORD = re.compile(r"[^\W_]+")


def stretches(
    text: str, within: Span, tells: Callable[[str], bool], before: int, after: int
) -> Iterator[tuple[int, int]]:
    """Ranges of ``within`` around each word that ``tells`` (given in lower case).

    They reach ``before`` and ``after`` characters from it, never overlap and are cut between
    words; words with the same neighbourhood share one.
    """
    start, end = within.start, within.end
    begin, stop = -1, -1
    for word in _WORD.finditer(text, start, end):
        if not tells(word[0].lower()):
            continue
        if begin >= 0 and word.start() - before <= stop:
            stop = word.end() + after
            continue
        if begin >= 0:
            yield begin, _cut(text, stop, end)
        begin, stop = _back(text, word.start() - before, start), word.end() + after
    if begin >= 0:
        yield begin, _cut(text, stop, end)


def _back(text: str, at: int, start: int) -> int:
    at = max(at, start)
    while at > start and not text[at - 1].isspace():
        at -= 1
    return at


def _cut(text: str, at: int, end: int) -> int:
    at = min(at, end)
    while at < end and not text[at].isspace():
        at += 1
    return at
