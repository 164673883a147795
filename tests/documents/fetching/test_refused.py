"""No answer and no name leads to an address that is not on the public internet."""

import socket

import pytest

from documents.fetching.site import Site, fetcher, moved, page
from reportedly.documents.fetching import Fetched
from reportedly.model import Skipped

PUBLIC = "93.184.216.34"


@pytest.fixture
def connected(monkeypatch):
    """Every address that a connection is tried to; those beyond loopback take none."""
    found, connect = [], socket.socket.connect

    def noted(self, address):
        found.append(address[0])
        if address[0] == PUBLIC:
            raise ConnectionRefusedError(111, "Connection refused")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", noted)
    return found


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.1/", "http://127.0.0.1:{port}/secret", "//127.0.0.1:{port}/secret",
        "http://169.254.169.254/latest/meta-data/", "http://[::1]:{port}/", "http://0.0.0.0:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/", "http://2130706433:{port}/", "http://0x7f.1:{port}/",
        "http://0177.0.0.1:{port}/", "http://127.1:{port}/", "http://10.0.0.1/", "http://192.168.0.1/",
        "http://100.64.0.1/", "http://[fe80::1]/", "http://[fd00::1]/", "http://[64:ff9b::7f00:1]/",
        "http://localhost:{port}/", "http://LOCALHOST.:{port}/", "http://router/", "http://224.0.0.1/",
        "file:///etc/passwd", "ftp://vesk.example/", "gopher://127.0.0.1:{port}/x",
        "data:text/html,x", "http://user:pass@vesk.example/", "http://", "http://[::1",
        "\\\\127.0.0.1\\a",
    ],
)  # fmt: skip
def test_a_redirect_to_what_is_not_public_is_named_and_not_followed(site, connected, to):
    with Site() as secret:
        secret.pages["/secret"] = page()
        site.pages["/a"] = moved(to.format(port=secret.port))
        found = fetcher(site).fetch(site.at())
        assert isinstance(found, Skipped)
        assert found.source == site.at()
        assert secret.asked == []
    assert set(connected) == {"127.0.0.1"}
    assert len(connected) == 2


def test_a_redirect_by_way_of_a_public_name_is_checked_at_every_step(site, names, connected):
    names(vesk_example=["127.0.0.1"], inner_example=["127.0.0.1"])
    site.pages |= {"/a": moved("/b"), "/b": moved(f"http://inner.example:{site.port}/secret")}
    found = fetcher(private=["vesk.example"]).fetch(f"http://vesk.example:{site.port}/a")
    assert "inner.example" not in found.source
    assert "leads to 127.0.0.1" in found.reason
    assert site.paths == ["/a", "/b"]


def test_a_name_that_leads_to_a_private_address_is_refused_before_anything_is_sent(
    names, connected
):
    names(vesk_example=["192.168.0.7"], ostra_example=["fd00::7"], quillon_example=["::ffff:a00:1"])
    for host, ip in (("vesk", "192.168.0.7"), ("ostra", "fd00::7"), ("quillon", "::ffff:a00:1")):
        found = fetcher().fetch(f"http://{host}.example/")
        assert f"leads to {ip}" in found.reason
    assert connected == []


@pytest.mark.parametrize("ips", [[PUBLIC, "127.0.0.1"], ["127.0.0.1", PUBLIC], [PUBLIC, "::1"]])
def test_one_private_address_among_public_ones_is_enough(names, connected, ips):
    names(vesk_example=ips)
    assert "loopback" in fetcher().fetch("http://vesk.example/").reason
    assert connected == []


def test_a_name_that_changes_its_answer_gets_no_second_one_for_a_connection(site, names, connected):
    """The first answer passes, the second is the machine itself: DNS rebinding."""
    resolver = names(vesk_example=[[PUBLIC], ["127.0.0.1"]])
    found = fetcher(tries=1).fetch(f"http://vesk.example:{site.port}/a")
    assert isinstance(found, Skipped)
    assert connected == [PUBLIC]
    assert resolver.asked == ["vesk.example"]


def test_a_name_that_changes_its_answer_is_checked_again_for_every_connection(
    site, names, connected
):
    site.pages["/a"] = page()
    resolver = names(vesk_example=[[PUBLIC], [PUBLIC], ["127.0.0.1"]])
    found = fetcher(tries=3).fetch(f"http://vesk.example:{site.port}/a")
    assert "leads to 127.0.0.1" in found.reason
    assert connected == [PUBLIC, PUBLIC]
    assert resolver.asked == ["vesk.example"] * 3
    assert site.asked == []


def test_a_name_may_be_looked_up_once_a_connection_and_no_more(site, names):
    site.pages["/a"] = page()
    resolver = names(vesk_example=["127.0.0.1"])
    found = fetcher(private=["vesk.example"]).fetch(f"http://vesk.example:{site.port}/a")
    assert isinstance(found, Fetched)
    assert resolver.asked == ["vesk.example", "vesk.example"]
    assert site.asked[0].headers["host"] == f"vesk.example:{site.port}"


def test_the_next_address_of_a_name_is_tried_where_one_takes_no_connection(site, names, connected):
    site.pages["/a"] = page()
    names(vesk_example=[PUBLIC, "127.0.0.1"])
    asking = fetcher(private=["vesk.example"])
    assert isinstance(asking.fetch(f"http://vesk.example:{site.port}/a"), Fetched)
    assert connected == [PUBLIC, "127.0.0.1"] * 2


def test_a_host_of_ones_own_is_that_host_and_port_alone(site):
    with Site() as other:
        other.pages["/a"] = site.pages["/a"] = page()
        asking = fetcher(site)
        assert isinstance(asking.fetch(site.at()), Fetched)
        assert "--allow-private" in asking.fetch(other.at()).reason
        assert other.asked == []


def test_an_ipv6_host_of_ones_own_is_fetched():
    with Site("::1") as site:
        site.pages["/a"] = page()
        found = fetcher(site).fetch(site.at())
        assert found.raw.url == f"http://[::1]:{site.port}/a"
        assert site.asked[0].headers["host"] == f"[::1]:{site.port}"


def test_the_robots_file_of_a_private_host_is_not_asked_for(site, names):
    names(vesk_example=["127.0.0.1"])
    assert "leads to 127.0.0.1" in fetcher().fetch(f"http://vesk.example:{site.port}/").reason
    assert site.asked == []


def test_the_robots_file_may_not_redirect_to_a_private_host_either(site, names, connected):
    names(vesk_example=["127.0.0.1"])
    with Site() as secret:
        site.pages |= {"/robots.txt": moved(secret.at("/secret")), "/a": page()}
        found = fetcher(private=["vesk.example"]).fetch(f"http://vesk.example:{site.port}/a")
        assert "robots.txt" in found.reason or "127.0.0.1" in found.reason
        assert secret.asked == []
        assert site.paths == []


def test_a_name_that_nobody_knows_is_named(names):
    names()
    assert fetcher().fetch("http://vesk.example/").reason == "its host is not known"
