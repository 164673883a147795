"""When a report was last changed, as pages of many makers write it."""

# ruff: noqa: E501 - markup reads best on one line

import pytest

from documents.pages.garrison import HEADLINE, late, ld
from documents.pages.reading import read


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
