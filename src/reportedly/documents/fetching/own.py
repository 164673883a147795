"""Whether a host may be asked: a public one, or one that a person calls their own."""

import re

from reportedly.errors import SourceError, UsageError

from .address import Address, parse
from .failures import HostError
from .networks import refused

_INNER = ("localhost", "local", "internal", "home.arpa", "lan", "intranet", "corp")


Own = frozenset[tuple[str, int | None]]
"""Hosts that a person calls their own: at one port, or at any."""


def entrusted(named: str) -> tuple[str, int | None]:
    """What "host" or "host:port" means. Raises UsageError where it is neither."""
    try:
        found = parse(f"http://{named}/")
    except SourceError as error:
        raise UsageError(f"{named}: this is no host or host:port ({error.reason})") from error
    if re.search(r"[/?#@]", named):
        raise UsageError(f"{named}: give a host or host:port, and nothing else")
    return found.host, found.port if _has_port(named) else None


def is_own(address: Address, own: Own) -> bool:
    """Whether a person allowed this host although it is not on the public internet."""
    return not own.isdisjoint({(address.host, None), (address.host, address.port)})


def check_name(address: Address) -> None:
    """Raise :class:`HostError` where the host alone tells that it is not a public one."""
    if ":" in address.host or address.host.replace(".", "").isdigit():
        check_ip(address, address.host)
    elif "." not in address.host or address.host.endswith(tuple(f".{one}" for one in _INNER)):
        reason = f"its host {address.host} is a name of a private network"
        raise HostError(address.url, f"{reason}; --allow-private lets it be fetched")


def check_ip(address: Address, ip: str) -> None:
    """Raise :class:`HostError` where ``ip``, which the host leads to, is not a public one."""
    if words := refused(ip):
        reason = f"its host leads to {ip}, which is {words}"
        raise HostError(address.url, f"{reason}; --allow-private lets it be fetched")


def _has_port(named: str) -> bool:
    return bool(re.search(r":\d+$", named)) and (named.startswith("[") or named.count(":") == 1)
