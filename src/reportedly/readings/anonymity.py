"""Why a source is not named, where the text says so."""

import re
from functools import cache

from reportedly.lexicons import load
from reportedly.model import Span, Spans

from .caseless import Caseless

_END = re.compile(r"[.;:!?”\"—–]|,(?= (?:said|told|added|says|who|but|and)\b)|\n|$")

_BEFORE = 40
"""Characters before a part of a reason within which it begins."""


@cache
def _reason() -> Caseless:
    patterns = load("sources")["namelessness"]["patterns"]
    return Caseless("|".join(f"(?:{pattern})" for pattern in patterns))


def anonymity(text: str, sentence: Span, source: Spans) -> Spans:
    """The stated reason for namelessness in the source's sentence: behind the source, else before.

    The reason runs on to the end of its clause ("because they were not authorised to speak").
    """
    found = list(_reason().finditer(text, sentence.start, sentence.end))
    if not found or not source:
        return ()
    behind = [m for m in found if m.start() >= source[0].start]
    match = (behind or found)[0]
    end = _END.search(text, match.end())
    stop = min(end.start() if end else sentence.end, sentence.end)
    return (Span(match.start(), len(text[:stop].rstrip(" ,"))),)


def pleads(text: str, span: Span) -> bool:
    """Whether ``span`` is part of a stated reason: the end of "who asked not to be named"."""
    found = _reason().finditer(text, max(span.start - _BEFORE, 0), span.end)
    return any(m.start() <= span.start and m.end() == span.end for m in found)


def is_plea(words: str) -> bool:
    """Whether ``words`` begin with a stated reason: "asked not to be named"."""
    return bool(_reason().match(words))
