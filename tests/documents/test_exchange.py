"""A ledger as an SQLite file gives its reports back; nothing in the file is run."""

import base64
import json
import sqlite3
from contextlib import closing

import pytest

from exports.test_jsonl import copies, same
from exports.whole import taken, told
from reportedly import desk
from reportedly.exports.jsonl import jsonl
from reportedly.model import Kept, Skipped

PLAIN = """
CREATE TABLE records (kind TEXT, id TEXT, position INTEGER, record TEXT,
  PRIMARY KEY (kind, position));
CREATE TABLE copies (sha256 TEXT PRIMARY KEY, data BLOB);
CREATE TABLE notes (number INTEGER PRIMARY KEY, note TEXT);
CREATE VIEW everything AS SELECT * FROM records;
"""
TEXT = "The ministry said that 9 people had fled."


@pytest.fixture(scope="module")
def case():
    kept = (*told("in/a.txt", TEXT.encode()), *told("in/b.txt", f"{TEXT} So".encode()))
    intake = desk.Intake(kept, ())
    return desk.look(intake), intake


def database(case, path, layout=PLAIN, more=""):
    """An SQLite file in the layout that `export --to sqlite` writes."""
    with closing(sqlite3.connect(path)) as base, base:
        base.executescript(layout)
        lines = b"".join(jsonl(case[0], copies(case[1]))).splitlines()[1:]
        for position, line in enumerate(map(json.loads, lines)):
            kind, record = line["kind"], line["record"]
            if kind == "copy":
                row = record["sha256"], base64.b64decode(record["data"])
                base.execute("INSERT INTO copies VALUES (?, ?)", row)
            else:
                row = kind, record.get("id", ""), position, json.dumps(record)
                base.execute("INSERT INTO records VALUES (?, ?, ?, ?)", row)
        base.executescript(more)
    return path.read_bytes()


def reasons(data):
    return [one.reason for one in told("case.sqlite", data) if isinstance(one, Skipped)]


def test_nothing_is_lost(case, tmp_path):
    data = database(case, tmp_path / "a.sqlite")
    again = taken("case.sqlite", data)
    assert same(desk.look(again), case[0])
    assert [one.given for one in again.kept] == ["case.sqlite:reading 2", "case.sqlite:reading 5"]


LAYOUTS = {
    "a view": PLAIN.replace("CREATE TABLE copies (sha256 TEXT PRIMARY KEY, data BLOB)",
                            "CREATE TABLE c (a, b); CREATE VIEW copies AS SELECT * FROM c"),
    "worked out": PLAIN.replace("data BLOB", "data BLOB, more AS (sha256 || 1)"),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_tables_that_are_none_are_not_asked(tmp_path, layout):
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as base, base:
        base.executescript(LAYOUTS[layout])
    assert reasons((tmp_path / "a.sqlite").read_bytes()) == ["its tables are not those of a ledger"]


def test_a_file_of_something_else_is_named(tmp_path):
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as base, base:
        base.execute("CREATE TABLE people (name TEXT)")
    (reason,) = reasons((tmp_path / "a.sqlite").read_bytes())
    assert reason.startswith("this SQLite file holds no reports that are read")


@pytest.mark.parametrize("at", [0.3, 0.6, 0.9])
def test_a_damaged_file_is_named(case, tmp_path, at):
    data = database(case, tmp_path / "a.sqlite")
    cut = data[: int(len(data) * at)]
    assert reasons(cut)
    assert all(isinstance(one, Kept | Skipped) for one in told("case.sqlite", cut))


def test_a_record_of_another_type_is_named(case, tmp_path):
    more = "UPDATE records SET record = x'00ff' WHERE kind = 'reading' AND position < 4"
    data = database(case, tmp_path / "a.sqlite", more=more)
    assert len(reasons(data)) == 1
    assert len([one for one in told("case.sqlite", data) if isinstance(one, Kept)]) == 2
