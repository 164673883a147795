"""A round asks what is due, and takes what is new."""

import os
from itertools import pairwise

import pytest

from documents.fetching.site import Site, answer, fetcher
from ledger.room import A, prepared
from reportedly import desk
from reportedly.ledger import opened
from reportedly.model import Kept, Reading, Retrieval
from reportedly.watching import polling
from reportedly.watching.polling import LONGEST, Feeds
from watching.story import WIRE, entry, feed


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    monkeypatch.setattr(desk, "read", prepared)
    with opened(str(tmp_path / "case.db")) as kept:
        yield kept


def titles(poll):
    return [one.document.title for one in poll.intake.kept]


def test_only_what_the_ledger_does_not_hold_is_taken(ledger, tmp_path):
    (tmp_path / "a.txt").write_text(A.document.text)
    (tmp_path / "feed.xml").write_bytes(feed(entry("wire", WIRE, 2)))
    named = [str(tmp_path / "a.txt"), str(tmp_path / "feed.xml")]
    first = Feeds(named).poll(ledger, fetcher())
    assert len(first.intake.kept) == 2
    held = first.intake.kept[0]
    with_it = desk.Intake((Kept(A.document, held.raw, Retrieval.of(A.document)),), ())
    assert len(desk.add(ledger, with_it).documents) == 1
    known = ledger.routes([A.document.id, held.document.id, "0" * 16])
    assert known == {A.document.id: (Retrieval.of(A.document),)}


def test_a_feed_by_which_a_known_report_comes_for_the_first_time_is_a_route_of_it(
    ledger, tmp_path, monkeypatch
):
    monkeypatch.setattr(desk, "read", lambda chosen, *_: tuple(Reading(d.id) for d in chosen))
    own, other = tmp_path / "own.xml", tmp_path / "other.xml"
    own.write_bytes(feed(entry("wire", WIRE, 2)))
    other.write_bytes(feed(entry("wire", WIRE, 2), entry("more", f"{WIRE} More.", 3)))

    def names(*feeds):
        poll = Feeds([str(path) for path in feeds]).poll(ledger, fetcher())
        desk.add(ledger, poll.intake)
        return [one.retrieval.name for one in poll.intake.kept]

    assert names(own) == ["own.xml:1"]
    assert names(own, other) == ["other.xml:1", "other.xml:2"]
    assert [r.name for r in ledger.case().retrievals] == [
        "own.xml:1", "other.xml:1", "other.xml:2",
    ]  # fmt: skip
    own.write_bytes(feed(entry("new", f"{WIRE} New.", 4), entry("wire", WIRE, 2)))
    assert names(own, other) == ["own.xml:1"]


def test_a_new_report_that_two_feeds_give_comes_by_both(ledger, tmp_path):
    for name in ("a.xml", "b.xml"):
        (tmp_path / name).write_bytes(feed(entry("wire", WIRE, 2), entry("wire", WIRE, 2)))
    poll = Feeds([str(tmp_path / "a.xml"), str(tmp_path / "b.xml")]).poll(ledger, fetcher())
    assert len({one.document.id for one in poll.intake.kept}) == 1
    assert [one.retrieval.name[:5] for one in poll.intake.kept] == ["a.xml", "b.xml"]


def test_a_batch_ends_where_the_feed_does(ledger, tmp_path, monkeypatch):
    monkeypatch.setattr(polling, "_BATCH", 2)
    (tmp_path / "feed.xml").write_bytes(feed(*(entry(f"n{n}", f"{WIRE} {n}", 2) for n in range(5))))
    assert titles(Feeds([str(tmp_path / "feed.xml")]).poll(ledger, fetcher())) == [
        "n0", "n1", "n2", "n3", "n4",
    ]  # fmt: skip


def test_a_feed_that_fails_again_is_left_alone_twice_as_long_each_time(ledger, tmp_path):
    feeds = Feeds([str(tmp_path / "none.xml")])
    asked = [bool(feeds.poll(ledger, fetcher()).failed) for _ in range(1 + 2 + 4 + 8 + 16 + 16)]
    tries = [at for at, was in enumerate(asked) if was]
    assert [b - a for a, b in pairwise(tries)] == [1, 2, 4, 8, LONGEST]


