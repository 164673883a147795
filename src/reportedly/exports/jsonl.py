"""The ledger whole, one JSON object a line, so that another ledger takes it over without loss.

After a head ``{"format", "made_by", "version"}`` each line is ``{"kind", "record"}``. Of a report
there are the ``document`` with its text, every ``retrieval`` by which it came, and the ``reading``
as it was found; then what was ``skipped``, a person's own ``table``, each ``ruling`` as it was
made, and each kept ``copy`` in base64. JSON is canonical (sorted keys, no spaces); what would act
instead of being read (controls, bidirectional marks) is escaped. See ``docs/exports.md``.
"""

import base64
import re
from collections.abc import Iterable, Iterator
from importlib import metadata
from typing import Any

from reportedly.model import Case, Retrieval
from reportedly.model.plain import to_json, to_plain
from reportedly.visible import HIDDEN

from .holdings import NOTHING, Beside, Copy, holdings

FORMAT = "reportedly ledger"
VERSION = 1

Line = tuple[str, Any]
"""The kind of a record, and the record as plain data."""


def jsonl(case: Case, copy: Copy, beside: Beside = NOTHING) -> Iterator[bytes]:
    """The file, line by line; a copy that ``copy`` does not give is left out."""
    yield from lines(case, beside.tables)
    for held in holdings(case):
        data = copy(held.sha256)
        if data is not None:
            packed = {"data": base64.b64encode(data).decode(), "sha256": held.sha256}
            yield _line({"kind": "copy", "record": packed})


def lines(case: Case, tables: Iterable[str] = ()) -> Iterator[bytes]:
    """The same without the kept copies."""
    made_by = f"reportedly {metadata.version('reportedly')}"
    yield _line({"format": FORMAT, "made_by": made_by, "version": VERSION})
    for kind, record in records(case, tables):
        yield _line({"kind": kind, "record": record})


def records(case: Case, tables: Iterable[str] = ()) -> Iterator[Line]:
    """Everything that cannot be worked out again, in the order of the case, as plain data."""
    routes: dict[str, list[Retrieval]] = {}
    for one in case.retrievals:
        routes.setdefault(one.document, []).append(one)
    for document, reading in zip(case.documents, case.readings, strict=True):
        yield "document", to_plain(document)
        yield from (("retrieval", to_plain(one)) for one in routes.get(document.id, ()))
        yield "reading", to_plain(reading)
    yield from (("skipped", to_plain(one)) for one in case.skipped)
    yield from (("table", {"csv": csv}) for csv in tables)
    yield from (("ruling", to_plain(logged.ruling)) for logged in case.rulings)


def _line(data: object) -> bytes:
    return HIDDEN.sub(_escaped, to_json(data)).encode() + b"\n"


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
