"""A report as words: lower-cased forms, their places, and which are the report’s own."""

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reportedly.lexicons import load
from reportedly.model import Document, Reading, Span

from .shingles import counts, runs

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_QUOTED = re.compile(
    r"“[^”\n]*(?:”|$)|\"[^\"\n]*\"|(?<!\S)\"(?=\w)[^\"\n]*$|«[^»\n]*»|‘(?:[^’\n]|’(?=\w))*’|(?<!\w)'(?:[^'\n]|'(?=\w))*'(?!\w)",
    re.MULTILINE,
)

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ADDRESSED = re.compile(r"\b(?:you|your|us|our)\b", re.IGNORECASE)
FOOT = 2
"""Last lines of a report that may speak to its readers and not of the matter."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """One report's words in order, from character ``starts`` to ``ends`` each.

    ``own`` is 0 for a word inside quotation marks (it is a speaker's, whoever prints it), for
    one that names a source (whoever hears it calls it so) and for one in a line of boilerplate;
    ``plain`` is 1 for a lower-case word of four letters or more, which a bare list of names and
    function words has none of; ``source`` is 1 for one that names a source, ``cue`` for one by
    which it says something. ``runs`` has a number for every five words in a row, equal for equal
    words in reports that were numbered together, and ``owned`` how many of the five are the
    report's own.
    """

    document: str
    forms: tuple[str, ...]
    starts: "array[int]"
    ends: "array[int]"
    own: bytes
    plain: bytes
    source: bytes
    cue: bytes
    runs: "array[int]" = field(default_factory=lambda: array("i"))
    owned: bytes = b""

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, start: int, end: int) -> Span:
        """The characters from word ``start`` up to word ``end`` (not included)."""
        return Span(self.starts[start], self.ends[end - 1])


def numbered(reports: Iterable[Words]) -> tuple[Words, ...]:
    """The reports with the numbers of their runs."""
    held = tuple(reports)
    made = zip(held, runs([r.forms for r in held]), counts([r.own for r in held]), strict=True)
    return tuple(replace(r, runs=array("i", run), owned=count) for r, run, count in made)


def words(document: Document, reading: Reading, kept: dict[str, str] | None = None) -> Words:
    """The words of ``document``; those that name a source are not its own.

    ``kept``: forms that are held already, so that a word of many reports is held once.
    """
    once = {} if kept is None else kept
    found = tuple(_WORD.finditer(document.text))
    named = (s for a in reading.attributions if a.source for s in a.source.spans)
    sources = sorted(named)
    cues = sorted(s for a in reading.attributions if a.source for s in a.cue)
    foreign = (*quotations(document.text), *_boilerplate(document), *sources)
    forms = (m.group().lower().replace("’", "'") for m in found)
    starts = array("I", (m.start() for m in found))
    return Words(
        document.id,
        tuple(once.setdefault(form, form) for form in forms),
        starts,
        array("I", (m.end() for m in found)),
        bytes(not inside for inside in _covered(starts, sorted(foreign))),
        bytes(m.group().islower() and len(m.group()) >= 4 for m in found),
        bytes(_covered(starts, sources)),
        bytes(_covered(starts, cues)),
    )


def quotations(text: str) -> tuple[Span, ...]:
    """Stretches between quotation marks; one left open ends with its paragraph."""
    return tuple(Span(*m.span()) for m in _QUOTED.finditer(text))


def is_boilerplate(line: str) -> bool:
    """Whether a line is one that outlets print under or between reports."""
    lowered = line.lower()
    return any(phrase in lowered for phrase in load("credits")["boilerplate"]["phrases"])


def _boilerplate(document: Document) -> tuple[Span, ...]:
    """Lines that outlets print with every report: by phrases, or a foot that speaks to readers."""
    text = document.text
    printed = tuple(s for s in document.sentences if is_boilerplate(text[s.start : s.end]))
    lines = [Span(*m.span()) for m in _LINE.finditer(text)]
    foot = lines[max(1, len(lines) - FOOT) :]
    whole = (
        f for f in foot if _ADDRESSED.search(text, f.start, f.end) or any(s in f for s in printed)
    )
    return (*printed, *whole)


def _covered(starts: Iterable[int], spans: Sequence[Span]) -> list[bool]:
    result, index, reach = [], 0, -1
    for start in starts:
        while index < len(spans) and spans[index].start <= start:
            reach = max(reach, spans[index].end)
            index += 1
        result.append(start < reach)
    return result
