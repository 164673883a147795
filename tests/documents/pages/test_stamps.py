"""When a report was published and last changed, and the place in the page that says so."""

# ruff: noqa: E501 - markup reads best on one line

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.pages.garrison import TEXT, page, told
from documents.pages.reading import read
from reportedly.documents.dates import iso
from reportedly.documents.pages.moments import moment, moments


def meta(name, content):
    return f'<meta property="{name}" content="{content}">'


def published(markup, url=None):
    (found,) = read(markup, url)
    return found.published, found.dated


def updated(markup):
    (found,) = read(markup)
    return found.updated, found.stamped


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (page(meta("article:published_time", "2031-03-04T14:05:00+01:00")), ("2031-03-04T13:05:00Z", "published in the page's metadata")),
        (page(told(datePublished="2031-03-04T14:05:00Z")), ("2031-03-04T14:05:00Z", "datePublished in JSON-LD")),
        (page("<meta itemprop=datePublished content=2031-03-04>"), ("2031-03-04", "datePublished in microdata")),
        (page("<meta name=DC.date.issued content=2031-03-04>"), ("2031-03-04", "published in the page's metadata")),
        (page(line='<time datetime="2031-03-04T14:05">Tuesday</time>'), ("2031-03-04T14:05:00", "time element")),
        (page(line="<p>Published 4 March 2031, 14:05</p>"), ("2031-03-04T14:05:00", "byline")),
        (page(line="<div>By Ana Brel | March 4, 2031 at 2:05 pm UTC | 3 min read</div>"), ("2031-03-04T14:05:00Z", "byline")),
        (page(line="<p>As of: 04.03.2031 14:05</p>"), ("2031-03-04T14:05:00", "byline")),
        (page(below="<p>First published: 4 March 2031</p>"), ("2031-03-04", "foot of the page")),
        (page(below="<p>Vesk, 4 March 2031</p>"), ("2031-03-04", "line below the text")),
        (page(text=f"<p>TOLM, 4 March 2031 (ANV) — The garrison left.</p>{TEXT}"), ("2031-03-04", "dateline")),
    ],
)  # fmt: skip
def test_a_date_comes_with_the_place_it_was_found(markup, expected):
    assert published(markup) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://vesk.example/2031/03/04/garrison-leaves", "2031-03-04"),
        ("https://vesk.example/2031/mar/04/garrison-leaves", "2031-03-04"),
        ("https://vesk.example/news/2031-03-04-garrison", "2031-03-04"),
        ("https://vesk.example/news/20310304/garrison", "2031-03-04"),
        ("https://vesk.example/2031/03/garrison", None),
        ("https://vesk.example/news/20319904", None),
        ("https://vesk.example/n-8841207", None),
    ],
)
def test_an_address_dates_a_page_that_states_nothing_else(url, expected):
    assert published(page(), url) == (expected, "address" if expected else None)


@pytest.mark.parametrize(
    "markup",
    [
        page(told(dateModified="2031-03-05")),
        page(meta("article:modified_time", "2031-03-05")),
        page(line="<p>Updated 5 March 2031</p>"),
        page(line="<p>03/04/2031</p>"),
        page(line="<p>Joined: 3 June 2022</p>"),
        page(below="<p>© 2031 Vesk Courier</p>"),
        page(below="<aside><time datetime=2031-03-01>1 March</time> Other</aside>"),
        page(below="<div class=comments><time datetime=2031-03-06>6 March</time><p>No.</p></div>"),
        page(below="<div><h3>Related</h3><a href=/x>Ferry stops in Orsk</a> 1 March 2031</div>"),
        page(text=f"{TEXT}<p>It had been there since 4 March 2029, the ministry said.</p>"),
        page(text=f"<p>It fled on 4 March 2029 — the ministry says.</p>{TEXT}"),
        page(text=f"{TEXT}<p>It ended on 4 March 2029.</p>"),
        page("<meta name=generator content='Made on 2031-03-04'>"),
    ],
)
def test_no_other_date_is_taken_for_that_of_publication(markup):
    assert published(markup) == (None, None)


def test_the_day_of_retrieval_is_no_date_of_the_report():
    (found,) = read(page(), "https://vesk.example/a", "2031-03-09T00:00:00Z")
    assert (found.published, found.retrieved) == (None, "2031-03-09T00:00:00Z")


def test_of_dates_that_differ_the_first_in_the_stated_order_counts():
    head = meta("article:published_time", "2031-03-04") + told(datePublished="2031-03-02")
    line = "<p>Published 1 March 2031</p>"
    assert published(page(head, line=line)) == ("2031-03-04", "published in the page's metadata")
    assert published(page(told(datePublished="2031-03-02"), line=line))[0] == "2031-03-02"


