"""A ledger as JSON lines is the same ledger again where it is added, and nothing is read anew."""

import io
import json
import zipfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from exports.whole import intakes, noted, ruled, taken, told, written
from reportedly import desk, pipeline
from reportedly.brought import checked
from reportedly.documents.opening import Opening
from reportedly.documents.raw import Raw
from reportedly.exports import ledger_json
from reportedly.exports.jsonl import jsonl
from reportedly.ledger import opened
from reportedly.model import Brought, Kept, Ruling, Skipped
from reportedly.model.plain import to_json
from reportedly.rulings import drafted
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


@settings(QUICK, max_examples=12)
@given(intakes(), st.data())
def test_nothing_is_lost(unread, intake, data):
    before = ruled(data.draw, intake)
    lines = b"".join(jsonl(before, copies(intake)))
    again = taken("case.jsonl", lines)
    after = desk.look(again)
    assert same(after, before)
    assert b"".join(jsonl(after, copies(again))) == lines
    assert not HIDDEN.search(lines.decode())
    assert lines.startswith(b'{"format":"reportedly ledger",')


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


TEXT = "The ministry said that 9 people had fled.\n\nNobody saw them."


@pytest.fixture(scope="module")
def lines():
    """The lines of a ledger of one report with two rulings, as plain data."""
    (kept,) = told("in/a.txt", TEXT.encode())
    case = desk.look(desk.Intake((kept,), ()))
    made = drafted("note", [case.documents[0]], case, "anna", "seen by phone")
    first = replace(made, recorded="2031-05-01T10:00:00.000000+00:00")
    undone = Ruling(2, "undo", (), "bo", first.recorded, undoes=1)
    case = desk.look(desk.Intake((kept,), (), (Brought("x", (first, undone)),)))
    return [
        json.loads(one)
        for one in b"".join(jsonl(case, copies(desk.Intake((kept,), ())))).splitlines()
    ]


def file(lines):
    return b"".join(json.dumps(one).encode() + b"\n" for one in lines)


def changed(lines, kind, change):
    """The same lines, the first record of a kind changed."""
    lines = json.loads(json.dumps(lines))
    change(next(one["record"] for one in lines if one.get("kind") == kind))
    return file(lines)


def reasons(data):
    return [f"{one.source}: {one.reason}" for one in told("c.jsonl", data)
            if isinstance(one, Skipped)]  # fmt: skip


def reports(data):
    return [one for one in told("c.jsonl", data) if isinstance(one, Kept)]


def test_it_comes_back(lines):
    data = file(lines)
    assert reasons(data) == []
    (kept,) = reports(data)
    assert (kept.document.name, kept.given) == ("in/a.txt", "c.jsonl:4")
    assert kept.reading.attributions
    assert kept.raw == TEXT.encode()
    (brought,) = [one for one in told("c.jsonl", data) if isinstance(one, Brought)]
    assert [(r.kind, r.by, r.why) for r in brought.rulings] == [
        ("note", "anna", "seen by phone"), ("undo", "bo", ""),
    ]  # fmt: skip


def set_(**fields):
    return lambda record: record.update(fields)


def first(name, **fields):
    return lambda record: record[name][0].update(fields)


REPORTS = {
    "id is not that of its address and text": ("document", set_(text=TEXT + " Or so.")),
    "not written as a ledger writes it": ("document", set_(more=1)),
    "it is not written": ("document", set_(text=5)),
    "lies outside of the text": ("document", set_(sentences=[[0, 4_000]])),
    "crosses a line break": ("document", set_(sentences=[[0, len(TEXT)]])),
    "an address of it is none": ("document", set_(canonical="javascript:alert(1)")),
    "a date of it is none": ("document", set_(retrieved="soon")),
    "its language is none": ("document", set_(language="english")),
    "its name is none": ("document", set_(name="a\x1b[2J")),
    "is not there": ("copy", set_(sha256="0" * 64)),
    "has another SHA-256": ("copy", set_(data="QUJD")),
    "copy": ("copy", set_(data="no base64")),
    "the kind of a route": ("retrieval", set_(media="text plain\n")),
    "the address of a route": ("retrieval", set_(url="file:///etc/passwd")),
}  # fmt: skip


@pytest.mark.parametrize("reason", REPORTS)
def test_a_report_that_is_none_is_named_and_left(lines, reason):
    data = changed(lines, *REPORTS[reason])
    assert reports(data) == []
    said = reasons(data)
    assert any(reason in one for one in said), said


READINGS = {
    "a span lies outside": first("attributions", cue=[[0, 9_999]]),
    "two statements": set_(conflicts=[{
        "id": "a" * 16, "kind": "date", "statements": ["b" * 16, "c" * 16], "claim": None,
        "left": {"document": "d" * 16, "spans": []}, "right": {"document": "d" * 16, "spans": []},
        "reasons": [],
    }]),
    "an id is 16 hex digits": first("attributions", id="x" * 40),
    "its sentence is none": first("statements", sentence=[0, 3]),
}  # fmt: skip


@pytest.mark.parametrize("reason", READINGS)
def test_a_reading_that_does_not_fit_is_named_and_the_report_read_anew(lines, reason):
    data = changed(lines, "reading", READINGS[reason])
    (kept,) = reports(data)
    assert kept.reading is None
    (said,) = reasons(data)
    assert said.startswith("c.jsonl:4: the reading that came with it is not used")
    assert reason in said or "in another report" in said


def test_a_reading_of_no_report_is_named(lines):
    data = changed(lines, "reading", set_(document="f" * 16))
    assert reasons(data) == ["c.jsonl:4: it is of no report that is taken from the file"]
    assert reports(data)[0].reading is None


def test_lines_that_are_none_are_named_and_the_rest_goes_on(lines):
    deep = b'{"kind":"reading","record":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n"
    long = b'{"kind":"ruling","record":"' + b"x" * 5_000_000 + b'"}\n'
    strange = b'{"kind":"secret","record":{}}\nnot json\n\xff\xfe\n\n'
    data = file(lines[:2]) + deep + long + strange + file(lines[2:])
    assert len(reports(data)) == 1
    said = reasons(data)
    assert len(said) == 5
    assert sum("the line is no record of a ledger" in one for one in said) == 3
    assert "c.jsonl:3: it is nested too deeply" in said
    assert "c.jsonl:4: it is not written as a ledger writes it" in said


def test_a_file_of_a_later_version_is_refused(lines):
    data = file([{"format": "reportedly ledger", "version": 2}, *lines[1:]])
    assert reasons(data) == ["c.jsonl: a later version of reportedly wrote it"]
    assert reports(data) == []


@given(st.data())
@settings(QUICK, max_examples=40)
def test_whatever_is_changed_in_a_file_nothing_breaks(lines, data):
    whole = bytearray(file(lines))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    came = told("c.jsonl", bytes(whole))
    kept = tuple(one for one in came if isinstance(one, Kept) and one.reading)
    brought = [one for item in came if isinstance(item, Brought) for one in checked(item)]
    desk.look(desk.Intake(kept, (), tuple(one for one in brought if isinstance(one, Brought))))


@pytest.mark.parametrize("where", ["zip", "address"])
def test_a_ledger_that_nobody_named_is_not_taken_over(lines, where):
    data = file(lines)
    if where == "address":
        came = list(Opening().reports(Raw("c.jsonl", data, url="https://x.example/c.jsonl")))
    else:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("c.jsonl", data)
        came = told("c.zip", packed.getvalue())
    assert [one.reason for one in came] == [
        "a ledger is taken over from a file that is named by itself"
    ]
