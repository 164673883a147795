"""BBC Citron's JSON: a text with its quotes (cue, sources, contents, confidence).

The shape is that of https://github.com/bbc/citron; a whole ledger is one such object a line, with
the report's id, and its quotes have ours.
"""

from collections.abc import Iterator
from typing import Any

from reportedly.model import Case, Document, Reading, Spans
from reportedly.model.plain import to_json
from reportedly.shelf import Shelf

from .escaping import escaped
from .holdings import Copy
from .shown import readings

Plain = dict[str, Any]


def lines(case: Case, copy: Copy) -> Iterator[bytes]:
    """One line a report; the kept copies are not asked for."""
    del copy
    for document, reading in readings(Shelf(case)):
        made = {"id": document.id, **citron(document, reading)}
        yield f"{escaped(to_json(made))}\n".encode()


def citron(document: Document, reading: Reading) -> Plain:
    """One document. ``confidence`` is null: nothing here is a calibrated probability."""
    text = document.text
    return {
        "text": text,
        "quotes": [
            {
                "id": attribution.id,
                "cue": next(iter(_spans(text, attribution.cue)), None),
                "sources": _spans(text, attribution.source.spans if attribution.source else ()),
                "contents": _spans(text, attribution.content),
                "coreferences": [],
                "confidence": None,
            }
            for attribution in reading.attributions
        ],
    }


def _spans(text: str, spans: Spans) -> list[Plain]:
    return [{"start": s.start, "end": s.end, "text": text[s.start : s.end]} for s in spans]