def test_a_time_of_the_same_day_goes_before_the_day_alone():
    head = meta("article:published_time", "2031-03-04") + told(datePublished="2031-03-04T14:05Z")
    assert published(page(head)) == ("2031-03-04T14:05:00Z", "datePublished in JSON-LD")


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (page(told(datePublished="2031-03-04", dateModified="2031-03-05T10:00Z")), ("2031-03-05T10:00:00Z", "dateModified in JSON-LD")),
        (page(meta("article:modified_time", "2031-03-05")), ("2031-03-05", "updated in the page's metadata")),
        (page(line="<p>Published 4 March 2031, 14:05 | Updated 5 March 2031, 9:10</p>"), ("2031-03-05T09:10:00", "byline")),
        (page(line="<p>Published 4 March 2031, 14:05. Updated 18:20</p>"), ("2031-03-04T18:20:00", "byline")),
        (page(line="<time class=published datetime=2031-03-04>4 March</time><time class=updated datetime=2031-03-05>5 March</time>"), ("2031-03-05", "time element")),
        (page(line="<p>Last updated: <time datetime=2031-03-05>5 March</time></p>"), ("2031-03-05", "time element")),
        (page(below="<p>Last modified: 5 March 2031</p>"), ("2031-03-05", "foot of the page")),
        (page(told(datePublished="2031-03-04", dateModified="2031-03-04")), (None, None)),
        (page(told(datePublished="2031-03-04", dateModified="2031-03-01")), (None, None)),
    ],
)  # fmt: skip
def test_a_change_is_kept_with_its_place_where_it_is_later(markup, expected):
    assert updated(markup) == expected


def test_a_stamp_that_moves_without_the_text_makes_no_new_version():
    ids = {
        read(page(told(dateModified=f"2031-03-{day}")), "https://vesk.example/a")[0].id
        for day in ("05", "06")
    }
    assert len(ids) == 1


def test_json_ld_of_other_reports_does_not_date_this_one():
    others = told(headline="Ferry stops", datePublished="2031-02-01")
    listed = json.dumps({"@type": "ItemList", "itemListElement": [{"headline": "Ferry", "datePublished": "2031-01-01"}]})  # fmt: skip
    block = f'<script type="application/ld+json">{listed}</script>'
    own = told(datePublished="2031-03-04")
    assert published(page(block + others + own)) == ("2031-03-04", "datePublished in JSON-LD")


@pytest.mark.parametrize(
    "block",
    [
        '<!--{"headline": "Garrison leaves Tolm", "datePublished": "2031-03-04"}-->',
        '//<![CDATA[\n{"headline": "Garrison leaves Tolm", "datePublished": "2031-03-04",}\n//]]>',
        '{"headline": "Garrison leaves Tolm", "description": "a\nb", "datePublished": "2031-03-04"};',
    ],
)
def test_json_ld_with_the_usual_defects_is_read(block):
    head = f'<script type="application/ld+json">{block}</script>'
    assert published(page(head))[0] == "2031-03-04"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("14:05, 4 MAR 2031UPDATED 19:11, 4 MAR 2031", ["2031-03-04T14:05:00", "2031-03-04T19:11:00"]),
        ("2:05PM GMT 04 Mar 2031", ["2031-03-04T14:05:00Z"]),
        ("Tue 4 Mar 2031 14.05 GMT", ["2031-03-04T14:05:00Z"]),
        ("Mar. 4, 2031, 2:05 p.m. ET", ["2031-03-04T14:05:00"]),
        ("4. March 2031, 4-Mar-2031", ["2031-03-04", "2031-03-04"]),
        ("14:05 GMT+1, 4th of March 2031", ["2031-03-04T13:05:00Z"]),
        ("3/4/2031 14:05, 99.99.2031, 4 March, March 2031", []),
        ("4 March 2031 25:70", ["2031-03-04"]),
    ],
)  # fmt: skip
def test_days_are_read_as_bylines_print_them(line, expected):
    assert [found.at for found in moments(line)] == expected


@given(st.text(max_size=80) | st.from_regex(r"[0-9:., apm/+-]{0,40} ?(mar|march)? ?[0-9]{0,4}"))
def test_whatever_a_line_says_each_moment_is_a_date(line):
    assert all(iso(found.at) == found.at for found in moments(line))
    stated = moment(line)
    assert stated is None or iso(stated) == stated
