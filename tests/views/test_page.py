"""What a report's page says beside its text is told in a few words."""

from dataclasses import replace

import pytest

from reportedly.model import Document
from reportedly.views import page

REPORT = Document(
    "d", "a.html", None, None, None, "2031-03-04", None, None, None, "It fled.", (), ""
)


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ({}, ()),
        (
            {"updated": "2031-03-05T09:10:00Z", "stamped": "byline"},
            ("updated 5 Mar 2031, 09:10 UTC (byline)",),
        ),
        ({"updated": "2031-03-05"}, ("updated 5 Mar 2031",)),
        ({"kinds": ("paywall stub",)}, ("only the beginning, as shown to who has not paid",)),
        ({"kinds": ("live blog entry",)}, ("an entry of a live blog",)),
    ],
)
def test_a_change_and_the_kind_of_page_are_told(stated, told):
    assert page.told(replace(REPORT, **stated)) == told


def test_the_place_of_the_date_is_told_where_there_is_a_date():
    assert page.dated(replace(REPORT, dated="time element")) == "dated by: time element"
    assert page.dated(replace(REPORT, dated="time element", published=None)) is None
    assert page.dated(REPORT) is None
