"""Downloads from Facebook: the posts, with their broken text mended."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.loading import kept, skipped
from reportedly.documents.facebook import mended

WORDS = "Солдаты в Толме ушли — “late”."


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def broken(text):
    return text.encode().decode("latin-1")


def post(text=WORDS, **more):
    title = "Ana Brel updated her status."
    return {"timestamp": 1930377600, "data": [{"post": broken(text)}], "title": title, **more}


def put(value, name="your_posts_1.json"):
    Path(name).write_text(json.dumps(value))
    return name


def test_a_post_has_its_words_mended_and_its_moment():
    page = {"external_context": {"url": "https://vesk.example/1", "name": "Flight"}}
    one = post(attachments=[{"data": [page]}])
    (found,) = kept(put([one]))
    assert (found.name, found.text, found.title) == ("your_posts_1.json:1", WORDS, None)
    assert (found.published, found.dated, found.publisher, found.byline) == (
        "2031-03-04T08:00:00Z", "date of the post", None, None,
    )  # fmt: skip
    assert [one.url for one in found.links] == ["https://vesk.example/1"]


def test_posts_in_groups_are_read():
    assert [d.text for d in kept(put({"group_posts_v2": [post()]}))] == [WORDS]


@given(st.text())
def test_what_is_broken_is_mended_and_what_is_not_stays(text):
    assert mended(broken(text)) == text
    if any(ord(c) > 255 for c in text):
        assert mended(text) == text


@pytest.mark.parametrize(
    "odd",
    [
        5, {"timestamp": 5}, post(timestamp=10**30), post(data=[{"post": 5}]), post(data=5),
        post(attachments=[5, {"data": 5}]), {"timestamp": True, "data": []},
    ],
)  # fmt: skip
def test_a_post_that_is_none_does_not_stop_the_rest(odd):
    assert kept(put([odd, post("Second.")]))[-1].text == "Second."


def test_a_download_without_words_is_named():
    name = put([post("")])
    assert skipped(name) == {name: "the export holds no post with words"}


def test_a_table_with_a_column_of_that_name_stays_a_table():
    name = put([{"text": "The army left.", "post": 5, "timestamp": 1}], "rows.json")
    assert [d.name for d in kept(name)] == ["rows.json:1"]
