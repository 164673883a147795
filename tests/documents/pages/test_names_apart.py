"""Who published and who wrote a report, on pages that were kept apart while the rest was mended."""

# ruff: noqa: E501 - markup reads best on one line

import pytest

from documents.pages.garrison import HEADLINE, URL, case, ld, line, told
from documents.pages.reading import read


@pytest.mark.parametrize(
    ("markup", "url", "expected"),
    [
        case(
            "The Vesk Courier",
            ld(
                {
                    "@graph": [
                        {
                            "@type": "NewsArticle",
                            "headline": HEADLINE,
                            "isPartOf": {"@id": "#site"},
                        },
                        {"@type": "WebSite", "@id": "#site", "name": "The Vesk Courier"},
                    ]
                }
            ),
        ),
        case(
            "Tarn Echo",
            told(
                isPartOf={"@type": "WebPage", "isPartOf": {"@type": "WebSite", "name": "Tarn Echo"}}
            ),
            url="https://www.te.example/n/1",
        ),
        case(
            "Radio Anseval",
            ld({"@type": "WebSite", "name": "Radio Anseval", "url": "https://ran.example/"}),
            url="https://ran.example/n/1",
        ),
        case(
            "Tarn Echo",
            '<meta name="apple-mobile-web-app-title" content="Tarn Echo">',
            url="https://te.example/1",
        ),
        case(
            "Institute for Border Studies",
            '<meta name="citation_publisher" content="Institute for Border Studies">',
            url="https://ibs.example/p/1",
        ),
        case(
            "Institute for Border Studies",
            '<meta name="citation_journal_title" content="Institute for Border Studies">',
            url="https://ibs.example/p/1",
        ),
        case(
            "Tarn Echo",
            '<meta name="copyright" content="Tarn Echo">',
            url="https://tarnecho.example/1",
        ),
        case(
            "Tarn Echo",
            '<meta name="twitter:app:name:iphone" content="Tarn Echo">',
            url="https://te.example/1",
        ),
        case(
            "Tarn Echo",
            '<link rel="alternate" type="application/rss+xml" title="Tarn Echo RSS" href="/rss">',
            url="https://te.example/1",
        ),
        case(
            "Tarn Echo",
            '<link rel="search" type="application/opensearchdescription+xml" title="Tarn Echo" href="/os.xml">',
            url="https://te.example/1",
        ),
        case("The Vesk Courier", title=f"{HEADLINE} · The Vesk Courier"),
        case("Tarn Echo", title=f"{HEADLINE} « Tarn Echo", url="https://te.example/1"),
        case("Tarn Echo", title=f"Tarn Echo | {HEADLINE}", url="https://www.echo-online.example/1"),
        case("The Vesk Courier", title="Politics | The Vesk Courier"),
        case("Tarn Echo", title=f"{HEADLINE} | Tarn Echo"),
        case(
            "Radio Anseval",
            top='<header><a href="/" title="Radio Anseval"><img src="l.png" alt="Logo"></a></header>',
            url="https://ra.example/1",
        ),
        case(
            "Radio Anseval",
            top='<header><a href="/" aria-label="Go to the homepage of Radio Anseval"><svg></svg></a></header>',
            url="https://ra.example/1",
        ),
        case(
            "Radio Anseval",
            top='<header><a class="logo" href="/en"><span>Radio Anseval</span></a></header>',
            url="https://ra.example/1",
        ),
        case(
            "Radio Anseval",
            top='<header><img class="site-logo" src="l.png" alt="Radio Anseval"></header>',
            url="https://ra.example/1",
        ),
        case(
            "Tarn Echo",
            top='<header><a href="/" aria-label="Tarn Echo - back to home"><i></i></a></header>',
            url="https://te.example/1",
        ),
        case(
            "Tarn Echo",
            top='<header><a href="/"><img alt="Tarn Echo home page" src="a.svg"></a></header>',
            url="https://te.example/1",
        ),
        case("Vesk Courier", after="<footer><p>Copyright 2031 Vesk Courier Media Ltd</p></footer>"),
        case(
            "Tarn Echo",
            after="<footer><p>&copy; Tarn Echo 2031</p></footer>",
            url="https://tarn-echo.example/1",
        ),
        case(
            "Radio Anseval",
            after="<footer><p>© 2029–2031 Radio Anseval. All rights reserved.</p></footer>",
            url="https://ra.example/1",
        ),
        case(
            "Tarn Echo",
            after="<hr><p>This article was printed from Tarn Echo (https://te.example/1).</p>",
            url="https://te.example/1?print=1",
        ),
        case(
            "te.example",
            after="<hr><p>Printed from https://www.te.example/1 on 5 March 2031</p>",
            url="https://www.te.example/1?print=1",
        ),
        case(
            "Tarn Echo",
            after="<p>Source: website of Tarn Echo, https://te.example/1</p>",
            url="https://te.example/print/1",
        ),
        case(
            "Ministry of Water of the Republic of Sarn",
            title=f"{HEADLINE} - Ministry of Water of the Republic of Sarn",
            url="https://www.gov.example/mow/1",
        ),
        case(
            "Ministry of Water",
            top="<div class='header'><a href='/'>Republic of Sarn</a> <a href='/mow'>Ministry of Water</a></div>",
            url="https://mow.gov.example/1",
            title=f"Ministry of Water | {HEADLINE}",
        ),
        case(
            "Ministry of Defence of Sarn",
            top="<div>Official website of the Ministry of Defence of Sarn</div>",
            url="https://mod.gov.example/1",
        ),
        case(
            "Telm Now",
            '<meta property="og:title" content="Telm Now – Telegram">',
            url="https://t.me/s/telmnow",
            title="Telm Now – Telegram",
        ),
        case(
            "Telm Now",
            '<meta property="og:title" content="Telm Now (@telmnow) on X"><meta property="og:site_name" content="X (formerly Twitter)">',
            url="https://x.com/telmnow/status/12",
            title="X",
        ),
        case(
            "Telm Now",
            '<meta property="og:title" content="Telm Now"><meta property="og:site_name" content="Facebook">',
            url="https://www.facebook.com/telmnow/posts/12",
            title="Telm Now | Facebook",
        ),
        case(
            "Orsk Talk Forum",
            title=f"{HEADLINE} | Orsk Talk Forum",
            after="<p>Powered by vBulletin</p>",
            url="https://otf.example/threads/1",
        ),
        case(
            "Tarn Echo",
            '<link rel="canonical" href="https://www.tarnecho.example/1">'
            + told(
                publisher={
                    "@type": "Organization",
                    "name": "Tarn Echo",
                    "logo": {"@type": "ImageObject", "url": "x"},
                }
            ),
            url="https://www-tarnecho-example.cdn.example/c/s/www.tarnecho.example/1",
        ),
        case(
            "tarnecho.example",
            '<link rel="canonical" href="https://www.tarnecho.example/1">',
            url="https://www-tarnecho-example.cdn.example/c/s/www.tarnecho.example/1",
        ),
        case(
            "Tarn Echo",
            top='<div class="consent"><h2>Tarn Echo values your privacy</h2><p>We and our partners store cookies.</p><button>Accept all</button></div>',
            url="https://tarnecho.example/1",
        ),
        case(
            "Tarn Echo",
            after="<div class='paywall'><p>Subscribe to Tarn Echo to read on.</p></div>",
            url="https://tarnecho.example/1",
        ),
        case(
            "Institute for Border Studies",
            after="<footer>© 2031 Institute for Border Studies. The views are those of the author.</footer>",
            url="https://ibs.example/1",
        ),
        case(
            "Notes from Tolm",
            title=f"{HEADLINE} – Notes from Tolm",
            url="https://anabrel.example/1",
        ),
        case(
            "Notes from Tolm",
            title=f"Notes from Tolm: {HEADLINE}",
            url="https://notesfromtolm.blog.example/1",
        ),
        case(
            "te.example",
            title=f"{HEADLINE} | World",
            url="https://www.te.example/1",
            top='<a href="/">Home</a><a href="/w">World</a>',
        ),
        case(
            "te.example",
            after="<p>Follow us on Telegram</p><p>© Getty Photo</p>",
            url="https://te.example/1",
        ),
        case("Tarn Echo", url=None, title=f"{HEADLINE} | Tarn Echo"),
        case("Tarn Echo", url=None, top='<header><a href="/">Tarn Echo</a></header>'),
        case(
            "Radio Anseval",
            url=None,
            top='<header><a href="/"><img alt="Radio Anseval" src="l.svg"></a></header>',
        ),
    ],
)
def test_the_name_of_the_site_is_read(markup, url, expected):
    assert read(markup, url)[0].publisher == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        line("Ana Brel, Oto Karn and Ida Voss", "<p>By Ana Brel, Oto Karn and Ida Voss</p>"),
        line("Ana Brel", "<p>Words by Ana Brel</p>"),
        line("Ana Brel", "<p>Reporting by Ana Brel</p>"),
        line("Ana Brel", "<p>Ana Brel, Correspondent</p>"),
        line("Ana Brel", "<p>Ana Brel in Vesk</p>"),
        line("Ana Brel", "<p>Posted by <a href='/u/1'>Ana Brel</a> at 14:05</p>"),
        line("Ana Brel", "<p>Written by Ana Brel</p>"),
        line("Ana Brel", "<p><a rel='author' href='/p/ana'>Ana Brel</a></p>"),
        line("Ana Brel", "<div class='byline'>Ana Brel</div>"),
        line("Ana Brel", "<div class='contributor'><a href='/p/ana'>Ana Brel</a></div>"),
        line(
            "Ana Brel",
            "<p class='byline'>By <a href='mailto:ana@te.example'>Ana Brel</a> ana@te.example</p>",
        ),
        line("Ana Brel", "", after="<p><em>Reporting by Ana Brel; editing by Oto Karn</em></p>"),
        line("Ana Brel", "", head=told(author=[{"@type": "Person", "name": "Ana Brel"}])),
        line("Ana Brel, Oto Karn", "", head=told(author=["Ana Brel", "Oto Karn"])),
        line("Ana Brel", "", head='<meta name="sailthru.author" content="Ana Brel">'),
        line("Ana Brel", "", head='<meta name="DC.creator" content="Ana Brel">'),
        line("Ana Brel", "<p>From our correspondent Ana Brel</p>"),
        line("Ana Brel", "<p>Ana Brel · 4 March 2031 · 14:05</p>"),
        line(None, "<p>Published 4 March 2031</p>"),
    ],
)
def test_who_wrote_it_is_read(markup, expected):
    assert read(markup, URL)[0].byline == expected
