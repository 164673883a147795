"""Rows with named columns → reports: what CSV and JSON have in common."""

import re
from collections.abc import Iterable, Mapping

from .raw import Fields

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
    values = {field: said(row.get(column)) for field, column in places.items()}
    return Fields(text=values.pop("text", None) or "", **values)


def said(value: object) -> str | None:
    """A cell as text: a list is joined, an object stands for its ``name``; else None."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(said, value))) or None
    if isinstance(value, Mapping):
        name = value.get("name")
        return name if isinstance(name, str) else None
    if isinstance(value, bool) or value is None:
        return None
    return str(value)


def lacking(names: Iterable[str]) -> str:
    """The sentence for a table without a text column; at most twelve columns are named."""
    columns = [" ".join(str(name).split())[:40] for name in names]
    columns = ["".join(filter(str.isprintable, name)) for name in columns]
    shown = ", ".join(columns[:12]) + (" …" if len(columns) > 12 else "")
    return f"the table has no column text; its columns are: {shown or 'none'}"


def _key(name: str) -> str:
    return re.sub(r"[\s_\-]", "", name).casefold()
