"""Two reports that both have it from a third."""

import pytest

from reportedly.origins import trace
from retold import report, story

WIRE = (
    "Up to thirty guards walked away from the bridge at Orsk on Sunday night, leaving lamps on. "
    "The mayor closed the market hall and sent the bakers home before noon."
)
FOOT = "\n\nSource: Lanta Wire"


def _links(*reports):
    told = story(*reports)
    links = trace(told.documents, told.readings, told.gathering).links
    return {(link.document, link.to) for link in links}


def _siblings(day, other_day):
    first = report("Lanta Wire", 1, WIRE, published="2031-03-01", id="wire")
    two = (
        report("Vesk Courier", 2, f"{WIRE}{FOOT}", published=day, id="courier"),
        report("Radio Marn", 2, f"{WIRE}{FOOT}", published=other_day, id="radio"),
    )
    return _links(first, *two)


@pytest.mark.parametrize("day", ["2031-03-02", None])
def test_two_that_credit_one_report_on_one_day_both_follow_that_and_not_one_another(day):
    assert _siblings(day, "2031-03-02T09:00") == {("courier", "wire"), ("radio", "wire")}


def test_what_is_credited_for_the_whole_report_goes_before_the_same_words_elsewhere():
    seen = report("Orsk Echo", 1, f"{WIRE} It rained.", id="echo")
    wire = report(
        "Lanta Wire", 1, "Guards left the bridge at Orsk. The market hall is shut.", id="wire"
    )
    both = report("Vesk Courier", 2, f"{WIRE}{FOOT}", id="courier")
    assert _links(seen, wire, both) == {("courier", "wire")}


def test_words_from_whom_the_credited_report_has_them_are_copied_all_the_same():
    seen = report("Orsk Echo", 1, f"{WIRE} It rained.", id="echo")
    wire = report("Lanta Wire", 2, "Guards left, the Orsk Echo reported.", id="wire")
    both = report("Vesk Courier", 3, f"{WIRE}{FOOT}", id="courier")
    assert ("courier", "echo") in _links(seen, wire, both)
