"""Dates become ISO 8601 where they have one reading, and None where they have two or none."""

import pytest

from reportedly.documents.dates import iso


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2031-03-04", "2031-03-04"),
        ("20310304", "2031-03-04"),
        ("2031-03-04 18:10", "2031-03-04T18:10:00"),
        ("2031-03-04T18:10:00Z", "2031-03-04T18:10:00Z"),
        ("2031-03-05T01:10:00+09:00", "2031-03-04T16:10:00Z"),
        ("20310304181000", "2031-03-04T18:10:00"),
        ("Tue, 04 Mar 2031 18:10:00 GMT", "2031-03-04T18:10:00Z"),
        ("4 March 2031", "2031-03-04"),
        ("Tuesday, 4 March 2031", "2031-03-04"),
        ("March 4, 2031", "2031-03-04"),
        ("Sept. 4, 2031, 10:05 a.m.", "2031-09-04"),
        ("4.3.2031", "2031-03-04"),
        ("2031/3/4", "2031-03-04"),
        ("31/03/2031", "2031-03-31"),
        ("03/31/2031", "2031-03-31"),
    ],
)
def test_a_clear_date_is_normalised(stated, expected):
    assert iso(stated) == expected


@pytest.mark.parametrize(
    "stated",
    [None, "", "yesterday", "03/04/2031", "2031-02-30", "March 2031", "31 June 2031",
     "0001-01-01T00:00:00Z", "2031", "1728900000", "x" * 200],
)  # fmt: skip
def test_what_has_no_single_reading_is_none(stated):
    assert iso(stated) is None
