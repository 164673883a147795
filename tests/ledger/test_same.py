"""SQLite and PostgreSQL hold the same ledger: the same rows, exports, dossiers and pages."""

import re

import pytest

from ledger.room import ALL, EARLIER, A, B, C, Room, W, X, prepared
from places import Place
from reportedly import desk
from reportedly.ledger import opened
from reportedly.views.pages import PAGES, Asked, render
from reportedly.web.kept import Kept

MOMENT = re.compile(r"\d+ [A-Z][a-z]{2} 20\d\d, \d\d:\d\d UTC")
"""When a run or a ruling was kept, as a page tells it."""

UNTIMED = {
    "copies": "*", "records": "*", "runs": "number, reader, ruling", "states": "*",
    "tables": "*", "memory": "kind, key", "rulings": "number",
}  # fmt: skip


@pytest.fixture
def rooms(tmp_path, postgres, monkeypatch):
    monkeypatch.setattr(desk, "read", prepared)
    return [Room(Place(where, None)) for where in (str(tmp_path / "case.db"), postgres.new())]


def worked(room):
    """The same work in each room."""
    room.add(*ALL)
    room("different", A.statements[0].id, B.statements[0].id, why="“elsewhere”\n\\N\t\0")
    room("same", room.claim(A).id, room.claim(W).id, by="ben")
    room("wrong", room.link(X).id)
    room("hide", room.claim(C).id)
    room.add(EARLIER)
    room("undo", "2")


def pages(room):
    """Every served page about every record that it can be about; moments of now left out."""
    with opened(room.where, keep_decoded=True) as ledger:
        state = Kept(ledger).state()[1]
        shelf = state.shelf
        ids = {"claims": shelf.claims_by_id, "documents": shelf.documents, "actors": shelf.actors,
               "rulings": "12345", "rule": shelf.records, "why": shelf.records}  # fmt: skip
        for page in PAGES:
            of = ids[page.path.split("/")[1]] if "{id}" in page.path else [""]
            for id_ in of:
                asked = Asked({"q": "flood"} if page.path == "/search" else {}, id_, "ana")
                html = render(page, state, asked) or f"no {page.path} about {id_}"
                yield MOMENT.sub("then", html)


def test_the_same_work_gives_the_same_pages(rooms):
    for room in rooms:
        worked(room)
    one, other = (list(pages(room)) for room in rooms)
    assert one == other
    assert not any(html.startswith("no ") for html in one)
    assert len(one) > 100


def test_the_same_work_leaves_the_same_rows_exports_and_dossiers(rooms):
    for room in rooms:
        worked(room)
    one, other = rooms
    assert one.bytes == other.bytes
    assert one.states == other.states
    for table, columns in UNTIMED.items():
        query = f"SELECT {columns} FROM {table}"
        rows = [sorted(map(repr, room.place.rows(query))) for room in rooms]
        assert rows[0] == rows[1]
        assert rows[0] or table in {"tables"}
