"""A report as published, and what could not be read."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Literal

from .text import Span, Spans, by_start

PageKind = Literal["paywall stub", "live blog", "live blog entry"]
"""Only the beginning, as shown to who has not paid; what stands above the entries of a live blog;
one of its entries."""
READ = "en"
"""The language that is read, ISO 639-1."""


def day_of(iso: str | None) -> date | None:
    """The day of an ISO 8601 date or moment; None where there is none, or it is no date."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link to a web address; ``span``: the characters that carry it, None where not known."""

    span: Span | None
    url: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A passage in another language than its report; ``language`` is None where it is not told."""

    span: Span
    language: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """One report as published. The same URL with other text is a new version (another id).

    ``published`` and ``retrieved`` are ISO 8601 dates or date-times, None where nothing states
    them. ``text`` keeps paragraph breaks; ``sentences`` tile its paragraphs in order, and none
    crosses a line break. ``sha256`` is that of the raw bytes kept beside the record. ``links``
    stand in the order of the text, those without a place last. ``syndicated`` is whom the report
    states, beside its words, that it has them from, as printed; ``canonical`` the address on
    another host that it calls its proper one. Neither is a thing anybody has checked. ``dated`` is
    the place in which ``published`` was found ("Date header"), None where that is not told;
    ``excerpt`` whether the source gives a summary in the place of the report. ``signed`` is where
    the text itself names its publisher, None where that is stated beside it, or nowhere.
    ``updated`` is when the report says it was last changed, later than ``published``, and
    ``stamped`` the place in which that was found. ``kinds`` tell what kind of page it was read
    from (:data:`PageKind`).
    ``foreign`` are its passages that are surely in another language than its own, in their order.
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
    links: tuple[Hyperlink, ...] = ()
    syndicated: str | None = None
    canonical: str | None = None
    dated: str | None = None
    excerpt: bool = False
    signed: Span | None = None
    updated: str | None = None
    stamped: str | None = None
    kinds: tuple[PageKind, ...] = ()
    foreign: tuple[Foreign, ...] = ()

    def sentence_at(self, at: int) -> Span | None:
        """The sentence that holds the character ``at``; None where none does."""
        found = bisect_right(self.sentences, at, key=by_start) - 1
        return self.sentences[found] if found >= 0 and at < self.sentences[found].end else None

    def sentence_of(self, span: Span) -> Span | None:
        """The sentence that holds all of ``span``; None where none does."""
        found = self.sentence_at(span.start)
        return found if found and span in found else None

    @property
    def readable(self) -> bool:
        """Whether it is in the language that is read, as far as that is told."""
        return self.language in {None, READ}

    @property
    def outlet(self) -> str:
        """Who published it, or the name of the file where nobody says."""
        return self.publisher or PurePosixPath(self.name).name


@dataclass(frozen=True, slots=True)
class Retrieval:
    """One route by which a report came; the same report by two routes has two of them.

    ``name`` is the route as it is shown: a path, an address, a place inside a file. ``sha256`` is
    that of the raw bytes that came by it. ``url`` is where they were fetched from and
    ``retrieved`` when, ``media`` the kind as which they were read and ``charset`` their encoding
    as stated beside them, each None where that is not known: with these the bytes are read again
    as they were read, and give this one document.
    """

    document: str
    name: str
    sha256: str
    url: str | None = None
    retrieved: str | None = None
    media: str | None = None
    charset: str | None = None

    @classmethod
    def of(cls, document: Document) -> "Retrieval":
        """The route that a document's own fields are from, as far as they tell it."""
        return cls(document.id, document.name, document.sha256, retrieved=document.retrieved)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read or not understood: which, and why, in a sentence."""

    source: str
    reason: str
    spans: Spans = ()
