"""When a report was last changed, as pages of many makers write it."""

# ruff: noqa: E501 - markup reads best on one line

import json

import pytest

from documents.pages.reading import read

HEADLINE = "Garrison leaves Tolm"
TEXT = (
    "<p>The garrison at Tolm left its posts on Friday, two officials said.</p>"
    "<p>The army denied it on Saturday, and said that nobody had left.</p>"
)


def ld(held):
    return f'<script type="application/ld+json">{json.dumps(held)}</script>'


def told(**fields):
    return ld({"@type": "NewsArticle", "headline": HEADLINE} | fields)


def late(expected, line="", head="", after="", day="2031-03-04T08:00:00Z"):
    first = f'<meta property="article:published_time" content="{day}">'
    return (
        f"<html><head>{first}{head}</head><body><article><h1>{HEADLINE}</h1>{line}{TEXT}{after}"
        "</article></body></html>"
    ), expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        late("2031-03-05T09:10:00", "<p>Last updated: 5 March 2031, 09:10</p>"),
        late("2031-03-05T09:10:00", "<p>Updated 5 March 2031 09:10</p>"),
        late("2031-03-05T09:10:00", "<p>Last modified on March 5, 2031 at 9:10 am</p>"),
        late("2031-03-05", "<p>Edited on 5 March 2031</p>"),
        late("2031-03-05", "<p>Last revised: March 5, 2031</p>"),
        late("2031-03-05", "<p>Corrected on 5 March 2031</p>"),
        late(
            "2031-03-05T09:10:00Z",
            "<time class='updated' datetime='2031-03-05T09:10:00Z'>5 March</time>",
        ),
        late(
            "2031-03-05T09:10:00Z",
            "<span class='modified-date'>Updated: <time datetime='2031-03-05T09:10:00Z'>5 March</time></span>",
        ),
        late(
            "2031-03-05T09:10:00Z",
            head='<meta property="article:modified_time" content="2031-03-05T09:10:00Z">',
        ),
        late(
            "2031-03-05T09:10:00Z",
            head='<meta name="last-modified" content="2031-03-05T09:10:00Z">',
        ),
        late("2031-03-05", head='<meta name="revised" content="2031-03-05">'),
        late("2031-03-05", head='<meta name="DC.date.modified" content="2031-03-05">'),
        late(
            "2031-03-05T09:10:00Z",
            head=ld(
                {
                    "@graph": [
                        {
                            "@type": "WebPage",
                            "dateModified": "2031-03-05T09:10:00Z",
                            "name": HEADLINE,
                        },
                        {
                            "@type": "NewsArticle",
                            "headline": HEADLINE,
                            "dateModified": "2031-03-05T09:10:00Z",
                        },
                    ]
                }
            ),
        ),
        late(
            "2031-03-05T09:10:00", after="<p>This article was updated on 5 March 2031 at 09:10</p>"
        ),
        late("2031-03-05", after="<p>Page last updated: 5 March 2031</p>"),
        late("2031-03-05", after="<p>Last edited by anabrel on 5 March 2031</p>"),
        late("2031-03-05", "<p>Last update 2031-03-05</p>"),
        late(None, "<p>Updated 4 March 2031</p>"),
        late(None, head='<meta property="article:modified_time" content="2031-03-03T08:00:00Z">'),
    ],
)
def test_the_last_change_is_read(markup, expected):
    assert read(markup)[0].updated == expected
