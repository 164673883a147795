"""Serve a ledger: on this machine for whoever opened it, or for named people."""

import ipaddress
import socket
import webbrowser
from contextlib import closing
from dataclasses import dataclass

import uvicorn

from reportedly import logs
from reportedly.errors import UsageError
from reportedly.ledger import Ledger, opened

from .app import build
from .guard import Door
from .people import People
from .worker import Worker

LOCAL = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Way:
    """How a ledger is served: at which host and port, for whom, and whether a browser is opened.

    ``who`` is the name that forms propose where no ``people`` are named; ``scrape`` the token for
    which a monitor is given numbers, none where it is empty.
    """

    host: str = LOCAL
    port: int = 8765
    people: People | None = None
    who: str = ""
    browser: bool = False
    scrape: str = ""


def serve(where: str, way: Way) -> None:
    """Serve the ledger at ``where`` until interrupted. ``port`` 0 takes any that is free.

    Raises UsageError where another machine could reach it and no people are named, or where the
    port is taken.
    """
    if way.people is None and not _loopback(way.host):
        raise UsageError(f"--host {way.host}: others can reach this, so it needs --people FILE")
    with opened(where, keep_decoded=True) as ledger, closing(_socket(way.host, way.port)) as taken:
        _serve(ledger, where, way, taken)


def _serve(ledger: Ledger, where: str, way: Way, taken: socket.socket) -> None:
    door, worker = Door(way.who, way.people, scrape=way.scrape), Worker(ledger, where)
    address = _address(way.host, taken.getsockname()[1])
    app = build(ledger, door, _hosts(way.host, address), worker)
    url = f"http://{address}/" + ("" if way.people else f"?token={door.token}")
    print(f"Serving {ledger.where} at {url}", flush=True)  # noqa: T201 - this is the answer
    worker.start()
    if way.browser:
        webbrowser.open(url)
    logs.tell("started", port=taken.getsockname()[1], people=way.people is not None)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False,
                            timeout_graceful_shutdown=3)  # fmt: skip
    try:
        uvicorn.Server(config).run([taken])
    finally:
        worker.close()
        logs.tell("ended")


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _socket(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named, else asyncio leaves Nagle's algorithm on: 40 ms for every answer.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen()
    except OSError as error:
        made.close()
        said = f"{host}:{port}: nothing can be served there ({error.strerror})"
        raise UsageError(said) from error
    return made


def _address(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _hosts(host: str, address: str) -> frozenset[str]:
    """The names that requests may give; of all interfaces, those of this machine."""
    port = address.rpartition(":")[2]
    local = {f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")}
    if host in ("0.0.0.0", "::"):  # noqa: S104 - asked for by --host
        return frozenset(local | {_address(name, int(port)) for name in _own()})
    return frozenset({address} | (local if _loopback(host) else set()))


def _own() -> set[str]:
    """The names and addresses of this machine, as browsers write them."""
    name = socket.gethostname()
    try:
        found = socket.getaddrinfo(name, None)
    except OSError:
        found = []
    held = {name.lower(), socket.getfqdn().lower()}
    return held | {str(one[4][0]).partition("%")[0] for one in found}
