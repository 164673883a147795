"""Quotations that one report took over from another: printed in both, and the other is named."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reportedly.model import Document, Evidence, Factor, Link, Span, bare, identify

from .clock import earlier
from .words import quotations

RUN = 6
"""Quoted words in a row that two reports do not have by chance."""
_WORD = re.compile(r"\w+")
RECENT = 20
"""Last reports of an outlet with a quotation that one naming the outlet is linked to."""
LEAST = 5
"""Words a quotation must have to be known again."""


def quoted(documents: Sequence[Document], links: Iterable[Link]) -> tuple[Link, ...]:
    """``quoted`` links: the same quotation in an earlier report whose publisher is named here.

    Not where the later report is a copy of the earlier one: there the quotation came along. The
    same quotation without a word of where it was printed may have been heard by both.
    """
    linked = {(k.document, k.to) for k in links if k.kind in {"copied", "revised"}}
    credited: dict[str, set[str]] = {}
    for link in links:
        if link.to and link.kind in {"credited", "quoted"}:
            credited.setdefault(link.document, set()).add(link.to)
    printed: dict[str, _Printed] = {}
    found: dict[tuple[str, str], list[Evidence]] = {}
    for document in documents:
        for key, span in _long(document):
            held = printed.setdefault(key, _Printed())
            for other, there in held.met(document, credited.get(document.id, ())):
                pair = (document.id, other.id)
                if pair not in linked and earlier(document, other) is not True:
                    evidence = (Evidence(document.id, (span,)), Evidence(other.id, (there,)))
                    found.setdefault(pair, []).extend(evidence)
            held.add(document, span)
    return tuple(_link(below, above, tuple(e)) for (below, above), e in found.items())


class _Printed:
    """The reports that print one quotation, and where, in order."""

    def __init__(self) -> None:
        self._held: list[tuple[Document, Span]] = []
        self._by_report: dict[str, list[int]] = {}
        self._by_publisher: dict[str, list[int]] = {}
        self._names: dict[str, str] = {}

    def add(self, document: Document, span: Span) -> None:
        place, publisher = len(self._held), document.publisher
        self._held.append((document, span))
        self._by_report.setdefault(document.id, []).append(place)
        if publisher:
            self._by_publisher.setdefault(publisher, []).append(place)
            self._names.setdefault(publisher, bare(publisher))

    def met(self, document: Document, credited: Iterable[str]) -> Iterator[tuple[Document, Span]]:
        """Those ``credited`` (ids), and the last of each publisher that ``document`` names."""
        found = {place for number in credited for place in self._by_report.get(number, ())}
        text = bare(document.text) if self._held else ""
        for publisher, name in self._names.items():
            if name in text and publisher != document.publisher:
                found.update(self._by_publisher[publisher][-RECENT:])
        return (self._held[place] for place in sorted(found))


def quoted_runs(document: Document) -> dict[str, Span]:
    """Runs of ``RUN`` words between quotation marks: the words, and where they stand first."""
    found: dict[str, Span] = {}
    for quotation in quotations(document.text):
        words = list(_WORD.finditer(document.text, quotation.start, quotation.end))
        for at in range(len(words) - RUN + 1):
            held = words[at : at + RUN]
            key = " ".join(m.group().lower() for m in held)
            found.setdefault(key, Span(held[0].start(), held[-1].end()))
    return found


def _long(document: Document) -> list[tuple[str, Span]]:
    """Quotations of at least ``LEAST`` words: their words, and where."""
    text = document.text
    held = ((re.findall(r"\w+", text[q.start : q.end].lower()), q) for q in quotations(text))
    return [(" ".join(words), q) for words, q in held if len(words) >= LEAST]


def _link(below: str, above: str, evidence: tuple[Evidence, ...]) -> Link:
    reason = Factor(
        "same quotation", 1.0, "It prints the other's quotation and names its publisher."
    )
    number = identify("link", "quoted", below, above, None)
    return Link(number, "quoted", below, above, None, evidence, (reason,))
