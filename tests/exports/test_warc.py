"""The kept copies as a web archive: others read it, and read here it gives the same reports."""

import gzip
import hashlib
import json
import re
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from documents import samples
from documents.loading import skipped
from exports.kept import fetched, ledger, loaded, nameless, told
from reportedly.documents import opening, routes
from reportedly.exports import warc
from reportedly.ledger import Checked, opened
from reportedly.model import Case

PAGE = samples.PAGE.encode()
URL, WHEN = "https://vesk.example/a b?é=1", "2031-03-06T08:00:00Z"
SPOILT = ["http://v.example/", "2031-03-04", "text/html", "utf-8"]


def archive(where):
    with opened(where) as kept:
        case = kept.case()
        return b"".join(warc.warc(case, Checked(kept, case)))


def records(data):
    """Type → headers and block of each record, as warcio reads them, every digest checked."""
    found = []
    for record in ArchiveIterator(BytesIO(data), check_digests="raise"):
        block = record.content_stream().read()
        assert record.digest_checker.passed
        found.append((record.rec_type, dict(record.rec_headers.headers), block))
    return found


def again(tmp_path, data):
    (tmp_path / "case.warc.gz").write_bytes(data)
    return loaded(tmp_path / "case.warc.gz")


def test_an_archive_of_every_format_gives_the_reports_it_was_made_of(place, tmp_path):
    (tmp_path / "given").mkdir()
    kept = loaded(*samples.write(tmp_path / "given"))
    kept += fetched("fetched.html", PAGE, URL, WHEN)
    kept += fetched("news.rss", samples.SAMPLES["a.rss"].encode(), URL, WHEN)
    case = ledger(place.where, kept)
    data = archive(place.where)
    assert told(again(tmp_path, data)) == {d.id: nameless(d) for d in case.documents}
    made = records(data)
    assert [kind for kind, *_ in made] == ["warcinfo", *["metadata", "resource"] * (len(made) // 2)]
    blocks = {hashlib.sha256(block).hexdigest() for kind, _, block in made if kind == "resource"}
    assert blocks == {one.retrieval.sha256 for one in kept}


def test_a_record_states_what_is_known_and_nothing_of_now(place):
    ledger(place.where, fetched("a.html", PAGE, URL, WHEN))
    info, about, copy = records(archive(place.where))
    assert info[1]["WARC-Date"] == warc.UNKNOWN
    sha256 = hashlib.sha256(PAGE).hexdigest()
    assert (
        copy[1]
        | {
            "WARC-Type": "resource",
            "WARC-Date": WHEN,
            "WARC-Target-URI": "https://vesk.example/a%20b?%C3%A9=1",
            "WARC-Payload-Digest": f"sha256:{sha256}",
            "WARC-Block-Digest": f"sha256:{sha256}",
            "Content-Type": "text/html",
        }
        == copy[1]
    )
    ids = [headers["WARC-Record-ID"] for headers in (info[1], about[1], copy[1])]
    assert all(re.fullmatch(r"<urn:uuid:[0-9a-f-]{14}5[0-9a-f-]{21}>", id_) for id_ in ids)
    assert len(set(ids)) == 3
    assert about[1]["WARC-Refers-To"] == copy[1]["WARC-Record-ID"]
    (route,) = json.loads(about[2])["routes"]
    assert (route["url"], route["name"], route["retrieved"]) == (URL, "a.html", WHEN)


def test_what_nobody_knows_is_no_moment_and_no_address(place):
    ledger(place.where, fetched("a.html", PAGE))
    *_, copy = records(archive(place.where))
    assert copy[1]["WARC-Date"] == "0001-01-01T00:00:00Z"
    assert re.fullmatch(r"ni:///sha-256;[\w-]{43}", copy[1]["WARC-Target-URI"])


@pytest.mark.parametrize(
    ("retrieved", "date"),
    [("2031-03-06", "2031-03-06"), ("2031-03-06T23:59:00", "2031-03-06"), (WHEN, WHEN)],
)
def test_a_date_is_no_more_exact_than_what_is_known(place, tmp_path, retrieved, date):
    ledger(place.where, fetched("a.html", PAGE, URL, retrieved))
    data = archive(place.where)
    assert records(data)[-1][1]["WARC-Date"] == date
    assert [k.document.retrieved for k in again(tmp_path, data)] == [retrieved]


def test_the_same_bytes_from_two_addresses_are_one_record_and_two_reports(place, tmp_path):
    other = "https://tarn.example/copy"
    kept = fetched("a.html", PAGE, URL, WHEN) + fetched("b.html", PAGE, other, "2031-03-07")
    case = ledger(place.where, kept)
    data = archive(place.where)
    assert len(records(data)) == 3
    assert told(again(tmp_path, data)) == {d.id: nameless(d) for d in case.documents}


def test_a_report_is_first_met_by_its_own_first_route(place, tmp_path):
    spaced = PAGE.replace(b"<html>", b"<html> ")
    other = "https://tarn.example/copy"
    kept = [
        *fetched("a", PAGE, URL, "2031-03-06"),
        *fetched("b", spaced, other, "2031-03-01"),
        *fetched("c", PAGE, other, "2031-03-07"),
    ]
    case = ledger(place.where, kept)
    assert len(case.documents) == 2
    assert told(again(tmp_path, archive(place.where))) == {
        d.id: nameless(d) for d in case.documents
    }


def test_a_report_that_quotes_an_archive_comes_back(place, tmp_path):
    text = b"So it began:\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\n and so on."
    case = ledger(place.where, fetched("a.txt", text))
    assert told(again(tmp_path, archive(place.where))) == {
        d.id: nameless(d) for d in case.documents
    }


def test_the_same_copies_give_the_same_archive_on_either_store(tmp_path, postgres):
    (tmp_path / "given").mkdir()
    kept = loaded(*samples.write(tmp_path / "given"))
    made = []
    for where in (str(tmp_path / "case.db"), postgres.new()):
        ledger(where, kept)
        made += [archive(where), archive(where)]
    assert len(set(made)) == 1


def test_a_ledger_of_before_there_were_routes_is_exported(place):
    ((one),) = fetched("a.html", PAGE, URL, WHEN)
    with opened(place.where) as made:
        made.taken.put([one])
        made.record(Case((one.document,)), "reader 1")
    *_, copy = records(archive(place.where))
    assert copy[2] == PAGE
    assert copy[1]["WARC-Date"] == WHEN


def test_a_record_that_was_changed_is_named(place, tmp_path):
    ledger(place.where, fetched("a.txt", samples.TEXT.encode(), URL, WHEN))
    plain = gzip.decompress(archive(place.where))
    (tmp_path / "a.warc").write_bytes(plain.replace(b"Friday", b"Sunday"))
    assert list(skipped(tmp_path / "a.warc").values()) == [
        "it is not what was kept: its SHA-256 is another"
    ]


def spoilt(routes_, digest=True, refers="<urn:a>"):
    """An archive of one page whose metadata was made up."""
    said = routes_ if isinstance(routes_, bytes) else json.dumps({"routes": routes_}).encode()
    about = (
        f"WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Record-ID: <urn:b>\r\nWARC-Refers-To: {refers}"
        f"\r\nContent-Type: {routes.MEDIA}\r\nContent-Length: {len(said)}\r\n\r\n"
    )
    sha256 = hashlib.sha256(PAGE).hexdigest() if digest else "0" * 64
    page = (
        "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:a>\r\nContent-Type: text/html\r\n"
        f"WARC-Target-URI: https://vesk.example/1\r\nWARC-Block-Digest: sha256:{sha256}\r\n"
        f"Content-Length: {len(PAGE)}\r\n\r\n"
    )
    return about.encode() + said + b"\r\n\r\n" + page.encode() + PAGE + b"\r\n\r\n"


@pytest.mark.parametrize(
    "said",
    [
        b"", b"[" * 100_000, b"{}", b'{"routes": 5}', b'{"routes": [5, null]}', b"\xff",
        b'{"routes": []}', b" " * (routes.MOST + 1),
    ],
)  # fmt: skip
def test_metadata_that_says_nothing_leaves_a_record_as_any_other(tmp_path, said):
    assert [k.document.url for k in again(tmp_path, spoilt(said))] == ["https://vesk.example/1"]


def test_metadata_about_another_record_is_not_heeded(tmp_path):
    data = spoilt([{"url": "https://else.example/"}], refers="<urn:c>")
    assert [k.document.url for k in again(tmp_path, data)] == ["https://vesk.example/1"]


def test_routes_beyond_all_measure_end_where_other_files_do(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "MOST_FILES", 20)
    data = spoilt([{"url": f"https://v.example/{n}"} for n in range(500)])
    assert len(again(tmp_path, data)) == 20


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["url", "retrieved", "media", "charset", "name"]),
            st.none() | st.integers() | st.text(max_size=20) | st.sampled_from(SPOILT)
            | st.just("x" * 3_000) | st.lists(st.text()),
        ),
        max_size=4,
    )
)  # fmt: skip
def test_whatever_metadata_say_reports_are_held_to_what_any_are_held_to(tmp_path, said):
    for one in again(tmp_path, spoilt(said)):
        assert one.raw == PAGE
        assert one.document.url is None or re.match("https?://", one.document.url)
        assert one.document.retrieved is None or re.match(
            r"\d{4}-\d\d-\d\d", one.document.retrieved
        )
        json.dumps(nameless(one.document), default=str).encode()
