"""JSON Feed files: an item is a report, as of other feeds."""

import json
from pathlib import Path

import pytest

from documents.loading import kept, skipped
from reportedly.documents import jsonfeed

VERSION = "https://jsonfeed.org/version/1.1"


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def item(**stated):
    return {"id": "1", "title": "Flight", "content_text": "It left."} | stated


def put(*items, **more):
    feed = {"version": VERSION, "title": "Vesk Now", "home_page_url": "https://vesk.example/"}
    Path("a.json").write_text(json.dumps({**feed, **more, "items": list(items)}))
    return "a.json"


def test_an_item_is_a_report_with_all_it_states():
    html = '<p>It <a href="../2">left</a>.</p><p>It was late.</p>'
    one = item(
        content_html=html, url="/news/1", authors=[{"name": "Ana Brel"}, {"name": "Ivo Tarn"}],
        external_url="https://anv.example/3", date_published="2031-03-04T10:00:00+02:00",
    )  # fmt: skip
    (found,) = kept(put(one, language="en-GB"))
    assert (found.name, found.text, found.title, found.url) == (
        "a.json:1", "It left.\n\nIt was late.", "Flight", "https://vesk.example/news/1",
    )  # fmt: skip
    assert (found.publisher, found.byline, found.published, found.dated, found.language) == (
        "Vesk Now", "Ana Brel, Ivo Tarn", "2031-03-04T08:00:00Z", "published in the feed", "en",
    )  # fmt: skip
    assert [one.url for one in found.links] == ["https://vesk.example/2", "https://anv.example/3"]


def test_a_summary_alone_is_an_excerpt_and_an_update_is_told_as_one():
    one = item(content_text=None, summary="In short.", date_modified="2031-03-04")
    (found,) = kept(put(one))
    assert (found.text, found.excerpt, found.published, found.dated) == (
        "In short.", True, "2031-03-04", "updated in the feed",
    )  # fmt: skip


def test_the_author_of_the_feed_is_that_of_an_item_that_names_none():
    assert [d.byline for d in kept(put(item(), author={"name": "Ana Brel"}))] == ["Ana Brel"]


@pytest.mark.parametrize(
    "odd",
    [
        5, {}, item(content_html=5), item(url=5), item(authors=5), item(date_published=5),
        item(url="http://["), item(title=[]), item(language=5),
    ],
)  # fmt: skip
def test_an_item_that_is_none_does_not_stop_the_rest(odd):
    assert kept(put(odd, item(title="Second", content_text="Late.")))[-1].text == "Late."


def test_a_feed_without_items_and_one_of_too_many_are_named(monkeypatch):
    assert skipped(put()) == {"a.json": "the feed holds no entry"}
    monkeypatch.setattr(jsonfeed, "MOST_ENTRIES", 1)
    name = put(item(), item(content_text="Late."))
    assert len(kept(name)) == 1
    assert "more than 1 entries" in skipped(name)[name]
