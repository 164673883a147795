"""A builder of records for tests: say only what matters, the rest is filled in."""

import hashlib

from reportedly.documents.sentences import sentences
from reportedly.model import Document, Span, Spans, identify


def document(text: str, publisher: str | None = "The Vesk Courier", **fields: object) -> Document:
    """A document of ``text``; ``fields`` override any other field."""
    sha = hashlib.sha256(text.encode()).hexdigest()
    values: dict[str, object] = {
        "id": identify("document", publisher, sha, fields.get("url"), fields.get("published")),
        "name": "test.txt", "url": None, "publisher": publisher, "byline": None,
        "published": None, "retrieved": None, "title": None, "language": "en", "text": text,
        "sentences": sentences(text), "sha256": sha,
    }  # fmt: skip
    return Document(**{**values, **fields})  # type: ignore[arg-type]


def spans(text: str, *fragments: str) -> Spans:
    """Where each fragment stands in ``text``: the first place after the fragment before it."""
    found, at = [], 0
    for fragment in fragments:
        at = text.index(fragment, at)
        found.append(Span(at, at + len(fragment)))
        at += len(fragment)
    return tuple(found)
