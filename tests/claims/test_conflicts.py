"""What cannot both hold: one conflict for each pair of values."""

import pytest

from build import spans
from newsroom import count, gathered, report
from reportedly.model import Interval, Place, cut


def numbered(words, best, publisher, low=None, high=None):
    told = report(f"{words} people were hurt in the Orrin fire.", publisher)
    number = count(told.document.text, words, best, "people", low, high)
    told.own(f"{words} people were hurt in the Orrin fire", "hurt", quantity=number)
    return told


def shown(reports, kind):
    texts = {r.document.id: r.document.text for r in reports}
    return [
        (cut(texts[c.left.document], c.left.spans), cut(texts[c.right.document], c.right.spans))
        for c in gathered(*reports).conflicts
        if c.kind == kind
    ]


def test_two_numbers_conflict_once_however_often_they_are_printed():
    reports = (
        numbered("Three", 3, "Vesk Courier", 3, 3),
        numbered("Three", 3, "Lund Mail", 3, 3),
        numbered("Five", 5, "Hale Post", 5, 5),
    )
    assert [{"Three", "Five"}] == [set(pair) for pair in shown(reports, "quantity")]


@pytest.mark.parametrize(
    ("low", "high", "expected"), [(18, None, 0), (31, None, 1), (None, 40, 0), (None, 20, 1)]
)
def test_ranges_conflict_only_where_they_do_not_meet(low, high, expected):
    reports = (
        numbered("Thirty", 30, "Vesk Courier", 30, 30),
        numbered("Otherwise", None, "Lund Mail", low, high),
    )
    assert expected == len(shown(reports, "quantity"))


def test_denial_conflicts_with_the_best_supported_assertion():
    words = "the bridge collapsed"
    first = report(f"In Orrin {words}.", "Vesk Courier")
    first.own(words, "collapse")
    second = report(f"The Guild said {words}. Vesk Rail denied it.", "Lund Mail")
    second.said("The Guild", "said", words, "collapse")
    second.said("Vesk Rail", "denied", words, "collapse", "against")
    found = gathered(first, second).conflicts
    assert [("polarity", second.document.id)] == [(c.kind, c.left.document) for c in found]


def test_a_voice_does_not_conflict_with_itself():
    words = "the bridge collapsed"
    told = report(f"The Guild said {words}. Later The Guild denied {words}.")
    told.said("The Guild", "said", words, "collapse")
    told.said("The Guild", "denied", words, "collapse", "against")
    assert gathered(told).conflicts == ()


def test_days_and_places_that_differ_conflict():
    reports = []
    for day, where in (("1", "Orrin"), ("4", "Lund")):
        words = f"the old stone bridge of the masons collapsed in {where} on May {day}"
        told = report(f"Then {words}.", f"{where} Mail")
        at = spans(told.document.text, where, f"May {day}")
        date = f"2031-05-0{day}"
        told.own(words, "collapse", place=Place(at[0], where.lower()),
                 time=Interval(at[1], date, date))  # fmt: skip
        reports.append(told)
    assert {"place", "date"} == {c.kind for c in gathered(*reports).conflicts}
