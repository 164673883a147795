"""A ledger is backed up while somebody writes, and what is restored is the same, byte for byte."""

import sqlite3
import subprocess
from contextlib import closing

import pytest

import server
from ledger.room import A, B, W, prepared
from places import Place
from reportedly import desk, exporting
from reportedly.desk import Intake
from reportedly.ledger import opened
from reportedly.model import Kept, Retrieval


@pytest.fixture(autouse=True)
def _prepared(monkeypatch):
    monkeypatch.setattr(desk, "read", prepared)


def add(ledger, *reports):
    kept = [Kept(r.document, r.document.text.encode(), Retrieval.of(r.document)) for r in reports]
    desk.add(ledger, Intake(tuple(kept), ()))


def whole(where):
    """Everything in a ledger, as it is handed to another one."""
    form = exporting.format_named("jsonl")
    with opened(where) as ledger:
        pieces, _ = exporting.written(ledger, form, ledger.folded())
        return b"".join(pieces)


def by_api(source, target):
    """What ``.backup`` of the sqlite3 program does."""
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other, pages=8)


def by_vacuum(source, target):
    with closing(sqlite3.connect(source)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


@pytest.mark.parametrize("backup", [by_api, by_vacuum])
def test_a_file_is_backed_up_while_a_run_is_written(tmp_path, backup):
    where, copy = str(tmp_path / "case.db"), tmp_path / "copy.db"
    with opened(where) as ledger:
        add(ledger, A, W)
        before = whole(where)
        with ledger._database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO tables (csv) VALUES ('half of a run')")
            backup(where, copy)
            connection.rollback()
        add(ledger, B)
    assert whole(str(copy)) == before
    assert whole(where) != before
    with opened(str(copy)) as ledger:
        add(ledger, B)
    assert whole(str(copy)) == whole(where)


def test_a_database_is_dumped_while_a_run_is_written_and_restored(postgres, tmp_path):
    postgres.execute("CREATE DATABASE one")
    postgres.execute("CREATE DATABASE other")
    where, copy = postgres.url("one"), postgres.url("other")
    dump = tmp_path / "case.dump"
    with opened(where) as ledger:
        add(ledger, A, W)
        before = whole(where)
        with ledger._database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO tables (csv) VALUES ('half of a run')")
            run(postgres, "pg_dump", "-Fc", "-d", "one", "-f", str(dump))
            connection.rollback()
    run(postgres, "pg_restore", "--exit-on-error", "--no-owner", "-d", "other", str(dump))
    assert whole(copy) == before
    assert Place(copy, None).all_rows() == Place(where, None).all_rows()
    for place in (where, copy):
        with opened(place) as ledger:
            add(ledger, B)
    assert whole(copy) == whole(where)


def run(postgres, program, *given):
    subprocess.run(
        [server.BINARIES / program, "-h", postgres.folder, "-U", "postgres", *given], check=True
    )
