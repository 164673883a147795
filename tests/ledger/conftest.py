"""A room for each store."""

import pytest

from ledger.room import ALL, EARLIER, Room
from reportedly import desk


@pytest.fixture
def room(place, monkeypatch):
    """Reports are read as the newsroom wrote them, and how often is counted."""
    held = {r.document.id: r.reading for r in (*ALL, EARLIER)}
    asked = []

    def read(chosen, way=None):
        chosen = tuple(chosen)
        asked.extend(d.id for d in chosen)
        return tuple(held[d.id] for d in chosen)

    monkeypatch.setattr(desk, "read", read)
    made = Room(place)
    made.asked = asked
    return made
