"""A room for each store."""

import pytest

from ledger.room import ALL, EARLIER, watched


@pytest.fixture
def room(place, monkeypatch):
    """Reports are read as the newsroom wrote them, and how often is counted."""
    return watched(place, monkeypatch, (*ALL, EARLIER))
