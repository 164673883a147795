"""A reading that was not made here is refused where it does not fit its report."""

import math
from dataclasses import replace

import pytest

from build import document, spans
from reportedly.model import (
    Attribution,
    Conflict,
    Evidence,
    Factor,
    Interval,
    Quantity,
    Reading,
    Source,
    Span,
    Statement,
    misfit,
)

TEXT = "The ministry said that 9 people had fled."
REPORT = document(TEXT)
WHOLE = Span(0, len(TEXT))
SAID = Attribution(
    "a" * 16, REPORT.id, WHOLE, Source(spans(TEXT, "The ministry"), "office"), spans(TEXT, "said"),
    spans(TEXT, "9 people had fled"), "say", "for", "CT+", "indirect",
)  # fmt: skip
FLED = Statement(
    "b" * 16, REPORT.id, SAID.id, WHOLE, spans(TEXT, "9 people had fled"), spans(TEXT, "fled")[0],
    "flight", None, (), None, None, None, "+", "actual", "for", "CT+", "Uu",
)  # fmt: skip
LOUD = Conflict(
    "c" * 16, "polarity", (FLED.id, FLED.id), Evidence(REPORT.id, FLED.spans),
    Evidence(REPORT.id, FLED.spans),
)  # fmt: skip


def reading(said=SAID, fled=FLED, *conflicts):
    return Reading(REPORT.id, (said,), (fled,), conflicts=conflicts)


def test_one_that_fits():
    assert REPORT.sentences == (WHOLE,)
    assert misfit(REPORT, reading(SAID, FLED, LOUD)) is None
    assert misfit(REPORT, Reading(REPORT.id)) is None


WRONG = {
    "of the report": Reading("f" * 16),
    "an id is 16": reading(replace(SAID, id="x"), replace(FLED, attribution="x")),
    "no other record's": reading(SAID, replace(FLED, id=SAID.id)),
    "outside of the text": reading(replace(SAID, cue=(Span(13, 4_000),))),
    "a span lies": reading(replace(SAID, cue=(Span(-4, 2),))),
    "lies outside": reading(replace(SAID, cue=(Span(5, 5),))),
    "span lies outside of": reading(SAID, replace(FLED, predicate=Span(1.0, 2.0))),
    "in no order": reading(replace(SAID, content=(Span(5, 9), Span(2, 4)))),
    "over one another": reading(replace(SAID, content=(Span(2, 6), Span(5, 9)))),
    "marks no characters": reading(replace(SAID, cue=())),
    "no characters that can be read": reading(SAID, replace(FLED, predicate=Span(3, 4))),
    "of another report": reading(SAID, replace(FLED, document="f" * 16)),
    "its sentence": reading(SAID, replace(FLED, sentence=Span(0, 4))),
    "stands within": reading(SAID, replace(FLED, attribution="e" * 16)),
    "is itself": reading(replace(SAID, within=SAID.id)),
    "its certainty is": reading(SAID, replace(FLED, stance="against")),
    "a day is none": reading(SAID, replace(FLED, time=Interval(Span(0, 3), "soon", None))),
    "day is none": reading(SAID, replace(FLED, time=Interval(Span(0, 3), None, "20310307"))),
    "a number is none": reading(
        SAID, replace(FLED, quantity=Quantity(Span(0, 3), math.nan, 9.0, None, "people"))
    ),
    "what is no character": reading(SAID, replace(FLED, event="flight\0")),
    "holds what is no": reading(SAID, replace(FLED, event="\ud800")),
    "too long": reading(SAID, replace(FLED, event="x" * 10_001)),
    "in another report": reading(
        SAID, replace(FLED, reasons=(Factor("a", 1.0, "b", (Evidence("f" * 16, (WHOLE,)),)),))
    ),
    "between two statements": reading(SAID, FLED, replace(LOUD, statements=(FLED.id, "f" * 16))),
}  # fmt: skip


@pytest.mark.parametrize("reason", WRONG)
def test_one_that_does_not(reason):
    said = misfit(REPORT, WRONG[reason])
    assert said is not None
    assert reason in said


def test_the_record_is_named():
    wrong = reading(SAID, replace(FLED, predicate=Span(0, 4_000)))
    assert misfit(REPORT, wrong) == f"statement {FLED.id}: a span lies outside of the text"
