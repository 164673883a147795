"""CSL-JSON: the reports as items that citation processors, Zotero and Pandoc read.

A report with an address is a ``webpage``, any other a ``document``: what kind of publication it is
in, nobody states. The shape: https://github.com/citation-style-language/schema (csl-data.json).
"""

from collections.abc import Iterator
from typing import Any

from reportedly.model import Case
from reportedly.model.plain import to_json

from .bibliography import Work, work
from .escaping import escaped
from .holdings import Copy


def csl(case: Case, copy: Copy) -> Iterator[bytes]:
    """One array of items, in the order of the case; the kept copies are not asked for."""
    del copy
    before = "[\n"
    for document in case.documents:
        yield f"{before}{escaped(to_json(_item(work(document))))}".encode()
        before = ",\n"
    yield b"[]\n" if before == "[\n" else b"\n]\n"


def _item(one: Work) -> dict[str, Any]:
    told = {
        "id": one.key,
        "type": "webpage" if one.url else "document",
        "title": one.title,
        "container-title": one.outlet,
        "author": [{"literal": one.byline}] if one.byline else None,
        "issued": _date(one.published),
        "accessed": _date(one.retrieved),
        "URL": one.url,
        "language": one.language,
        "note": one.note,
    }
    return {name: value for name, value in told.items() if value}


def _date(date: tuple[int, ...]) -> dict[str, Any] | None:
    return {"date-parts": [list(date)]} if date else None
