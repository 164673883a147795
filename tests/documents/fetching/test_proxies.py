"""A proxy that the environment names is asked; what shows itself to be private stays refused."""

import base64
import socket
import ssl
from contextlib import suppress
from threading import Thread

import pytest
import trustme

from documents.fetching.site import Site, answer, fetcher, page, read_request
from reportedly.documents.fetching import Fetched


class Proxy(Site):
    """A small real proxy: it takes addresses as they are, and makes tunnels, all to one site."""

    def __init__(self, site):
        super().__init__()
        self._site = site

    def _answer(self, connection):
        request = read_request(connection)
        if request is None:
            return
        self.asked.append(request)
        with socket.create_connection(("127.0.0.1", self._site.port)) as onward:
            if request.method == "CONNECT":
                connection.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
                back = Thread(target=_pump, args=(onward, connection), daemon=True)
                back.start()
                _pump(connection, onward)
                back.join(5)
                return
            path = "/" + request.path.split("/", 3)[3]
            host = request.headers["host"]
            onward.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            _pump(onward, connection)


def _pump(source, target):
    with suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)


@pytest.fixture
def proxy(site, monkeypatch):
    with Proxy(site) as started:
        monkeypatch.setenv("http_proxy", f"http://{started.host}")
        monkeypatch.setenv("https_proxy", f"http://{started.host}")
        yield started


def test_a_proxy_is_asked_for_whole_addresses_and_looks_names_up_itself(site, proxy):
    site.pages["/a"] = page()
    found = fetcher().fetch("http://vesk.example/a")
    assert isinstance(found, Fetched)
    assert [r.path for r in proxy.asked] == [
        "http://vesk.example/robots.txt", "http://vesk.example/a",
    ]  # fmt: skip
    assert proxy.asked[0].headers["host"] == "vesk.example"
    assert "proxy-authorization" not in proxy.asked[0].headers


def test_what_lets_somebody_through_a_proxy_is_told_to_the_proxy_alone(site, proxy, monkeypatch):
    monkeypatch.setenv("http_proxy", f"http://desk:p%40ss@{proxy.host}")
    site.pages["/a"] = page()
    assert isinstance(fetcher().fetch("http://vesk.example/a"), Fetched)
    told = base64.b64encode(b"desk:p@ss").decode()
    assert {r.headers["proxy-authorization"] for r in proxy.asked} == {f"Basic {told}"}
    assert not any("authorization" in r.headers for r in site.asked)


def test_a_secure_page_comes_through_a_tunnel_and_is_verified(monkeypatch, tmp_path):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("vesk.example").configure_cert(context)
    with Site(secure=context) as site, Proxy(site) as proxy:
        monkeypatch.setenv("https_proxy", f"http://desk:pass@{proxy.host}")
        site.pages["/a"] = page()
        assert isinstance(fetcher().fetch("https://vesk.example/a"), Fetched)
        assert {(r.method, r.path) for r in proxy.asked} == {("CONNECT", "vesk.example:443")}
        assert all("proxy-authorization" in r.headers for r in proxy.asked)
        assert all("proxy-authorization" not in r.headers for r in site.asked)
        found = fetcher().fetch("https://ostra.example/a")
        assert "certificate is not trusted" in found.reason


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://169.254.169.254/", "http://[::1]/", "http://localhost/",
     "http://2130706433/", "http://router/", "http://metadata.google.internal/"],
)  # fmt: skip
def test_what_shows_itself_to_be_private_is_not_asked_of_a_proxy(proxy, url):
    assert fetcher().fetch(url).reason
    assert proxy.asked == []


def test_hosts_in_no_proxy_are_asked_directly_and_checked(site, proxy, names, monkeypatch):
    names(vesk_example=["127.0.0.1"])
    monkeypatch.setenv("no_proxy", "vesk.example,127.0.0.1")
    site.pages["/a"] = page()
    assert "leads to 127.0.0.1" in fetcher().fetch("http://vesk.example/a").reason
    assert isinstance(fetcher(site).fetch(site.at()), Fetched)
    assert proxy.asked == []


@pytest.mark.parametrize(
    "named", ["socks5://127.0.0.1:1", "https://127.0.0.1:1", "http://", "http://a:b"]
)
def test_a_proxy_of_another_kind_is_not_passed_by(site, proxy, monkeypatch, named):
    monkeypatch.setenv("http_proxy", named)
    site.pages["/a"] = page()
    assert "proxy in the environment" in fetcher(site).fetch(site.at()).reason
    assert site.asked == []


def test_a_proxy_that_lets_nothing_through_is_named(proxy, monkeypatch):
    proxy._answer = lambda connection: (
        read_request(connection),
        connection.sendall(answer(status=403)),
    )
    assert "proxy does not let it through" in fetcher().fetch("https://vesk.example/").reason


def test_a_proxy_that_is_not_there_is_named(monkeypatch):
    with Site() as gone:
        pass
    monkeypatch.setenv("http_proxy", f"http://{gone.host}")
    assert "takes no connections" in fetcher().fetch("http://vesk.example/").reason
