"""A ledger keeps everything it was given and never overwrites."""

import json
import pickle
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from build import document
from reportedly.errors import UsageError
from reportedly.ledger import opened, store
from reportedly.model import (
    Attribution,
    Case,
    Foreign,
    Hyperlink,
    Kept,
    Reading,
    Retrieval,
    Ruling,
    Skipped,
    Span,
)

FIRST = document("Officials in Vesk said the bridge stood.", url="https://vesk.example/1")
SECOND = document("The bridge fell, two witnesses said.", url="https://vesk.example/2")


def reading(of=FIRST):
    attribution = Attribution(
        "a" * 16, of.id, Span(0, 10), None, (Span(2, 4),), (Span(5, 9),),
        "say", "for", "CT+", "indirect",
    )  # fmt: skip
    return Reading(of.id, (attribution,), skipped=(Skipped(of.name, "a sentence was skipped"),))


def kept(of, raw):
    return Kept(of, raw, Retrieval.of(of))


ONE = Case((FIRST,), (reading(),), skipped=(Skipped("x.bin", "is not text"),))
TWO = Case((FIRST, SECOND), (reading(), reading(SECOND)))


def test_a_case_comes_back_as_it_was_recorded(place):
    with opened(place.where) as ledger:
        ledger.record(ONE, "reader 1")
    with opened(place.where) as ledger:
        assert ledger.case() == ONE
        assert ledger.reader() == "reader 1"


def test_a_document_keeps_its_links_and_one_without_is_kept_as_ledgers_before_kept_it(place):
    links = (Hyperlink(Span(0, 9), "https://x.example/"), Hyperlink(None, "https://y.example/"))
    linked = document(
        "Officials said.",
        links=links,
        syndicated="ANV",
        canonical="https://z.example/",
        foreign=(Foreign(Span(0, 9), "de"), Foreign(Span(10, 15), None)),
    )
    with opened(place.where) as ledger:
        ledger.record(Case((FIRST, linked)), "reader 1")
        assert ledger.case().documents == (FIRST, linked)
    bodies = dict(place.rows("SELECT id, body FROM records"))
    assert set(json.loads(bodies[FIRST.id])) == {
        "id", "name", "url", "publisher", "byline", "published", "retrieved", "title", "language",
        "text", "sentences", "sha256",
    }  # fmt: skip


def test_the_same_case_twice_writes_nothing(place):
    with opened(place.where) as ledger:
        ledger.record(ONE, "reader 1")
        before = place.all_rows()
        assert ledger.record(ONE, "reader 1") == ()
        assert before == place.all_rows()


def test_a_run_says_which_kinds_changed(place):
    with opened(place.where) as ledger:
        ledger.record(ONE, "reader 1")
        assert {"documents", "skipped"} <= set(ledger.record(TWO, "reader 1"))
        assert ledger.case() == TWO


def test_nothing_that_was_recorded_is_ever_changed(place):
    with opened(place.where) as ledger:
        ledger.record(TWO, "reader 1")
        before = place.all_rows()
        ledger.record(ONE, "reader 2")
        after = place.all_rows()
        assert all(before[table] <= after[table] for table in before)


def test_the_case_before_a_moment_can_be_read_beside_the_case_now(place):
    with opened(place.where) as ledger:
        ledger.record(ONE, "reader 1")
        assert (Case(), ONE) == ledger.since("0001-01-01")
        assert ledger.since("9999-01-01") == (ONE, ONE)


def test_raw_bytes_are_kept_once_under_their_hash(place):
    with opened(place.where) as ledger:
        ledger.taken.put([kept(FIRST, b"raw"), kept(FIRST, b"raw")])
        assert ledger.copy(FIRST.sha256) == b"raw"
        assert ledger.copy("0" * 64) is None


def test_the_table_of_names_given_last_counts_and_none_is_lost(place):
    with opened(place.where) as ledger:
        assert ledger.table() is None
        for csv in ("name,actor\na,b\n", "name,actor\n", "name,actor\n"):
            ledger.keep_table(csv)
    with opened(place.where) as ledger:
        assert ledger.table() == "name,actor\n"
    assert place.rows("SELECT count(*) FROM tables") == [(2,)]


