"""The links of a page stand at their own characters in the text taken out of it, or nowhere."""

from html import escape

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.loading import kept
from reportedly.documents.anchors import anchored
from reportedly.documents.links import LONGEST_ANCHOR, MOST, seen
from reportedly.model import cut

HEAD = '<link rel="canonical" href="https://vesk.example/news/flees">'
FIRST = "The garrison at Tolm left its posts on Friday evening, {} said in the capital."
LAST = (
    "<p>The army denied on Saturday that anybody had left the posts at Tolm without an order.</p>"
)
SOURCE_LINES = "Two of the guards at Tolm and senior\n\nofficials of the ministry\n\nleft."


@pytest.fixture
def page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def read(body, head=HEAD):
        text = (
            f"<html><head>{head}</head><body><nav><ul><li><a href='/army'>The army</a></li></ul>"
            f"</nav><article>{body}</article><footer><a href='https://share.example/'>Share</a>"
            "</footer></body></html>"
        )
        (tmp_path / "a.html").write_text(text, encoding="utf-8", errors="surrogatepass")
        (found,) = kept("a.html")
        return found

    return read


def shown(document):
    """The links of a document as words and address."""
    return [(cut(document.text, (link.span,)), link.url) for link in document.links]


def said(anchor):
    return f"<p>{FIRST.format(anchor)}</p>{LAST}"


def test_a_link_stands_at_its_words_and_the_text_is_as_without_it(page):
    with_link = page(
        said('<a href="https://ministry.example/1?utm_source=x#top">two officials</a>')
    )
    assert shown(with_link) == [("two officials", "https://ministry.example/1")]
    without = page(said("two officials"))
    assert (with_link.text, with_link.id) == (without.text, without.id)
    assert without.links == ()


def test_links_of_the_frame_are_no_links_of_the_report(page):
    assert page(said("two officials")).links == ()


@pytest.mark.parametrize(
    ("href", "head", "expected"),
    [
        ("other", HEAD, "https://vesk.example/news/other"),
        ("/other", HEAD, "https://vesk.example/other"),
        ("//tarn.example/x", HEAD, "https://tarn.example/x"),
        ("x", f'{HEAD}<base href="https://base.example/in/">', "https://base.example/in/x"),
        ("x", f'{HEAD}<base href="/in/">', "https://vesk.example/in/x"),
        ("x", f'{HEAD}<base href="javascript:0">', "https://vesk.example/news/x"),
        ("x", '<base href="https://base.example/in/">', "https://base.example/in/x"),
        ("x", "", None),
        ("#notes", HEAD, None),
        ("", HEAD, None),
        ("javascript:alert(1)", HEAD, None),
        ("JaVa\tScript:alert(1)", HEAD, None),
        ("data:text/html,https://x.example/", HEAD, None),
        ("mailto:ana@vesk.example", HEAD, None),
        ("ftp://vesk.example/x", HEAD, None),
        ("https://[vesk.example/x", HEAD, None),
        ("https:///x", HEAD, None),
        ("https:\\\\tarn.example\\x", HEAD, None),
        ("https://tarn.example/\u202ex", HEAD, None),
        ("https://tarn.example/\u200bx", HEAD, None),
        ("https://tarn.example/a\x01b", HEAD, None),
        ("https://tarn.example/a\nb", HEAD, None),
        ("  https://tarn.example/x  ", HEAD, "https://tarn.example/x"),
        ("http://192.168.0.1/x", HEAD, "http://192.168.0.1/x"),
        ("https://tarn.example/" + "x" * 1_979, HEAD, "https://tarn.example/" + "x" * 1_979),
        ("https://tarn.example/" + "x" * 1_980, HEAD, None),
        ("x" * 1_990, HEAD, None),
    ],
)
def test_only_addresses_on_the_web_count(page, href, head, expected):
    found = page(said(f'<a href="{escape(href)}">two officials</a>'), head)
    assert [url for _, url in shown(found)] == ([expected] if expected else [])


def test_words_of_a_link_may_lie_in_several_elements_and_lines(page):
    anchor = '<a href="/x"><b>two</b>\n  <i>senior<!-- no --></i> offi<span>cials</span></a>'
    assert shown(page(said(anchor))) == [("two senior officials", "https://vesk.example/x")]


def test_invisible_characters_neither_hide_a_link_nor_get_under_its_ends(page):
    anchor = '\u2067<a href="/x">\u200b\u202etwo\u200d offi\u00adcials\u202c\u200b</a>\u2069'
    (found,) = shown(page(said(anchor)))
    assert (seen(found[0]), found[1]) == ("twoofficials", "https://vesk.example/x")
    assert (found[0][0], found[0][-1]) == ("t", "s")


