"""Which IP addresses are on the public internet; to no others a connection is made.

The list is that of IANA's registries of special-purpose addresses, written out, since what the
standard library says of some of them differs from version to version.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_PUBLIC_V6 = ip_network("2000::/3")

_REFUSED = tuple(
    (ip_network(network), words)
    for network, words in (
        ("0.0.0.0/8", "of this machine"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "private (carrier-grade NAT)"),
        ("127.0.0.0/8", "of this machine (loopback)"),
        ("168.63.129.16/32", "of a cloud's own services"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "reserved for examples"),
        ("192.88.99.0/24", "reserved (6to4)"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "reserved for tests"),
        ("198.51.100.0/24", "reserved for examples"),
        ("203.0.113.0/24", "reserved for examples"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "of this machine"),
        ("::1/128", "of this machine (loopback)"),
        ("::ffff:0:0/96", "an IPv4 address in disguise"),
        ("::/96", "an IPv4 address in disguise"),
        ("64:ff9b::/96", "an IPv4 address in disguise (NAT64)"),
        ("64:ff9b:1::/48", "an IPv4 address in disguise (NAT64)"),
        ("2001::/32", "an IPv4 address in disguise (Teredo)"),
        ("2001::/23", "reserved"),
        ("2001:db8::/32", "reserved for examples"),
        ("2002::/16", "an IPv4 address in disguise (6to4)"),
        ("3fff::/20", "reserved for examples"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("ff00::/8", "multicast"),
    )
)


def refused(ip: str) -> str | None:
    """What an IP address is that no connection is made to; None where it is a public one."""
    found = ip_address(ip.partition("%")[0])
    special = next((words for network, words in _REFUSED if found in network), None)
    return special or (None if _public(found) else "reserved")


def _public(found: IPv4Address | IPv6Address) -> bool:
    return found.version == 4 or found in _PUBLIC_V6
