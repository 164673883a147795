"""Posts of Bluesky: records by themselves, in lists and lines, and feeds."""

import json
from pathlib import Path

import pytest

from documents.loading import kept, skipped

WORDS = "The garrison at Tolm left its posts."
DID = "did:plc:veskvesk"


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def record(text=WORDS, **more):
    stated = {"$type": "app.bsky.feed.post", "text": text, "createdAt": "2031-03-04T10:00:00+02:00"}
    return stated | {"langs": ["en-GB"], **more}


def uri(key="3k1", did=DID):
    return f"at://{did}/app.bsky.feed.post/{key}"


def shown(handle="vesk.example", key="3k1", **more):
    author = {"did": DID, "handle": handle, "displayName": "Vesk Now"}
    return {"uri": uri(key), "cid": "x", "author": author, "record": record(**more)}


def put(value, name="posts.json"):
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    Path(name).write_text(text)
    return name


def test_a_post_of_a_feed_has_its_account_its_moment_and_its_page():
    (found,) = kept(put({"feed": [{"post": shown()}], "cursor": "x"}))
    assert (found.name, found.text, found.publisher, found.url) == (
        "posts.json:3k1", WORDS, "@vesk.example", f"https://bsky.app/profile/{DID}/post/3k1",
    )  # fmt: skip
    assert (found.published, found.dated, found.language) == (
        "2031-03-04T08:00:00Z", "date of the post", "en",
    )  # fmt: skip


@pytest.mark.parametrize(
    "value",
    [
        record(), [record()], {"records": [{"uri": uri(), "cid": "x", "value": record()}]},
        [{"uri": uri(), "value": record()}], {"posts": [shown()]}, [shown()], [{"post": shown()}],
    ],
)  # fmt: skip
def test_every_form_of_a_post_is_read(value):
    (found,) = kept(put(value))
    assert (found.text, found.published) == (WORDS, "2031-03-04T08:00:00Z")


def test_a_record_that_names_its_account_only_by_its_number_has_that_for_publisher():
    (found,) = kept(put({"records": [{"uri": uri(), "value": record()}]}))
    assert found.publisher == DID


def test_posts_a_line_are_read_and_a_broken_line_is_named():
    lines = [json.dumps(shown()), "{broken", json.dumps(record("Second."))]
    name = put("\n".join(lines), "posts.jsonl")
    assert [(d.name, d.text) for d in kept(name)] == [
        ("posts.jsonl:1:3k1", WORDS), ("posts.jsonl:3:1", "Second."),
    ]  # fmt: skip
    assert list(skipped(name)) == ["posts.jsonl:2"]


def test_a_repost_is_published_by_who_passes_it_on():
    reason = {
        "$type": "app.bsky.feed.defs#reasonRepost", "by": {"did": "did:plc:t", "handle": "tarn"},
        "indexedAt": "2031-03-05T10:00:00Z",
    }  # fmt: skip
    first, again = kept(put({"feed": [{"post": shown()}, {"post": shown(), "reason": reason}]}))
    assert first.syndicated is None
    assert (again.publisher, again.syndicated, again.published, again.url) == (
        "@tarn", "@vesk.example", "2031-03-05T10:00:00Z", None,
    )  # fmt: skip
    assert [one.url for one in again.links] == [first.url]


def test_reposts_by_address_are_counted():
    repost = {"$type": "app.bsky.feed.repost", "subject": {"uri": uri("3k9")}}
    name = put({"records": [{"uri": uri(), "value": repost}]})
    assert skipped(name) == {
        name: f"1 post only passes on an address, the first https://bsky.app/profile/{DID}/post/3k9"
    }


def test_links_stand_at_their_words_and_what_is_shown_below_has_no_place():
    text = "Häme: soldiers left 🚢 as told."
    start = len(text[: text.index("as told")].encode())
    link = {"$type": "app.bsky.richtext.facet#link", "uri": "https://vesk.example/1"}
    facet = {"index": {"byteStart": start, "byteEnd": start + 7}, "features": [link]}
    card = {"$type": "app.bsky.embed.external", "external": {"uri": "https://tarn.example/2"}}
    (found,) = kept(put(record(text, facets=[facet], embed=card)))
    assert [(k.span and text[k.span.start : k.span.end], k.url) for k in found.links] == [
        ("as told", "https://vesk.example/1"), (None, "https://tarn.example/2"),
    ]  # fmt: skip


def test_a_post_that_shows_another_links_to_it():
    quote = {"$type": "app.bsky.embed.record", "record": {"uri": uri("3k7"), "cid": "x"}}
    (found,) = kept(put(record(embed=quote)))
    assert [one.url for one in found.links] == [f"https://bsky.app/profile/{DID}/post/3k7"]


@pytest.mark.parametrize(
    "odd",
    [
        {"text": 5}, {"createdAt": 5}, {"langs": [5]}, {"facets": [{"index": {"byteStart": -1}}]},
        {"facets": 5}, {"embed": {"external": 5, "record": 5}}, {"$type": "app.bsky.feed.like"},
        {"facets": [{"index": {"byteStart": 1, "byteEnd": 10**30}, "features": [{}]}]},
    ],
)  # fmt: skip
def test_a_post_that_is_none_does_not_stop_the_rest(odd):
    assert kept(put([record() | odd, record("Second.")]))[-1].text == "Second."


def test_a_table_that_only_speaks_of_posts_stays_a_table():
    name = put([{"text": "See app.bsky.feed.post.", "url": "https://v.example/"}], "rows.json")
    assert [d.name for d in kept(name)] == ["rows.json:1"]
