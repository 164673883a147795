"""A report as words: lower-cased forms, their places, and which are the report’s own."""

import re
from dataclasses import dataclass

from reportedly.lexicons import load
from reportedly.model import Document, Span

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_QUOTED = re.compile(
    r"“[^”\n]*(?:”|$)|\"[^\"\n]*\"|(?<!\S)\"(?=\w)[^\"\n]*$|«[^»\n]*»|‘(?:[^’\n]|’(?=\w))*’|(?<!\w)'(?:[^'\n]|'(?=\w))*'(?!\w)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Words:
    """One report's words in order.

    ``own`` is False for a word inside quotation marks (it is a speaker's, whoever prints it) and
    for one in a line of boilerplate; ``plain`` is True for a lower-case word of four letters or
    more, which a bare list of names and functions words has none of.
    """

    document: str
    forms: tuple[str, ...]
    spans: tuple[Span, ...]
    own: tuple[bool, ...]
    plain: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, start: int, end: int) -> Span:
        """The characters from word ``start`` up to word ``end`` (not included)."""
        return Span(self.spans[start].start, self.spans[end - 1].end)


def words(document: Document) -> Words:
    """The words of ``document``."""
    found = tuple(_WORD.finditer(document.text))
    foreign = (*quotations(document.text), *_boilerplate(document))
    covered = _covered(tuple(m.start() for m in found), tuple(sorted(foreign)))
    return Words(
        document.id,
        tuple(m.group().lower().replace("’", "'") for m in found),
        tuple(Span(*m.span()) for m in found),
        tuple(not inside for inside in covered),
        tuple(m.group().islower() and len(m.group()) >= 4 for m in found),
    )


def quotations(text: str) -> tuple[Span, ...]:
    """Stretches between quotation marks; one left open ends with its paragraph."""
    return tuple(Span(*m.span()) for m in _QUOTED.finditer(text))


def _boilerplate(document: Document) -> tuple[Span, ...]:
    phrases: list[str] = load("credits")["boilerplate"]["phrases"]
    lowered = document.text.lower()
    if not any(phrase in lowered for phrase in phrases):
        return ()
    return tuple(
        s for s in document.sentences if any(p in lowered[s.start : s.end] for p in phrases)
    )


def _covered(starts: tuple[int, ...], spans: tuple[Span, ...]) -> list[bool]:
    result, index, reach = [], 0, -1
    for start in starts:
        while index < len(spans) and spans[index].start <= start:
            reach = max(reach, spans[index].end)
            index += 1
        result.append(start < reach)
    return result
