"""What a site's robots.txt asks for is heeded; what cannot be had is not taken for a yes."""

import time

import pytest

from documents.fetching.site import Site, answer, fetcher, moved, page
from reportedly.documents.fetching import Fetched, robots


def rules(text, **headers):
    return answer(text.encode(), content_type="text/plain", **headers)


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /private", "/private/x", False),
        ("User-agent: *\nDisallow: /private", "/public", True),
        ("User-agent: *\nDisallow: /\nAllow: /public", "/public/x", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf?b", True),
        ("User-agent: *\nDisallow: /*?print=", "/a?print=1", False),
        ("User-agent: *\nDisallow: /a%C3%A4", "/a\xc3\xa4", False),
        ("User-agent: reportedly\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: Reportedly/1.0\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: reportedly\nAllow: /", "/a", True),
        ("User-agent: otherbot\nDisallow: /", "/a", True),
        ("User-agent: report\nDisallow: /", "/a", True),
        ("User-agent: otherbot\nUser-agent: reportedly\nDisallow: /", "/a", False),
        ("user-agent : * # everybody\ndisallow : / # everything", "/a", False),
        ("\ufeffUser-agent: *\r\nDisallow: /", "/a", False),
        ("User-agent: *\rDisallow: /", "/a", False),
        ("User-agent: other\r\nUser-agent: reportedly/2\r\nDisallow: /\r\n", "/a", False),
        ("<html><body>Not found</body></html>", "/a", True),
        ("\x00\x01\x02 Disallow: /", "/a", True),
    ],
)
def test_the_rules_of_a_site_are_kept(site, text, path, allowed):
    shown = path.encode("latin-1").decode()
    site.pages |= {"/robots.txt": rules(text), "/a%C3%A4": page(), path: page()}
    found = fetcher(site).fetch(site.at(shown))
    assert isinstance(found, Fetched) is allowed
    if not allowed:
        assert found.reason == "its site's robots.txt asks programs to leave it alone"
        assert site.paths == []


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_site_without_the_file_allows_everything(site, status):
    site.pages |= {"/robots.txt": answer(status=status), "/a": page()}
    assert isinstance(fetcher(site).fetch(site.at()), Fetched)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 599])
def test_a_site_that_cannot_say_now_is_left_alone_now(site, status):
    site.pages |= {"/robots.txt": answer(status=status), "/a": page()}
    found = fetcher(site).fetch(site.at())
    assert "robots.txt cannot be had" in found.reason
    assert str(status) in found.reason
    assert site.paths == []


def test_a_file_that_can_be_had_the_second_time_is_heeded(site):
    site.pages |= {"/robots.txt": [answer(status=503), rules("")], "/a": page()}
    assert isinstance(fetcher(site).fetch(site.at()), Fetched)


def test_a_site_that_does_not_answer_is_not_asked_for_every_address_anew(site):
    site.pages |= {"/robots.txt": answer(status=503), "/a": page(), "/b": page()}
    asking = fetcher(site, tries=3)
    first = asking.fetch(site.at("/a"))
    assert len(site.asked) == 3
    assert asking.fetch(site.at("/b")).reason == first.reason
    assert len(site.asked) == 3


def test_the_file_is_asked_for_once_an_origin(site):
    site.pages |= {"/robots.txt": rules(""), "/a": page(), "/b": page()}
    with Site() as other:
        other.pages["/a"] = page()
        asking = fetcher(site, other)
        for url in (site.at("/a"), site.at("/b"), other.at("/a")):
            asking.fetch(url)
        assert [r.path for r in site.asked] == ["/robots.txt", "/a", "/b"]
        assert [r.path for r in other.asked] == ["/robots.txt", "/a"]


def test_the_file_is_asked_for_anew_after_an_hour(site, monkeypatch):
    site.pages |= {"/robots.txt": rules(""), "/a": page()}
    asking = fetcher(site)
    asking.fetch(site.at())
    later = time.monotonic() + 3_700
    monkeypatch.setattr(robots, "monotonic", lambda: later)
    asking.fetch(site.at())
    assert [r.path for r in site.asked] == ["/robots.txt", "/a"] * 2


def test_a_redirected_file_is_heeded(site):
    site.pages |= {"/robots.txt": moved("/r"), "/r": rules("User-agent: *\nDisallow: /")}
    assert "leave it alone" in fetcher(site).fetch(site.at()).reason


def test_a_file_that_redirects_for_ever_is_none(site):
    site.pages |= {"/robots.txt": moved("/robots.txt"), "/a": page()}
    assert isinstance(fetcher(site).fetch(site.at()), Fetched)
    assert len(site.asked) <= 8


def test_the_rules_of_wherever_a_redirect_leads_are_kept(site):
    with Site() as other:
        other.pages |= {"/robots.txt": rules("User-agent: *\nDisallow: /b"), "/b": page()}
        site.pages["/a"] = moved(other.at("/b"))
        found = fetcher(site, other).fetch(site.at())
        assert found.source == site.at()
        assert found.reason == (
            f"it redirects to {other.at('/b')}: "
            "its site's robots.txt asks programs to leave it alone"
        )
        assert other.paths == []


def test_of_a_file_without_end_the_first_half_megabyte_counts(site):
    def endless(_, __):
        yield b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /private\n"
        while True:
            yield b"Disallow: /x\n" * 1_000

    site.pages |= {"/robots.txt": endless, "/a": page(), "/private": page()}
    asking = fetcher(site)
    assert isinstance(asking.fetch(site.at()), Fetched)
    assert "leave it alone" in asking.fetch(site.at("/private")).reason


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"User-agent: a{n}\n" for n in range(17_000)) + "Disallow: /x\n" * 17_000,
        "".join(f"User-agent: a{n}\r\n" for n in range(17_000)) + "Disallow: /x\r\n" * 17_000,
        "User-agent: *\nDisallow: /" + "*a" * 200_000 + "*b\n",
        "User-agent: *\n" + ("Disallow: /" + "*a" * 40 + "b\n") * 5_000,
        "User-agent: *\nCrawl-delay: " + "9" * 400_000,
        "\n".join("user agent" + " " * 500 for _ in range(900)),
    ],
    ids=[
        "many names",
        "many names, other ends of lines",
        "one pattern",
        "many patterns",
        "a long number",
        "spaces",
    ],
)
def test_hostile_rules_take_no_time(site, text):
    site.pages |= {"/robots.txt": rules(text), "/" + "a" * 1_900: page()}
    begun = time.process_time()
    fetcher(site).fetch(site.at("/" + "a" * 1_900))
    assert time.process_time() - begun < 3
