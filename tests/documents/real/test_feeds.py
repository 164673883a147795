"""Feeds with what feeds get wrong, each fetched from a real server and read as what was meant."""

from dataclasses import dataclass

import pytest

from documents.real.serving import Site, answer, read

LEFT, DENIED = "The garrison left its posts.", "The army denied it."
XML = "application/rss+xml"
NAMES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
)
DATED = "<pubDate>Tue, 04 Mar 2031 10:00:00 +0200</pubDate>"
WHEN = "2031-03-04T08:00:00Z"


@dataclass(frozen=True)
class Row:
    """A defect: how it is served, and what it gives: title, text and date of each entry."""

    data: bytes | str
    entries: tuple
    skipped: tuple = ()
    media: str = XML
    more: tuple = ()


def rss(*items, head='<?xml version="1.0" encoding="utf-8"?>', names=NAMES, version="2.0"):
    return (
        f'{head}<rss version="{version}" {names}><channel><title>Vesk Now</title>'
        f"<link>https://vesk.example/</link>{''.join(items)}</channel></rss>"
    )


def item(title="Flight", text=LEFT, more=DATED, part="description"):
    told = f"<{part}>{text}</{part}>" if text else ""
    return f"<item><title>{title}</title>{told}{more}</item>"


def atom(*entries, head="", names=""):
    return (
        f'{head}<feed xmlns="http://www.w3.org/2005/Atom" {names}><title>Vesk Now</title>'
        f'<link href="https://vesk.example/"/>{"".join(entries)}</feed>'
    )


def entry(content, title="Flight", more="<published>2031-03-04T08:00:00Z</published>"):
    return f"<entry><title>{title}</title>{more}{content}</entry>"


