"""TLS is verified, always, and for the name that was asked for."""

import ssl

import pytest
import trustme

from documents.fetching.site import Site, fetcher, moved, page
from reportedly.documents.fetching import Fetched


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def serving(authority, *names):
    """TLS of a server with a certificate for these names."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context


@pytest.fixture
def _trusting(authority, tmp_path, monkeypatch):
    """The system's list of certificates is that of the test's authority."""
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))


@pytest.fixture
def at_vesk(names):
    """Asks for a page of vesk.example, which this machine serves."""
    names(vesk_example=["127.0.0.1"], inner_example=["127.0.0.1"])

    def ask(site, path="/a", **more):
        asking = fetcher(private=["vesk.example"], **more)
        return asking.fetch(f"https://vesk.example:{site.port}{path}")

    return ask


@pytest.mark.usefixtures("_trusting")
def test_a_page_is_fetched_from_the_address_checked_under_the_name_asked_for(authority, at_vesk):
    with Site(secure=serving(authority, "vesk.example")) as site:
        site.pages["/a"] = page()
        found = at_vesk(site)
        assert isinstance(found, Fetched)
        assert found.raw.url == f"https://vesk.example:{site.port}/a"
        assert site.asked[0].headers["host"] == f"vesk.example:{site.port}"


@pytest.mark.usefixtures("_trusting")
@pytest.mark.parametrize("name", ["ostra.example", "127.0.0.1", "*.vesk.example"])
def test_the_certificate_of_another_name_is_not_trusted(authority, at_vesk, name):
    with Site(secure=serving(authority, name)) as site:
        site.pages["/a"] = page()
        assert "certificate is not trusted" in at_vesk(site).reason
        assert site.asked == []


@pytest.mark.usefixtures("_trusting")
def test_the_certificate_of_an_unknown_authority_is_not_trusted(at_vesk):
    with Site(secure=serving(trustme.CA(), "vesk.example")) as site:
        site.pages["/a"] = page()
        assert "certificate is not trusted" in at_vesk(site).reason
        assert site.asked == []


def test_an_allowed_private_host_is_verified_like_any_other(authority):
    with Site(secure=serving(authority, "127.0.0.1")) as site:
        site.pages["/a"] = page()
        assert "certificate is not trusted" in fetcher(site).fetch(site.at()).reason


@pytest.mark.usefixtures("_trusting")
def test_an_address_can_be_the_name_in_a_certificate(authority):
    with Site(secure=serving(authority, "127.0.0.1")) as site:
        site.pages["/a"] = page()
        assert isinstance(fetcher(site).fetch(site.at()), Fetched)


def test_a_server_without_tls_is_named(at_vesk):
    with Site() as site:
        site._answer = lambda connection: connection.sendall(page())
        assert "secure connection" in at_vesk(site).reason


@pytest.mark.usefixtures("_trusting")
def test_bytes_and_seconds_are_counted_under_tls_too(authority, at_vesk):
    def endless(_, __):
        yield b"HTTP/1.1 200 OK\r\n\r\n"
        while True:
            yield b"a" * 100_000

    with Site(secure=serving(authority, "vesk.example")) as site:
        site.pages["/a"] = endless
        assert "more than 5 MB" in at_vesk(site, wire=5_000_000).reason


@pytest.mark.usefixtures("_trusting")
def test_a_redirect_from_a_secure_page_to_a_private_name_is_refused(authority, at_vesk):
    with Site(secure=serving(authority, "vesk.example", "inner.example")) as site:
        site.pages |= {"/a": moved(f"https://inner.example:{site.port}/b"), "/b": page()}
        assert "leads to 127.0.0.1" in at_vesk(site).reason
        assert site.paths == ["/a"]
