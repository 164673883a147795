"""The SQLite file: sound, whole, searched, the same bytes again, and the case read back from it."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.tabled import HOSTILE, hiding, written
from exports.test_jsonl import QUICK, copies, same
from exports.whole import intakes, ruled, taken
from reportedly import desk
from reportedly.exports import Beside
from reportedly.exports import sqlite as form
from reportedly.exports.jsonl import records
from reportedly.exports.sqlite_views import SEARCHED, VIEWS
from reportedly.exports.tables import TABLES
from reportedly.model import Case, Document, Reading, Retrieval, Ruling, Skipped
from reportedly.model.plain import from_plain, to_json
from reportedly.visible import HIDDEN
from views.case import story

KINDS = {"document": Document, "retrieval": Retrieval, "reading": Reading, "ruling": Ruling}


@pytest.fixture
def base():
    with closing(opened(written(form.sqlite, story()))) as held:
        yield held


def opened(data):
    held = sqlite3.connect(":memory:")
    held.deserialize(data)
    held.row_factory = sqlite3.Row
    return held


def rows(base, query, *values):
    return [dict(row) for row in base.execute(query, values)]


def sound(base):
    assert [row[0] for row in base.execute("PRAGMA integrity_check")] == ["ok"]
    assert list(base.execute("PRAGMA foreign_key_check")) == []
    for name in SEARCHED:
        base.execute(f"INSERT INTO {name}_fts ({name}_fts, rank) VALUES ('integrity-check', 1)")


def read_back(base):
    """The records of the case, as another part of the program reads them."""
    found = {kind: [] for kind in KINDS}
    for row in base.execute("SELECT * FROM records ORDER BY kind, position"):
        if row["kind"] not in KINDS:
            continue
        assert row["position"] == len(found[row["kind"]])
        found[row["kind"]].append(from_plain(KINDS[row["kind"]], json.loads(row["record"])))
    return Case(
        tuple(found["document"]), tuple(found["reading"]), retrievals=tuple(found["retrieval"])
    ), tuple(found["ruling"])


def in_order(case):
    """The routes of a case, report by report."""
    return tuple(r for d in case.documents for r in case.retrievals if r.document == d.id)


def test_the_file_is_sound_and_its_ids_lead_somewhere(base):
    sound(base)
    leading = [t.name for t in TABLES for c in t.columns if c.of and c.kind != "many"]
    held = [row for t in TABLES for row in base.execute(f"PRAGMA foreign_key_list({t.name})")]
    assert len(held) == len(leading)


def test_every_row_is_there_and_lists_are_tables_of_pairs(base):
    case = story()
    (count,) = base.execute("SELECT count(*) FROM statements").fetchone()
    assert count == sum(len(r.statements) for r in case.readings)
    pairs = {(row[0], row[1]) for row in base.execute("SELECT * FROM origins_statements")}
    assert pairs == {(o.id, name) for o in case.lineage.origins for name in o.statements}


def test_a_range_a_grade_and_the_sides_of_a_claim_are_in_one_row(base):
    (first,) = rows(base, "SELECT * FROM claims_with_sides WHERE name = 'C1'")
    assert (first["origins"], first["grade"], first["status"]) == ("2 to 3", "C3", "contested")
    assert first["who_is_against"] == "Ministry of Defence of Karvonia (CT-)"
    assert first["who_is_silent"] == "Ministry of Defence of Karvonia; Karvo"
    assert "Ilse Dorn (CT+)" in first["who_is_for"].split("; ")
    assert "Ministry" not in first["who_is_for"]


def test_each_view_answers(base):
    found = {name: rows(base, f"SELECT * FROM {name}") for name in VIEWS}
    assert [name for name, held in found.items() if not held] == []
    assert {row["name"] for row in found["contested_claims"]} == {"C1"}
    assert {row["voice"] for row in found["denials"]} == {
        "Ministry of Defence",
        "Ministry of Defence of Karvonia",
    }
    assert [row["more"] for row in found["told_often_from_few"]] == [5, 2]
    assert found["lost_on_the_way"][0]["before"] == "may have left"


def test_full_text_finds_other_forms_of_a_word(base):
    query = (
        "SELECT words FROM statements WHERE rowid IN "
        "(SELECT rowid FROM statements_fts WHERE statements_fts MATCH ?)"
    )
    assert {"desertions"} <= {row["words"] for row in rows(base, query, "desertion")}
    assert rows(base, query, "volcano") == []


def test_every_table_view_and_column_is_described(base):
    described = {(row["name"], row["column"]) for row in base.execute("SELECT * FROM described")}
    names = base.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
    listed = [name for (name,) in names if not any(f"{n}_fts" in name for n in SEARCHED)]
    for name in listed:
        of, _, column = name.partition("_")
        assert (name, "") in described or (of, name) in described, column
    for table in TABLES:
        columns = {row["name"] for row in base.execute(f"PRAGMA table_info({table.name})")}
        assert {(table.name, column) for column in columns} <= described


def test_the_case_is_read_back_without_loss(base):
    case = story()
    back, rulings = read_back(base)
    assert back == Case(case.documents, case.readings, retrievals=in_order(case))
    assert rulings == ()
    for row in base.execute("SELECT record FROM records"):
        assert row["record"] == to_json(json.loads(row["record"]))


def test_what_is_hidden_is_in_no_table_and_still_read_back():
    case, held = hiding()
    with closing(opened(written(form.sqlite, case))) as base:
        for name in (*(t.name for t in TABLES if t.name != "rulings"), *VIEWS):
            assert held.id not in {
                v for row in rows(base, f"SELECT * FROM {name}") for v in row.values()
            }
        back, rulings = read_back(base)
        assert back.readings == case.readings
        assert rulings == tuple(one.ruling for one in case.rulings)


def test_kept_copies_are_there_but_those_that_are_not_given():
    case = story()
    sums = sorted({r.sha256 for r in case.retrievals})
    data = b"".join(form.sqlite(case, {sums[0]: b"\0raw"}.get))
    with closing(opened(data)) as base:
        assert [tuple(row) for row in base.execute("SELECT * FROM copies")] == [(sums[0], b"\0raw")]


@given(HOSTILE)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_reports_say_the_file_is_sound_and_nothing_is_lost(case):
    with closing(opened(written(form.sqlite, case))) as base:
        sound(base)
        back, _ = read_back(base)
        assert back == Case(case.documents, case.readings, retrievals=in_order(case))
        for name in VIEWS:
            for row in rows(base, f"SELECT * FROM {name}"):
                assert not any(isinstance(v, str) and HIDDEN.search(v) for v in row.values())


def test_a_record_twice_is_one_row():
    case = story()
    twice = replace(case, documents=case.documents * 2, readings=case.readings * 2)
    with closing(opened(written(form.sqlite, twice))) as base:
        sound(base)
        (count,) = base.execute("SELECT count(*) FROM statements").fetchone()
        assert count == sum(len(r.statements) for r in case.readings)


def test_the_same_case_gives_the_same_bytes_and_the_head_says_whose_file_it_is():
    data = written(form.sqlite, story())
    assert data == written(form.sqlite, story())
    assert data[:16] == b"SQLite format 3\0"
    assert data[18:20] == b"\x01\x01"  # a rollback journal, not a log beside the file
    assert data[68:72] == b"Rply"
    assert b"sqlite_sequence" not in data


def test_the_records_are_those_of_the_lines():
    skipped = Skipped("in/bad.pdf", "it is damaged")
    case, tables = replace(hiding()[0], skipped=(skipped,)), ("a,b\r\n1,2\r\n", "c\r\n")
    with closing(opened(b"".join(form.sqlite(case, {}.get, Beside(tables))))) as base:
        held = [(row[0], row[1]) for row in base.execute("SELECT kind, record FROM records")]
        of = dict(base.execute("SELECT kind, id FROM records WHERE position = 0"))
    assert held == [(kind, to_json(record)) for kind, record in records(case, tables)]
    first = case.documents[0].id
    assert of == {"document": first, "retrieval": first, "reading": first, "skipped": "",
                  "table": "", "ruling": "1"}  # fmt: skip


@settings(QUICK, max_examples=8)
@given(intakes(), st.data())
def test_a_ledger_is_taken_over_from_it_without_loss(intake, data):
    before = ruled(data.draw, intake)
    tables = Beside(("name,actor\r\nNobody at all,Nobody\r\n",))
    again = taken("case.sqlite", b"".join(form.sqlite(before, copies(intake), tables)))
    assert same(desk.look(again), before)
    assert [table for one in again.brought for table in one.tables] == list(tables.tables)