ONE = (("Flight", LEFT, WHEN),)
CYRILLIC = "Солдаты покинули посты."
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'
ROWS = {
    "as it should be": Row(rss(item()), ONE),
    "declared utf-8 and is windows-1251": Row(
        rss(item(text=CYRILLIC)).encode("cp1251"), (("Flight", CYRILLIC, WHEN),),
        media=f"{XML}; charset=windows-1251",
    ),
    "declared us-ascii and is utf-8": Row(
        rss(item(text="Häme: “left”."), head='<?xml version="1.0" encoding="us-ascii"?>'),
        (("Flight", "Häme: “left”.", WHEN),),
    ),
    "declared iso-8859-1 and is utf-8 by its header": Row(
        rss(item(text=CYRILLIC), head='<?xml version="1.0" encoding="iso-8859-1"?>'),
        (("Flight", CYRILLIC, WHEN),), media=f"{XML}; charset=utf-8",
    ),
    "declared by an encoding that there is not": Row(
        rss(item(), head='<?xml version="1.0" encoding="utf8mb4"?>'), ONE
    ),
    "declared utf-16 and is utf-8": Row(
        rss(item(), head='<?xml version="1.0" encoding="utf-16"?>'), ONE
    ),
    "begins with a byte order mark": Row(b"\xef\xbb\xbf" + rss(item()).encode(), ONE),
    "begins with blank lines": Row("\n\n  \n" + rss(item()), ONE),
    "begins with junk": Row("Warning: headers already sent in /a.php\n" + rss(item()), ONE),
    "begins with a comment": Row("<!-- generated -->" + rss(item(), head=""), ONE),
    "has no declaration": Row(rss(item(), head=""), ONE),
    "title with marks of HTML": Row(
        rss(item("&lt;b&gt;Flight&lt;/b&gt; at &lt;i&gt;Tolm&lt;/i&gt;")),
        (("Flight at Tolm", LEFT, WHEN),),
    ),
    "title in CDATA with an entity": Row(
        rss(item("<![CDATA[Garrison &amp; army]]>")), (("Garrison & army", LEFT, WHEN),)
    ),
    "title escaped twice": Row(
        rss(item("Garrison &amp;amp; army &amp;#8211; late")),
        (("Garrison & army – late", LEFT, WHEN),),
    ),
    "text in CDATA": Row(rss(item(text=f"<![CDATA[<p>{LEFT}</p><p>{DENIED}</p>]]>")), (
        ("Flight", f"{LEFT}\n\n{DENIED}", WHEN),
    )),
    "text escaped twice": Row(
        rss(item(text="&amp;lt;p&amp;gt;The garrison left its posts.&amp;lt;/p&amp;gt;")), ONE
    ),
    "no dates": Row(rss(item(more="")), (("Flight", LEFT, None),)),
    "a date with a named zone": Row(
        rss(item(more="<pubDate>Tue, 04 Mar 2031 03:00:00 EST</pubDate>")), ONE
    ),
    "a date with a zone by its letters in the west": Row(
        rss(item(more="<pubDate>Tue, 4 Mar 2031 01:00:00 PDT</pubDate>")), ONE
    ),
    "a date with the wrong day of the week": Row(
        rss(item(more="<pubDate>Mon, 04 Mar 2031 08:00:00 GMT</pubDate>")), ONE
    ),
    "a date without seconds": Row(
        rss(item(more="<pubDate>Tue, 04 Mar 2031 08:00 GMT</pubDate>")), ONE
    ),
    "a date with two digits of the year": Row(
        rss(item(more="<pubDate>Tue, 04 Mar 31 08:00:00 GMT</pubDate>")),
        (("Flight", LEFT, None),),
    ),
    "a date as Atom has it": Row(
        rss(item(more="<pubDate>2031-03-04T10:00:00+02:00</pubDate>")), ONE
    ),
    "a date by Dublin Core": Row(rss(item(more="<dc:date>2031-03-04T08:00:00Z</dc:date>")), ONE),
    "a date in two readings": Row(
        rss(item(more="<pubDate>03/04/2031</pubDate>")), (("Flight", LEFT, None),)
    ),
    "a date in another tongue": Row(
        rss(item(more="<pubDate>mar., 04 mars 2031 10:00:00 +0200</pubDate>")),
        (("Flight", LEFT, None),),
    ),
    "links that are relative": Row(
        rss(item(more=f"{DATED}<link>/news/1?utm_source=rss</link>")), ONE,
        more=("https://vesk.example/news/1",),
    ),
    "guids that are all the same": Row(
        rss(*(item(f"{n}", f"Report {n}.", f"{DATED}<guid>1</guid>") for n in (1, 2))),
        (("1", "Report 1.", WHEN), ("2", "Report 2.", WHEN)),
    ),
    "dates that are all the same": Row(
        rss(*(item("Flight", f"Report {n}.") for n in range(3))),
        tuple(("Flight", f"Report {n}.", WHEN) for n in range(3)),
    ),
    "a guid that is the only link": Row(
        rss(item(more=f'{DATED}<guid isPermaLink="true">https://vesk.example/9</guid>')), ONE,
        more=("https://vesk.example/9",),
    ),
    "a namespace that is not declared": Row(
        rss(item(text=f"<![CDATA[<p>{LEFT}</p>]]>", part="content:encoded"), names=""), ONE
    ),
    "cut off in the date of the second entry": Row(
        rss(item(), item("Second"))[:-60], (*ONE, ("Second", LEFT, None))
    ),
    "cut off in the text": Row(rss(item(), item("Second", DENIED)).partition("denied")[0], (
        *ONE, ("Second", "Second", None),
    )),
    "tags that are closed in the wrong order": Row(
        rss(f"<item><title>Flight</title><description>{LEFT}</item></description>{DATED}", item()),
        (("Flight", "Flight", None), *ONE),
    ),
    "atom with xhtml": Row(
        atom(entry(
            f'<content type="xhtml"><div {XHTML}><p>{LEFT}</p><p>{DENIED}</p></div></content>'
        )),
        (("Flight", f"{LEFT}\n\n{DENIED}", WHEN),), media="application/atom+xml",
    ),
    "atom with escaped html": Row(
        atom(entry(f'<content type="html">&lt;p&gt;{LEFT}&lt;/p&gt;</content>')), ONE,
        media="application/atom+xml",
    ),
    "atom with only a summary and an update": Row(
        atom(entry(f"<summary>{LEFT}</summary>", more=f"<updated>{WHEN}</updated>")), ONE,
        media="application/atom+xml",
    ),
    "atom 0.3": Row(
        atom(entry(f"<content>{LEFT}</content>", more=f"<issued>{WHEN}</issued>")).replace(
            "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"
        ),
        ONE, media="application/atom+xml",
    ),
    "rss 0.91": Row(
        rss(item(more=""), version="0.91", head='<?xml version="1.0"?><!DOCTYPE rss PUBLIC '
            '"-//Netscape Communications//DTD RSS 0.91//EN" "http://vesk.example/rss.dtd">'),
        (("Flight", LEFT, None),),
    ),
    "rss 1.0": Row(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        f'xmlns="http://purl.org/rss/1.0/" {NAMES}><channel rdf:about="https://vesk.example/">'
        "<title>Vesk Now</title><link>https://vesk.example/</link></channel>"
        f'<item rdf:about="https://vesk.example/1"><title>Flight</title>'
        f"<link>https://vesk.example/1</link><description>{LEFT}</description>"
        f"<dc:date>{WHEN}</dc:date></item></rdf:RDF>",
        ONE, media="application/rdf+xml",
    ),
    "the whole and the summary": Row(
        rss(item(text="Short.", more=f"{DATED}<content:encoded>{LEFT}</content:encoded>")), ONE
    ),
    "pictures only": Row(
        rss(item(text="", more=f'{DATED}<media:content url="https://v.example/a.jpg"/>')),
        (("Flight", "Flight", WHEN),),
    ),
    "a text by Media RSS": Row(
        rss(item(text=LEFT, part="media:description")), ONE
    ),
    "entities of HTML": Row(
        rss(item("Flight&nbsp;&mdash; late", "It&nbsp;left &ndash; late.")),
        (("Flight — late", "It left – late.", WHEN),),
    ),
    "an entity that there is not": Row(
        rss(item("Flight &bogus; late")), (("Flight &bogus; late", LEFT, WHEN),)
    ),
    "an ampersand by itself": Row(
        rss(item("Garrison & army", "It left & hid.")),
        (("Garrison & army", "It left & hid.", WHEN),),
    ),
    "control characters": Row(
        rss(item("Fli\x08ght", "The garrison\x0b left its posts.\x00")),
        (("Flight", LEFT, WHEN),),
    ),
    "a script in the text": Row(
        rss(item(text=f"<![CDATA[{LEFT}<script>steal()</script><img src=x onerror=y()>]]>")), ONE
    ),
    "an entry that is too long": Row(
        rss(item(text="word " * 250_000), item("Second", DENIED)), (("Second", DENIED, WHEN),),
        ("the report is longer than 1,000,000 characters",),
    ),
    "an entry without anything": Row(rss("<item/>", item()), ONE, ("the report is empty",)),
    "no entry": Row(rss(), (), ("the feed holds no entry",)),
    "a page that says there is none": Row(
        "<!doctype html><html><head><title>404</title></head><body></body></html>", (),
        ("the file is no feed",),
    ),
    "nothing": Row("", (), ("the file is empty",)),
    "served as a page": Row(rss(item()), ONE, media="text/html"),
    "served as text": Row(rss(item()), ONE, media="text/plain"),
    "served as any XML": Row(rss(item()), ONE, media="text/xml; charset=us-ascii"),
    "JSON Feed": Row(
        '{"version": "https://jsonfeed.org/version/1.1", "title": "Vesk Now", "items": '
        f'[{{"id": "1", "title": "Flight", "content_html": "<p>{LEFT}</p>", '
        '"date_published": "2031-03-04T10:00:00+02:00"}]}',
        ONE, media="application/feed+json",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def site():
    with Site() as served:
        for number, row in enumerate(ROWS.values()):
            data = row.data if isinstance(row.data, bytes) else row.data.encode()
            served.pages[f"/{number}"] = answer(data, content_type=row.media)
        yield served


@pytest.mark.parametrize("name", ROWS)
def test_a_feed_with_a_defect_is_read_as_what_was_meant(site, name):
    row = ROWS[name]
    found, skipped = read(site, site.at(f"/{list(ROWS).index(name)}"))
    assert [(one.title, one.text, one.published) for one in found] == [*row.entries]
    assert skipped == [*row.skipped]
    assert {one.publisher for one in found} <= {"Vesk Now"}
    if row.more:
        assert [one.url for one in found] == [*row.more]


def test_there_are_many():
    assert len(ROWS) >= 50
