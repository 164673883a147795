"""An address as it is asked for: taken apart once, in one spelling, refused where it is none."""

import re
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote, urljoin, urlsplit

from reportedly.documents.sources import printable
from reportedly.errors import SourceError

LONGEST = 2_000

_PORTS = {"http": 80, "https": 443}
_KEPT = "!$%&'()*+,/:;=?@[]|~"
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_SECRET = re.compile(r"(?<=//)[^/?#]*@")


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address; ``host`` is a name in ASCII or an IP without brackets."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host and port as they stand in an address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """What robots.txt is about: scheme, host and port."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The whole of it, in the one spelling that is used from here on."""
        return self.origin + self.path

    def beside(self, path: str) -> "Address":
        """Another path of the same origin."""
        return Address(self.scheme, self.host, self.port, path)


def shown(url: str) -> str:
    """``url`` for people to see: printable, without a password."""
    return printable(_SECRET.sub("***@", url, count=1))


def parse(url: str) -> Address:
    """The address that ``url`` is. Raises :class:`SourceError` with the reason where none."""
    if len(url) > LONGEST:
        raise SourceError(shown(url[:100]), f"the address is longer than {LONGEST:,} characters")
    if "\\" in url or not url.isprintable():
        raise SourceError(shown(url), "the address holds characters that no address has")
    try:
        parts = urlsplit(url.strip())
        scheme, name, port = parts.scheme.lower(), parts.hostname or "", parts.port
    except ValueError as error:
        raise SourceError(shown(url), "this is no address") from error
    if scheme not in _PORTS:
        raise SourceError(shown(url), "only http and https addresses are fetched")
    if "@" in parts.netloc:
        raise SourceError(shown(url), "an address with a user name or password is not fetched")
    if port == 0:
        raise SourceError(shown(url), "no server is at port 0")
    host = _host(name, url)
    path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_KEPT)
    found = Address(scheme, host, port or _PORTS[scheme], path)
    if len(found.url) > LONGEST:
        raise SourceError(shown(url[:100]), f"the address is longer than {LONGEST:,} characters")
    return found


def onward(at: Address, location: str) -> Address:
    """Where an answer from ``at`` sends whoever asked. Raises :class:`SourceError`."""
    with suppress(UnicodeError):
        # Header lines come as latin-1; addresses in them are often raw UTF-8.
        location = location.encode("latin-1").decode("utf-8")
    try:
        return parse(urljoin(at.url, location.strip()[: LONGEST + 1]))
    except ValueError as error:
        raise SourceError(at.url, "it redirects to what is no address") from error
    except SourceError as error:
        reason = f"it redirects to {error.source[:200]}: {error.reason}"
        raise SourceError(at.url, reason) from error


def _host(name: str, url: str) -> str:
    name = name.rstrip(".")
    if ":" in name:
        return _bracketed(name, url)
    host = name if name.isascii() else _in_ascii(name, url)
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return _numbered(host, url)
    if len(host) > 253 or not all(map(_LABEL.fullmatch, labels)):
        raise SourceError(shown(url), "its host is no name that a host can have")
    return host


def _bracketed(name: str, url: str) -> str:
    try:
        found = IPv6Address(name)
    except ValueError as error:
        raise SourceError(shown(url), "its host is no IPv6 address") from error
    if found.scope_id:
        raise SourceError(shown(url), "its host is an address of this machine's own network")
    return str(found)


def _numbered(host: str, url: str) -> str:
    """An IPv4 address; only in the one spelling that everybody reads alike."""
    try:
        return str(IPv4Address(host))
    except ValueError as error:
        reason = "its host is a number that is no plain IPv4 address"
        raise SourceError(shown(url), reason) from error


def _in_ascii(name: str, url: str) -> str:
    import idna  # noqa: PLC0415 - large, and seldom needed

    try:
        return idna.encode(name, uts46=True).decode("ascii").lower()
    except idna.IDNAError as error:
        raise SourceError(shown(url), "its host is no name that a host can have") from error
