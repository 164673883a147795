"""Arrows of the map of causes, taken for claims: "one thing leads to another" has origins, too."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model import (
    Arrow,
    Cause,
    Claim,
    Document,
    Evidence,
    Gathering,
    Reading,
    Span,
    Statement,
)

from .voices import Ground


def of_arrows(
    gathering: Gathering, kept: Ground, readings: Sequence[Reading]
) -> Iterator[tuple[Claim, Ground]]:
    """Each arrow as a claim whose statements are its causes, and what those are found in.

    Whoever denies is an origin of the arrow that is denied, which stands apart from the one held.
    """
    told = {
        cause.id: _statement(cause, kept.documents[cause.document])
        for reading in readings
        for cause in reading.causes
    }
    held = replace(kept, statements=kept.statements | told)
    for arrow in gathering.arrows:
        yield _claim(arrow, told), held


def _claim(arrow: Arrow, told: dict[str, Statement]) -> Claim:
    first = told[arrow.causes[0]]
    return Claim(
        arrow.id, Evidence(first.document, first.spans), "uncontested", arrow.causes, (),
        arrow.documents, None, None,
    )  # fmt: skip


def _statement(cause: Cause, document: Document) -> Statement:
    words = tuple(sorted((*cause.cause, *cause.effect)))
    predicate = (cause.signal or cause.effect)[0]
    return Statement(
        cause.id, cause.document, cause.attribution, _sentence(document, predicate), words,
        predicate, "cause", None, (), None, None, None, "+", "actual", "for", "CT+", "CT+",
    )  # fmt: skip


def _sentence(document: Document, span: Span) -> Span:
    """The sentence that holds the beginning of ``span``."""
    return document.sentence_at(span.start) or span
