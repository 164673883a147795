"""What is kept of a report, read again with what its route states, gives that report alone."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents import samples
from documents.test_arbitrary_bytes import BYTES, SUFFIXES
from reportedly.documents import FORMATS, again
from reportedly.documents.formats import chosen
from reportedly.documents.opening import Opening
from reportedly.documents.raw import Raw
from reportedly.model import Kept

URL = "https://vesk.example/feeds/a"
ALL = {name: c if isinstance(c, bytes) else c.encode() for name, c in samples.SAMPLES.items()}
MEDIA = st.sampled_from([None, *(media for kind in FORMATS for media in kind.media)])
CHARSETS = st.sampled_from([None, "utf-8", "windows 1251", "utf-7", "none", "utf-16", "latin-1"])
URLS = st.sampled_from([None, URL, "https://v e\n", "ftp://vesk.example/"])


def read(*stated):
    """The reports in one file, for each of which its copy is asked again."""
    found = [item for item in Opening().reports(Raw(*stated)) if isinstance(item, Kept)]
    for kept in found:
        # A page that gives several reports is one copy of them all.
        same = [one for one in found if one.raw == kept.raw]
        once_more = list(again(replace(kept.retrieval, name="copy"), kept.raw))
        assert all(isinstance(one, Kept) and one.raw == kept.raw for one in once_more), once_more
        assert told(once_more) == told(same)
    return found


def told(kept):
    """The reports by their ids, in all fields but their names."""
    return {k.document.id: replace(k.document, name="") for k in kept}


@pytest.mark.parametrize("url", [None, URL])
@pytest.mark.parametrize("name", ALL)
def test_a_copy_gives_its_report_whatever_its_format(name, url):
    assert read(name, ALL[name], None, None, url, url and "2031-03-06T08:00:00Z")


LEDGERS = {"ledger as JSON lines", "ledger as SQLite"}
"""Whose reports have kept copies of their own, each in its own format (test_exchange.py)."""


def test_there_is_a_sample_of_every_format():
    assert {kind.name for kind in FORMATS} >= LEDGERS
    for kind in (one for one in FORMATS if one.name not in LEDGERS):
        assert any(chosen(Raw(name, data)) is kind for name, data in ALL.items()), kind.name


def test_every_format_has_a_name_of_its_own_to_be_kept_under():
    assert all(kind.media for kind in FORMATS)
    assert len({kind.media[0] for kind in FORMATS}) == len(FORMATS)


def test_the_copy_of_a_row_holds_its_header_and_no_other_row():
    first, second, third = (kept.raw.decode("utf-8-sig") for kept in read("a.csv", ALL["a.csv"]))
    assert first.splitlines()[0] == second.splitlines()[0] == "title,text,source,url"
    assert "Солдаты" not in first + third
    assert samples.TEXT not in second + third


def test_the_copy_of_an_entry_holds_what_its_feed_says_and_no_other_entry():
    first, second, third = (kept.raw.decode() for kept in read("a.rss", ALL["a.rss"]))
    assert all("The Vesk Courier" in one and "<language>" in one for one in (first, second, third))
    assert [one.count("<item>") for one in (first, second, third)] == [1, 1, 1]


def test_the_copy_of_a_message_does_not_give_what_is_attached_to_it_again():
    letter, page, *rows = read("a.eml", ALL["a.eml"])
    assert (letter.raw, page.raw) == (ALL["a.eml"], samples.PAGE.encode())
    assert len(rows) == 3


def test_an_address_is_that_of_a_page_and_not_of_the_rows_in_a_file():
    assert [kept.document.url for kept in read("a.html", ALL["a.html"], None, None, URL)] == [URL]
    found = read("a.jsonl", ALL["a.jsonl"], None, None, URL, "2031-03-06")
    assert [kept.document.url for kept in found] == ["https://vesk.example/1", None, None]
    assert {kept.document.retrieved for kept in found} == {"2031-03-06"}
    assert {kept.retrieval.url for kept in found} == {URL}


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(BYTES, st.sampled_from(SUFFIXES), MEDIA, CHARSETS, URLS)
def test_whatever_the_bytes_a_copy_gives_its_report(data, suffix, media, charset, url):
    read(f"any{suffix}", data, media, charset, url, "2031-03-06")


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(ALL)), st.data())
def test_a_copy_of_a_damaged_file_gives_its_report_too(name, data):
    held = bytearray(ALL[name])
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(held)))
        upto = data.draw(st.integers(at, min(at + 40, len(held))))
        held[at:upto] = data.draw(st.binary(max_size=6) | st.just(bytes(held[upto : upto + 30])))
    read(name, bytes(held), None, data.draw(CHARSETS), data.draw(URLS))
