"""When a report was last changed, on pages that were kept apart while the rest was mended."""

import pytest

from documents.pages.garrison import HEADLINE, late, ld
from documents.pages.reading import read


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        late("2031-03-05T09:10:00", "<p>Updated on 5 March 2031 at 09:10</p>"),
        late("2031-03-05T09:10:00", "<p>Modified: 05.03.2031 09:10</p>"),
        late("2031-03-05T09:10:00", "<p>Edited 5 March 2031 09:10</p>"),
        late("2031-03-05", "<p>Revised 5 March 2031</p>"),
        late("2031-03-05T09:10:00", "<p>Corrected at 09:10 on 5 March 2031</p>"),
        late("2031-03-05", "<p>Amended 5 March 2031</p>"),
        late(
            "2031-03-05T09:10:00Z",
            "<time itemprop='dateModified' datetime='2031-03-05T09:10:00Z'>5 March</time>",
        ),
        late(
            "2031-03-05T09:10:00Z", "<meta itemprop='dateModified' content='2031-03-05T09:10:00Z'>"
        ),
        late(
            "2031-03-05T09:10:00Z",
            head='<meta property="og:updated_time" content="2031-03-05T09:10:00Z">',
        ),
        late(
            "2031-03-05T09:10:00Z",
            head='<meta http-equiv="last-modified" content="2031-03-05T09:10:00Z">',
        ),
        late("2031-03-05", head='<meta name="dcterms.modified" content="2031-03-05">'),
        late("2031-03-05T09:10:00Z", head='<meta name="lastmod" content="2031-03-05T09:10:00Z">'),
        late(
            "2031-03-05T09:10:00Z",
            head=ld(
                {
                    "@graph": [
                        {
                            "@type": "WebPage",
                            "dateModified": "2031-03-05T09:10:00Z",
                            "name": HEADLINE,
                        }
                    ]
                }
            ),
        ),
        late("2031-03-05", after="<p>This story was last updated on 5 March 2031.</p>"),
        late("2031-03-05", after="<p>Date last modified: 5 March 2031</p>"),
        late("2031-03-05T09:10:00", after="<p>Last edited by anabrel; 05 Mar 2031 at 09:10.</p>"),
        late("2031-03-15T09:10:00", "<p>Latest update: 15/03/2031 - 09:10</p>", day="2031-03-04"),
        late(
            None,
            head='<meta property="article:modified_time" content="2031-03-04T08:00:00Z">',
            day="2031-03-04T08:00:00Z",
        ),
        late(None, after="<p>The rules were last revised on 5 March 2031, the army said.</p>"),
    ],
)
def test_the_last_change_is_read(markup, expected):
    assert read(markup)[0].updated == expected
