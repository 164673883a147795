"""Who held an office on the day of a report: "the North Korean leader" by the lists' dates."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from reportedly.claims.mentions import Mention
from reportedly.claims.names import canonical
from reportedly.lexicons import load
from reportedly.model import Document, Span


def leaders(document: Document, names: Iterable[Mention]) -> Iterator[tuple[Mention, str]]:
    """Offices named after their state without a name, each with the key of who held it then.

    A report without a day, a former holder, and an office that the lists do not know give nobody.
    """
    if not document.published:
        return
    for land in names:
        match = _offices().match(document.text, land.span.end) if land.sort == "land" else None
        if match and not document.text[: land.span.start].endswith(("former ", "ex-")):
            holder = _holder(land.country or "", match[1].lower(), document.published[:10])
            if holder:
                span = Span(land.span.start, match.end(1))
                yield replace(land, span=span, sort="description", text=match[1]), holder


def _holder(country: str, office: str, day: str) -> str | None:
    for code, held, name, first, last in load("actors")["leaders"]["rows"]:
        if code == country and office in _words()[held] and first <= day < (last or "9999"):
            return canonical(name)
    return None


@cache
def _words() -> dict[str, list[str]]:
    table = load("actors")["offices"]
    return {office: held for office, held in table.items() if office != "source"}


@cache
def _offices() -> re.Pattern[str]:
    ordered = sorted({word for held in _words().values() for word in held}, key=len, reverse=True)
    return re.compile(rf"(?:['’]s?)? ({'|'.join(ordered)})\b(?! [A-Z]|[-’'])")
