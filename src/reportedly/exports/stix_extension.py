"""What STIX 2.1 has no place for, declared as an extension of its own.

The range of origins, how sure a voice is and what hedges it, the chain of voices that a statement
came through, drift along links, and letter and digit apart from one another.
"""

import json
from typing import Any

from .moments import UNKNOWN
from .uuids import uuid

EXTENSION = f"extension-definition--{uuid('extension-definition', 1)}"
TOOL = f"identity--{uuid('identity', 'reportedly')}"
"""Who made the objects: the program, and never a voice that it reports."""

_WORDS = {
    "type": "object",
    "required": ["report", "spans", "words"],
    "properties": {
        "report": {"type": "string"},
        "spans": {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
        "words": {"type": "string"},
    },
}
_LIST = {"type": "array", "items": {"type": "object"}}
_SENTENCES = {"type": "array", "items": {"type": "string"}}

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "reportedly",
    "type": "object",
    "required": ["extension_type", "record"],
    "additionalProperties": False,
    "properties": {
        "extension_type": {"const": "property-extension"},
        "record": {"type": "string", "description": "the id in the ledger"},
        "kind": {"type": "string", "description": "of a voice, or of a link between reports"},
        "named": {"type": "boolean", "description": "whether a voice has a name"},
        "attributions": {**_LIST, "description": "those that carry the name of a voice"},
        "published_stated": {"type": "boolean"},
        "kept_as": {"type": "string"},
        "byline": {"type": "string"},
        "upstream": {**_LIST, "description": "whom a report follows that is not here"},
        "status": {"enum": ["uncontested", "contested", "denied", "single origin"]},
        "told": _WORDS,
        "origins": {
            "type": "object",
            "required": ["at_least", "at_most"],
            "properties": {
                "at_least": {"type": "integer"},
                "at_most": {"type": "integer"},
                "reasons": _SENTENCES,
            },
        },
        "grade": {
            "type": "object",
            "description": "Admiralty scale; what cannot be judged (F, 6) is absent",
            "properties": {
                "letter": {"enum": list("ABCDE")},
                "digit": {"enum": list("12345")},
                "by_person": {"type": "boolean"},
                "suggested": {"type": "string"},
                "summary": {"type": "string"},
                "reasons": _SENTENCES,
            },
        },
        "drift": {**_LIST, "description": "what was lost or moved along a link"},
        "stance": {"enum": ["for", "against", "observing", "silent"]},
        "factuality": {"enum": ["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]},
        "statements": {
            **_LIST,
            "description": "each with its words, what hedges it, and the chain of voices that it "
            "came through, innermost first; an empty chain is the report's own word",
        },
        "words": {"type": "array", "items": _WORDS},
    },
}
"""What stands under the extension's id, as JSON Schema."""


def definition() -> dict[str, Any]:
    """The extension-definition object."""
    return {
        "type": "extension-definition",
        "id": EXTENSION,
        "created_by_ref": TOOL,
        "created": UNKNOWN,
        "modified": UNKNOWN,
        "name": "reportedly: who says what, on whose word, how sure, from how few origins",
        "description": "What STIX has no place for. Spans are offsets in code points into the "
        "kept text of a report, words are cut from there with hidden characters made visible.",
        "schema": json.dumps(SCHEMA, separators=(",", ":")),
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }


def extended(record: str, **values: Any) -> dict[str, Any]:  # noqa: ANN401 (JSON)
    """The extensions of an object; what is None is absent."""
    told = {name: value for name, value in values.items() if value is not None}
    return {EXTENSION: {"extension_type": "property-extension", "record": record, **told}}
