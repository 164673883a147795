"""SQLite and PostgreSQL hold the same ledger: the same rows, exports and dossiers."""

import pytest

from ledger.room import ALL, EARLIER, A, B, C, Room, W, X, prepared
from places import Place
from reportedly import desk

UNTIMED = {
    "copies": "*", "records": "*", "runs": "number, reader, ruling", "states": "*",
    "tables": "*", "memory": "kind, key", "rulings": "number",
}  # fmt: skip


@pytest.fixture
def rooms(tmp_path, postgres, monkeypatch):
    monkeypatch.setattr(desk, "read", prepared)
    return [Room(Place(where, None)) for where in (str(tmp_path / "case.db"), postgres.new())]


def test_the_same_work_leaves_the_same_rows_exports_and_dossiers(rooms):
    for room in rooms:
        room.add(*ALL)
        room("different", A.statements[0].id, B.statements[0].id, why="“elsewhere”\n\\N\t\0")
        room("same", room.claim(A).id, room.claim(W).id, by="ben")
        room("wrong", room.link(X).id)
        room("hide", room.claim(C).id)
        room.add(EARLIER)
        room("undo", "2")
    one, other = rooms
    assert one.bytes == other.bytes
    assert one.states == other.states
    for table, columns in UNTIMED.items():
        query = f"SELECT {columns} FROM {table}"
        rows = [sorted(map(repr, room.place.rows(query))) for room in rooms]
        assert rows[0] == rows[1]
        assert rows[0] or table in {"tables"}
