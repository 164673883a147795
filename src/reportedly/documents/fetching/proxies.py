"""The proxy that the environment names: http_proxy, https_proxy, no_proxy."""

import base64
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies_environment, proxy_bypass

from reportedly.errors import SourceError

from .address import Address


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where a proxy is, and what it is told to let somebody through."""

    host: str
    port: int
    pass_: str | None

    @property
    def headers(self) -> dict[str, str]:
        """The headers for the proxy alone."""
        return {"Proxy-Authorization": self.pass_} if self.pass_ else {}


def proxy_for(address: Address) -> Proxy | None:
    """The proxy that this address is asked for through, or None. Raises :class:`SourceError`."""
    named = getproxies_environment().get(address.scheme)
    if not named or proxy_bypass(address.authority):
        return None
    try:
        parts = urlsplit(named if "://" in named else f"http://{named}")
        host, port = parts.hostname, parts.port or 80
    except ValueError as error:
        raise SourceError(address.url, "the proxy in the environment has no address") from error
    if parts.scheme != "http" or not host:
        raise SourceError(address.url, "the proxy in the environment is no http:// proxy")
    return Proxy(host, port, _pass(parts.username, parts.password))


def _pass(user: str | None, password: str | None) -> str | None:
    if user is None:
        return None
    said = f"{unquote(user)}:{unquote(password or '')}"
    return "Basic " + base64.b64encode(said.encode()).decode("ascii")
