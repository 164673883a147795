"""A site for each test, no proxies, and names where a test gives them."""

import socket

import pytest

from documents.fetching.site import Resolver, Site


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch):
    for name in ("http_proxy", "https_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def site():
    with Site() as started:
        yield started


@pytest.fixture
def names(monkeypatch):
    """Call it with names and their addresses; it gives the resolver."""

    def named(**hosts):
        resolver = Resolver({host.replace("_", "."): ips for host, ips in hosts.items()})
        monkeypatch.setattr(socket, "getaddrinfo", resolver)
        return resolver

    return named
