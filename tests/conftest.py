"""Every test runs with the network shut: only loopback answers."""

import socket

import pytest

from network import NetworkTouchedError

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


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
