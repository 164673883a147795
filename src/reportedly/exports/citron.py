"""BBC Citron's JSON: a text with its quotes (cue, sources, contents, confidence)."""

from typing import Any

from reportedly.model import Document, Reading, Spans

Plain = dict[str, Any]


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