def test_of_links_in_one_another_only_the_inner_one_counts():
    tree = lxml.html.Element("p")
    outer = lxml.html.etree.SubElement(tree, "a", href="/x")
    inner = lxml.html.etree.SubElement(outer, "a", href="/y")
    outer.text, inner.text = "two ", "officials"
    assert [link.url for link in anchored(tree, "two officials", str)] == ["/y"]


def test_an_unclosed_link_never_covers_more_than_a_link_may(page):
    body = FIRST.format('<a href="/x">two officials') + " More of it was said there." * 30
    found = page(f"<p>{body}</p>{LAST}")
    assert all(link.span.end - link.span.start <= LONGEST_ANCHOR for link in found.links)
    assert page(f"<p>{FIRST.format('<a href=/x>two officials</p>')}{LAST}").text


def test_the_same_words_with_two_addresses_are_told_apart_by_what_is_around_them(page):
    body = (
        '<p>On Friday <a href="/one">the report</a> of the ministry spoke of thirty guards, and '
        'on Saturday <a href="/two">the report</a> of the army of none. The report is out.</p>'
    )
    found = page(body + LAST)
    assert [url for _, url in shown(found)] == [
        "https://vesk.example/one", "https://vesk.example/two",
    ]  # fmt: skip
    assert [found.text[: link.span.start].split()[-1] for link in found.links] == [
        "Friday",
        "Saturday",
    ]


def test_a_link_of_the_frame_does_not_lend_its_address_to_the_same_words_in_the_text(page):
    assert page(said("two officials of <b>The army</b>")).links == ()
    tree = lxml.html.fromstring('<div><ul><li><a href="/b">Background</a></ul><p>Background</div>')
    assert list(anchored(tree, "Background", str)) == []


def test_what_stands_twice_with_one_address_is_placed():
    teaser = '<div class="{}"><a href="/b">What is known of Tolm</a></div>'
    tree = lxml.html.fromstring(
        f"<div>{teaser.format('wide')}<p>More</p>{teaser.format('small')}</div>"
    )
    (link,) = anchored(tree, "What is known\nof Tolm\n\nWhat is known of Tolm", str)
    assert (link.url, link.span.start) == ("/b", 23)


def test_lines_of_the_source_that_the_text_keeps_hide_no_link():
    source = (
        'Two of the guards at Tolm and <a href="/x">senior\nofficials</a> of the ministry\nleft.'
    )
    (link,) = anchored(lxml.html.fromstring(f"<p>{source}</p>"), SOURCE_LINES, str)
    assert cut(SOURCE_LINES, (link.span,)) == "senior\n\nofficials"
    broken = lxml.html.fromstring(f"<p>{source}</p>".replace("\n", " "))
    assert list(anchored(broken, SOURCE_LINES, str)) == []


def test_ten_thousand_links_are_read_and_the_first_are_kept(page):
    body = "".join(
        f'<p>Guard number {i} told <a href="/{i}">officer {i}</a> that he had left on day {i}.</p>'
        for i in range(10_000)
    )
    found = page(body)
    assert [link.url for link in found.links] == [f"https://vesk.example/{i}" for i in range(MOST)]


def test_many_links_with_the_same_words_are_no_burden():
    text = "\n\n".join("the army said so again" for _ in range(5_000))
    body = "".join(f'<p>the <a href="/{i}">army</a> said <br>so' for i in range(10_000))
    assert list(anchored(lxml.html.fromstring(f"<div>{body}</div>"), text, str)) == []


WORDS = st.sampled_from(["the", "army", "left", "Tolm", "said", "so", "it", "a\u200bb", "Vesk"])
RUN = st.lists(WORDS, max_size=3).map(" ".join)
PARAGRAPH = st.lists(st.tuples(RUN, RUN, RUN), min_size=1, max_size=3)


@given(
    page=st.lists(st.tuples(PARAGRAPH, st.booleans(), st.integers(0, 9)), min_size=1, max_size=7)
)
@settings(max_examples=500, deadline=None)
def test_every_link_stands_at_its_own_place_or_nowhere(page):
    """Of paragraphs of few words some are kept, some of these in two lines."""
    html, text, places = "", "", {}
    for paragraph, stays, split in page:
        line, inner = "", ""
        for before, words, after in paragraph:
            url = f"/{len(places)}"
            start = len(line) + len(before) + 1
            line += f"{before} {words} {after} "
            places[url] = (words, len(text) + start if stays else None)
            inner += f'{before} <a href="{url}">{words}</a> {after} '
        html += f"<p>{inner}</p>"
        if stays:
            spaces = [i for i, c in enumerate(line) if c == " "]
            at = spaces[split] if split < len(spaces) else len(line) - 1
            text += f"{line[:at]}\n{line[at + 1 :]}\n"
    for link in anchored(lxml.html.fromstring(f"<div>{html}</div>"), text, str):
        words, start = places[link.url]
        assert start is not None
        assert seen(cut(text, (link.span,))) == seen(words)
        assert seen(text[: link.span.start]) == seen(text[:start])
