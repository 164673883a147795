"""Rulings are worked out in a process of its own, whatever happens to it."""

import sqlite3
import time

import pytest

from reportedly.errors import LedgerError
from reportedly.ledger import opened
from reportedly.web import worker
from reportedly.web.worker import Worker
from unsettled import unsettled


@pytest.fixture
def place(tmp_path):
    """Where a ledger is with one ruling pending."""
    return unsettled(tmp_path)


def until(done, seconds=60.0):
    """Wait for it; fail where it takes too long."""
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_what_an_earlier_server_left_is_worked_out(place):
    with opened(place) as ledger:
        working = Worker(ledger, place)
        working.start()
        until(lambda: not ledger.pending())
        working.close()
        assert working.trouble == ""
        assert not working._thread.is_alive()
        assert len(ledger.runs()) == 2


def test_trouble_is_told_and_the_next_time_it_is_tried_again(place, monkeypatch):
    with opened(place) as ledger:
        told = iter(["the disk is full", ""])
        monkeypatch.setattr(Worker, "_work", lambda self: next(told))
        working = Worker(ledger, place)
        working.start()
        until(lambda: working.trouble)
        assert working.trouble == "the disk is full"
        working.wake()
        until(lambda: not working.trouble)
        working.close()


def test_a_ledger_that_is_out_of_reach_for_a_while_stops_nothing(place, monkeypatch):
    with opened(place) as ledger:
        answers = [LedgerError("it is locked"), ()]
        asked = []

        def pending():
            asked.append(1)
            held = answers.pop(0)
            if isinstance(held, Exception):
                raise held
            return held

        monkeypatch.setattr(ledger, "pending", pending)
        working = Worker(ledger, place)
        working.start()
        until(lambda: working.trouble)
        working.wake()
        until(lambda: len(asked) == 2)
        working.close()
        assert not working._thread.is_alive()


def test_nothing_is_started_where_nothing_is_pending(place, monkeypatch):
    with sqlite3.connect(place) as connection:
        connection.execute("DELETE FROM rulings")
    connection.close()
    with opened(place) as ledger:
        monkeypatch.setattr(Worker, "_work", lambda self: pytest.fail("it was"))
        working = Worker(ledger, place)
        working.start()
        until(lambda: not working._woken.is_set())
        working.close()


def test_the_secret_of_a_ledgers_address_is_in_no_list_of_processes(place, monkeypatch):
    """It goes through a pipe."""
    seen = []

    class Process:
        returncode = 0

        def __init__(self, command, **streams):
            seen.append(command)

        def communicate(self, given):
            seen.append(given)
            return b"", b""

    monkeypatch.setattr(worker.subprocess, "Popen", Process)
    with opened(place) as ledger:
        assert Worker(ledger, "postgresql://ana:secret@h/case")._work() == ""
    assert "secret" not in " ".join(seen[0])
    assert seen[1] == b"postgresql://ana:secret@h/case"


def test_a_worker_that_was_never_started_is_closed(place):
    with opened(place) as ledger:
        Worker(ledger, place).close()
