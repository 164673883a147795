"""Full text search: every word asked for, in claims, reports and names."""

import re
from collections.abc import Mapping

from reportedly.model import Document, Span
from reportedly.views.quoting import Mark

from .asked import Asked, State, part, words
from .claims import searched as by_words
from .people import searched as by_name
from .reports import searched as by_text

EACH = 30
"""Reports found a page."""
FEW = 12
"""Claims and actors found that stand beside them."""
ROOM = 120
"""Characters shown to each side of the first word found."""


def search(state: State, asked: Asked) -> Mapping[str, object]:
    """Claims, actors and reports that hold every word; of a report the first place is shown."""
    shelf, wanted = state.shelf, words(asked.get("q"))
    if not wanted:
        return {"part": None}
    documents = by_text(shelf).holding(wanted)
    claims, actors = by_words(shelf).holding(wanted), by_name(shelf).holding(wanted)
    return {
        "part": part(documents, asked, EACH), "claims": claims[:FEW], "all_claims": len(claims),
        "actors": actors[:FEW], "all_actors": len(actors), "wanted": wanted, "place": place,
    }  # fmt: skip


def place(document: Document, wanted: tuple[str, ...]) -> tuple[Span, list[Mark]] | None:
    """Some of the paragraph around the first word found, and every word found in it, marked.

    None where a word stands in the title or a name only, or in other letters than it is asked in.
    """
    found = re.compile("|".join(re.escape(word) for word in wanted), re.IGNORECASE)
    first = found.search(document.text)
    if first is None:
        return None
    begin = document.text.rfind("\n", 0, first.start()) + 1
    start = _edge(document.text, max(begin, first.start() - ROOM), begin, first.start())
    end = _stop(document.text, first.end(), min(len(document.text), first.end() + ROOM))
    marks = [Mark(Span(*m.span()), "mark") for m in found.finditer(document.text, start, end)]
    return Span(start, end), [m for m in marks if m.span.start < m.span.end]


def _edge(text: str, start: int, begin: int, stop: int) -> int:
    """The beginning of the first whole word from ``start`` on, in a paragraph from ``begin``."""
    space = text.find(" ", start, stop) if start > begin else -1
    return space + 1 if space >= 0 else start


def _stop(text: str, start: int, stop: int) -> int:
    """The end of the paragraph, or of the last whole word before ``stop``."""
    line = text.find("\n", start, stop)
    if line >= 0 or stop == len(text):
        return line if line >= 0 else stop
    space = text.rfind(" ", start, stop)
    return space if space >= 0 else stop
