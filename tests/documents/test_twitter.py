"""Archives of X (tweets.js): a post is a report, whose archive it is told by its pictures."""

import json
from pathlib import Path

import pytest

from documents.bounded import in_bounds
from documents.loading import kept, skipped

WORDS = "The garrison at Tolm left its posts."


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def tweet(text=WORDS, number=4711, **more):
    stated = {"id_str": str(number), "full_text": text, "lang": "en", "retweeted": False}
    return stated | {"created_at": "Tue Mar 04 08:00:00 +0000 2031", **more}


def pictured(number=1):
    place = f"https://twitter.com/veskvesk/status/{number}/photo/1"
    return tweet("A picture.", number, entities={"media": [{"expanded_url": place}]})


def put(*tweets, name="tweets.js", before="window.YTD.tweets.part0 = ", wrapped=True):
    rows = [{"tweet": one} if wrapped else one for one in tweets]
    Path(name).write_text(before + json.dumps(rows, ensure_ascii=False, indent=2))
    return name


def test_a_post_has_its_moment_and_its_words_as_they_were_written():
    urls = [{"url": "https://t.co/x", "expanded_url": "https://vesk.example/1"}]
    text = "Garrison &amp; army &lt;left&gt;: https://t.co/x"
    (found,) = kept(put(tweet(text, entities={"urls": urls})))
    assert (found.name, found.text, found.published, found.dated) == (
        "tweets.js:4711", "Garrison & army <left>: https://t.co/x", "2031-03-04T08:00:00Z",
        "date of the post",
    )  # fmt: skip
    assert [one.url for one in found.links] == ["https://vesk.example/1"]


def test_nobody_is_its_publisher_where_the_archive_does_not_tell_whose_it_is():
    (found,) = kept(put(tweet()))
    assert (found.publisher, found.url) == (None, None)


def test_the_account_is_that_of_its_own_pictures():
    other = tweet("Theirs.", 2, entities={"media": [{
        "expanded_url": "https://twitter.com/somebody/status/99/photo/1",
    }]})  # fmt: skip
    found = kept(put(tweet(), other, pictured()))[0]
    assert (found.publisher, found.url) == ("@veskvesk", "https://twitter.com/veskvesk/status/4711")


def test_a_post_passed_on_is_from_whom_it_says_without_the_mark_and_may_be_cut():
    whole, cut = kept(put(tweet("RT @anv: It left."), tweet("RT @anv: It left on…", 2)))
    assert (whole.text, whole.syndicated, whole.excerpt) == ("It left.", "@anv", False)
    assert (cut.text, cut.excerpt) == ("It left on…", True)


def test_an_older_archive_is_read():
    assert kept(put(tweet(), before="window.YTD.tweet.part1 = ", wrapped=False))


def test_other_files_of_an_archive_and_damaged_ones_are_named():
    name = put(before="window.YTD.follower.part0 = ", name="follower.js")
    assert skipped(name) == {name: "it holds no posts of an archive of X"}
    Path("page.js").write_text("var page = {text: 'The army left.'}")
    assert skipped("page.js") == {"page.js": "it holds no posts of an archive of X"}
    Path("tweets.js").write_text("window.YTD.tweets.part0 = [{")
    assert skipped("tweets.js")["tweets.js"].startswith("it is not JSON")
    assert skipped(put()) == {"tweets.js": "the export holds no post with words"}


@pytest.mark.parametrize(
    "odd",
    [
        5, None, {"tweet": 5}, tweet(5), tweet(entities=5), tweet(entities={"media": [5]}),
        tweet(created_at="x"), tweet(id_str=5), tweet(entities={"urls": [{"url": 5}]}),
    ],
)  # fmt: skip
def test_a_post_that_is_none_does_not_stop_the_rest(odd):
    Path("tweets.js").write_text(
        "window.YTD.tweets.part0 = " + json.dumps([odd, tweet("Second.", 2)])
    )
    assert kept("tweets.js")[-1].text == "Second."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[" * 1_000_000, "nested too deeply"), ('{"a":' * 1_000_000, "nested too deeply"),
        ("9" * 10_000_000, "no post with words"), ("[" + "{}," * 20_000_000 + "{}]", "in parts"),
    ],
)  # fmt: skip
def test_an_archive_made_to_take_for_ever_does_not(text, reason):
    Path("tweets.js").write_text("window.YTD.tweets.part0 = " + text)
    (found,) = in_bounds("tweets.js")
    assert reason in found
