"""What is an address, in which spelling, and which hosts are on the public internet."""

import ipaddress
import socket

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportedly.documents.fetching.address import onward, parse, shown
from reportedly.documents.fetching.networks import refused
from reportedly.documents.fetching.own import check_ip, check_name, entrusted, is_own
from reportedly.errors import SourceError, UsageError

PRIVATE = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
    "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
]  # fmt: skip


def within(network):
    """Addresses of a network, its first and last most often."""
    first, last = int(network[0]), int(network[-1])
    kind = type(network[0])
    return st.one_of(st.just(first), st.just(last), st.integers(first, last)).map(kind)


private_v4 = st.sampled_from(PRIVATE).map(ipaddress.ip_network).flatmap(within)


@st.composite
def spelled(draw, addresses=private_v4):
    """An IPv4 address as somebody might write it who does not want it to be known as one."""
    ip = draw(addresses)
    number = int(ip)
    parts = draw(st.integers(1, 4))
    octets = [int(o) for o in str(ip).split(".")]
    pieces = [*octets[: parts - 1], number & ((1 << (8 * (5 - parts))) - 1)]
    write = st.sampled_from([str, "{:#x}".format, "0{:o}".format, "{:#X}".format, "000{:o}".format])
    text = ".".join(draw(write)(piece) for piece in pieces)
    wide = {**{str(n): chr(0xFF10 + n) for n in range(10)}, ".": draw(st.sampled_from("。．｡"))}
    if draw(st.booleans()):
        text = "".join(wide.get(c, c) if draw(st.booleans()) else c for c in text)
    return ip, text + draw(st.sampled_from(["", "."]))


def reached(url):
    """Whether an address passes every check that needs no look-up, or leads to a private one."""
    try:
        found = parse(url)
        check_name(found)
    except SourceError:
        return False
    return True


@given(spelled())
@example((ipaddress.ip_address("127.0.0.1"), "2130706433"))
@example((ipaddress.ip_address("127.0.0.1"), "0x7f.1"))
@example((ipaddress.ip_address("127.0.0.1"), "0177.0.0.1"))
@example((ipaddress.ip_address("127.0.0.1"), "127.1"))
@example((ipaddress.ip_address("169.254.169.254"), "①⑥⑨.254.169.254"))
@example((ipaddress.ip_address("127.0.0.1"), "127。0。0。1"))
def test_no_spelling_of_a_private_address_is_let_through(case):
    _, text = case
    for rest in ("/", ":8080/x", ""):
        assert not reached(f"http://{text}{rest}")


@given(private_v4)
def test_no_private_address_is_let_through_after_a_look_up(ip):
    found = parse("http://vesk.example/")
    with pytest.raises(SourceError):
        check_ip(found, str(ip))


@given(
    st.one_of(private_v4, st.integers(0, 2**32 - 1).map(ipaddress.IPv4Address)),
    st.sampled_from(["::ffff:0:0", "64:ff9b::", "64:ff9b:1::", "::", "2002::", "2001::"]),
)
def test_no_ipv4_address_is_reached_in_the_disguise_of_an_ipv6_one(ip, prefix):
    where = 80 if prefix == "2002::" else 0
    inside = ipaddress.IPv6Address(int(ipaddress.IPv6Address(prefix)) | int(ip) << where)
    assert refused(str(inside))
    for text in (str(inside), inside.exploded, str(inside).upper()):
        assert not reached(f"http://[{text}]/")
        assert not reached(f"https://[{text}]:8443/a")


PRIVATE_V6 = [
    "::/8", "64:ff9b::/32", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "::/0",
]  # fmt: skip


@given(st.sampled_from(PRIVATE_V6).map(ipaddress.ip_network).flatmap(within))
@example(ipaddress.ip_address("::1"))
@example(ipaddress.ip_address("fe80::1"))
@example(ipaddress.ip_address("fd00::1"))
@example(ipaddress.ip_address("ff02::1"))
@example(ipaddress.ip_address("2001:db8::1"))
@example(ipaddress.ip_address("fec0::1"))
def test_what_python_knows_as_private_is_refused(ip):
    public = ip.is_global and not ip.is_multicast and ip in ipaddress.ip_network("2000::/3")
    assert refused(str(ip)) or public


@given(st.integers(0, 2**32 - 1).map(ipaddress.IPv4Address))
def test_of_ipv4_only_what_is_special_is_refused(ip):
    special = not ip.is_global or ip.is_multicast or ip.is_reserved
    added = ip in ipaddress.ip_network("192.88.99.0/24") or str(ip) == "168.63.129.16"
    python_lets = ipaddress.ip_network("192.0.0.0/24")
    assert bool(refused(str(ip))) == (special or added or ip in python_lets)


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1::1", "2a00:1450::5", "9.9.9.9"])
def test_public_addresses_are_let_through(ip):
    assert refused(ip) is None
    assert reached(f"http://[{ip}]/" if ":" in ip else f"http://{ip}/")


