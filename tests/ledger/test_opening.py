"""A ledger is a file or a database on a server; what cannot be one is said in a sentence."""

import sqlite3
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor

import pytest

from build import document
from reportedly import cli
from reportedly.errors import LedgerError
from reportedly.ledger import Ledger, exists, opened, printed
from reportedly.model import Case, Reading, Ruling

ONE = document("The bridge at Orsk fell, a witness said.")
CASE = Case((ONE,), (Reading(ONE.id),))
WORD = "tr0ub4dor"
NOWHERE = f"postgresql://anna:{WORD}@127.0.0.1:9/case"


def refused(where):
    with pytest.raises(LedgerError) as raised, opened(where):
        pass
    return raised.value


@pytest.mark.parametrize("where", ["mysql://host/case", "no/such/folder/case.db"])
def test_what_cannot_be_a_ledger_is_named(where):
    assert where in str(refused(where))


def test_a_file_that_is_no_ledger_is_refused_and_left_as_it_was(tmp_path):
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    (tmp_path / "text.db").write_text("not a database, but long enough to look like one" * 9)
    for name in ("other.db", "text.db"):
        assert name in str(refused(str(tmp_path / name)))
    assert b"mine" in other.read_bytes()


def test_a_database_of_something_else_is_refused_and_left_as_it_was(place):
    place.rows("CREATE TABLE mine (x INTEGER)")
    assert "no ledger" in str(refused(place.where))
    with pytest.raises(Exception, match="records"):
        place.rows("SELECT * FROM records")


@pytest.mark.parametrize(
    "where",
    [
        NOWHERE,
        NOWHERE.replace(f":{WORD}", "") + f"?password={WORD}",
        NOWHERE.replace("postgresql", "mysql"),
        NOWHERE.replace(":9", ":port"),
        NOWHERE.replace(WORD, f"hid@{WORD}"),
        NOWHERE.replace(WORD, f"hid@x/{WORD}"),
        f"{NOWHERE}?no_such_option={WORD}&password={WORD}",
        f"postgresql://anna:{WORD}",
        f"://{WORD}",
    ],
)
@pytest.mark.parametrize("call", [Ledger, exists, printed])
def test_a_password_is_never_shown(where, call):
    try:
        shown = str(call(where))
    except LedgerError as error:
        shown = "".join(traceback.format_exception(error))
    assert WORD not in shown


@pytest.mark.parametrize("command", [("show",), ("add", __file__), ("rule", "undo", "1")])
def test_a_server_that_does_not_answer_is_one_sentence_and_wrong_use(command, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["reportedly", *command, "-l", NOWHERE])
    with pytest.raises(SystemExit) as left:
        cli.main()
    told = capsys.readouterr().err.strip().splitlines()[-1]
    assert left.value.code == 2
    assert told.startswith("reportedly: postgresql://anna@127.0.0.1:9/case: this database cannot")
    assert "refused" in told


def test_a_server_without_its_driver_is_one_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "install reportedly[postgres]" in str(refused(NOWHERE))


def test_a_ledger_is_there_once_it_was_opened(place):
    assert not exists(place.where)
    opened(place.where).__enter__().close()
    assert exists(place.where)


def test_a_database_that_cannot_hold_every_character_is_refused(postgres):
    postgres.execute("CREATE DATABASE narrow ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    assert "UTF8" in str(refused(postgres.url("narrow")))


def test_a_database_that_is_not_there_is_one_sentence(postgres):
    assert "does not exist" in str(refused(postgres.url("absent")))


def test_a_connection_that_was_cut_is_made_anew(postgres):
    where = postgres.new()
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    with opened(where) as ledger:
        ledger.record(CASE, "a reader")
        postgres.execute(f"{cut} AND backend_type = 'client backend'")
        assert ledger.case() == CASE


def test_a_connection_that_is_cut_while_a_ruling_is_kept_leaves_nothing(postgres):
    where = postgres.new()
    cut = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
    ruling = Ruling(0, "note", (), "anna", why="look")
    calls = []

    def draft(made):
        calls.append(made)
        if len(calls) == 1:
            other.keep_ruling(lambda made: ruling)
        else:
            postgres.execute(cut)
        return ruling

    with opened(where) as ledger, opened(where) as other:
        with pytest.raises(LedgerError, match="this database cannot be used"):
            ledger.keep_ruling(draft)
        assert len(other.rulings()) == 1
        ledger.keep_ruling(lambda made: ruling)
        assert [made.number for made in other.rulings()] == [1, 2]


def test_many_can_open_an_empty_place_at_once(place):
    for _ in range(5):
        new = place.new()

        def open_and_record(number, where=new.where):
            with opened(where) as ledger:
                ledger.keep_table(f"name,actor\na{number},b\n")

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(open_and_record, range(8)))
        assert new.rows("SELECT count(*) FROM tables") == [(8,)]


def test_a_file_whose_name_looks_like_a_url_option_is_a_file(tmp_path):
    where = str(tmp_path / "case?mode=memory#%41.db")
    with opened(where) as ledger:
        ledger.record(CASE, "a reader")
    assert exists(where)
    with opened(where) as ledger:
        assert ledger.case() == CASE
