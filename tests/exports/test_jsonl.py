"""A ledger as JSON lines is the same ledger again where it is added, and nothing is read anew."""

import json
import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from exports.whole import intakes, noted, ruled, taken, told, written
from reportedly import desk, pipeline
from reportedly.exports import ledger_json
from reportedly.exports.jsonl import jsonl
from reportedly.ledger import opened
from reportedly.model import Brought, Kept, Skipped
from reportedly.model.plain import to_json
from reportedly.visible import HIDDEN

QUICK = settings(
    deadline=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


@pytest.fixture
def unread(monkeypatch):
    """Fails where any report is read."""

    def read(documents, jobs=1, reader=""):
        for document in documents:
            pytest.fail(f"{document.name} is read anew")
        return iter(())

    monkeypatch.setattr(pipeline, "read", read)


def copies(intake):
    return {one.retrieval.sha256: one.raw for one in intake.kept}.get


def same(one, other):
    """Whether two cases hold the same, however it came."""
    for name in ("documents", "readings", "retrievals", "rulings", "skipped"):
        assert getattr(one, name) == getattr(other, name), name
    return to_json(ledger_json(one)) == to_json(ledger_json(other))


@settings(QUICK, max_examples=20)
@given(intakes(), st.data())
def test_nothing_is_lost(unread, intake, data):
    before = ruled(data.draw, intake)
    lines = b"".join(jsonl(before, copies(intake)))
    again = taken("case.jsonl", lines)
    after = desk.look(again)
    assert same(after, before)
    assert b"".join(jsonl(after, copies(again))) == lines
    assert not HIDDEN.search(lines.decode())
    assert [json.loads(line) for line in lines.splitlines()][0]["version"] == 1


@settings(QUICK, max_examples=1)
@given(intakes(), st.data())
def test_a_ledger_is_the_same_in_another_place(unread, place, intake, data):
    one, other = place.new().where, place.new().where
    with opened(one) as ledger:
        desk.add(ledger, intake)
        for draft in noted(data.draw, ledger.case()):
            desk.rule(ledger, lambda case, draft=draft: draft(case=case))
        before = ledger.case()
    lines = written(one, "jsonl")
    with opened(other) as ledger:
        desk.add(ledger, taken("case.jsonl", lines))
        assert same(ledger.case(), before)
        desk.add(ledger, taken("case.jsonl", lines))
        assert same(ledger.case(), before)
        assert len(ledger.runs()) == 1
    assert written(other, "jsonl") == lines
