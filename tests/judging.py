"""Marked sentences judged: ``[source] {cue} <content>`` mark what was found, in that order.

Marks nest ("<… [b] {said} <…>>"); attributions are numbered by their cues, each taking the nearest
source before it and the content that opens next, else the rest of its sentence. A cue marked
``{-…}`` has no source.
"""

from dataclasses import dataclass, field

import build
from reportedly.model import Attribution, Document, Source, Span, cut
from reportedly.readings.clauses import repair
from reportedly.readings.found import Found
from reportedly.readings.judge import judge
from reportedly.readings.parse import parse

_PAIRS = {"[": "]", "{": "}", "<": ">"}


@dataclass
class _Marks:
    text: str = ""
    open: list[tuple[str, int]] = field(default_factory=list)
    spans: dict[str, list[Span]] = field(default_factory=lambda: {"[": [], "{": [], "<": []})
    bare: set[int] = field(default_factory=set)


def judged(marked: str, publisher: str | None = "The Vesk Courier") -> tuple[Attribution, ...]:
    """The attributions of ``marked``."""
    return both(marked, publisher)[1]


def both(
    marked: str, publisher: str | None = "The Vesk Courier"
) -> tuple[Document, tuple[Attribution, ...]]:
    """The document without its marks, and its attributions."""
    marks = _read(marked)
    document = build.document(marks.text, publisher)
    doc = repair(parse(document))
    return document, judge(doc, document, _found(marks))


def source(marked: str, publisher: str | None = "The Vesk Courier") -> Source:
    """The source of the last attribution in ``marked``."""
    found = judged(marked, publisher)[-1].source
    assert found is not None
    return found


def printed(marked: str) -> dict[str, str]:
    """What the last source's spans, role and stated reason for namelessness cut from the text."""
    document, found = both(marked)
    last = found[-1].source
    assert last is not None
    text = document.text
    return {
        "source": cut(text, last.spans), "role": cut(text, last.role),
        "anonymity": cut(text, last.anonymity),
    }  # fmt: skip


def _read(marked: str) -> _Marks:
    marks = _Marks()
    for at, letter in enumerate(marked):
        if letter in _PAIRS:
            marks.open.append((letter, len(marks.text)))
        elif letter in _PAIRS.values():
            kind, start = marks.open.pop()
            marks.spans[kind].append(Span(start, len(marks.text)))
        elif letter == "-" and marked[at - 1] == "{":
            marks.bare.add(len(marks.text))
        else:
            marks.text += letter
    return marks


def _found(marks: _Marks) -> list[Found]:
    spans = {kind: sorted(found) for kind, found in marks.spans.items()}
    contents, made = list(spans["<"]), []
    for cue in spans["{"]:
        content = next((c for c in contents if c.start >= cue.end), None)
        content = content or Span(cue.end, _end(marks.text, cue.end))
        contents = [c for c in contents if c != content]
        owner = [s for s in spans["["] if s.end <= cue.start]
        source = () if cue.start in marks.bare or not owner else (owner[-1],)
        made.append(Found(source, (cue,), (content,), "test"))
    return made


def _end(text: str, start: int) -> int:
    stop = text.find(".", start)
    return len(text) if stop < 0 else stop
