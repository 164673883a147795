"""Brat standoff: ``NAME.txt`` beside ``NAME.ann`` (0-based, end-exclusive code points).

A text-bound annotation never crosses a line break in brat, so a span that does is given as
fragments, one a line.
"""

from collections.abc import Iterator

from reportedly.model import Attribution, Document, Reading, Span, Spans, cut

_ROLES = ("Source", "Cue", "Content")


def brat(document: Document, reading: Reading) -> str:
    """The ``.ann`` file: T lines for source, cue and content, one E line an attribution."""
    return "".join(f"{line}\n" for line in _lines(document.text, reading))


def _lines(text: str, reading: Reading) -> Iterator[str]:
    number = 0
    for event, attribution in enumerate(reading.attributions, 1):
        names = {}
        for role, spans in zip(_ROLES, _parts(attribution), strict=True):
            if fragments := _fragments(text, spans):
                number += 1
                names[role] = f"T{number}"
                at = ";".join(f"{s.start} {s.end}" for s in fragments)
                yield f"T{number}\t{role} {at}\t{cut(text, tuple(fragments))}"
        if not names:
            continue
        trigger = "Cue" if "Cue" in names else "Content"
        arguments = "".join(f" {r}:{names[r]}" for r in _ROLES if r in names and r != trigger)
        yield f"E{event}\t{trigger}:{names[trigger]}{arguments}"
        yield f"A{2 * event - 1}\tAct E{event} {attribution.act}"
        yield f"A{2 * event}\tFactuality E{event} {attribution.factuality}"


def _parts(attribution: Attribution) -> tuple[Spans, Spans, Spans]:
    source = attribution.source.spans if attribution.source else ()
    return source, attribution.cue, attribution.content


def _fragments(text: str, spans: Spans) -> list[Span]:
    found = []
    for span in spans:
        at = span.start
        for line in text[span.start : span.end].splitlines(keepends=True):
            bare = line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
            if bare:
                found.append(Span(at, at + len(bare)))
            at += len(line)
    return found
