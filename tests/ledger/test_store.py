"""A ledger keeps everything it was given and never overwrites."""

import json
import sqlite3

import pytest

from build import document
from reportedly.errors import LedgerError
from reportedly.ledger import opened
from reportedly.model import Attribution, Case, Hyperlink, Kept, Reading, Skipped, Span

FIRST = document("Officials in Vesk said the bridge stood.", url="https://vesk.example/1")
SECOND = document("The bridge fell, two witnesses said.", url="https://vesk.example/2")


def reading(of=FIRST):
    attribution = Attribution(
        "a" * 16, of.id, Span(0, 10), None, (Span(2, 4),), (Span(5, 9),),
        "say", "for", "CT+", "indirect",
    )  # fmt: skip
    return Reading(of.id, (attribution,), skipped=(Skipped(of.name, "a sentence was skipped"),))


ONE = Case((FIRST,), (reading(),), skipped=(Skipped("x.bin", "is not text"),))
TWO = Case((FIRST, SECOND), (reading(), reading(SECOND)))


def test_a_case_comes_back_as_it_was_recorded(tmp_path):
    with opened(str(tmp_path / "case.db")) as ledger:
        ledger.record(ONE, "reader 1")
    with opened(str(tmp_path / "case.db")) as ledger:
        assert ledger.case() == ONE
        assert ledger.reader() == "reader 1"


def test_a_document_keeps_its_links_and_one_without_is_kept_as_ledgers_before_kept_it(tmp_path):
    links = (Hyperlink(Span(0, 9), "https://x.example/"), Hyperlink(None, "https://y.example/"))
    linked = document(
        "Officials said.", links=links, syndicated="ANV", canonical="https://z.example/"
    )
    with opened(str(tmp_path / "case.db")) as ledger:
        ledger.record(Case((FIRST, linked)), "reader 1")
        assert ledger.case().documents == (FIRST, linked)
    with sqlite3.connect(tmp_path / "case.db") as connection:
        bodies = dict(connection.execute("SELECT id, body FROM records"))
    connection.close()
    assert set(json.loads(bodies[FIRST.id])) == {
        "id", "name", "url", "publisher", "byline", "published", "retrieved", "title", "language",
        "text", "sentences", "sha256",
    }  # fmt: skip


def test_the_same_case_twice_writes_nothing(tmp_path):
    with opened(str(tmp_path / "case.db")) as ledger:
        ledger.record(ONE, "reader 1")
        before = list(sqlite3.connect(tmp_path / "case.db").iterdump())
        assert ledger.record(ONE, "reader 1") == ()
        assert before == list(sqlite3.connect(tmp_path / "case.db").iterdump())


def test_a_run_says_which_kinds_changed(tmp_path):
    with opened(str(tmp_path / "case.db")) as ledger:
        ledger.record(ONE, "reader 1")
        assert {"documents", "skipped"} <= set(ledger.record(TWO, "reader 1"))
        assert ledger.case() == TWO


def test_nothing_that_was_recorded_is_ever_changed(tmp_path):
    with opened(str(tmp_path / "case.db")) as ledger:
        ledger.record(TWO, "reader 1")
        rows = set(sqlite3.connect(tmp_path / "case.db").execute("SELECT * FROM records"))
        ledger.record(ONE, "reader 2")
        assert rows <= set(sqlite3.connect(tmp_path / "case.db").execute("SELECT * FROM records"))


def test_the_case_before_a_moment_can_be_read_beside_the_case_now(tmp_path):
    with opened(str(tmp_path / "case.db")) as ledger:
        ledger.record(ONE, "reader 1")
        assert (Case(), ONE) == ledger.since("0001-01-01")
        assert ledger.since("9999-01-01") == (ONE, ONE)


def test_raw_bytes_are_kept_once_under_their_hash(tmp_path):
    with opened(str(tmp_path / "case.db")) as ledger:
        ledger.keep([Kept(FIRST, b"raw"), Kept(FIRST, b"raw")])
        assert ledger.copy(FIRST.sha256) == b"raw"
        assert ledger.copy("0" * 64) is None


def test_the_table_of_names_given_last_counts_and_none_is_lost(tmp_path):
    with opened(str(tmp_path / "case.db")) as ledger:
        assert ledger.table() is None
        for csv in ("name,actor\na,b\n", "name,actor\n", "name,actor\n"):
            ledger.keep_table(csv)
    with opened(str(tmp_path / "case.db")) as ledger:
        assert ledger.table() == "name,actor\n"
    rows = sqlite3.connect(tmp_path / "case.db").execute("SELECT count(*) FROM tables")
    assert list(rows) == [(2,)]


def test_what_was_worked_out_comes_back_by_kind_and_key(tmp_path):
    with opened(str(tmp_path / "case.db")) as ledger:
        ledger.memory.remember("groups", {"a": [[0, 1], [2]], "b": [[0]]}, ["a", "b"])
        ledger.memory.remember("names", {"a": ["é", None]}, ["a"])
    with opened(str(tmp_path / "case.db")) as ledger:
        assert ledger.memory.recall("groups", ["a", "c"]) == {"a": [[0, 1], [2]]}
        assert ledger.memory.recall("names", ["a", "b"]) == {"a": ["é", None]}


def test_what_no_report_leads_to_any_more_is_forgotten(tmp_path):
    with opened(str(tmp_path / "case.db")) as ledger:
        ledger.memory.remember("names", {"a": [1], "b": [2]}, ["a", "b"])
        ledger.memory.remember("names", {"c": [3]}, ["b", "c"])
        assert ledger.memory.recall("names", ["a", "b", "c"]) == {"b": [2], "c": [3]}


def test_a_damaged_memory_counts_as_none(tmp_path):
    where = tmp_path / "case.db"
    with opened(str(where)) as ledger:
        ledger.memory.remember("names", {"a": [1]}, ["a"])
        with sqlite3.connect(where) as connection:
            connection.execute("UPDATE memory SET body = x'00ff'")
        connection.close()
        assert ledger.memory.recall("names", ["a"]) == {}
        ledger.memory.remember("names", {"a": [1]}, ["a"])
        assert ledger.memory.recall("names", ["a"]) == {"a": [1]}


@pytest.mark.parametrize("where", ["mysql://host/case", "no/such/folder/case.db"])
def test_what_cannot_be_opened_is_named(where):
    with pytest.raises(LedgerError, match=r"host/case|no/such"):
        opened(where).__enter__()


def test_a_file_that_is_no_ledger_is_refused_and_left_as_it_was(tmp_path):
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    (tmp_path / "text.db").write_text("not a database, but long enough to look like one" * 9)
    for name in ("other.db", "text.db"):
        with pytest.raises(LedgerError, match=name):
            opened(str(tmp_path / name)).__enter__()
    assert b"mine" in other.read_bytes()
