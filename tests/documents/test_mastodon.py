"""Outboxes of Mastodon and its kind: a post is a report of its account, a boost has its source."""

import json
from pathlib import Path

import pytest

from documents.loading import kept, skipped

WORDS = "The garrison at Tolm left its posts."
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ME = "https://social.example/users/vesk"


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def note(number=1, content=f"<p>{WORDS}</p>", who=ME, **more):
    place = f"{who}/statuses/{number}"
    stated = {"id": place, "type": "Note", "attributedTo": who, "content": content}
    return stated | {"published": "2031-03-04T08:00:00Z", **more}


def activity(held=None, kind="Create", to=(PUBLIC,), **more):
    held = held or note()
    place = f"{held['id']}/activity" if isinstance(held, dict) else f"{ME}/statuses/9/activity"
    stated = {"id": place, "type": kind, "actor": ME, "to": list(to), "object": held}
    return stated | {"published": "2031-03-04T08:00:00Z", "cc": [], **more}


def outbox(*activities, name="outbox.json", **more):
    whole = {"id": name, "type": "OrderedCollection", "orderedItems": list(activities), **more}
    Path(name).write_text(json.dumps(whole, ensure_ascii=False))
    return name


def test_a_post_has_its_account_its_moment_and_its_page():
    shown = "https://social.example/@vesk/4711"
    content = '<p>Soldiers <a href="https://vesk.example/1">left</a>.</p><p>It was late.</p>'
    one = note(4711, content, url=shown, contentMap={"en": content})
    (found,) = kept(outbox(activity(one)))
    assert (found.name, found.text, found.url) == (
        "outbox.json:4711", "Soldiers left.\n\nIt was late.", shown,
    )  # fmt: skip
    assert (found.publisher, found.byline, found.published, found.dated, found.language) == (
        "@vesk@social.example", None, "2031-03-04T08:00:00Z", "date of the post", "en",
    )  # fmt: skip
    assert [(one.span.start, one.url) for one in found.links] == [(9, "https://vesk.example/1")]


def test_a_post_that_not_everybody_may_see_is_written_and_not_published():
    (found,) = kept(outbox(activity(to=["https://social.example/users/ivo"])))
    assert found.byline == "@vesk@social.example"
    assert found.publisher == "social.example"


def test_a_boost_with_its_words_is_from_whom_it_says():
    other = note(5, who="https://tarn.example/@anv")
    boost = activity(other, "Announce", id=f"{ME}/statuses/9/activity", published="2031-03-05")
    (found,) = kept(outbox(boost))
    assert (found.publisher, found.syndicated, found.published, found.url) == (
        "@vesk@social.example", "@anv@tarn.example", "2031-03-05", f"{ME}/statuses/9/activity",
    )  # fmt: skip


def test_boosts_by_address_are_counted_and_no_words_made_up():
    boosts = [activity(f"https://tarn.example/{i}", "Announce") for i in range(2)]
    name = outbox(activity(), *boosts)
    assert [d.text for d in kept(name)] == [WORDS]
    assert skipped(name) == {
        name: "2 posts only pass on an address, the first https://tarn.example/0"
    }


@pytest.mark.parametrize(
    ("actor", "account"),
    [
        ("https://social.example/@vesk", "@vesk@social.example"),
        ("https://social.example/users/vesk/", "@vesk@social.example"),
        ("https://social.example/", "https://social.example/"),
        ({"id": ME}, "@vesk@social.example"),
    ],
)  # fmt: skip
def test_an_account_is_named_as_people_name_it(actor, account):
    assert [d.publisher for d in kept(outbox(activity(actor=actor)))] == [account]


@pytest.mark.parametrize(
    "odd",
    [
        "no", None, 5, activity({"id": 5, "content": 5}), activity(note(content="")),
        activity(note(contentMap=[])), activity(actor=5), activity() | {"to": 5}, activity(url=[]),
        activity("https://[", "Announce"), activity(actor="https://["), {"object": note()},
    ],
)  # fmt: skip
def test_a_post_that_is_none_does_not_stop_the_rest(odd):
    assert kept(outbox(odd, activity(note(2, "<p>Second.</p>"))))[-1].text == "Second."


def test_a_page_of_an_outbox_as_a_server_gives_it_is_read():
    assert kept(outbox(activity(), type="OrderedCollectionPage"))


def test_an_outbox_without_words_is_named():
    assert skipped(outbox()) == {"outbox.json": "the export holds no post with words"}
