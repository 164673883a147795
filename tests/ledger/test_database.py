"""A server that says nothing is waited for as long as its URL says, and never for ever."""

import pytest
from sqlalchemy import event

from reportedly.ledger.database import Database


class AskedError(Exception):
    """In place of a connection."""


def told(url):
    """What the driver is told when it connects."""
    database, found = Database(url), {}

    @event.listens_for(database._engine, "do_connect")
    def _(_dialect, _record, _arguments, named):
        found.update(named)
        raise AskedError

    with pytest.raises(AskedError), database.reading():
        pass
    return found


def test_a_host_that_is_silent_is_given_up():
    found = told("postgresql://ana@far.example/case")
    assert 0 < found["connect_timeout"] <= 10
    assert 0 < found["tcp_user_timeout"] <= 30_000
    idle = found["keepalives_interval"] * found["keepalives_count"]
    assert 0 < found["keepalives_idle"] + idle <= 60


def test_the_url_says_otherwise():
    found = told("postgresql://ana@far.example/case?connect_timeout=3&tcp_user_timeout=5000")
    assert (int(found["connect_timeout"]), int(found["tcp_user_timeout"])) == (3, 5000)
    assert found["keepalives_count"] > 0
