"""Groups set beside groups as wholes: which join a leader, and what keeps them apart."""

import pytest

from newsroom import named, report
from reportedly.claims import wholes
from reportedly.claims.tellings import Telling
from reportedly.claims.wholes import led
from reportedly.claims.words import rarity

FREE = lambda one, other: False  # noqa: E731
NEAR = bytes([1]) * 384


@pytest.fixture(autouse=True)
def _one_sense(monkeypatch):
    """All words have one sense, but for those that tell of ferries, and less so of trams."""
    far, less = bytes([1, 255]) * 192, bytes([255]) * 58 + bytes([1]) * 326
    senses = {"ferries": far, "trams": less}

    def sense(words):
        return next((held for word, held in senses.items() if word in words), NEAR)

    monkeypatch.setattr(wholes, "sense", sense)


def telling(day, text, by="Lund", page=None):
    """One telling of a report of its own, or of the report ``page``, by somebody or by nobody."""
    made = report(page or text, "Lund Mail", f"2031-05-{1 + day:02}")
    if by is None:
        statement = made.own(text, f"deed {day}")
        return Telling(statement, made.document, None, False, None, "field")
    source = named(made.document.text, by, name=by)
    statement = made.said(source, by, text, f"deed {day}")
    return Telling(statement, made.document, made.attributions[0], False, None, "field")


def together(told, groups, barred=FREE):
    """Groups of each claim, the leading one first."""
    return led(groups, told, rarity(t.bag for t in told), barred)


def test_a_smaller_group_near_in_sense_joins_the_larger_one():
    told = [telling(day, text) for day, text in enumerate(["In Lund A", "In Lund B", "In Lund C"])]
    assert together(told, [[2], [0, 1]]) == [[[0, 1], [2]]]


def test_what_shares_no_name_or_stands_far_in_sense_does_not_join():
    told = [
        telling(0, "In Lund A"),
        telling(1, "at hale b", "at"),
        telling(2, "In Lund ferries ran"),
    ]
    assert together(told, [[0], [1], [2]]) == [[[0]], [[1]], [[2]]]


def test_what_reporters_add_in_words_of_their_own_joins_only_where_it_is_very_near():
    near, less = "In Lund B", "In Lund trams ran"
    for text, by, joins in ((near, None, True), (less, "Lund", True), (less, None, False)):
        told = [telling(0, "In Lund A"), telling(1, text, by=by)]
        assert together(told, [[0], [1]]) == ([[[0], [1]]] if joins else [[[0]], [[1]]])


def test_what_a_report_tells_side_by_side_stays_two():
    page = "In Lund A. In Lund B."
    told = [telling(0, "In Lund A", page=page), telling(0, "In Lund B", page=page)]
    assert together(told, [[0], [1]]) == [[[0]], [[1]]]


def test_what_two_voices_tell_side_by_side_may_be_one():
    page = "In Lund A, Ana. In Lund B, Ivo."
    told = [
        telling(0, "In Lund A", "Ana", page=page),
        telling(0, "In Lund B", "Ivo", page=page),
    ]
    assert together(told, [[0], [1]]) == [[[0], [1]]]


def test_what_a_person_keeps_apart_stays_apart():
    told = [telling(0, "In Lund A"), telling(1, "In Lund B")]
    assert together(told, [[0], [1]], lambda one, other: True) == [[[0]], [[1]]]
