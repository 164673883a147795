"""Connections to the very IP address that was checked, with every byte and second counted.

urllib3 speaks HTTP; which socket it speaks over, and what that may take, is decided here.
"""

import socket
import ssl
from collections.abc import Sequence
from threading import Thread
from typing import Any, cast

from urllib3.connection import HTTPConnection, HTTPSConnection

from .budget import Budget
from .failures import AgainError, HostError

_MOST_TRIED = 4
"""Of a host's addresses."""

Endpoint = tuple[socket.AddressFamily, Any]
"""A family, and what a socket of it connects to."""


class _Counted:
    """A socket whose reads are charged to a budget, and wait no longer than it has left."""

    budget: Budget | None = None

    def recv_into(self, buffer: Any, nbytes: int | None = None, flags: int = 0) -> int:  # noqa: ANN401
        """As the socket's own."""
        here = cast("Any", super())
        if self.budget is None:
            return int(here.recv_into(buffer, nbytes or len(buffer), flags))
        cast("Any", self).settimeout(self.budget.patience(self.budget.limits.silence))
        count = int(here.recv_into(buffer, nbytes or len(buffer), flags))
        self.budget.took(count)
        return count


class _Plain(_Counted, socket.socket):
    pass


class _Secured(_Counted, ssl.SSLSocket):
    pass


class _Connecting:
    """The part of a connection that urllib3 leaves to its ``_new_conn``."""

    def __init__(self, *given: Any, ends: Sequence[Endpoint], budget: Budget, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*given, **more)
        self._ends = ends
        self._budget = budget

    def _new_conn(self) -> socket.socket:
        return _connected(self._ends, self._budget)

    def connect(self) -> None:
        """Connect, and count from then on."""
        cast("Any", super()).connect()
        cast("Any", self).sock.budget = self._budget


class Plain(_Connecting, HTTPConnection):
    """HTTP over a connection to one of the ``ends`` given."""


class Secured(_Connecting, HTTPSConnection):
    """HTTPS over one; the certificate is that of the host's name, whatever the end."""


def looked_up(url: str, host: str, port: int, budget: Budget) -> list[Endpoint]:
    """Every address that a host has, by one look-up. Raises :class:`HostError`."""
    found: list[list[Any] | OSError | UnicodeError] = []

    def look_up() -> None:
        try:
            found.append(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            found.append(error)

    # A look-up cannot be broken off, so it is left behind where it takes too long.
    looking = Thread(target=look_up, daemon=True)
    looking.start()
    looking.join(budget.patience(budget.limits.connect))
    if not found:
        raise AgainError(url, "the look-up of its host takes too long")
    if isinstance(found[0], list):
        return [(info[0], info[4]) for info in found[0]]
    if isinstance(found[0], socket.gaierror) and found[0].errno == socket.EAI_AGAIN:
        raise AgainError(url, "its host could not be looked up")
    raise HostError(url, "its host is not known")


def trusted() -> ssl.SSLContext:
    """TLS with certificates verified by the system's list, or certifi's where there is none."""
    context = ssl.create_default_context()
    context.sslsocket_class = _Secured
    paths = ssl.get_default_verify_paths()
    if not paths.cafile and not paths.capath:
        import certifi  # noqa: PLC0415 - seldom needed

        context.load_verify_locations(certifi.where())
    return context


def _connected(ends: Sequence[Endpoint], budget: Budget) -> socket.socket:
    last: OSError = OSError("no address")
    for family, end in ends[:_MOST_TRIED]:
        made = _Plain(family, socket.SOCK_STREAM)
        try:
            made.settimeout(budget.patience(budget.limits.connect))
            made.connect(end)
            made.budget = budget
            return made
        except OSError as error:
            last = error
            made.close()
        except BaseException:
            made.close()
            raise
    raise last
