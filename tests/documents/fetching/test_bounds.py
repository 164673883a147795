"""What a server sends is bounded: bytes, unpacked bytes, seconds, headers."""

import gzip
import time
import tracemalloc
import zlib

import pytest

from documents.bounded import in_bounds
from documents.fetching.site import PAGE, answer, fetcher, page
from reportedly.documents.fetching import Fetched, Limits
from reportedly.model import Skipped

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
ZEROS = gzip.compress(b"\0" * 10_000_000)


def endless(head, piece):
    """An answer that never ends; what was sent is counted."""
    sent = []

    def answering(_, __):
        yield head
        while True:
            sent.append(len(piece))
            yield piece

    return answering, sent


def slowly(data, seconds=0.05):
    """An answer a byte at a time."""

    def answering(_, __):
        for at in range(len(data)):
            time.sleep(seconds)
            yield data[at : at + 1]

    return answering


def refused(site, **limits):
    """Why the page of ``site`` was not taken, and how long that took."""
    begun = time.monotonic()
    found = fetcher(site, **limits).fetch(site.at())
    assert isinstance(found, Skipped), found
    assert found.source == site.at()
    return found.reason, time.monotonic() - begun


def test_the_limits_are_those_of_the_docs():
    assert Limits() == Limits(
        wire=50_000_000, unpacked=100_000_000, headers=100_000, redirects=10, tries=3,
        total=60, silence=20, connect=10, wait=60, crawl=30,
    )  # fmt: skip


# Bytes


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"\r\n", b"a" * 100_000),
        (b"Content-Length: 1000000000\r\n\r\n", b"a" * 100_000),
        (b"Content-Length: 99999999999999999999999\r\n\r\n", b"a" * 100_000),
        (b"Transfer-Encoding: chunked\r\n\r\n", b"186a0\r\n" + b"a" * 100_000 + b"\r\n"),
        (b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n" * 10_000),
        (b"Transfer-Encoding: chunked\r\n\r\n1;", b"a" * 100_000),
        (b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: y\r\n" * 10_000),
        (b"Transfer-Encoding: chunked\r\n\r\n0\r\nX:", b"a" * 100_000),
        (b"", b"X: y\r\n" * 10_000),
        (b"X: ", b"a" * 100_000),
    ],
    ids=["no length", "a gigabyte", "any length", "chunks", "small chunks", "a chunk's name",
         "trailers", "a trailer", "headers", "a header"],
)  # fmt: skip
def test_an_endless_answer_is_left_at_the_limit(site, head, piece):
    site.pages["/a"], sent = endless(OK + head, piece)
    reason, seconds = refused(site, wire=5_000_000, tries=1)
    assert seconds < 20
    assert sum(sent) < 40_000_000
    assert reason


def test_answers_before_the_answer_do_not_go_on_for_ever(site):
    site.pages["/a"], _ = endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1_000)
    assert "more than 5 MB were sent" in refused(site, wire=5_000_000)[0]


def test_the_bytes_of_all_tries_and_redirects_are_counted_together(site):
    cut = b"HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n" + b"a" * 2_000_000
    site.pages["/a"] = cut
    assert "more than 5 MB were sent" in refused(site, wire=5_000_000, tries=5)[0]


def test_headers_are_bounded(site):
    site.pages["/a"] = page(**{f"x{n}": "a" * 2_000 for n in range(60)})
    assert "headers" in refused(site)[0]
    many = b"Set-Cookie: " + b"a" * 2_000 + b"\r\n"
    site.pages["/a"] = OK + many * 60 + b"\r\n" + PAGE
    assert "headers" in refused(site)[0]
    site.pages["/a"] = page(**{f"x{n}": "a" for n in range(200)})
    assert refused(site)[0]


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "GZIP", "gzip, identity"])
def test_a_bomb_is_left_before_it_is_unpacked(site, coding):
    site.pages["/a"] = answer(ZEROS * 200, content_encoding=coding)
    tracemalloc.start()
    reason, seconds = refused(site, unpacked=20_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "larger than 20 MB" in reason
    assert seconds < 20
    assert peak < 100_000_000


def test_a_bomb_of_deflate_is_left_too(site):
    packer = zlib.compressobj()
    bomb = b"".join(packer.compress(b"\0" * 10_000_000) for _ in range(10)) + packer.flush()
    site.pages["/a"] = answer(bomb, content_encoding="deflate")
    assert "larger than 20 MB" in refused(site, unpacked=20_000_000)[0]


@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "gzip, gzip", "gzip,br", "x" * 500])
def test_what_is_packed_otherwise_is_named(site, coding):
    site.pages["/a"] = answer(PAGE, content_encoding=coding)
    assert "packed by a method" in refused(site)[0]


