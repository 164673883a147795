"""Words beside what a voice says by which it is less than certain of it itself, whatever the cue.

"At a guess, said the mayor, …", "she had heard, at second hand, that …".
"""

from functools import cache, lru_cache

from reportedly.lexicons import load
from reportedly.model import Document, Evidence, Factor, Factuality, Span, Spans

from .caseless import Caseless

NAME = "doubt"
"""Of the reason that tells of such words."""

_TEXT = "Words beside it tell that the voice is not certain of it."


def doubt(document: Document, sentence: Span, said: Spans) -> Factor | None:
    """The words of ``sentence`` that tell of doubt about ``said``, a part of it; None without any.

    Some doubt wherever they stand ("in all likelihood"), others only outside what is said: what
    somebody "had heard" is another thing where that is what happened.
    """
    text = document.text
    for key, part_of_it in (("anywhere", True), ("beside", False)):
        for found in _places(text, sentence, key):
            if part_of_it or not any(found.overlaps(span) for span in said):
                return Factor(NAME, 0.0, _TEXT, (Evidence(document.id, (found,)),))
    return None


def lowered(value: Factuality) -> Factuality:
    """``value`` of who is not certain: probable where it was certain."""
    return "PR+" if value == "CT+" else value


@lru_cache(maxsize=8)
def _places(text: str, sentence: Span, key: str) -> Spans:
    """Where such words stand; each of a sentence's statements asks."""
    found = _patterns(key).finditer(text, sentence.start, sentence.end)
    return tuple(Span(*match.span()) for match in found)


@cache
def _patterns(key: str) -> Caseless:
    return Caseless(rf"\b(?:{'|'.join(load('certainty')['doubt'][key])})\b")
