"""What must hold of whatever a reader of a format gives, and of what it takes."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from reportedly.documents.addresses import target
from reportedly.documents.dates import iso
from reportedly.documents.raw import Raw, Spent
from reportedly.documents.sentences import paragraphs
from reportedly.errors import SourceError
from reportedly.model import Document, Kept, Skipped, Span

SECONDS = 5
"""Processor time that one input may take."""

MOST = 100_000
"""Things that one input of a few kilobytes may give."""

Item = Kept | Skipped | Raw | Spent


def read(reader: Callable[[Raw], Iterator[Item]], raw: Raw) -> None:
    """Read ``raw`` and check all it gives; no exception but SourceError may come of it."""
    begun = time.process_time()
    found = _given(reader, raw)
    took = time.process_time() - begun
    assert took < SECONDS, f"it took {took:.1f} seconds"
    for item in found:
        _item(item)
    if sum(raw.data) % 4 == 0:
        assert _given(reader, raw) == found, "read again it gives something else"


def _given(reader: Callable[[Raw], Iterator[Item]], raw: Raw) -> list[Item]:
    found: list[Item] = []
    try:
        for item in reader(raw):
            found.append(item)
            assert len(found) <= MOST, "it gives too much"
    except SourceError as error:
        found.append(Skipped(error.source, error.reason))
    return found


def _item(item: Item) -> None:
    assert isinstance(item, Kept | Skipped | Raw | Spent), type(item)
    if isinstance(item, Skipped):
        assert item.source, item
        assert item.reason, item
        assert item.reason.isprintable(), item
        assert "could not be read as" not in item.reason, item
        item.reason.encode()
    elif isinstance(item, Raw):
        assert item.name, item
        assert isinstance(item.data, bytes), type(item.data)
    elif isinstance(item, Spent):
        assert item.size >= 0
    else:
        assert item.document.sha256 == hashlib.sha256(item.raw).hexdigest()
        document(item.document)


def document(held: Document) -> None:
    """The text can be put out, sentences tile it, spans lie in it, fields are what they should."""
    text = held.text
    text.encode()
    assert text.strip(), "an empty text"
    assert not {"\x00", "\r"} & set(text)
    tiled(text, held.sentences)
    places = [link.span for link in held.links if link.span]
    _inside(text, [*places, *([held.signed] if held.signed else [])])
    assert all(a.end <= b.start for a, b in pairwise(places)), places
    for link in held.links:
        assert target(link.url) == link.url, link
    for line in (held.title, held.publisher, held.byline, held.syndicated):
        assert line is None or (line and line == " ".join(line.split())), line
    for when in (held.published, held.retrieved):
        assert iso(when) == when, when
    assert held.language is None or held.language.isalpha(), held.language
    repr(held).encode()


def tiled(text: str, sentences: Iterable[Span]) -> None:
    """Sentences stand in order, each within a paragraph, and leave no word out."""
    found = list(sentences)
    _inside(text, found)
    assert all(a.end <= b.start for a, b in pairwise(found)), "sentences overlap"
    whole = paragraphs(text)
    starts = {span.start for span in whole}
    at = 0
    for span in found:
        assert text[span.start : span.end].strip(), span
        between = text[at : span.start]
        assert not between.strip(), f"{between!r} is in no sentence"
        assert span.start in starts or "\n" not in between, span
        assert "\n" not in text[span.start : span.end], span
        at = span.end
    assert not text[at:].strip(), f"{text[at:]!r} is in no sentence"


def _inside(text: str, spans: Iterable[Span]) -> None:
    for span in spans:
        assert 0 <= span.start < span.end <= len(text), span
