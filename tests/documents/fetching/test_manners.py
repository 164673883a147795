"""Hosts are left alone between addresses, and servers that are busy are asked later."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from documents.fetching.site import Site, answer, fetcher, moved, page
from reportedly.documents.fetching import Fetched, Manners
from reportedly.documents.fetching.again import after
from reportedly.model import Skipped


@pytest.fixture
def waits():
    """Every wait, in seconds."""
    return []


def test_a_second_lies_between_two_addresses_of_a_host(site, waits):
    site.pages |= {"/a": page(), "/b": page()}
    assert Manners().delay == 1.0
    asking = fetcher(site, wait=waits.append, delay=1.0)
    asking.fetch(site.at("/a"))
    assert waits == []
    asking.fetch(site.at("/b"))
    assert len(waits) == 1
    assert 0.5 < waits[0] <= 1.0


def test_hosts_do_not_wait_for_one_another(names, site, waits):
    names(vesk_example=["127.0.0.1"], ostra_example=["127.0.0.1"])
    site.pages["/a"] = page()
    asking = fetcher(private=["vesk.example", "ostra.example"], wait=waits.append, delay=1.0)
    for host in ("vesk", "ostra"):
        assert isinstance(asking.fetch(f"http://{host}.example:{site.port}/a"), Fetched)
    assert waits == []


def test_the_host_itself_waits_whatever_the_port(site, waits):
    with Site() as other:
        other.pages["/a"] = site.pages["/a"] = page()
        asking = fetcher(site, other, wait=waits.append, delay=1.0)
        asking.fetch(site.at())
        asking.fetch(other.at())
        assert len(waits) == 1


def test_a_redirect_within_a_host_does_not_wait(site, waits):
    site.pages |= {"/a": moved("/b"), "/b": page()}
    assert isinstance(fetcher(site, wait=waits.append, delay=1.0).fetch(site.at()), Fetched)
    assert waits == []


@pytest.mark.parametrize(
    ("stated", "waited"),
    [("5", 5), ("0.5", 1), ("30", 30), ("3600", 30), ("nan", 1), ("inf", 1), ("-3", 1), ("x", 1)],
)
def test_the_delay_that_a_site_asks_for_is_kept_to_a_limit(site, waits, stated, waited):
    asked = f"User-agent: *\nCrawl-delay: {stated}\n".encode()
    site.pages |= {"/robots.txt": answer(asked), "/a": page(), "/b": page()}
    asking = fetcher(site, wait=waits.append, delay=1.0)
    asking.fetch(site.at("/a"))
    asking.fetch(site.at("/b"))
    assert len(waits) == 1
    assert waited - 0.5 < waits[0] <= waited


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_server_is_asked_again_when_it_says(site, waits, status):
    site.pages["/a"] = [answer(status=status, retry_after="7"), answer(status=status), page()]
    assert isinstance(fetcher(site, wait=waits.append).fetch(site.at()), Fetched)
    assert waits == [7, 4]


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_stays_busy_is_named_after_three_tries(site, waits, status):
    site.pages["/a"] = answer(status=status)
    found = fetcher(site, wait=waits.append).fetch(site.at())
    assert str(status) in found.reason
    assert site.paths == ["/a"] * 3
    assert waits == [2, 4]


def test_a_server_that_asks_for_a_long_wait_is_not_waited_for(site, waits):
    site.pages["/a"] = answer(status=429, retry_after="3600")
    found = fetcher(site, wait=waits.append).fetch(site.at())
    assert "asks to wait 3600 seconds" in found.reason
    assert (site.paths, waits) == (["/a"], [])


@pytest.mark.parametrize("status", [400, 403, 404, 410, 500])
def test_what_another_try_would_not_mend_is_asked_for_once(site, waits, status):
    site.pages["/a"] = answer(status=status)
    assert isinstance(fetcher(site, wait=waits.append).fetch(site.at()), Skipped)
    assert (site.paths, waits) == (["/a"], [])


def test_a_connection_that_breaks_is_tried_again(site, waits):
    site.pages["/a"] = [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", page()]
    assert isinstance(fetcher(site, wait=waits.append).fetch(site.at()), Fetched)
    assert waits == [2, 4]


def test_a_server_that_takes_no_connections_is_named(site, waits):
    with Site() as gone:
        pass
    found = fetcher(gone, wait=waits.append).fetch(gone.at())
    assert "takes no connections" in found.reason
    assert waits == [2, 4]


@pytest.mark.parametrize(
    ("stated", "seconds"),
    [
        ("120", 120), ("0", 0), (" 5 ", 5), ("", None), ("soon", None), ("-5", None), ("1.5", None),
        ("٣", None), ("9" * 50, 9_999_999_999), ("Mon, 03 Mar 2001 10:00:00 GMT", 0),
        ("Mon, 99 Mar 2001 10:00:00 GMT", None), ("Mon, 03 Mar 0001 10:00:00 +2359", 0),
    ],
)  # fmt: skip
def test_how_long_a_server_asks_to_wait(stated, seconds):
    assert after({"retry-after": stated}) == seconds


def test_a_moment_to_come_back_at_is_so_many_seconds_away():
    stated = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    assert 80 < after({"retry-after": stated}) <= 90
