"""One document read: parse, find, judge, state; a sentence that fails is left out and named."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from reportedly.model import (
    Attribution,
    Document,
    Foreign,
    Reading,
    Skipped,
    Span,
    Spans,
    Statement,
)

from . import datelines
from .causes import causes
from .clauses import repair
from .conflicts import conflicts
from .customs import customs
from .found import Found
from .judge import judge
from .parse import parse
from .questions import questions, unsettled, unsettled_at
from .readers import DEFAULT, READERS, Reader
from .statements import statements, statements_at
from .tagger import Look
from .tokens import Doc

_LONGEST = 6_000
"""Characters of a sentence beyond which it is a table or a dump, and no syntax is to be had."""


def read(document: Document, reader: str = DEFAULT) -> Reading:
    """Everything ``document`` says, by whom, how sure; never raises.

    ``reader`` is the name of one of :data:`READERS`, which finds the attributions.

    A sentence that cannot be read is skipped, counted and named in ``Reading.skipped``; all
    others are read as if it were blank. A document in another language than English is not read,
    nor is a passage of one; it is skipped and named with its language, too.
    """
    if not document.readable:
        reason = f"the report is in the language {document.language!r}; only English is read"
        return Reading(document.id, skipped=(Skipped(document.name, reason),))
    unread = [_foreign(document, passage) for passage in document.foreign]
    reading = guarded(_blanked(document, unread), partial(_read, by=READERS[reader]))
    return replace(reading, skipped=(*unread, *reading.skipped))


def guarded(document: Document, reader: Callable[[Document], Reading]) -> Reading:
    """``reader``'s reading of ``document``, the sentences it fails on left out and named."""
    skipped = [_too_long(document, s) for s in document.sentences if s.end - s.start > _LONGEST]
    readable = _blanked(document, skipped)
    reading = _attempt(readable, reader)
    if isinstance(reading, Skipped):
        failures = [_attempt(_only(readable, s), reader) for s in readable.sentences]
        skipped += [
            replace(f, spans=(s,))
            for f, s in zip(failures, readable.sentences, strict=True)
            if isinstance(f, Skipped)
        ]
        last = reading
        reading = _attempt(_blanked(document, skipped), reader)
        if isinstance(reading, Skipped):
            return Reading(document.id, skipped=(last,))
    return replace(reading, skipped=(*reading.skipped, *skipped))


def judged(
    document: Document, found: Sequence[Found], reader: str = DEFAULT, seen: Look | None = None
) -> tuple[Attribution, ...]:
    """The attributions of ``document`` where ``found``, by whatever reader, is all there is.

    ``seen`` is the text as the network sees it; it is looked at where that is not given.
    """
    return judge(parsed(document), document, found, seen or READERS[reader].seen(document))


def stated_at(document: Document, places: Spans, reader: str = DEFAULT) -> dict[Span, Statement]:
    """What ``document`` states about the events whose words stand at ``places``, as it is read."""
    doc, by = parsed(document), READERS[reader]
    seen = by.seen(document)
    attributions = judge(doc, document, by.find(doc, document, seen), seen)
    made = statements_at(doc, document, attributions, places, seen)
    asked = questions(doc, document, attributions)
    return {place: unsettled_at(one, asked) for place, one in made.items()}


def parsed(document: Document) -> Doc:
    """The parse that everything is read from."""
    return repair(parse(_plain(document)))


def _read(document: Document, by: Reader) -> Reading:
    doc, seen = parsed(document), by.seen(document)
    attributions = judge(doc, document, by.find(doc, document, seen), seen)
    stated = statements(doc, document, attributions, seen)
    causal = causes(doc, document, attributions, seen)
    asked = questions(doc, document, attributions)
    settled = unsettled(stated, asked)
    clashes = conflicts(settled, customs(doc, settled))
    return Reading(document.id, attributions, settled, causal, asked, clashes)


def _plain(document: Document) -> Document:
    """The document as parsers know English: offsets stay, datelines and curly marks go.

    "VESK, May 14 (Agency) -" is no clause, and the parser does not know "didn’t".
    """
    text = datelines.blanked(document.text)
    text = re.sub(r"(?<=\w)’(?=\w)", "'", text)
    return replace(document, text=text) if text != document.text else document


def _attempt(document: Document, reader: Callable[[Document], Reading]) -> Reading | Skipped:
    try:
        return reader(document)
    except Exception as error:  # noqa: BLE001  one sentence may fail, the rest must not
        return Skipped(document.name, f"a sentence could not be read ({type(error).__name__})")


def _too_long(document: Document, sentence: Span) -> Skipped:
    size = sentence.end - sentence.start
    return Skipped(document.name, f"a sentence of {size} characters is too long", (sentence,))


def _foreign(document: Document, passage: Foreign) -> Skipped:
    """The sentences of a passage in another language."""
    inside = tuple(s for s in document.sentences if s in passage.span)
    told = f"in the language {passage.language!r}" if passage.language else "in another script"
    return Skipped(document.name, f"a passage is {told}; only English is read", inside)


def _blanked(document: Document, skipped: list[Skipped]) -> Document:
    """The document with those sentences turned to spaces, so that all offsets stay."""
    spans = {span for s in skipped for span in s.spans}
    if not spans:
        return document
    parts, at = [], 0
    for span in sorted(spans):
        parts += [document.text[at : span.start], " " * (span.end - span.start)]
        at = span.end
    text = "".join((*parts, document.text[at:]))
    kept = tuple(s for s in document.sentences if s not in spans)
    return replace(document, text=text, sentences=kept)


def _only(document: Document, sentence: Span) -> Document:
    """The document with nothing but one sentence."""
    before, after = " " * sentence.start, " " * (len(document.text) - sentence.end)
    text = before + document.text[sentence.start : sentence.end] + after
    return replace(document, text=text, sentences=(sentence,))
