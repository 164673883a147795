"""A ledger of an earlier layout is brought up to this one without loss."""

import json
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select

from ledger.room import A, B, C, D, Room, W, X, prepared
from places import Place
from reportedly import desk
from reportedly.errors import LedgerError
from reportedly.ledger import migrations, opened
from reportedly.ledger.database import Database
from reportedly.ledger.schema import VERSION, metadata, states
from reportedly.ledger.states import current

FIRST = """
CREATE TABLE copies (sha256 VARCHAR(64) NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (sha256));
CREATE TABLE records (
  digest VARCHAR(32) NOT NULL, kind VARCHAR(16) NOT NULL, id VARCHAR(16) NOT NULL,
  document VARCHAR(16), claim VARCHAR(16), body TEXT NOT NULL, PRIMARY KEY (digest));
CREATE INDEX records_by_id ON records (kind, id);
CREATE INDEX records_by_document ON records (document);
CREATE INDEX records_by_claim ON records (claim);
CREATE TABLE runs (
  number INTEGER NOT NULL, recorded VARCHAR(32) NOT NULL, reader VARCHAR(64) NOT NULL,
  PRIMARY KEY (number));
CREATE TABLE states (
  run INTEGER NOT NULL, kind VARCHAR(16) NOT NULL, digests TEXT NOT NULL,
  PRIMARY KEY (run, kind), FOREIGN KEY(run) REFERENCES runs (number));
CREATE TABLE tables (number INTEGER NOT NULL, csv TEXT NOT NULL, PRIMARY KEY (number));
CREATE TABLE rulings (
  number INTEGER NOT NULL, recorded VARCHAR(32) NOT NULL, body TEXT NOT NULL, PRIMARY KEY (number));
CREATE TABLE memory (
  kind VARCHAR(16) NOT NULL, "key" VARCHAR(32) NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (kind, "key"));
PRAGMA user_version = 1;
"""
"""What a ledger was made of before there were migrations."""


def first_layout(tmp_path, name="first.db"):
    """An empty ledger of the first layout."""
    where = tmp_path / name
    with closing(sqlite3.connect(where)) as connection, connection:
        connection.executescript(FIRST)
    return str(where)


def carry(one, other):
    """Put all rows of one ledger into another, as the first layout had them."""
    with closing(sqlite3.connect(one)) as source, closing(sqlite3.connect(other)) as target, target:
        for table in ("copies", "records", "runs", "states", "tables", "rulings", "memory"):
            columns = [row[1] for row in target.execute(f"PRAGMA table_info({table})")]
            named = ", ".join(columns)
            rows = source.execute(f"SELECT {named} FROM {table}").fetchall()
            if table == "states":
                rows = whole(one)
            marks = ", ".join("?" * len(columns))
            target.executemany(f"INSERT INTO {table} ({named}) VALUES ({marks})", rows)


