"""A report as words: lower-cased forms, their places, and which are the report’s own."""

import re
from dataclasses import dataclass

from reportedly.lexicons import load
from reportedly.model import Document, Reading, Span

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_QUOTED = re.compile(
    r"“[^”\n]*(?:”|$)|\"[^\"\n]*\"|(?<!\S)\"(?=\w)[^\"\n]*$|«[^»\n]*»|‘(?:[^’\n]|’(?=\w))*’|(?<!\w)'(?:[^'\n]|'(?=\w))*'(?!\w)",
    re.MULTILINE,
)

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ADDRESSED = re.compile(r"\b(?:you|your|us|our)\b", re.IGNORECASE)
FOOT = 2
"""Last lines of a report that may speak to its readers and not of the matter."""


@dataclass(frozen=True, slots=True)
class Words:
    """One report's words in order.

    ``own`` is False for a word inside quotation marks (it is a speaker's, whoever prints it), for
    one that names a source (whoever hears it calls it so) and for one in a line of boilerplate; ``plain`` is True for a lower-case word of four letters or
    more, which a bare list of names and functions words has none of; ``source`` for one that
    names a source.
    """

    document: str
    forms: tuple[str, ...]
    spans: tuple[Span, ...]
    own: tuple[bool, ...]
    plain: tuple[bool, ...]
    source: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, start: int, end: int) -> Span:
        """The characters from word ``start`` up to word ``end`` (not included)."""
        return Span(self.spans[start].start, self.spans[end - 1].end)


def words(document: Document, reading: Reading) -> Words:
    """The words of ``document``; those that name a source are not its own."""
    found = tuple(_WORD.finditer(document.text))
    named = (s for a in reading.attributions if a.source for s in a.source.spans)
    sources = tuple(sorted(named))
    foreign = (*quotations(document.text), *_boilerplate(document), *sources)
    starts = tuple(m.start() for m in found)
    covered = _covered(starts, tuple(sorted(foreign)))
    return Words(
        document.id,
        tuple(m.group().lower().replace("’", "'") for m in found),
        tuple(Span(*m.span()) for m in found),
        tuple(not inside for inside in covered),
        tuple(m.group().islower() and len(m.group()) >= 4 for m in found),
        tuple(_covered(starts, sources)),
    )


def quotations(text: str) -> tuple[Span, ...]:
    """Stretches between quotation marks; one left open ends with its paragraph."""
    return tuple(Span(*m.span()) for m in _QUOTED.finditer(text))


def is_boilerplate(line: str) -> bool:
    """Whether a line is one that outlets print under or between reports."""
    lowered = line.lower()
    return any(phrase in lowered for phrase in load("credits")["boilerplate"]["phrases"])


def _boilerplate(document: Document) -> tuple[Span, ...]:
    """Lines that outlets print with every report: by their phrases, or a foot that speaks to readers."""
    text = document.text
    printed = tuple(s for s in document.sentences if is_boilerplate(text[s.start : s.end]))
    lines = [Span(*m.span()) for m in _LINE.finditer(text)]
    foot = lines[max(1, len(lines) - FOOT) :]
    whole = (f for f in foot if _ADDRESSED.search(text, f.start, f.end) or any(s in f for s in printed))
    return (*printed, *whole)


def _covered(starts: tuple[int, ...], spans: tuple[Span, ...]) -> list[bool]:
    result, index, reach = [], 0, -1
    for start in starts:
        while index < len(spans) and spans[index].start <= start:
            reach = max(reach, spans[index].end)
            index += 1
        result.append(start < reach)
    return result
