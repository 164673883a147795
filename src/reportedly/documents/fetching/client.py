"""One request, one answer: over one connection, to an address that was checked."""

import http.client
import os
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from itertools import chain

import urllib3.exceptions
from urllib3.response import BaseHTTPResponse

from reportedly.errors import SourceError

from .address import Address
from .budget import Budget
from .connections import Endpoint, Plain, Secured, looked_up, trusted
from .failures import AgainError, HostError
from .own import Own, check_ip, check_name, is_own
from .proxies import Proxy, proxy_for
from .unpack import Unpacked

_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: its headers by small letters; a body only where it has the file."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(default=b"", repr=False)

    @property
    def said(self) -> str:
        """The status in words, which are not the server's."""
        known = {status.value: status.phrase for status in HTTPStatus}
        return f"{self.status} ({known[self.status]})" if self.status in known else f"{self.status}"


class Client:
    """Sends requests without cookies, credentials or referrer, and follows nothing."""

    def __init__(self, agent: str, own: Own) -> None:
        self._agent = agent
        self._own = own

    def ask(
        self,
        address: Address,
        budget: Budget,
        headers: Mapping[str, str] | None = None,
        most: int | None = None,
    ) -> Answer:
        """What the server of ``address`` answers.

        ``headers`` are sent beside the usual ones. Of a body ``most`` bytes are taken and the rest
        left; without it, a body over the limits raises. Raises :class:`SourceError`,
        :class:`AgainError` where another try may do.
        """
        own = is_own(address, self._own)
        if not own:
            check_name(address)
        proxy = proxy_for(address)
        with _said(address, budget), self._connection(address, budget, proxy) as connection:
            forwarded = proxy and address.scheme == "http"
            connection.request(
                "GET",
                address.url if forwarded else address.path,
                headers={
                    **self._usual(address), **(headers or {}),
                    **(proxy.headers if proxy and forwarded else {}),
                },
                preload_content=False,
                decode_content=False,
            )  # fmt: skip
            return _answer(address, connection.getresponse(), budget, most)

    @contextmanager
    def _connection(
        self, address: Address, budget: Budget, proxy: Proxy | None
    ) -> Iterator[Plain | Secured]:
        ends = self._ends(address, budget, proxy)
        host, port = (proxy.host, proxy.port) if proxy else (address.host, address.port)
        timeout = budget.limits.connect
        made: Plain | Secured
        if address.scheme == "http":
            made = Plain(host, port, ends=ends, budget=budget, timeout=timeout)
        else:
            made = Secured(
                host, port, ends=ends, budget=budget, timeout=timeout, ssl_context=self._context
            )
            if proxy:
                made.set_tunnel(address.host, address.port, proxy.headers)
        try:
            yield made
        finally:
            made.close()

    def _ends(self, address: Address, budget: Budget, proxy: Proxy | None) -> list[Endpoint]:
        """What to connect to: looked up once, and nothing is connected to but what was checked."""
        if proxy:
            return looked_up(address.url, proxy.host, proxy.port, budget)
        found = looked_up(address.url, address.host, address.port, budget)
        if not is_own(address, self._own):
            for _, end in found:
                check_ip(address, str(end[0]))
        return found

    def _usual(self, address: Address) -> dict[str, str]:
        return {
            "Host": address.authority,
            "User-Agent": self._agent,
            "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }

    @cached_property
    def _context(self) -> ssl.SSLContext:
        return trusted()


def _answer(
    address: Address, response: BaseHTTPResponse, budget: Budget, most: int | None
) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    if sum(map(len, chain(*response.headers.items()))) > budget.limits.headers:
        most_headers = f"{budget.limits.headers:,} bytes"
        raise SourceError(address.url, f"the headers of its answer have more than {most_headers}")
    if response.status != HTTPStatus.OK:
        return Answer(response.status, headers)
    limit = budget.limits.unpacked if most is None else most
    body = Unpacked(address.url, headers.get("content-encoding", ""), limit, cut=most is not None)
    while not body.full and (piece := response.read(_PIECE, decode_content=False)):
        body.take(piece)
    return Answer(response.status, headers, body.whole())


@contextmanager
def _said(address: Address, budget: Budget) -> Iterator[None]:
    """What goes wrong on the way, as a sentence; what may go right another time, as that."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        reason = f"its certificate is not trusted ({error.verify_message})"
        raise HostError(address.url, reason) from error
    except ssl.SSLError as error:
        raise HostError(address.url, "a secure connection could not be agreed upon") from error
    except (TimeoutError, urllib3.exceptions.TimeoutError) as error:
        budget.patience(0)
        raise AgainError(address.url, "its server does not answer in time") from error
    except ConnectionRefusedError as error:
        raise AgainError(address.url, "its server takes no connections") from error
    except (http.client.HTTPException, urllib3.exceptions.HTTPError, ValueError) as error:
        raise AgainError(address.url, _broken(error)) from error
    except OSError as error:
        raise AgainError(address.url, _failed(error)) from error


def _broken(error: Exception) -> str:
    if isinstance(error, urllib3.exceptions.ProtocolError | http.client.IncompleteRead):
        return "its answer is cut short"
    return "its answer is not HTTP as it should be"


def _failed(error: OSError) -> str:
    if "Tunnel connection failed" in str(error):
        return "the proxy does not let it through"
    why = os.strerror(error.errno).lower() if error.errno else "broken off"
    return f"the connection failed ({why})"
