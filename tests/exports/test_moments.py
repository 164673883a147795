"""Dates of reports are days or moments of XML Schema, or they are none."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from reportedly.exports.moments import timed, when

_FORMS = etree.RelaxNG(
    etree.fromstring(
        '<element name="t" xmlns="http://relaxng.org/ns/structure/1.0"'
        ' datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
        '<choice><data type="date"/><data type="dateTime"/></choice></element>'
    )
)


@pytest.mark.parametrize(
    ("stated", "told", "at"),
    [
        ("2031-03-03", "2031-03-03", None),
        ("2031-03-03T08:10:00Z", "2031-03-03T08:10:00Z", "2031-03-03T08:10:00Z"),
        ("2031-03-03T08:10Z", "2031-03-03T08:10:00Z", "2031-03-03T08:10:00Z"),
        ("2031-03-03T08:10:00+02:00", "2031-03-03T08:10:00+02:00", "2031-03-03T08:10:00+02:00"),
        ("2031-03-03T08:10:00", "2031-03-03T08:10:00", "2031-03-03T08:10:00"),
        ("2031-02-30", None, None),
        ("2031-03-03T25:10:00Z", None, None),
        ("20310303", None, None),
        ("٢٠٣١-03-03", None, None),
        ("March", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_a_date_is_a_day_a_moment_or_none(stated, told, at):
    assert (when(stated), timed(stated)) == (told, at)


@given(st.one_of(st.datetimes().map(lambda d: d.isoformat()), st.from_regex(
    r"\A[0-9]{4}-[0-3][0-9]-[0-3][0-9](T[0-2][0-9]:[0-6][0-9](:[0-6][0-9])?"
    r"([.][0-9]{1,7})?(Z|[+-][0-2][0-9]:[0-6][0-9])?)?\Z")))  # fmt: skip
@example("0001-01-01T00:00-15:00")
def test_whatever_is_given_is_what_xml_schema_reads(stated):
    found = when(stated)
    if found is not None:
        element = etree.Element("t")
        element.text = found
        assert _FORMS.validate(element)
