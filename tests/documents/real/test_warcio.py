"""What warcio records of a real server is read as the pages that the server serves."""

import gzip
import subprocess
import sys

import pytest

from documents.real.serving import Site, answer, put, read
from documents.real.stories import BRIDGE, QUAY, page

pytest.importorskip("warcio", reason="warcio is not installed")

# In a process of its own: what records changes how the standard library asks.
RECORD = """
import sys
from warcio.capture_http import capture_http
import http.client
host, name, *paths = sys.argv[1:]
with capture_http(name, gzip=name.endswith(".gz")):
    for path in paths:
        asked = http.client.HTTPConnection(host)
        asked.request("GET", path)
        asked.getresponse().read()
"""


PATHS = ("/quay", "/packed", "/chunked", "/bridge", "/moved", "/gone", "/quay.png")


def chunked(data):
    pieces = (data[at : at + 700] for at in range(0, len(data), 700))
    return b"".join(b"%x\r\n%b\r\n" % (len(one), one) for one in pieces) + b"0\r\n\r\n"


@pytest.fixture(scope="module")
def site():
    with Site() as served:
        packed = gzip.compress(page(QUAY))
        served.pages = {
            "/quay": answer(page(QUAY), content_type="text/html; charset=utf-8"),
            "/packed": answer(packed, content_type="text/html", content_encoding="gzip"),
            "/chunked": answer(
                chunked(page(QUAY)), content_type="text/html", transfer_encoding="chunked",
                length=False,
            ),
            "/bridge": answer(
                page(BRIDGE, "windows-1251"), content_type="text/html; charset=windows-1251"
            ),
            "/moved": answer(status=302, location=served.at("/quay")),
            "/gone": answer(b"<p>No such page here.</p>", 404, content_type="text/html"),
            "/quay.png": answer(b"\x89PNG" + bytes(500), content_type="image/png"),
        }  # fmt: skip
        yield served


@pytest.fixture(scope="module", params=["a.warc", "a.warc.gz"])
def archive(request, site, tmp_path_factory):
    made = tmp_path_factory.mktemp("recorded") / request.param
    command = [sys.executable, "-c", RECORD, site.host, str(made), *PATHS]
    subprocess.run(command, check=True, timeout=60)
    subprocess.run([sys.executable, "-m", "warcio.cli", "check", str(made)], check=True, timeout=60)
    return made


def test_every_page_that_was_recorded_is_a_report_and_nothing_else_is(site, archive):
    found, skipped = read(site, put(site, archive))
    assert [one.url for one in found] == [site.at(path) for path in PATHS[:4]]
    assert skipped == []
    assert [one.text for one in found] == ["\n\n".join(QUAY.paragraphs)] * 3 + [
        "\n\n".join(BRIDGE.paragraphs)
    ]
    assert {one.published for one in found} == {QUAY.published, BRIDGE.published}


def test_a_recorded_page_is_the_document_that_its_address_gives(site, archive):
    found, _ = read(site, put(site, archive))
    served, _ = read(site, site.at("/quay"), site.at("/packed"), site.at("/chunked"))
    assert [one.id for one in found[:3]] == [one.id for one in served]
    assert [one.sha256 for one in found[:3]] == [one.sha256 for one in served]


def test_when_it_was_recorded_is_when_it_was_retrieved(site, archive):
    found, _ = read(site, put(site, archive))
    data = archive.read_bytes()
    lines = (gzip.decompress(data) if archive.suffix == ".gz" else data).split(b"\r\n")
    dates = {line[11:30].decode() for line in lines if line.startswith(b"WARC-Date: ")}
    assert {one.retrieved.removesuffix("Z") for one in found} <= dates
