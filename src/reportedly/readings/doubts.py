"""Words beside what a voice says by which it is less than certain of it itself, whatever the cue.

"At a guess, said the mayor, …", "she had heard, at second hand, that …".
"""

import re
from functools import cache

from reportedly.lexicons import load
from reportedly.model import Document, Evidence, Factor, Factuality, Span, Spans

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
        for match in _patterns(key).finditer(text, sentence.start, sentence.end):
            found = Span(*match.span())
            if part_of_it or not any(found.overlaps(span) for span in said):
                return Factor(NAME, 0.0, _TEXT, (Evidence(document.id, (found,)),))
    return None


def lowered(value: Factuality) -> Factuality:
    """``value`` of who is not certain: probable where it was certain."""
    return "PR+" if value == "CT+" else value


@cache
def _patterns(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('certainty')['doubt'][key])})\b", re.IGNORECASE)
