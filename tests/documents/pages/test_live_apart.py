"""Live blogs that nothing was mended by: they were counted once, when the others came out."""

# ruff: noqa: E501 - markup reads best on one line

import pytest

from documents.pages.pieces import LATE, entries, p, page, told
from documents.pages.test_live_shapes import META, PLAIN, URL

A, B, C, D = LATE
APART = {}

APART["entries in figures of a feed, minutes and comments counted"] = (
    page(
        "<div class='wrap'><h1>Kelm dam live</h1><div class='summary'><p>The lower town of Kelm has been told to leave. Follow the latest here.</p></div><div role='feed'>"
        + "".join(
            f"<div role='article' class='LiveCard_root__x{n}' id='card-{n}'><div class='LiveCard_when__y'><time dateTime='{t}:00Z'>{t[11:]}</time></div><h3 class='LiveCard_head__z'>Card {n} about the valley</h3><div class='LiveCard_text__q'><p>{x}</p></div><div class='LiveCard_foot__r'><span>{n + 3} comments</span><button>Share</button></div></div>"
            for n, (t, x) in enumerate(PLAIN)
        )
        + "</div></div>",
        META,
    ),
    [(t, f"Card {n} about the valley\n\n{x}") for n, (t, x) in enumerate(PLAIN)],
)
APART["definition list of clocks"] = (
    page(
        "<div id='content'><h1>Kelm: the day as it went</h1><dl class='protocol'>"
        + "".join(f"<div class='row'><dt>{t[11:]}</dt><dd><p>{x}</p></dd></div>" for t, x in PLAIN)
        + "</dl><p class='source'>Share this page: <a href='#'>E-mail</a> <a href='#'>Print</a></p></div>",
        META,
    ),
    PLAIN,
)
APART["clock with h, more paragraphs to an entry, newsletter within"] = (
    page(
        "<main><h1>Direct: Kelm</h1><section class='live-feed'>"
        + "".join(
            f"<div class='live-item' id='live-{n}'><p class='live-item__hour'>{t[11:].replace(':', 'h')}</p>{p(x, 'The council meets again tonight, it was said in the town hall.')}</div>"
            for n, (t, x) in enumerate(PLAIN[:2])
        )
        + "<div class='nl-promo'><strong>The valley in your inbox</strong><p>Every evening the five stories that count. Free.</p><a class='btn' href='/nl'>Subscribe</a></div>"
        + "".join(
            f"<div class='live-item' id='live-{n}'><p class='live-item__hour'>{t[11:].replace(':', 'h')}</p>{p(x, 'The council meets again tonight, it was said in the town hall.')}</div>"
            for n, (t, x) in enumerate(PLAIN[2:], 2)
        )
        + "</section></main>",
        META,
    ),
    [
        (t, f"{x}\n\nThe council meets again tonight, it was said in the town hall.")
        for t, x in PLAIN
    ],
)
APART["stamps with a.m. and p.m. and a zone after the words"] = (
    page(
        "<h1>Live updates: Kelm</h1><div class='live-updates-container'>"
        + "".join(
            f"<div class='update-wrap'><div class='update-top'><a href='#u-{n}' id='u-{n}'>{clock}</a></div><h2>Update {n} on the dam</h2><div class='by'>By Ana Brel and Tom Ferr</div><p>{x}</p><div class='tools'><a href='#'>Return to menu</a></div></div>"
            for n, (clock, x) in enumerate(
                zip(
                    ["3:40 p.m. UTC", "2:05 p.m. UTC", "1:10 p.m. UTC", "12:02 p.m. UTC"],
                    LATE,
                    strict=True,
                )
            )
        )
        + "</div>",
        META,
    ),
    [(t, f"Update {n} on the dam\n\n{x}") for n, (t, x) in enumerate(PLAIN)],
)
APART["items with epoch seconds, an advertisement after each"] = (
    page(
        "<main><h1>Kelm live ticker</h1><ul class='ticker-list'>"
        + "".join(
            f"<li class='ticker-item' data-timestamp='{1930318800 - n * 3600}'><div class='ticker-item-time'>{t[11:]} Uhr</div><div class='ticker-item-text'>{x}</div></li><li class='ad'><small>Advertisement</small></li>"
            for n, (t, x) in enumerate(PLAIN)
        )
        + "</ul><button>Show older entries</button></main>",
        META,
    ),
    PLAIN,
)
APART["stated as updates, clocks only in the statement"] = (
    page(
        "<main><h1>Dam above Kelm</h1><div>"
        + "".join(
            f"<section id='s{n}'><h3>Section {n} of our notes</h3><p>{x}</p></section>"
            for n, x in enumerate(LATE)
        )
        + "</div><div class='related'><h3>Related</h3><a href='/1'>Why the dam was built</a></div></main>",
        told(
            **{
                "@context": "https://schema.org",
                "@graph": [
                    {
                        "@type": "LiveBlogPosting",
                        "headline": "Dam above Kelm",
                        "datePublished": "2031-03-04T11:00:00Z",
                        "liveBlogUpdate": [
                            {
                                "@type": "BlogPosting",
                                "headline": f"Section {n} of our notes",
                                "datePublished": f"{t}:00+00:00",
                                "articleBody": x,
                            }
                            for n, (t, x) in enumerate(PLAIN)
                        ],
                    }
                ],
            }
        ),
    ),
    [(t, f"Section {n} of our notes\n\n{x}") for n, (t, x) in enumerate(PLAIN)],
)
APART["a donation appeal among entries, reactions below each"] = (
    page(
        "<article class='story'><h1>Kelm, hour by hour</h1><p class='intro'>We report here what becomes known of the water at Kelm.</p>"
        + "".join(
            f"<div class='entry' id='entry-{n}'><h4 class='entry-time'>{t[11:]} – <span>Valley desk</span></h4><p>{x}</p><div class='reactions'><span>👍 {n + 4}</span><span>😡 {n + 9}</span></div></div>"
            + (
                "<div class='support'><p>Our reporting is free for everybody. If you can, support it from 2 crowns a month.</p><a href='/give'>Support us</a></div>"
                if n == 1
                else ""
            )
            for n, (t, x) in enumerate(PLAIN)
        )
        + "</article>",
        META,
    ),
    PLAIN,
)
APART["day and month words in each stamp, no year, months in full"] = (
    page(
        "<div class='main'><h1>Live from Kelm</h1><div class='nodes'>"
        + "".join(
            f"<div class='node' data-nid='{n}'><div class='node-date'>March 4, {t[11:]}</div><div class='node-text'><p>{x}</p></div><div class='node-share'><a href='#'>Tweet</a><a href='#'>Share</a><a href='#'>Pin</a></div></div>"
            for n, (t, x) in enumerate(PLAIN)
        )
        + "</div></div>",
        META,
    ),
    PLAIN,
)


MISSED = {
    "items with epoch seconds, an advertisement after each",
    "a donation appeal among entries, reactions below each",
}
"""Read wrongly when they were counted; left so, since what is mended by a page says nothing more."""

_WRONG = pytest.mark.xfail(reason="read wrongly when it was counted", strict=True)


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[_WRONG] * (name in MISSED)) for name in APART]
)
def test_each_entry_is_a_report_of_its_own_words(name):
    markup, wanted = APART[name]
    assert entries(markup, URL) == wanted
