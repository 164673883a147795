"""Voices by claims: those who speak to most come first, and the rest is counted."""

import pytest

from reportedly.shelf import Shelf
from reportedly.views import matrix as drawn
from reportedly.views.matrix import matrix
from views.case import story


@pytest.fixture(scope="module")
def shelf():
    return Shelf(story())


def test_those_who_speak_to_most_claims_come_first(shelf):
    rows = matrix(shelf, shelf.claims).rows
    ranks = [
        (-sum(map(bool, row.cells)), [bool(cell) for cell in row.cells].index(True), row.voice)
        for row in rows
    ]
    assert ranks == sorted(ranks)
    assert len({len(row.cells) for row in rows}) == 1


def test_every_position_stands_in_the_column_of_its_claim(shelf):
    table = matrix(shelf, shelf.claims)
    assert table.more_rows == 0
    for column, claim in enumerate(table.claims):
        held = [position for row in table.rows for position in row.cells[column]]
        assert sorted(map(repr, held)) == sorted(map(repr, claim.positions))


def test_of_many_voices_the_first_are_shown_and_the_others_counted(shelf, monkeypatch):
    whole = matrix(shelf, shelf.claims)
    monkeypatch.setattr(drawn, "ROWS", 3)
    table = matrix(shelf, shelf.claims)
    assert table.rows == whole.rows[:3]
    assert table.more_rows == len(whole.rows) - 3 > 0