def test_a_failure_says_when_it_is_tried_again_and_is_forgotten_when_it_is_over(ledger, tmp_path):
    path = tmp_path / "feed.xml"
    feeds = Feeds([str(path)])
    reason = f"{path.name}: there is no such file or folder; tried again"
    assert list(feeds.poll(ledger, fetcher()).failed.values()) == [f"{reason} the next round"]
    assert list(feeds.poll(ledger, fetcher()).failed.values()) == [f"{reason} in 2 rounds"]
    path.write_bytes(feed(entry("wire", WIRE, 2)))
    assert titles(feeds.poll(ledger, fetcher())) == []
    assert titles(feeds.poll(ledger, fetcher())) == ["wire"]
    path.unlink()
    assert list(feeds.poll(ledger, fetcher()).failed.values()) == [f"{reason} the next round"]


def test_one_feed_that_fails_stops_no_other(ledger, tmp_path):
    (tmp_path / "feed.xml").write_bytes(feed(entry("wire", WIRE, 2)))
    with Site() as site:
        site.pages["/bad"] = answer(b"", 500)
        site.pages["/odd"] = answer(b"no feed" * 9, content_type="application/rss+xml")
        named = [site.at("/bad"), str(tmp_path / "feed.xml"), site.at("/odd")]
        poll = Feeds(named).poll(ledger, fetcher(site))
    assert titles(poll) == ["wire"]
    assert list(poll.failed) == [named[0], named[2]]
    assert "500" in poll.failed[named[0]]


def test_files_are_read_again_only_where_they_changed_and_what_they_gave_was_taken(
    ledger, tmp_path, monkeypatch
):
    (tmp_path / "drop").mkdir()
    path = tmp_path / "drop" / "feed.xml"
    path.write_bytes(feed(entry("wire", WIRE, 2)))
    feeds = Feeds([str(tmp_path / "drop")])
    assert titles(feeds.poll(ledger, fetcher())) == ["wire"]
    poll = feeds.poll(ledger, fetcher())
    assert titles(poll) == ["wire"]
    feeds.taken(poll)
    assert titles(feeds.poll(ledger, fetcher())) == []
    (tmp_path / "drop" / "more.xml").write_bytes(feed(entry("more", WIRE, 3)))
    assert titles(feeds.poll(ledger, fetcher())) == ["wire", "more"]
    feeds.taken(feeds.poll(ledger, fetcher()))
    os.utime(path, ns=(1, 1))
    assert titles(feeds.poll(ledger, fetcher())) == ["wire", "more"]


def test_what_is_skipped_in_a_feed_that_can_be_read_is_named_once(ledger, tmp_path):
    path = tmp_path / "feed.xml"
    path.write_bytes(feed(entry("", "", 1), entry("wire", WIRE, 2)))
    feeds = Feeds([str(path)])
    skipped = [len(feeds.poll(ledger, fetcher()).intake.skipped) for _ in range(3)]
    assert skipped == [1, 0, 0]
    assert titles(feeds.poll(ledger, fetcher())) == ["wire"]


def test_an_empty_feed_is_named_once_and_asked_every_round(ledger, tmp_path):
    path = tmp_path / "feed.xml"
    feeds = Feeds([str(path)])
    path.write_bytes(feed())
    first, second = feeds.poll(ledger, fetcher()), feeds.poll(ledger, fetcher())
    assert (first.failed, second.failed) == ({}, {})
    assert [len(poll.intake.skipped) for poll in (first, second)] == [1, 0]
    path.write_bytes(feed(entry("wire", WIRE, 2)))
    assert titles(feeds.poll(ledger, fetcher())) == ["wire"]


def test_nobody_is_shown_a_password():
    named = polling.called(["http://ana:secret@wire.example/rss", "drop/feed.xml"])
    assert "secret" not in named
    assert named.endswith(", drop/feed.xml")
