"""Who published and who wrote a report, as pages of many makers write it."""

# ruff: noqa: E501 - markup reads best on one line

import pytest

from documents.pages.garrison import HEADLINE, URL, case, ld, line, told
from documents.pages.reading import read


@pytest.mark.parametrize(
    ("markup", "url", "expected"),
    [
        case(
            "The Vesk Courier",
            told(publisher={"@id": "https://veskcourier.example/#org"})
            + ld(
                {
                    "@graph": [
                        {
                            "@type": "Organization",
                            "@id": "https://veskcourier.example/#org",
                            "name": "The Vesk Courier",
                        }
                    ]
                }
            ),
        ),
        case(
            "Tarn Echo",
            told(isPartOf={"@type": "WebSite", "name": "Tarn Echo"}),
            url="https://www.techo.example/n/1",
        ),
        case(
            "Radio Anseval",
            ld(
                {
                    "@type": "NewsMediaOrganization",
                    "name": "Radio Anseval",
                    "url": "https://ra.example/",
                }
            ),
            url="https://ra.example/n/1",
        ),
        case(
            "The Vesk Courier",
            '<meta name="apple-mobile-web-app-title" content="The Vesk Courier">',
        ),
        case(
            "Tarn Echo",
            '<meta name="DC.publisher" content="Tarn Echo">',
            url="https://te.example/1",
        ),
        case(
            "Ministry of Water of the Republic of Sarn",
            '<meta name="dcterms.publisher" content="Ministry of Water of the Republic of Sarn">',
            url="https://mow.gov.example/p/1",
        ),
        case(
            "Tarn Echo",
            '<meta name="copyright" content="© 2031 Tarn Echo Ltd.">',
            url="https://te.example/1",
        ),
        case("Tarn Echo", '<meta name="cre" content="Tarn Echo">', url="https://te.example/1"),
        case(
            "The Vesk Courier",
            '<link rel="alternate" type="application/rss+xml" title="The Vesk Courier &raquo; Feed" href="/feed/">',
        ),
        case(
            "Tarn Echo",
            '<link rel="alternate" type="application/atom+xml" title="Tarn Echo - Latest news" href="/rss">',
            url="https://tarnecho.example/1",
        ),
        case(
            "The Vesk Courier",
            '<link rel="search" type="application/opensearchdescription+xml" title="Search The Vesk Courier" href="/os.xml">',
        ),
        case("Tarn Echo", title=f"{HEADLINE} — Tarn Echo", url="https://te.example/1"),
        case("Tarn Echo", title=f"Tarn Echo » {HEADLINE}", url="https://te.example/1"),
        case(
            "Radio Anseval",
            title=f"{HEADLINE} | Politics | Radio Anseval",
            url="https://ra.example/1",
        ),
        case(
            "Radio Anseval", title=f"Radio Anseval - World - {HEADLINE}", url="https://ra.example/1"
        ),
        case("Tarn Echo", title=f"{HEADLINE} / Tarn Echo", url="https://te.example/1"),
        case(
            "Radio Anseval",
            top='<header><a href="/"><img src="l.png" alt="Logo of Radio Anseval"></a></header>',
            url="https://ra.example/1",
        ),
        case(
            "Radio Anseval",
            top='<header><a href="/"><svg role="img"><title>Radio Anseval</title><path d="M0 0"/></svg></a></header>',
            url="https://ra.example/1",
        ),
        case(
            "Radio Anseval",
            top='<header><div class="logo">Radio Anseval</div><nav><a href="/w">World</a></nav></header>',
            url="https://ra.example/1",
        ),
        case(
            "Radio Anseval",
            top='<header><a href="https://ra.example">Radio Anseval</a></header>',
            url="https://ra.example/1",
        ),
        case(
            "Tarn Echo",
            top='<header><p class="site-title"><a href="/">Tarn Echo</a></p></header>',
            url="https://te.example/1",
        ),
        case(
            "The Vesk Courier",
            after="<footer><p>© 2031 The Vesk Courier Ltd. All rights reserved.</p></footer>",
        ),
        case(
            "Tarn Echo",
            after="<footer><p>Published by Tarn Echo, 4 Mill Lane, Tarn</p></footer>",
            url="https://te.example/1",
        ),
        case(
            "Radio Anseval",
            after="<footer><p>A service of Radio Anseval.</p></footer>",
            url="https://ra.example/1",
        ),
        case(
            "Tarn Echo",
            after="<hr><p>Printed from Tarn Echo</p><p>https://te.example/1</p>",
            url="https://te.example/1?print=1",
        ),
        case(
            "te.example",
            after="<hr><p>This article was printed from te.example</p>",
            url="https://te.example/1?print=1",
        ),
        case(
            "Tarn Echo",
            after="<p>Read more at Tarn Echo: https://te.example/1</p>",
            url="https://te.example/1",
        ),
        case(
            "Ministry of Water of the Republic of Sarn",
            top="<table><tr><td><img src='arms.gif' alt='Coat of arms'></td><td>Ministry of Water of the Republic of Sarn</td></tr></table>",
            url="https://mow.gov.example/1",
        ),
        case(
            "Ministry of Water of the Republic of Sarn",
            after="<div id='bottom'>Ministry of Water of the Republic of Sarn, 3 Canal Street, Sarn. Phone 01 22</div>",
            url="https://mow.gov.example/1",
        ),
        case(
            "Ministry of Defence of Sarn",
            top="<center><font size=4><b>MINISTRY OF DEFENCE OF SARN</b></font></center>",
            url="https://mod.gov.example/1",
            after="<p>© Ministry of Defence of Sarn</p>",
        ),
        case(
            "Telm Now",
            '<meta property="og:title" content="Telm Now"><meta property="og:site_name" content="Telegram">',
            url="https://t.me/telmnow/12",
            title="Telegram: View @telmnow",
        ),
        case(
            "Telm Now",
            '<meta property="og:title" content="Telm Now on X">',
            url="https://x.com/telmnow/status/12",
            title='Telm Now on X: "Garrison leaves Tolm"',
        ),
        case(
            "Telm Now",
            '<meta property="og:title" content="Telm Now (@telmnow@social.example)"><meta property="og:site_name" content="Mastodon">',
            url="https://social.example/@telmnow/12",
            title="Telm Now: &quot;Garrison leaves Tolm&quot; - Mastodon",
        ),
        case(
            "Orsk Talk",
            title=f"{HEADLINE} - Orsk Talk",
            top='<div class="navbar"><a href="index.php">Orsk Talk</a></div>',
            after="<p>Powered by phpBB</p>",
            url="https://forum.orsk.example/viewtopic.php?t=1",
        ),
        case(
            "Orsk Talk",
            top='<h2><a href="./index.php">Orsk Talk</a></h2><p>View topic - Garrison leaves Tolm</p>',
            title=f"View topic - {HEADLINE} : Orsk Talk",
            url="https://ot.example/viewtopic.php?t=1",
        ),
        case(
            "Tarn Echo",
            '<link rel="canonical" href="https://te.example/1">',
            top='<header><amp-img alt="Tarn Echo" src="logo.png" width="100" height="20"></amp-img></header>',
            url="https://amp.te.example/1",
        ),
        case(
            "Tarn Echo",
            top='<header class="amp-header"><a href="https://te.example/">Tarn Echo</a></header>',
            url="https://te.example/1/amp",
        ),
        case(
            "Tarn Echo",
            top='<div class="cookie"><p>We use cookies.</p><button>Accept</button></div><header><a href="/">Tarn Echo</a></header>',
            url="https://te.example/1",
        ),
        case(
            "Institute for Border Studies",
            top='<header><a href="/"><img src="l.png" alt="Institute for Border Studies (IBS)"></a></header>',
            url="https://ibs.example/1",
        ),
        case(
            "Notes from Tolm",
            title=f"{HEADLINE} – Notes from Tolm",
            top='<h1 class="site-title"><a href="/" rel="home">Notes from Tolm</a></h1><p>A blog about the border</p>',
            url="https://anabrel.example/1",
        ),
        case(
            "Notes from Tolm",
            '<link rel="alternate" type="application/rss+xml" title="Notes from Tolm &raquo; Garrison leaves Tolm Comments Feed" href="/1/feed/">',
            url="https://anabrel.example/1",
        ),
        case("te.example", url="https://www.te.example/1"),
        case(
            "te.example",
            '<meta name="author" content="Anseval News Agency">',
            line="<p>Anseval News Agency</p>",
            url="https://www.te.example/1",
        ),
        case(
            "Tarn Echo",
            told(author={"@type": "Organization", "name": "Anseval News Agency"}),
            title=f"{HEADLINE} | Tarn Echo",
            url="https://te.example/1",
        ),
        case("Tarn Echo", url=None, after="<footer><p>© 2031 Tarn Echo Ltd.</p></footer>"),
        case(
            "Radio Anseval",
            '<meta name="twitter:site" content="@RadioAnseval">',
            title=f"{HEADLINE} - Radio Anseval",
            url="https://ra.example/1",
        ),
        case(
            "Radio Anseval",
            '<link rel="canonical" href="https://ra.example/n/1">',
            url=None,
            after="<footer>© Radio Anseval 2031</footer>",
        ),
    ],
)
def test_the_name_of_the_site_is_read(markup, url, expected):
    assert read(markup, url)[0].publisher == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        line("Ana Brel and Oto Karn", "<p>By Ana Brel and Oto Karn</p>"),
        line("Ana Brel", "<p>Text: Ana Brel</p>"),
        line("Ana Brel", "<p>Words: Ana Brel | Photos: Oto Karn</p>"),
        line("Ana Brel", "<p>Ana Brel | Correspondent</p>"),
        line("Ana Brel", "<p>By Ana Brel in Vesk</p>"),
        line("Ana Brel", "<p>Posted by Ana Brel on 4 March 2031</p>"),
        line("Ana Brel", "<p>Author: Ana Brel</p>"),
        line("Ana Brel", "<p>Written by: Ana Brel, 4 March 2031</p>"),
        line(
            "Ana Brel",
            "<div itemprop='author' itemscope itemtype='https://schema.org/Person'><span itemprop='name'>Ana Brel</span></div>",
        ),
        line(
            "Ana Brel",
            "<div class='article-author'><span class='name'>Ana Brel</span><span class='role'>Foreign editor</span></div>",
        ),
        line("Ana Brel", "<p class='byline'>By Ana Brel, defence correspondent</p>"),
        line("Ana Brel", "", after="<p>— Ana Brel, Vesk</p>"),
        line("Ana Brel", "", head=told(author="Ana Brel")),
        line(
            "Ana Brel",
            "",
            head=told(author={"@id": "#ana"})
            + ld({"@graph": [{"@type": "Person", "@id": "#ana", "name": "Ana Brel"}]}),
        ),
        line("Ana Brel", "", head='<meta name="parsely-author" content="Ana Brel">'),
        line(
            "Ana Brel",
            "",
            head='<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ana Brel">',
        ),
        line("Ana Brel", "<p>From Ana Brel, Vesk</p>"),
        line("Ana Brel", "<p>ANA BREL</p><p>4 March 2031</p>"),
        line(None, "<p>4 min read</p>"),
    ],
)
def test_who_wrote_it_is_read(markup, expected):
    assert read(markup, URL)[0].byline == expected
