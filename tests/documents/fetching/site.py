"""A small real server on loopback that answers whatever bytes a test wants, and a resolver's place.

Names are given addresses at ``socket.getaddrinfo``, the one place where the program asks for them:
the system's resolver cannot be pointed at a server of a test.
"""

import socket
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock, Thread

from reportedly.documents.fetching import Fetcher, Limits, Manners

PAGE = (
    b"<!doctype html><html><head><title>Bridge</title></head><body><article><h1>The bridge</h1>"
    b"<p>The bridge at Vesk fell on Monday, two witnesses said.</p></article></body></html>"
)
TEXT = "The bridge at Vesk fell on Monday, two witnesses said."
HTML = {"Content-Type": "text/html; charset=utf-8"}


def answer(body=b"", status=200, length=True, **headers):
    """The bytes of an answer; ``content_type`` is a header Content-Type."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if length:
        named.setdefault("content-length", str(len(body)))
    lines = [f"HTTP/1.1 {status} Said So", *(f"{name}: {value}" for name, value in named.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def page(body=PAGE, **headers):
    """The answer of a web page."""
    return answer(body, content_type="text/html; charset=utf-8", **headers)


def moved(to, status=302):
    """The answer of a redirect."""
    return answer(status=status, location=to)


NOT_THERE = answer(status=404)


@dataclass
class Request:
    """What was asked: the first line in its parts, headers by small letters."""

    method: str
    path: str
    headers: dict = field(default_factory=dict)


class Site:
    """Answers by path: with bytes, with pieces, or as a function of request and connection says."""

    def __init__(self, host="127.0.0.1", secure=None):
        self.pages = {}
        self.asked = []
        self._secure = secure
        self._lock = Lock()
        self._open = set()
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listening = socket.create_server((host, 0), family=family)
        self.port = self._listening.getsockname()[1]
        self.host = f"[{host}]:{self.port}" if ":" in host else f"{host}:{self.port}"
        self.root = f"{'https' if secure else 'http'}://{self.host}"
        self._serving = Thread(target=self._serve, daemon=True)
        self._serving.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        self._serving.join(5)

    def at(self, path="/a"):
        """The address of a path."""
        return self.root + path

    @property
    def paths(self):
        """What was asked for, less robots.txt."""
        return [request.path for request in self.asked if request.path != "/robots.txt"]

    def _serve(self):
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            Thread(target=self._meet, args=(connection,), daemon=True).start()

    def _meet(self, connection):
        with self._lock:
            self._open.add(connection)
        try:
            with suppress(OSError, ValueError):
                if self._secure:
                    connection = self._secure.wrap_socket(connection, server_side=True)
                self._answer(connection)
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()

    def _answer(self, connection):
        request = read_request(connection)
        if request is None:
            return
        self.asked.append(request)
        found = self.pages.get(request.path, NOT_THERE)
        if isinstance(found, list):
            found = found.pop(0) if len(found) > 1 else found[0]
        if callable(found):
            found = found(request, connection)
        for piece in [found] if isinstance(found, bytes) else found or ():
            connection.sendall(piece)


def read_request(connection):
    """The request that comes over a connection, None where it ends before."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return None
        data += piece
    first, *lines = data.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    method, path, _ = first.split(" ")
    pairs = (line.split(": ", 1) for line in lines)
    return Request(method, path, {name.lower(): value for name, value in pairs})


def fetcher(*sites, known=None, wait=None, private=(), delay=0.0, contact="", **limits):
    """A fetcher that may ask these sites, and does not really wait."""
    manners = Manners(contact, delay, frozenset([*(site.host for site in sites), *private]))
    return Fetcher(known, manners, Limits(**limits), wait or (lambda _: None))


class Resolver:
    """Names to the addresses they have; a list of lists is what each look-up gets, in turn."""

    def __init__(self, names):
        self.names = names
        self.asked = []

    def __call__(self, host, port, *rest, **more):
        self.asked.append(host)
        found = self.names.get(
            host, [host] if host.replace(".", "").isdigit() or ":" in host else None
        )
        if found is None:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if isinstance(found[0], list):
            found = found.pop(0) if len(found) > 1 else found[0]
        return [
            (
                socket.AF_INET6 if ":" in ip else socket.AF_INET,
                socket.SOCK_STREAM,
                6,
                "",
                (ip, port),
            )
            for ip in found
        ]
