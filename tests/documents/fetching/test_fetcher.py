"""An address becomes a file with what is known of it; what servers are asked, and told."""

import hashlib
import re
from dataclasses import replace

import pytest

from documents.fetching.site import PAGE, TEXT, answer, fetcher, moved, page
from reportedly import __version__, documents
from reportedly.documents.fetching import Fetched, Fetcher, Manners, Unchanged
from reportedly.errors import UsageError
from reportedly.model import Kept, Skipped, Visit


def test_a_page_is_a_file_with_its_address_and_the_moment(site):
    site.pages["/a"] = page()
    found = fetcher(site).fetch(site.at())
    assert isinstance(found, Fetched)
    assert (found.raw.data, found.raw.media, found.raw.charset) == (PAGE, "text/html", "utf-8")
    assert found.raw.name == found.raw.url == site.at()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", found.raw.retrieved)


def test_a_page_becomes_a_report_whose_bytes_are_kept(site):
    site.pages["/a"] = page()
    (kept,) = documents.load([site.at()], None, fetcher(site))
    assert isinstance(kept, Kept)
    assert kept.raw == PAGE
    assert kept.document.text == TEXT
    assert kept.document.url == site.at()
    assert kept.document.published is None
    assert kept.document.retrieved


def test_nothing_is_told_to_a_server_but_what_the_docs_list(site):
    site.pages["/a"] = page()
    fetcher(site, contact="https://desk.example/us").fetch(site.at())
    assert [request.path for request in site.asked] == ["/robots.txt", "/a"]
    for request in site.asked:
        assert request.method == "GET"
        assert request.headers == {
            "host": site.host,
            "user-agent": f"reportedly/{__version__} (+https://desk.example/us)",
            "accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
            "accept-encoding": "gzip, deflate",
            "connection": "close",
        }


def test_cookies_are_not_sent_back(site):
    site.pages["/a"] = [page(set_cookie="a=b; Path=/"), page(PAGE + b" ")]
    asking = fetcher(site)
    asking.fetch(site.at())
    asking.fetch(site.at())
    assert len(site.paths) == 2
    assert not any("cookie" in request.headers for request in site.asked)


@pytest.mark.parametrize("contact", ["a\nb", "a\r\nCookie: b", "a (b)", "a" * 201, "ä", "a\\"])
def test_a_contact_that_would_break_a_header_is_wrong_use(contact):
    with pytest.raises(UsageError):
        Fetcher(manners=Manners(contact))


def test_links_in_a_page_are_not_followed(site):
    other = b'<p>The bridge at Vesk fell, see <a href="/b">there</a> and <img src="/c.png">.</p>'
    site.pages["/a"] = page(other)
    assert list(documents.load([site.at()], None, fetcher(site)))
    assert site.paths == ["/a"]


@pytest.mark.parametrize(
    "media", ["application/rss+xml", "text/xml", "text/html", "text/plain", "application/xml", ""]
)
def test_a_feed_gives_its_entries_and_no_page_behind_them(site, media):
    items = "".join(
        f"<item><title>Bridge {n}</title><link>{site.root}/{n}</link>"
        f"<description>The bridge fell, witness {n} said.</description></item>"
        for n in (1, 2)
    )
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel>{items}</channel></rss>".encode()
    site.pages["/feed"] = answer(feed, **({"content_type": media} if media else {}))
    found = list(documents.load([site.at("/feed")], None, fetcher(site)))
    assert [one.document.url for one in found] == [site.at("/1"), site.at("/2")]
    assert site.paths == ["/feed"]