def test_packed_bodies_are_unpacked(site):
    bare = zlib.compressobj(wbits=-15)
    bodies = {
        "/gzip": ("gzip", gzip.compress(PAGE)),
        "/two": ("gzip", gzip.compress(PAGE[:50]) + gzip.compress(PAGE[50:])),
        "/padded": ("gzip", gzip.compress(PAGE) + b"\0" * 1_000),
        "/zlib": ("deflate", zlib.compress(PAGE)),
        "/bare": ("deflate", bare.compress(PAGE) + bare.flush()),
        "/lied": ("gzip", PAGE),
        "/identity": ("identity", PAGE),
    }
    for path, (coding, body) in bodies.items():
        site.pages[path] = answer(body, content_encoding=coding)
        found = fetcher(site).fetch(site.at(path))
        assert isinstance(found, Fetched), path
        assert found.raw.data == PAGE, path


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_packed_body_that_is_damaged_or_cut_is_named(site, coding):
    packed = gzip.compress(PAGE) if coding == "gzip" else zlib.compress(PAGE)
    site.pages["/a"] = answer(packed[:-12], content_encoding=coding)
    assert "cut short" in refused(site)[0]
    site.pages["/a"] = answer(packed[:20] + b"\xff" * 200, content_encoding=coding)
    assert refused(site)[0]


# Lengths that are not so


def test_a_length_that_is_too_large_is_no_report_cut_short(site):
    site.pages["/a"] = page(content_length=str(len(PAGE) + 100))
    assert "cut short" in refused(site)[0]


def test_of_a_body_longer_than_its_length_the_rest_is_left(site):
    site.pages["/a"] = answer(PAGE + b"<p>more", content_length=str(len(PAGE)))
    assert fetcher(site).fetch(site.at()).raw.data == PAGE


@pytest.mark.parametrize("length", ["-1", "x", "1, 2", "+5", ""])
def test_a_length_that_is_none_is_no_crash(site, length):
    site.pages["/a"] = page(content_length=length)
    assert isinstance(fetcher(site).fetch(site.at()), Fetched | Skipped)


@pytest.mark.parametrize(
    "data",
    [b"hello", b"SSH-2.0-x\r\n", b"HTTP/1.1\r\n\r\n", b"HTTP/1.1 abc OK\r\n\r\n", b"\x16\x03\x01",
     b"HTTP/9.9 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
     b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nabc", b"\0" * 100],
)  # fmt: skip
def test_what_is_not_http_is_named(site, data):
    site.pages["/a"] = data
    reason, _ = refused(site)
    assert "could not be fetched" not in reason


# Seconds


@pytest.mark.parametrize(
    "data",
    [
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100,
        OK + b"Content-Length: 1000\r\n\r\n" + b"a" * 1_000,
        OK + b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\na\r\n" * 100,
        OK + b"Content-Encoding: gzip\r\n\r\n" + ZEROS[:1_000],
    ],
    ids=["headers", "body", "chunks", "packed"],
)
def test_a_server_that_sends_a_byte_at_a_time_is_left_at_the_limit(site, data):
    site.pages["/a"] = slowly(data)
    reason, seconds = refused(site, total=1.0)
    assert reason == "it took longer than 1 seconds"
    assert seconds < 3


def test_a_server_that_falls_silent_is_left(site):
    def silent(_, __):
        yield OK + b"\r\n<p>The bridge"
        time.sleep(5)

    site.pages["/a"] = silent
    reason, seconds = refused(site, silence=0.3, tries=1)
    assert reason == "its server does not answer in time"
    assert seconds < 3


def test_a_server_that_says_nothing_at_all_is_left(site):
    site.pages["/a"] = lambda *_: time.sleep(5)
    reason, seconds = refused(site, silence=0.3, tries=2)
    assert reason == "its server does not answer in time"
    assert seconds < 3
    assert site.paths == ["/a", "/a"]


def test_the_seconds_of_all_tries_and_redirects_are_counted_together(site):
    def later(_, __):
        time.sleep(0.3)
        yield answer(status=302, location=f"/{len(site.asked)}")

    site.pages |= {"/a": later} | {f"/{n}": later for n in range(30)}
    reason, seconds = refused(site, total=1.0)
    assert "took longer than 1 seconds" in reason
    assert seconds < 3


def test_waiting_out_of_politeness_is_not_counted(site):
    site.pages["/a"] = [answer(status=503, retry_after="1"), page()]
    asking = fetcher(site, wait=time.sleep, total=0.9)
    assert isinstance(asking.fetch(site.at()), Fetched)


def test_a_look_up_that_takes_too_long_is_left(monkeypatch, names):
    names(vesk_example=["127.0.0.1"])
    resolver = names(vesk_example=["127.0.0.1"])

    def slow(*given, **more):
        time.sleep(3)
        return resolver(*given, **more)

    monkeypatch.setattr("socket.getaddrinfo", slow)
    begun = time.monotonic()
    found = fetcher(connect=0.3, tries=1).fetch("http://vesk.example/")
    assert "look-up of its host takes too long" in found.reason
    assert time.monotonic() - begun < 2


# Memory, with the limits that everybody has


@pytest.mark.parametrize(
    ("body", "headers", "reason"),
    [
        (None, b"", "more than 50 MB were sent"),
        (None, b"Content-Length: 1000000000\r\n", "more than 50 MB were sent"),
        (ZEROS * 1_000, b"Content-Encoding: gzip\r\n", "larger than 100 MB"),
    ],
    ids=["a gigabyte without a length", "a gigabyte with one", "ten gigabytes in ten megabytes"],
)
def test_memory_stays_bounded_whatever_a_server_sends(site, body, headers, reason):
    def answering(_, __):
        yield OK + headers + b"\r\n"
        for _ in range(1_000):
            yield body or b"a" * 1_000_000

    site.pages["/a"] = answering
    (found,) = in_bounds(site.at(), private=[site.host], most=600_000_000)
    assert reason in found
