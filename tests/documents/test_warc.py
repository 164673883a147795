"""Web archives: pages with their address and the day they were fetched, and no lie believed."""

import gzip
import io
import zipfile
import zlib

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from documents.bounded import in_bounds
from documents.loading import kept, skipped
from documents.pdfs import one_page, shown
from reportedly.documents import warc

TEXT = "The garrison left its posts on Friday."
PAGE = f"""<html><head><title>Flees</title><link rel="canonical" href="https://anv.example/1">
</head><body><p>{TEXT} <a href="/2">More</a> was said.</p></body></html>"""
URL = "https://vesk.example/1?utm_source=x"


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


class Made:
    """An archive written by warcio."""

    def __init__(self, packed=True):
        self._out = io.BytesIO()
        self._writer = WARCWriter(self._out, gzip=packed)

    def add(self, body, kind="text/html", url=URL, status="200 OK", record="response", **headers):
        """Write one record."""
        stated = [("Content-Type", kind)] if kind else []
        stated += [(name.replace("_", "-"), value) for name, value in headers.items()]
        body = body.encode() if isinstance(body, str) else body
        http = StatusAndHeaders(status, stated, protocol="HTTP/1.1")
        sent = record == "response"
        made = self._writer.create_warc_record(
            url, record, payload=io.BytesIO(body), http_headers=http if sent else None,
            warc_content_type=None if sent else kind,
            warc_headers_dict={"WARC-Date": "2031-03-05T12:00:00Z"},
        )  # fmt: skip
        self._writer.write_record(made)
        made.raw_stream.close()
        return self

    @property
    def data(self):
        """All that was written."""
        return self._out.getvalue()


def put(tmp_path, data, name="a.warc.gz"):
    (tmp_path / name).write_bytes(data.data if isinstance(data, Made) else data)
    return name


@pytest.mark.parametrize(("packed", "name"), [(True, "a.warc.gz"), (False, "a.warc"), (True, "a")])
def test_a_page_has_the_address_and_the_day_it_was_fetched_from(tmp_path, packed, name):
    (found,) = kept(put(tmp_path, Made(packed).add(PAGE), name))
    assert (found.name, found.url, found.retrieved, found.published) == (
        f"{name}:1", "https://vesk.example/1", "2031-03-05T12:00:00Z", None,
    )  # fmt: skip
    assert found.text == f"{TEXT} More was said."
    assert found.canonical == "https://anv.example/1"
    assert [link.url for link in found.links] == ["https://vesk.example/2"]


def test_pages_texts_and_pdfs_are_read_and_the_rest_is_passed_over(tmp_path):
    made = (
        Made()
        .add(PAGE)
        .add("Plain words.", "text/plain; charset=utf-8", "https://v.example/a.txt")
        .add("User-agent: *", "text/plain", "https://v.example/robots.txt")
        .add(one_page(shown("Printed words.")), "application/pdf", "https://v.example/a.pdf")
        .add(b"\x89PNG", "image/png")
        .add("<html>Gone</html>", status="404 Not Found")
        .add("<html>Moved</html>", status="301 Moved")
        .add("Extracted.", "text/plain", "https://v.example/c", record="conversion")
        .add(PAGE, record="metadata")
    )
    name = put(tmp_path, made)
    assert [d.name for d in kept(name)] == [f"{name}:{i}" for i in (1, 2, 4, 8)]
    assert skipped(name) == {}


def test_an_address_that_is_none_does_not_cost_the_page(tmp_path):
    (found,) = kept(put(tmp_path, Made().add(PAGE, url="http://[broken/1")))
    assert found.url == "https://anv.example/1"


def test_a_revisit_gives_nothing_anew(tmp_path):
    made = Made().add(PAGE)
    again = made._writer.create_revisit_record(URL, "sha1:X", URL, "2031-03-05T12:00:00Z")
    made._writer.write_record(again)
    name = put(tmp_path, made)
    assert (len(kept(name)), skipped(name)) == (1, {})


@pytest.mark.parametrize("coding", ["gzip", "deflate", "identity"])
@pytest.mark.parametrize("chunked", [True, False])
def test_what_was_sent_packed_or_in_chunks_is_unpacked(tmp_path, coding, chunked):
    body = PAGE.encode()
    body = {"gzip": gzip.compress, "deflate": zlib.compress, "identity": bytes}[coding](body)
    more = {"Content_Encoding": coding}
    if chunked:
        body = b"%x\r\n%s\r\n%x;x=y\r\n%s\r\n0\r\n\r\n" % (9, body[:9], len(body) - 9, body[9:])
        more["Transfer_Encoding"] = "chunked"
    assert [d.title for d in kept(put(tmp_path, Made().add(body, **more)))] == ["Flees"]