def test_an_address_named_twice_is_fetched_once(site):
    site.pages["/a"] = page()
    assert len(list(documents.load([site.at(), site.at()], None, fetcher(site)))) == 1
    assert site.paths == ["/a"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_leads_to_the_address_that_answers(site, status):
    site.pages |= {"/a": moved("/b", status), "/b": page()}
    found = fetcher(site).fetch(site.at())
    assert (found.raw.name, found.raw.url) == (site.at("/a"), site.at("/b"))
    assert (found.visit.url, found.visit.at) == (site.at("/a"), site.at("/b"))


def test_a_redirect_to_an_address_in_other_letters_is_followed(site):
    site.pages |= {"/a": moved("/br\xc3\xbccke x"), "/br%C3%BCcke%20x": page()}
    assert fetcher(site).fetch(site.at()).raw.url == site.at("/br%C3%BCcke%20x")


def test_redirects_are_bounded_and_circles_seen(site):
    site.pages |= {f"/{n}": moved(f"/{n + 1}") for n in range(20)}
    site.pages |= {"/a": moved("/b"), "/b": moved("/a"), "/10": page(), "/one-more": moved("/0")}
    asking = fetcher(site)
    assert isinstance(asking.fetch(site.at("/0")), Fetched)
    assert "more than 10 times" in asking.fetch(site.at("/one-more")).reason
    assert "circle" in asking.fetch(site.at("/a")).reason


@pytest.mark.parametrize("status", [204, 206, 304, 400, 401, 403, 404, 410, 418, 451, 500, 599])
def test_an_answer_that_is_no_file_is_named_with_its_number(site, status):
    site.pages["/a"] = answer(status=status, length=status not in {204, 304})
    found = fetcher(site).fetch(site.at())
    assert isinstance(found, Skipped)
    assert found.source == site.at()
    assert str(status) in found.reason
    assert "Said So" not in found.reason


def test_the_rest_goes_on_after_an_address_that_fails(site):
    site.pages["/b"] = page()
    found = list(documents.load([site.at(), site.at("/b")], None, fetcher(site)))
    assert [type(one) for one in found] == [Skipped, Kept]


# What is kept for the next time


def test_a_server_is_asked_only_for_what_is_new(site):
    site.pages["/a"] = page(etag='"v1"', last_modified="Mon, 03 Mar 2031 10:00:00 GMT")
    visit = fetcher(site).fetch(site.at()).visit
    digest = hashlib.sha256(PAGE).hexdigest()
    assert visit == Visit(site.at(), '"v1"', "Mon, 03 Mar 2031 10:00:00 GMT", digest)
    site.pages["/a"] = answer(status=304, length=False)
    found = fetcher(site, known={visit.url: visit}).fetch(site.at())
    assert found == Unchanged(site.at(), visit)
    asked = site.asked[-1].headers
    assert asked["if-none-match"] == '"v1"'
    assert asked["if-modified-since"] == "Mon, 03 Mar 2031 10:00:00 GMT"


def test_the_same_bytes_are_nothing_new_whatever_a_server_says(site):
    site.pages["/a"] = [page(etag='"v1"'), page(etag='"v2"'), page(PAGE + b"!", etag='"v3"')]
    visit = fetcher(site).fetch(site.at()).visit
    found = fetcher(site, known={visit.url: visit}).fetch(site.at())
    assert found == Unchanged(site.at(), replace(visit, etag='"v2"'))
    assert isinstance(fetcher(site, known={visit.url: visit}).fetch(site.at()), Fetched)


def test_what_asks_for_news_goes_to_the_address_that_gave_it_and_no_other(site):
    site.pages |= {"/a": moved("/b"), "/b": page(etag='"v1"'), "/c": page(etag='"w1"')}
    visit = fetcher(site).fetch(site.at()).visit
    fetcher(site, known={visit.url: visit}).fetch(site.at())
    assert [r.headers.get("if-none-match") for r in site.asked[-2:]] == [None, '"v1"']
    site.pages["/a"] = moved("/c")
    fetcher(site, known={visit.url: visit}).fetch(site.at())
    assert [r.headers.get("if-none-match") for r in site.asked[-2:]] == [None, None]


def test_that_nothing_is_new_is_believed_only_of_a_server_that_was_asked_so(site):
    site.pages |= {"/a": moved("/b"), "/b": answer(status=304, length=False)}
    known = Visit(site.at(), '"v1"', None, "0" * 64)
    found = fetcher(site, known={known.url: known}).fetch(site.at())
    assert isinstance(found, Skipped)
    assert "304" in found.reason


def test_where_a_server_sends_one_is_shown_in_one_printable_line(site):
    site.pages["/a"] = moved("http://vesk.example/\x1b[31m" + "a" * 1_900)
    reason = fetcher(site).fetch(site.at()).reason
    assert reason.isprintable()
    assert len(reason) < 400


@pytest.mark.parametrize("etag", ["a" * 501, "\xe4", "a\x00b", ""])
def test_a_tag_that_could_not_be_sent_back_is_not_kept(site, etag):
    site.pages["/a"] = page(etag=etag)
    assert fetcher(site).fetch(site.at()).visit.etag is None


def test_a_fetcher_remembers_what_gave_a_report_and_what_has_nothing_new(site):
    site.pages |= {"/a": page(), "/b": page(PAGE.replace(b"Vesk", b"Ostra")), "/c": page(b"<p>")}
    first = fetcher(site)
    list(documents.load([site.at("/a"), site.at("/c")], None, first))
    assert [visit.url for visit in first.visits] == [site.at("/a")]
    second = fetcher(site, known={visit.url: visit for visit in first.visits})
    found = list(documents.load([site.at("/a"), site.at("/b")], None, second))
    assert [one.document.url for one in found] == [site.at("/b")]
    assert [one.url for one in second.unchanged] == [site.at("/a")]
    assert [visit.url for visit in second.visits] == [site.at("/b")]


def test_another_run_begins_with_other_visits_and_the_same_manners(site):
    site.pages["/a"] = page(etag='"v1"')
    asking = fetcher(site)
    list(documents.load([site.at()], None, asking))
    (visit,) = asking.visits
    asking.begin({visit.url: visit})
    assert (asking.visits, asking.unchanged) == ([], [])
    assert asking.fetch(site.at()) == Unchanged(site.at(), visit)
    assert [request.path for request in site.asked] == ["/robots.txt", "/a", "/a"]
    assert site.asked[-1].headers["if-none-match"] == '"v1"'
