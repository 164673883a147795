"""Every test runs with the network shut: only loopback answers."""

import socket
from itertools import count

import pytest
from hypothesis import settings

import server
from network import NetworkTouchedError
from places import Place

LONG = ("test_accuracy.py", "watching", "web", "ledger")
"""Files and folders whose tests take longest, the longest first."""

# How long an example takes tells of the machine's load, not of a mistake. The examples are the same
# each time, so that a change is judged by itself; --hypothesis-profile searching looks for others.
settings.register_profile("searching", deadline=None)
settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile("same")

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def pytest_collection_modifyitems(items):
    """What takes longest comes first: at the end no worker is left alone with it."""

    def rank(item):
        return min((LONG.index(p) for p in item.path.parts if p in LONG), default=len(LONG))

    items.sort(key=rank)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    connect, resolve = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self, address):
        if self.family != socket.AF_UNIX and address[0] not in LOOPBACK:
            raise NetworkTouchedError(f"connect to {address}")
        return connect(self, address)

    def guarded_resolve(host, *rest, **more):
        if host not in LOOPBACK and host is not None:
            raise NetworkTouchedError(f"look-up of {host}")
        return resolve(host, *rest, **more)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_resolve)


@pytest.fixture(scope="session")
def postgres():
    """A running PostgreSQL; what needs it is skipped where there is none."""
    if server.BINARIES is None:
        pytest.skip(server.MISSING)
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with server.running() as started:
        yield started


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """An empty place for a ledger, on disk and on a server; ``new`` gives another."""
    numbers = count()

    def new():
        if request.param == "sqlite":
            return Place(str(tmp_path / f"case{next(numbers)}.db"), new)
        return Place(request.getfixturevalue("postgres").new(), new)

    return new()
