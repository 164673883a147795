"""Quotations that one report took over from another: printed in both, and the other is named."""

import re
from collections.abc import Iterable, Sequence

from reportedly.model import Document, Evidence, Factor, Link, Span, identify

from .clock import earlier
from .outlets import bare
from .words import quotations

RUN = 6
"""Quoted words in a row that two reports do not have by chance."""
_WORD = re.compile(r"\w+")
LEAST = 5
"""Words a quotation must have to be known again."""


def quoted(documents: Sequence[Document], links: Iterable[Link]) -> tuple[Link, ...]:
    """``quoted`` links: the same quotation in an earlier report whose publisher is named here.

    Not where the later report is a copy of the earlier one: there the quotation came along. The
    same quotation without a word of where it was printed may have been heard by both.
    """
    linked = {(k.document, k.to) for k in links if k.kind in {"copied", "revised"}}
    credited = {(k.document, k.to) for k in links if k.kind in {"credited", "quoted"}}
    printed: dict[str, list[tuple[Document, Span]]] = {}
    found: dict[tuple[str, str], list[Evidence]] = {}
    for document in documents:
        for key, span in _long(document):
            for other, there in printed.get(key, ()):
                pair = (document.id, other.id)
                named = pair in credited or _names(document, other)
                if pair not in linked and named and earlier(document, other) is not True:
                    evidence = (Evidence(document.id, (span,)), Evidence(other.id, (there,)))
                    found.setdefault(pair, []).extend(evidence)
            printed.setdefault(key, []).append((document, span))
    return tuple(_link(below, above, tuple(e)) for (below, above), e in found.items())


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


def _names(document: Document, other: Document) -> bool:
    """Whether the report prints the name of the other's publisher."""
    if not other.publisher or other.publisher == document.publisher:
        return False
    return bare(other.publisher) in bare(document.text)


def _link(below: str, above: str, evidence: tuple[Evidence, ...]) -> Link:
    reason = Factor(
        "same quotation", 1.0, "It prints the other's quotation and names its publisher."
    )
    number = identify("link", "quoted", below, above, None)
    return Link(number, "quoted", below, above, None, evidence, (reason,))