def test_a_link_local_address_with_its_zone_is_refused():
    assert refused("fe80::1%eth0")
    assert not reached("http://[fe80::1%25eth0]/")


@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST.", "a.localhost", "router", "nas.local", "metadata.google.internal",
     "printer.lan", "x.home.arpa"],
)  # fmt: skip
def test_names_of_private_networks_are_refused_before_any_look_up(host):
    assert not reached(f"http://{host}/")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTP://Vesk.Example", "http://vesk.example/"),
        ("https://vesk.example:443/a", "https://vesk.example/a"),
        ("https://vesk.example:8443/a?b=c&d#e", "https://vesk.example:8443/a?b=c&d"),
        ("https://vesk.example./a", "https://vesk.example/a"),
        ("https://vesk.example?q=1", "https://vesk.example/?q=1"),
        ("https://vesk.example/ä b/%C3%A4", "https://vesk.example/%C3%A4%20b/%C3%A4"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("https://ВЕСК.example/", "https://xn--b1agp1a.example/"),
        ("https://[2606:2800:0:0::1]/", "https://[2606:2800::1]/"),
        ("https://a_b.example/", "https://a_b.example/"),
    ],
)
def test_an_address_has_one_spelling(url, expected):
    assert parse(url).url == expected
    assert parse(expected).url == expected


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://vesk.example/", "gopher://vesk.example/",
        "javascript:alert(1)", "data:text/html,x", "//vesk.example/", "vesk.example",
        "http://", "http:///a",
        "http://:80/",
        "http://vesk.example:0/", "http://vesk.example:99999/", "http://vesk.example:x/",
        "http://user@vesk.example/", "http://user:pass@vesk.example/", "http://@vesk.example/",
        "http://vesk.example\\@127.0.0.1/", "http://ve sk.example/", "http://vesk..example/",
        "http://-vesk.example/", "http://vesk.example\n/", "http://vesk.example/\r\nX: y",
        "http://vesk.example/\x00", "http://[::1", "http://[1.2.3.4]/", "http://ve%73k.example/",
        "http://" + "a" * 64 + ".example/", "http://" + "a." * 127 + "example/",
        "http://vesk.example/" + "a" * 2000, "http://vesk.example/" + "ä" * 500,
        "http://℀.example/", "http://vesk.example%2f@127.0.0.1/",
    ],
)  # fmt: skip
def test_what_is_no_address_to_fetch_is_refused(url):
    with pytest.raises(SourceError):
        parse(url)


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://", "http://a.example/"]))
def test_any_text_is_an_address_or_refused_and_its_spelling_stays(text, start):
    try:
        found = parse(start + text)
    except SourceError:
        return
    assert found.url.isascii()
    assert found.url.isprintable()
    assert " " not in found.url
    assert parse(found.url) == found


@given(st.text(max_size=60))
def test_any_location_leads_to_an_address_or_is_refused(text):
    try:
        found = onward(parse("https://vesk.example/a/b"), text)
    except SourceError:
        return
    assert found.scheme in {"http", "https"}
    assert parse(found.url) == found


def test_a_password_is_never_shown():
    url = "https://user:secret@vesk.example/"
    assert shown(url) == "https://***@vesk.example/"
    with pytest.raises(SourceError) as caught:
        parse(url)
    assert "secret" not in str(caught.value)
    with pytest.raises(SourceError) as caught:
        onward(parse("https://vesk.example/"), "https://user:secret@other.example/")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("named", "url", "own"),
    [
        ("10.0.0.7", "http://10.0.0.7/", True),
        ("10.0.0.7", "https://10.0.0.7:8443/", True),
        ("10.0.0.7:8080", "http://10.0.0.7:8080/", True),
        ("10.0.0.7:8080", "http://10.0.0.7/", False),
        ("10.0.0.7:80", "http://10.0.0.7:8080/", False),
        ("10.0.0.7", "http://10.0.0.77/", False),
        ("Wiki.Intranet.", "http://wiki.intranet/", True),
        ("wiki.intranet", "http://a.wiki.intranet/", False),
        ("[::1]:8000", "http://[0:0::1]:8000/", True),
        ("[::1]", "http://[::1]:8000/", True),
    ],
)
def test_what_a_person_calls_their_own_is_exactly_that(named, url, own):
    assert is_own(parse(url), frozenset({entrusted(named)})) is own


@pytest.mark.parametrize("named", ["", "a/b", "http://a", "a b", "u@a", "*", "10.0.0.0/8", "a:x"])
def test_what_is_no_host_is_wrong_use(named):
    with pytest.raises(UsageError):
        entrusted(named)


def test_the_system_reads_the_strange_spellings_as_private_addresses():
    """Why they are refused: inet_aton takes them."""
    for text in ("2130706433", "0x7f.1", "0177.0.0.1", "127.1"):
        assert socket.inet_aton(text) == socket.inet_aton("127.0.0.1")
