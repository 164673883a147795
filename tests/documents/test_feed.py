"""Feeds: one report an entry, what is stated of it, and every common defect."""

import pytest

from documents.bounded import in_bounds
from documents.loading import kept, skipped
from reportedly.documents import feed

ITEM = """<item><title>Garrison &amp;amp; army</title><link>/news/1?utm_source=rss</link>
<pubDate>Tue, 04 Mar 2031 10:00:00 +0200</pubDate><dc:creator>Ana Brel</dc:creator>
<source url="https://anv.example/rss">ANV</source><description>A &lt;b&gt;short&lt;/b&gt; one.
</description><content:encoded><![CDATA[<p>The garrison <a href="../2">left</a> on<br>Friday.</p>
<div>The army denied it.<script>x()</script></div>]]></content:encoded></item>"""


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def rss(*items, head='<?xml version="1.0" encoding="utf-8"?>', title="The Vesk Courier"):
    return f"""{head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{title}</title>
<link>https://vesk.example/</link><language>en-gb</language>{"".join(items)}</channel></rss>"""


def item(title="Flight", text="The garrison left.", more=""):
    return f"<item><title>{title}</title><description>{text}</description>{more}</item>"


def put(tmp_path, text, name="a.rss", codec="utf-8"):
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode(codec))
    return name


def test_an_entry_is_a_report_with_all_it_states(tmp_path):
    (found,) = kept(put(tmp_path, rss(ITEM)))
    assert found.text == "The garrison left on\nFriday.\n\nThe army denied it."
    assert (found.name, found.title, found.url, found.publisher, found.byline) == (
        "a.rss:1", "Garrison & army", "https://vesk.example/news/1", "The Vesk Courier", "Ana Brel",
    )  # fmt: skip
    assert (found.published, found.dated, found.syndicated, found.language, found.excerpt) == (
        "2031-03-04T08:00:00Z", "published in the feed", "ANV", "en", False,
    )  # fmt: skip
    (link,) = found.links
    assert (found.text[link.span.start : link.span.end], link.url) == (
        "left", "https://vesk.example/2",
    )  # fmt: skip


def test_an_atom_feed_is_read_and_when_it_was_updated_is_told_as_that(tmp_path):
    text = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Tarn Wire</title>
    <link href="https://tarn.example/"/><entry><title type="html">&lt;i&gt;Flight&lt;/i&gt;</title>
    <link href="https://tarn.example/1"/><updated>2031-03-04T10:00:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div>
    </content></entry><entry><title>Second</title><link href="https://tarn.example/2"/>
    <published>2031-03-01T10:00:00Z</published><updated>2031-03-04T10:00:00Z</updated>
    <content type="text">Plain &lt; words.</content></entry></feed>"""
    found = kept(put(tmp_path, text, "a.atom"))
    assert [(d.title, d.text, d.published, d.dated) for d in found] == [
        ("Flight", "One.\n\nTwo.", "2031-03-04T10:00:00Z", "updated in the feed"),
        ("Second", "Plain < words.", "2031-03-01T10:00:00Z", "published in the feed"),
    ]


def test_a_summary_alone_is_marked_and_a_headline_alone_is_the_text(tmp_path):
    found = kept(put(tmp_path, rss(item(), "<item><title>Only this</title></item>")))
    assert [(d.text, d.excerpt) for d in found] == [
        ("The garrison left.", True), ("Only this", False),
    ]  # fmt: skip


def test_an_entry_without_a_date_has_none(tmp_path):
    (found,) = kept(put(tmp_path, rss(item())))
    assert (found.published, found.dated) == (None, None)


def test_raw_bytes_are_those_of_the_entry(tmp_path):
    name = put(tmp_path, rss(item("One"), item("Two")))
    assert len({d.sha256 for d in kept(name)}) == 2


@pytest.mark.parametrize("codec", ["utf-8", "windows-1251", "koi8-r", "utf-16"])
def test_feeds_in_other_encodings_are_read(tmp_path, codec):
    head = f'<?xml version="1.0" encoding="{codec}"?>'
    text = rss(item("Гарнизон", "Солдаты покинули посты."), head=head)
    assert [d.text for d in kept(put(tmp_path, text, codec=codec))] == ["Солдаты покинули посты."]


@pytest.mark.parametrize(
    "text",
    [
        rss(item("Flight &nbsp; &bogus;")),
        rss(item("Flight & fear")),
        rss(item("Flight")).replace("</channel></rss>", ""),
        rss(item("Flight", "The garrison left.<br>It was late.")),
        "\n  <!-- made by hand -->" + rss(item("Flight"), head=""),
        rss(item("Flight", "The garrison left.\x0b\x00")),
        rss(item("Flight")).replace('xmlns:dc="http://purl.org/dc/elements/1.1/"', ""),
    ],
)
def test_a_feed_with_a_defect_is_read_as_far_as_it_goes(tmp_path, text):
    (found,) = kept(put(tmp_path, text))
    assert found.title.startswith("Flight")
    assert found.text.startswith("The garrison left.")


def test_a_feed_that_lies_about_its_encoding_is_read(tmp_path):
    text = rss(item("Flight", "Anaïs left."), head='<?xml version="1.0" encoding="us-ascii"?>')
    assert [d.text for d in kept(put(tmp_path, text))] == ["Anaïs left."]


@pytest.mark.parametrize("name", ["a.xml", "saved"])
def test_a_feed_is_recognised_by_how_it_begins(tmp_path, name):
    assert [d.title for d in kept(put(tmp_path, rss(item()), name))] == ["Flight"]


def test_a_feed_without_entries_and_what_is_no_feed_are_named(tmp_path):
    assert skipped(put(tmp_path, rss())) == {"a.rss": "the feed holds no entry"}
    assert skipped(put(tmp_path, "Just words.")) == {"a.rss": "the file is no feed"}


def test_an_entry_is_neither_opened_nor_fetched(tmp_path):
    put(tmp_path, rss(item("Secret")), "secret.rss")
    assert skipped(put(tmp_path, "secret.rss")) == {"a.rss": "the file is no feed"}


def test_too_many_entries_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(feed, "MOST_ENTRIES", 2)
    name = put(tmp_path, rss(*(item(f"Flight {i}") for i in range(3))))
    assert len(kept(name)) == 2
    assert "more than 2 entries" in skipped(name)["a.rss"]


ENTITIES = "".join(
    f'<!ENTITY {b} "{f"&{a};" * 50}">' for a, b in zip("abcdefg", "bcdefgh", strict=True)
)
HOSTILE = {
    "entities": rss(item("&h;"), head=f'<!DOCTYPE r [<!ENTITY a "ha">{ENTITIES}]>'),
    "depth": rss("<item>" + "<a>" * 100_000),
    "depth in an entry": rss(item("Flight", "&lt;b&gt;" * 100_000)),
    "open marks": rss("<item><title>" + "<" * 300_000),
    "open text": rss("<item><![CDATA[" * 50_000),
    "comments": "<!--" * 1_000 + rss(item()),
    "many entries": rss(*([item()] * 15_000)),
    "ampersands": rss(item("&" * 1_000_000)),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(HOSTILE))
def test_a_feed_made_to_take_for_ever_does_not(tmp_path, case):
    in_bounds(put(tmp_path, HOSTILE[case]))


def test_no_entity_reads_a_file(tmp_path):
    (tmp_path / "secret.txt").write_text("Secret.")
    head = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "secret.txt">]>'
    found = in_bounds(put(tmp_path, rss(item("Flight &x;", "Words &x;."), head=head)))
    assert "Secret" not in "".join(found)