def test_headers_of_what_is_unpacked_already_do_no_harm(tmp_path):
    made = Made().add(PAGE, Content_Encoding="gzip", Transfer_Encoding="chunked")
    assert [d.title for d in kept(put(tmp_path, made))] == ["Flees"]


def test_the_encoding_that_was_sent_goes_before_the_page_s(tmp_path):
    page = '<html><meta charset="utf-16"><body><p>Солдаты покинули посты.</p></body></html>'
    made = Made().add(page.encode("cp1251"), "text/html; charset=windows-1251")
    assert [d.text for d in kept(put(tmp_path, made))] == ["Солдаты покинули посты."]


def test_an_archive_of_a_browser_is_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as made:
        made.writestr("datapackage.json", "{}")
        made.writestr("pages/pages.jsonl", '{"url": "https://v.example/", "text": "No."}')
        made.writestr("archive/data.warc.gz", Made().add(PAGE).data)
    (tmp_path / "saved").write_bytes((tmp_path / "a.wacz").read_bytes())
    for name in ("a.wacz", "saved"):
        assert [d.name for d in kept(name)] == [f"{name}/archive/data.warc.gz:1"]


@pytest.mark.parametrize(("stated", "count"), [(10, 2), (60000, 1), (10**14, 0), (-5, 2)])
def test_a_length_that_is_a_lie_does_not_stop_the_rest(tmp_path, stated, count):
    first = Made(packed=False).add(PAGE).data
    length = first.split(b"Content-Length: ")[1].split(b"\r\n")[0]
    lying = first.replace(b"Content-Length: " + length, b"Content-Length: %d" % stated)
    data = lying + Made(packed=False).add("Words.", "text/plain").data + b"x\n" * 45_000
    data += Made(packed=False).add("More words.", "text/plain").data
    name = put(tmp_path, data, "a.warc")
    assert len(kept(name)) == count
    assert skipped(name)


def test_a_truncated_archive_gives_what_is_whole(tmp_path):
    data = Made().add(PAGE).data
    name = put(tmp_path, data + Made().add("Words.", "text/plain").data[:-30])
    assert [d.name for d in kept(name)] == [f"{name}:1"]
    assert "damaged or cut off" in skipped(name)[name]


def test_a_packing_that_is_named_cannot_speak_to_the_terminal(tmp_path):
    data = Made(packed=False).add("Words.", "text/plain", Content_Encoding="br[31m").data
    reasons = skipped(put(tmp_path, data.replace(b"br[31m", b"br\x1b[31"), "a.warc"))
    assert list(reasons.values()) == ["it is packed by a method that is not read (br?[31)"]


def test_an_archive_without_records_is_named(tmp_path):
    assert skipped(put(tmp_path, b"nothing", "a.warc")) == {
        "a.warc": "the web archive holds no record"
    }


def test_what_is_unpacked_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(warc, "MOST_UNPACKED", 3_000)
    made = Made()
    for number in range(9):
        made.add(f"Words {number}. " * 90, "text/plain", f"https://v.example/{number}")
    name = put(tmp_path, made)
    assert 0 < len(kept(name)) < 4
    assert "would be unpacked" in skipped(name)[name]


HEAD = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://v.example/\r\n"
NOTHING = bytes(300_000_000)
HOSTILE = {
    "a bomb": lambda: gzip.compress(HEAD + b"Content-Length: 300000000\r\n\r\n" + NOTHING),
    "a bomb in a page": lambda: Made().add(gzip.compress(NOTHING), Content_Encoding="gzip").data,
    "a line without an end": lambda: gzip.compress(HEAD + b"X: " + NOTHING),
    "headers without an end": lambda: gzip.compress(HEAD + b"X: y\r\n" * 2_000_000),
    "blank lines": lambda: gzip.compress(b"WARC/1.0\r\n\r\n" + b"\r\n" * 2_000_000),
    "a million chunks": lambda: (
        Made().add(b"1\r\nx\r\n" * 1_000_000, Transfer_Encoding="chunked").data
    ),
}


@pytest.mark.parametrize("case", sorted(HOSTILE))
def test_an_archive_made_to_take_for_ever_does_not(tmp_path, case):
    in_bounds(put(tmp_path, HOSTILE[case]()))