def whole(where):
    """Every state as a whole list, which is all that there was at first."""
    database = Database(where)
    with database.reading() as connection:
        kinds = connection.execute(select(states.c.run, states.c.kind)).all()
        found = [
            (run, kind, json.dumps(list(current(connection, run)[kind].digests)))
            for run, kind in kinds
        ]
    database.close()
    return found


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A ledger of this layout with reports, rulings and a table of names."""
    monkeypatch.setattr(desk, "read", prepared)
    made = Room(Place(str(tmp_path / "case.db"), None))
    made.add(A, B)
    made("different", A.statements[0].id, B.statements[0].id)
    made("hide", made.claim(A).id)
    made.add(C, W, X)
    with opened(made.where) as ledger:
        ledger.keep_table("name,actor\nOstra Vell,Ostra Vel\n")
    return made


def test_the_last_step_leads_to_this_layout():
    assert migrations.versions()[0] == VERSION
    assert len(set(migrations.versions())) == len(migrations.versions())


@pytest.mark.parametrize("made", ["by its steps", "at once"])
def test_the_steps_and_the_tables_of_the_code_agree(place, made):
    database = Database(place.where)
    if made == "by its steps":
        with database.writing() as connection:
            migrations.bring_up(connection)
    else:
        opened(place.where).__enter__().close()
    with database.reading() as connection:
        assert {*metadata.tables, "alembic_version"} == set(inspect(connection).get_table_names())
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
    database.close()
    assert place.rows("SELECT version_num FROM alembic_version") == [(VERSION,)]


def test_a_file_of_the_first_layout_loses_nothing(room, tmp_path):
    old = first_layout(tmp_path)
    carry(room.where, old)
    brought_up = Room(Place(old, None))
    assert brought_up.bytes == room.bytes
    assert brought_up.case == room.case
    before, after = room.place.all_rows(), brought_up.place.all_rows()
    assert after.pop("states") == {(*row, None) for row in whole(room.where)}
    before.pop("states")
    assert after == before
    assert brought_up.place.rows("PRAGMA user_version") == [(0,)]
    with opened(old) as ledger:
        assert [run.ruling for run in ledger.runs()] == [0, 1, 2, 2]
        assert ledger.pending() == ()
    brought_up("undo", "1")
    assert brought_up.states == ["undone", "in force", "in force"]


def test_a_last_ruling_that_led_to_no_run_is_not_pending(room, tmp_path):
    old = first_layout(tmp_path)
    carry(room.where, old)
    room("hide", room.claim(W).id)
    with closing(sqlite3.connect(old)) as connection, connection:
        (row,) = room.place.rows("SELECT * FROM rulings WHERE number = 3")
        connection.execute("INSERT INTO rulings VALUES (?, ?, ?)", row)
    with opened(old) as ledger:
        assert ledger.runs()[-1].ruling == 3
        assert ledger.pending() == ()
    assert Room(Place(old, None)).bytes == room.bytes


def test_a_file_from_before_there_were_rulings_takes_them(room, tmp_path):
    old = first_layout(tmp_path)
    new = Room(Place(str(tmp_path / "new.db"), None))
    new.add(A, B)
    carry(new.where, old)
    with closing(sqlite3.connect(old)) as connection, connection:
        for table in ("tables", "rulings", "memory"):
            connection.execute(f"DROP TABLE {table}")
    brought_up = Room(Place(old, None))
    assert brought_up.bytes == new.bytes
    brought_up("different", A.statements[0].id, B.statements[0].id)
    assert brought_up.states == ["in force"]


def test_a_step_that_fails_leaves_the_ledger_as_it_was(place, monkeypatch):
    database = Database(place.where)
    with database.writing() as connection:
        migrations.bring_up(connection, "1")
    database.close()
    place.rows("INSERT INTO runs (number, recorded, reader) VALUES (1, '2031', 'a reader')")
    place.rows("INSERT INTO rulings VALUES (1, '2032', '{}')")
    place.rows("ALTER TABLE rulings RENAME TO away")
    with pytest.raises(LedgerError, match="cannot be used as a ledger"):
        opened(place.where).__enter__()
    assert place.rows("SELECT version_num FROM alembic_version") == [("1",)]
    assert place.rows("SELECT * FROM runs") == [(1, "2031", "a reader")]
    place.rows("ALTER TABLE away RENAME TO rulings")
    with opened(place.where) as ledger:
        assert [run.ruling for run in ledger.runs()] == [1]


def test_a_ledger_of_a_later_version_is_refused_and_left_as_it_was(place):
    opened(place.where).__enter__().close()
    place.rows("UPDATE alembic_version SET version_num = '99'")
    with pytest.raises(LedgerError, match="a later version of reportedly made this ledger"):
        opened(place.where).__enter__()
    assert place.rows("SELECT version_num FROM alembic_version") == [("99",)]


@pytest.mark.parametrize("version", ["5", "6", "7"])
def test_a_ledger_of_before_there_were_arrows_given_readings_or_changes_keeps_all(room, version):
    before, held = room.place.all_rows(), room.bytes
    lists = whole(room.where)
    room.place.rows("DELETE FROM states")
    room.place.rows("ALTER TABLE states DROP COLUMN base")
    with closing(sqlite3.connect(room.where)) as connection, connection:
        connection.executemany("INSERT INTO states VALUES (?, ?, ?)", lists)
    if version != "7":
        room.place.rows("DROP TABLE given")
    room.place.rows(f"UPDATE alembic_version SET version_num = '{version}'")
    opened(room.where).__enter__().close()
    assert room.place.rows("SELECT version_num FROM alembic_version") == [(VERSION,)]
    assert room.bytes == held
    after = room.place.all_rows()
    assert after == before | {"states": {(*row, None) for row in lists}}


def test_a_ledger_of_whole_lists_goes_on_with_changes(room, tmp_path):
    """The bytes of a ledger that had changes from the first."""
    old = first_layout(tmp_path)
    carry(room.where, old)
    brought_up = Room(Place(old, None))
    for one in (room, brought_up):
        one.add(D)
    assert brought_up.bytes == room.bytes
    assert brought_up.place.rows("SELECT max(base) FROM states WHERE run < 5") == [(None,)]
    with opened(old) as ledger, opened(room.where) as other:
        assert [ledger.at(run) for run in range(1, 6)] == [other.at(run) for run in range(1, 6)]


def test_a_program_of_the_version_before_refuses_a_ledger_of_this(room, monkeypatch):
    earlier = migrations.versions()[1:]
    assert earlier[0] == "7"
    monkeypatch.setattr("reportedly.ledger.opening.VERSION", earlier[0])
    monkeypatch.setattr(migrations, "versions", lambda: earlier)
    before = room.place.all_rows()
    with pytest.raises(LedgerError, match="a later version of reportedly made this ledger"):
        opened(room.where).__enter__()
    assert room.place.all_rows() == before


def test_many_can_bring_up_one_file_at_once(room, tmp_path):
    files = [first_layout(tmp_path, f"{number}.db") for number in range(4)]
    for file in files:
        carry(room.where, file)
    with ThreadPoolExecutor(8) as pool:
        cases = pool.map(lambda where: Room(Place(where, None)).case, files * 4)
        assert all(case == room.case for case in cases)


def test_a_ledger_of_this_layout_is_opened_without_what_brings_up(tmp_path):
    code = (
        "import sys; from reportedly.ledger import opened\n"
        "for _ in range(2):\n"
        "    with opened(sys.argv[1]) as ledger: ledger.case()\n"
        "sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path / "case.db"], check=True)
