"""Which kinds of ruling fit which record, and that exactly these can be made."""

from dataclasses import replace
from typing import get_args

import pytest

from newsroom import gathered, report
from reportedly.errors import UsageError
from reportedly.model import Actor, Case, Document, Event, RulingKind
from reportedly.rulings import drafted, fitting, takes

ONE = report("The mill burnt, the board said. It denied a flood. Nobody fell.", "Vesk Courier")
ONE.said("the board", "said", "The mill burnt", "fire")
ONE.said("It", "denied", "a flood", "flood", "against")
ONE.own("Nobody fell", "fall", "CT-")
CASE = Case((ONE.document,), (ONE.reading,), gathered(ONE))
ACTOR = next(a for a in CASE.gathering.actors if a.kind != "media")
SAID, DENIED = ONE.attributions
VALUES = {"grade": "B", "source": "The mill"}


def test_a_record_says_what_can_be_ruled_on_it():
    assert fitting(CASE.gathering.claims[0]) == (
        "same", "different", "unsure", "grade", "hide", "note",
    )  # fmt: skip
    assert fitting(SAID) == ("wrong", "source", "note")
    assert fitting(DENIED) == ("wrong", "source", "undeny", "note")
    assert fitting(replace(SAID, source=None)) == ("source", "note")
    assert "undeny" in fitting(ONE.statements[2])
    assert "undeny" not in fitting(ONE.statements[0])
    assert fitting(Event("e", ())) == ("note",)


@pytest.mark.parametrize("record", [SAID, DENIED, ACTOR, ONE.document, *ONE.statements])
@pytest.mark.parametrize("kind", [k for k in get_args(RulingKind) if takes(k) == 1])
def test_what_fits_can_be_drafted_and_what_does_not_is_refused(record, kind):
    value = VALUES.get(kind, "")
    if kind in fitting(record):
        made = drafted(kind, [record], CASE, "anna", "so it is", value)
        assert (made.kind, made.by, made.why) == (kind, "anna", "so it is")
    else:
        with pytest.raises(UsageError):
            drafted(kind, [record], CASE, "anna", "so it is", value)


def test_an_outlet_is_what_a_grade_of_a_report_or_of_an_outlet_rests_on():
    outlet = Actor("x", "Lund Mail", "media", None, ())
    for record, name in ((ONE.document, "Vesk Courier"), (outlet, "Lund Mail")):
        (target,) = drafted("grade", [record], CASE, "anna", value="B").targets
        assert (target.kind, target.name, target.document) == ("outlet", name, None)
    (target,) = drafted("note", [ONE.document], CASE, "anna", "read it again").targets
    assert (target.kind, target.id) == (Document.__name__.lower(), ONE.document.id)


def test_too_many_or_too_few_records_are_refused():
    for kind, records in (("undeny", []), ("note", [SAID, DENIED]), ("same", [SAID])):
        with pytest.raises(UsageError, match=f"{kind} takes"):
            drafted(kind, records, CASE, "anna", "why not")