def test_what_was_worked_out_comes_back_by_kind_and_key(place):
    with opened(place.where) as ledger:
        ledger.memory.remember("groups", {"a": [[0, 1], [2]], "b": [[0]]}, ["a", "b"])
        ledger.memory.remember("names", {"a": ["é", None]}, ["a"])
    with opened(place.where) as ledger:
        assert ledger.memory.recall("groups", ["a", "c"]) == {"a": [[0, 1], [2]]}
        assert ledger.memory.recall("names", ["a", "b"]) == {"a": ["é", None]}


def test_what_no_report_leads_to_any_more_is_forgotten(place):
    with opened(place.where) as ledger:
        ledger.memory.remember("names", {"a": [1], "b": [2]}, ["a", "b"])
        ledger.memory.remember("names", {"c": [3]}, ["b", "c"])
        assert ledger.memory.recall("names", ["a", "b", "c"]) == {"b": [2], "c": [3]}


def test_another_process_is_told_what_was_worked_out_and_shows_no_password(place):
    with opened(place.where) as ledger:
        ledger.memory.remember("names", {"a": [1]}, ["a"])
        there = pickle.loads(pickle.dumps(ledger.memory.elsewhere()))
        assert there.recall("names", ["a", "b"]) == {"a": [1]}
        assert place.where not in repr(there)


def test_a_damaged_memory_counts_as_none(place):
    with opened(place.where) as ledger:
        ledger.memory.remember("names", {"a": [1]}, ["a"])
        damaged = "decode('00ff', 'hex')" if place.on_server else "x'00ff'"
        place.rows(f"UPDATE memory SET body = {damaged}")
        assert ledger.memory.recall("names", ["a"]) == {}
        ledger.memory.remember("names", {"a": [1]}, ["a"])
        assert ledger.memory.recall("names", ["a"]) == {"a": [1]}


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1), raw=st.binary())
@example(text="\0", raw=b"\0")
@example(text="\\N\t\\.\r\n\\000\x7f\ufeff\U0001f600", raw=b"\\x00\n")
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
def test_whatever_a_report_holds_comes_back(place, text, raw):
    made = document(text, title=text, byline=text, sha256=sha256(raw).hexdigest())
    case = Case((made,), (Reading(made.id, skipped=(Skipped(text, text),)),))
    with opened(place.where) as ledger:
        ledger.record(case, "reader 1")
        ledger.taken.put([kept(made, raw)])
        ledger.memory.remember("any", {"a": text}, ["a"])
        assert ledger.case() == case
        assert ledger.copy(made.sha256) == raw
        assert ledger.memory.recall("any", ["a"]) == {"a": text}


def test_what_no_store_can_hold_is_refused_in_a_sentence(place):
    with opened(place.where) as ledger:
        with pytest.raises(UsageError, match=r"U\+0000"):
            ledger.keep_table("name,actor\na\0,b\n")
        with pytest.raises(UsageError, match="lone surrogates"):
            ledger.keep_ruling(lambda made: Ruling(0, "note", (), "\udcff"))
        made = ledger.keep_ruling(lambda made: Ruling(0, "note", (), "a\0b"))
        assert ledger.rulings() == (made,)
        assert ledger.table() is None


def test_the_order_of_runs_is_that_of_their_moments_to_the_microsecond(place, monkeypatch):
    moments = iter([f"2031-05-02T10:00:00{part}+00:00" for part in ("", ".000001", ".5")])
    monkeypatch.setattr(store, "_now", lambda: next(moments))
    with opened(place.where) as ledger:
        for case in (ONE, TWO, ONE):
            ledger.record(case, "reader 1")
        assert ledger.since("2031-05-02T10:00:00+00:00") == (Case(), ONE)
        assert ledger.since("2031-05-02T10:00:00.000001+00:00") == (ONE, ONE)
        assert ledger.since("2031-05-02T10:00:00.2+00:00") == (TWO, ONE)
