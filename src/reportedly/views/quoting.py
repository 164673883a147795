"""Quotations: the only place where a report's words become output, always cut by span."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from reportedly.model import Document, Span, Spans
from reportedly.visible import markup, plain

_OPEN, _CLOSE = '"“«„', '"”»“'


@dataclass(frozen=True, slots=True)
class Mark:
    """An element laid over ``span``: its tag and attributes, ``id`` only on its first piece."""

    span: Span
    tag: str
    attributes: str = ""
    id: str = ""


def quotation(document: Document, spans: Spans, marks: Iterable[Mark] = ()) -> Markup:
    """``<q data-doc data-spans>`` a fragment, a gap sign between them; ``marks`` laid inside."""
    kept = tuple(marks)
    return Markup(' <span class="gap">[…]</span> ').join(
        _fragment(document, span, kept) for span in spans
    )


def passage(document: Document, span: Span, marks: Iterable[Mark]) -> Markup:
    """The characters of ``span`` with every mark that touches it, nested, none crossing."""
    within = _within(span, marks)
    if not within:
        return markup(document.text[span.start : span.end])
    return Markup("").join(_pieces(document.text, span, within))


def quoted(document: Document, spans: Spans) -> str:
    """The same for a terminal: each fragment in quotation marks, hidden characters shown."""
    return " […] ".join(f"“{plain(document.text[s.start : s.end])}”" for s in spans)


def _fragment(document: Document, span: Span, marks: tuple[Mark, ...]) -> Markup:
    bare = _has_own_marks(document.text[span.start : span.end])
    opening = '<q class="bare"' if bare else "<q"
    place = f'data-doc="{escape(document.id)}" data-spans="{span.start}-{span.end}"'
    return Markup(f"{opening} {place}>{passage(document, span, marks)}</q>")  # noqa: S704


def _has_own_marks(text: str) -> bool:
    """It begins with a quotation mark that it closes: a second one around it would confuse."""
    return len(text) > 1 and text[0] in _OPEN and any(c in _CLOSE for c in text[2:])


def _within(span: Span, marks: Iterable[Mark]) -> list[Mark]:
    """Marks clipped to ``span``, outermost first."""
    clipped = [
        Mark(
            Span(max(m.span.start, span.start), min(m.span.end, span.end)),
            m.tag,
            m.attributes,
            m.id if m.span.start >= span.start else "",
        )
        for m in marks
        if m.span.overlaps(span)
    ]
    return sorted(clipped, key=lambda m: (m.span.start, -m.span.end))


def _pieces(text: str, span: Span, marks: list[Mark]) -> list[Markup]:
    """Walk the text once; where a mark ends inside another, close and open again around it."""
    made: list[Markup] = []
    stack: list[Mark] = []
    waiting = list(reversed(marks))
    at = span.start
    while at < span.end or stack:
        while waiting and waiting[-1].span.start == at:
            stack.append(waiting.pop())
            made.append(_opening(stack[-1], stack[-1].id))
        stops = [m.span.end for m in stack] + [m.span.start for m in waiting[-1:]]
        stop = min([*stops, span.end])
        made.append(markup(text[at:stop]))
        at = stop
        stack = _closed(made, stack, at)
    return made


def _closed(made: list[Markup], stack: list[Mark], at: int) -> list[Mark]:
    ending = [i for i, m in enumerate(stack) if m.span.end == at]
    if not ending:
        return stack
    first = ending[0]
    made.extend(Markup("</{}>").format(m.tag) for m in reversed(stack[first:]))
    again = [m for m in stack[first:] if m.span.end != at]
    made.extend(_opening(m, "") for m in again)
    return [*stack[:first], *again]


def _opening(mark: Mark, name: str) -> Markup:
    """``attributes`` are written by the views alone, never taken from a report."""
    named = f' id="{name}"' if name else ""
    return Markup(f"<{mark.tag}{named}{mark.attributes}>")  # noqa: S704 - our own words only
