"""Reports with what was found in them marked: sources, cues, contents, and evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from reportedly.model import Attribution, Document, Evidence, Span, Statement, hull
from reportedly.shelf import Shelf

from .quoting import Mark, passage, quotation


@dataclass(frozen=True, slots=True)
class Numbered:
    """An attribution and its number within its report; ``within`` the number around it."""

    number: int
    attribution: Attribution
    within: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report ready to print: its paragraphs, and how many are left out for weight.

    ``whole``: nothing of it is left out, and long passages are quoted, too.
    """

    document: Document
    paragraphs: tuple[Markup, ...]
    left_out: int
    attributions: tuple[Numbered, ...]
    whole: bool


def sheet(shelf: Shelf, document: Document, evidence: Iterable[Statement], whole: bool) -> Sheet:
    """``document`` with its marks; only paragraphs that hold ``evidence`` unless ``whole``."""
    shown = tuple(evidence)
    found = _numbered(shelf, document)
    marks = (*_evidence(shown), *(m for n in found for m in _attribution(n)))
    places = paragraphs(document)
    kept = [p for p in places if whole or any(p.overlaps(s) for held in shown for s in held.spans)]
    return Sheet(
        document,
        tuple(_paragraph(document, p, marks) for p in kept),
        len(places) - len(kept),
        found if whole else (),
        whole,
    )


def paragraphs(document: Document) -> tuple[Span, ...]:
    """Lines of the text that hold a sentence."""
    found: list[Span] = []
    for sentence in document.sentences:
        if found and "\n" not in document.text[found[-1].end : sentence.start]:
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return tuple(found)


def sentence(shelf: Shelf, statement: Statement) -> Markup:
    """The sentence a statement stands in, with the statement's own words marked."""
    document = shelf.documents[statement.document]
    around = hull((statement.sentence, *statement.spans))
    return quotation(document, (around,), [Mark(s, "mark") for s in statement.spans])


def attributed(shelf: Shelf, attribution: Attribution) -> Markup:
    """The sentence an attribution stands in, with its source, its cue and what it says marked."""
    document = shelf.documents[attribution.document]
    source = attribution.source.spans if attribution.source else ()
    around = hull((attribution.sentence, *source, *attribution.cue, *attribution.content))
    marks = [
        *(Mark(s, "span", ' class="c"') for s in attribution.content),
        *(Mark(s, "b") for s in source),
        *(Mark(s, "u") for s in attribution.cue),
    ]
    return quotation(document, (around,), marks)


def beside(shelf: Shelf, statement: str, evidence: Evidence) -> Markup:
    """The sentence of one side of a conflict, with what differs marked."""
    document = shelf.documents[evidence.document]
    held = shelf.statements.get(statement)
    around = [held.sentence] if held and held.document == document.id else []
    marks = [Mark(s, "mark") for s in evidence.spans]
    return quotation(document, (hull((*around, *evidence.spans)),), marks)


def _numbered(shelf: Shelf, document: Document) -> tuple[Numbered, ...]:
    reading = shelf.readings.get(document.id)
    found = sorted(reading.attributions if reading else (), key=lambda a: (a.sentence, a.cue, a.id))
    numbers = {a.id: n for n, a in enumerate(found, 1)}
    return tuple(Numbered(numbers[a.id], a, numbers.get(a.within or "")) for a in found)


def _attribution(numbered: Numbered) -> list[Mark]:
    found = numbered.attribution
    source = found.source.spans if found.source else ()
    number = f' data-n="{numbered.number}"'
    return [
        *(Mark(s, "span", ' class="c"') for s in found.content),
        *(Mark(s, "b") for s in source),
        *(Mark(s, "u", "" if n else number) for n, s in enumerate(found.cue)),
    ]


def _evidence(statements: tuple[Statement, ...]) -> list[Mark]:
    """One anchor a statement: where the evidence links of the claims jump to."""
    return [Mark(s.spans[0], "span", ' class="e"', f"s-{s.id}") for s in statements if s.spans]


def _paragraph(document: Document, span: Span, marks: Iterable[Mark]) -> Markup:
    return Markup('<p class="text" data-doc="{}" data-spans="{}-{}">{}</p>').format(
        document.id, span.start, span.end, passage(document, span, marks)
    )
