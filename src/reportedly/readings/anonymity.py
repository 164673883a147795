"""Why a source is not named, where the text says so."""

import re
from functools import cache

from reportedly.lexicons import load
from reportedly.model import Span, Spans

_END = re.compile(r"[.;:!?”\"—–]|,(?= (?:said|told|added|says|who|but|and)\b)|\n|$")


@cache
def _reason() -> re.Pattern[str]:
    patterns = load("sources")["namelessness"]["patterns"]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


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


def is_plea(words: str) -> bool:
    """Whether ``words`` begin with a stated reason: "asked not to be named"."""
    return bool(_reason().match(words))
