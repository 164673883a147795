"""Rows with named columns → reports: what CSV and JSON have in common."""

import json
import re
from collections.abc import Iterable, Mapping
from itertools import islice

from reportedly.model import Span

from .raw import Fields, Stated

COLUMNS = {
    "text": ("text", "body", "content", "article", "maintext", "bodytext"),
    "url": ("url", "link", "uri", "sourceurl", "canonicalurl"),
    "publisher": ("publisher", "outlet", "source", "sitename", "site", "media", "newspaper"),
    "published": (
        "published", "date", "publishedat", "datepublished", "publisheddate", "publishdate",
        "pubdate", "publishedtime",
    ),
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors"),
    "retrieved": ("retrieved", "retrievedat", "accessed", "fetched", "crawled"),
    "language": ("language", "lang"),
    "syndicated": ("syndicated", "syndicatedfrom", "rsssource", "credit", "agency"),
    "canonical": ("canonical", "canonicalurl"),
    "links": ("links", "hyperlinks"),
}  # fmt: skip
"""Field → the spellings a column may have; case, spaces, hyphens and underscores do not count.
The first spelling present wins."""


def places(names: Iterable[str]) -> dict[str, str]:
    """Which of the columns ``names`` holds which field."""
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(_key(name), name)
    found = {
        field: next((by_key[s] for s in spellings if s in by_key), None)
        for field, spellings in COLUMNS.items()
    }
    return {field: name for field, name in found.items() if name is not None}


def fields(row: Mapping[str, object], places: Mapping[str, str]) -> Fields:
    """One row as fields; ``places`` says which column holds which field, ``text`` among them."""
    cells = {field: row.get(column) for field, column in places.items()}
    values = {field: said(cell) for field, cell in cells.items()}
    credit = named(cells.get("syndicated"), "name", "url")
    return Fields(
        text=values.get("text") or "",
        title=values.get("title"),
        url=values.get("url"),
        publisher=values.get("publisher"),
        byline=values.get("byline"),
        published=values.get("published"),
        dated=_column(places.get("published")),
        retrieved=values.get("retrieved"),
        language=values.get("language"),
        syndicated=(credit,) if credit else (),
        canonical=values.get("canonical"),
        links=_links(cells.get("links")),
    )


def _column(name: str | None) -> str | None:
    return f"column {' '.join(name.split())}" if name else None


def said(value: object) -> str | None:
    """A cell as text: a list is joined, an object stands for its ``name``; else None."""
    return named(value, "name")


def named(value: object, *keys: str) -> str | None:
    """A cell as text, but an object stands for the first of ``keys`` that it states as text."""
    if isinstance(value, list):
        return ", ".join(filter(None, (named(one, *keys) for one in value))) or None
    if isinstance(value, Mapping):
        stated = (value.get(key) for key in keys)
        return next((one for one in stated if one and isinstance(one, str)), None)
    if isinstance(value, bool) or value is None:
        return None
    return str(value)


def lacking(names: Iterable[str]) -> str:
    """The sentence for a table without a text column; at most twelve columns are named."""
    first = list(islice(names, 13))
    columns = [" ".join(str(name).split())[:40] for name in first[:12]]
    columns = ["".join(filter(str.isprintable, name)) for name in columns]
    shown = ", ".join(columns) + (" …" if len(first) > 12 else "")
    return f"the table has no column text; its columns are: {shown or 'none'}"


def _key(name: str) -> str:
    return re.sub(r"[\s_\-]", "", name).casefold()


def _links(cell: object) -> tuple[Stated, ...]:
    """A list of addresses or of objects that state one; as JSON where the cell is text."""
    if isinstance(cell, str) and cell.lstrip()[:1] in {"[", "{"}:
        try:
            cell = json.loads(cell)
        except (ValueError, RecursionError):
            return ()
    found = map(_link, cell if isinstance(cell, list) else [cell])
    return tuple(link for link in found if link)


def _link(value: object) -> Stated | None:
    if isinstance(value, str):
        return Stated(value)
    if not isinstance(value, Mapping) or not isinstance(value.get("url"), str):
        return None
    text, start, end = value.get("text"), _whole(value.get("start")), _whole(value.get("end"))
    span = None if start is None or end is None else Span(start, end)
    return Stated(value["url"], text if isinstance(text, str) else None, span)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
