"""Who published a text that states no publisher: the outlet in the dateline at its head.

Of a news agency a dateline says only whose words they are, since everybody prints those; any other
outlet's stands over its own reports.
"""

import re

from reportedly.lexicons import load
from reportedly.model import Span, bare

_WORD = r"[A-ZÀ-Þ\d][\w.’'-]*"
_PLACE = rf"{_WORD}(?:,? {_WORD}){{0,6}},? ?"
_NAME = r"(?P<name>(?:The )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3})"
_DATELINE = re.compile(rf"\s*(?:{_PLACE})?[(\[] ?{_NAME} ?[)\]][ \t]*(?:—|–|--|-)(?=\s)")
_WIRE = re.compile(r"\b(?:wire|newswire|agency|press|photo|news service|services?|staff)\b", re.I)
"""What names of agencies have, listed or not."""


def signed(text: str) -> Span | None:
    """Where the dateline at the head of ``text`` names an outlet that is no agency."""
    match = _DATELINE.match(text)
    if match is None or _WIRE.search(match["name"]):
        return None
    agencies = {bare(form) for forms in load("credits")["agencies"]["forms"] for form in forms}
    if any(bare(match["name"]).split()[: len(a.split())] == a.split() for a in agencies):
        return None
    return Span(*match.span("name"))


__all__ = ["signed"]
