"""Who published a page, by the site's own name, and who wrote the report."""

# ruff: noqa: E501 - markup reads best on one line

import pytest

from documents.pages.garrison import TEXT, URL, page, told
from documents.pages.reading import read

SITE = '<meta property="og:site_name" content="{}">'


@pytest.mark.parametrize(
    "markup",
    [
        page(SITE.format("The Vesk Courier")),
        page(SITE.format("veskcourier.example") + told(publisher={"name": "The Vesk Courier"})),
        page(told(publisher=[{"@type": "Organization", "name": "The Vesk Courier"}])),
        page('<meta name="application-name" content="The Vesk Courier">'),
        page(f"{SITE.format('The Vesk Courier')}{told(publisher={'name': 'Anseval News Agency'})}"),
        page(top='<a href="/"><img src="x.svg" alt="The Vesk Courier logo"></a>'),
        page(top='<a href="/" aria-label="The Vesk Courier home"><svg></svg></a>'),
        page(top='<a href="https://veskcourier.example/">The Vesk Courier</a>'),
        page(title="Garrison leaves Tolm | The Vesk Courier"),
        page(title="The Vesk Courier: Garrison leaves Tolm"),
        page(title="Garrison leaves Tolm - News - The Vesk Courier"),
        page(after="<footer><p>© 2031 The Vesk Courier. All rights reserved.</p></footer>"),
        page(top="<table><tr><td>The Vesk Courier</td></tr></table>"),
    ],
)
def test_the_publisher_is_the_sites_own_name(markup):
    assert read(markup, URL)[0].publisher == "The Vesk Courier"


@pytest.mark.parametrize(
    "markup",
    [
        page(),
        page(title="Garrison leaves Tolm – the second day"),
        page(title="Garrison leaves Tolm | World", top='<a href="/w">World</a>'),
        page(top='<a href="/">Home</a>'),
        page(after="<footer>© 2031 Sarn Media Holding</footer>"),
        page(line="<p>By Anseval News Agency</p>"),
    ],
)
def test_a_site_that_does_not_name_itself_is_its_host(markup):
    assert read(markup, URL)[0].publisher == "veskcourier.example"


def test_an_agency_that_is_credited_is_not_the_publisher():
    head = SITE.format("The Vesk Courier") + told(sourceOrganization={"name": "ANV"})
    (found,) = read(page(head, line="<p>By Anseval News Agency</p>"), URL)
    assert (found.publisher, found.syndicated, found.byline) == (
        "The Vesk Courier", "ANV", "Anseval News Agency",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (page(told(author=[{"name": "Ana Brel"}, {"name": "Ivo Tarn"}])), "Ana Brel, Ivo Tarn"),
        (page('<meta name="author" content="By Ana Brel">'), "Ana Brel"),
        (page(line="<p>By Ana Brel and Ivo Tarn | 4 March 2031</p>"), "Ana Brel and Ivo Tarn"),
        (page(line="<div>Written by Ana Brel in Tolm</div>"), "Ana Brel"),
        (page(line='<a rel="author" href="/ana">Ana Brel</a>'), "Ana Brel"),
        (page(line='<span class="article-author">Ana Brel</span>'), "Ana Brel"),
        (page(after="<div>Posted by Ana Brel at 9:14 PM</div>"), "Ana Brel"),
        (page('<meta property="article:author" content="https://vesk.example/ana">'), None),
        (page(after='<div class="comments"><span class="author">reader1</span><p>No.</p></div>'), None),
        (page(), None),
    ],
)  # fmt: skip
def test_the_byline_is_who_wrote_it(markup, expected):
    assert read(markup, URL)[0].byline == expected


@pytest.mark.parametrize(
    "markup",
    [
        page(title="Something else"),
        page(SITE.format("Vesk"), top="<h1><a href='/'>Vesk Courier</a></h1>"),
        f"<title>Garrison leaves Tolm | Vesk</title><h1>Vesk</h1><h2>Garrison leaves Tolm</h2>{TEXT}",
        f"<title>Vesk: Garrison leaves Tolm</title><p><b>Garrison leaves Tolm</b></p>{TEXT}",
        f"<h1>Vesk</h1><h3 class='post-title entry-title'>Garrison leaves Tolm</h3>{TEXT}",
    ],
)
def test_the_headline_is_told_from_the_name_of_the_site(markup):
    (found,) = read(markup)
    assert found.title == "Garrison leaves Tolm"
    assert found.text.startswith("The garrison at Tolm left")
