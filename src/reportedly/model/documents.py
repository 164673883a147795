"""A report as published, and what could not be read."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from .text import Spans


@dataclass(frozen=True, slots=True)
class Document:
    """One report as published. The same URL with other text is a new version (another id).

    ``published`` and ``retrieved`` are ISO 8601 dates or date-times, None where nothing states
    them. ``text`` keeps paragraph breaks; ``sentences`` tile its paragraphs in order, and none
    crosses a line break. ``sha256`` is that of the raw bytes kept beside the record.
    """

    id: str
    name: str
    url: str | None
    publisher: str | None
    byline: str | None
    published: str | None
    retrieved: str | None
    title: str | None
    language: str | None
    text: str
    sentences: Spans
    sha256: str

    @property
    def outlet(self) -> str:
        """Who published it, or the name of the file where nobody says."""
        return self.publisher or PurePosixPath(self.name).name


@dataclass(frozen=True, slots=True)
class Kept:
    """A document together with the raw bytes it was made from."""

    document: Document
    raw: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read or not understood: which, and why, in a sentence."""

    source: str
    reason: str
    spans: Spans = ()
