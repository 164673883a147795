"""What is kept of one report among several, read again, gives that report and no other."""

import json
from pathlib import Path

import pytest

from documents import test_bluesky as sky
from documents import test_facebook as book
from documents import test_gdelt as gdelt
from documents import test_jsonfeed as items
from documents import test_mastodon as outbox
from documents import test_parquet as rows
from documents import test_telegram as chats
from documents import test_twitter as tweets
from reportedly.documents import load
from reportedly.model import Kept


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def link(number):
    return f'<p>Post {number}, as <a href="https://vesk.example/{number}">told</a>.</p>'


MADE = {
    "Telegram": lambda: chats.put(
        Path(), chats.chat(chats.message(1), chats.message(2, "Two.", forwarded_from="ANV"))
    ),
    "Mastodon": lambda: outbox.outbox(
        outbox.activity(outbox.note(1, link(1))),
        outbox.activity(outbox.note(2, who="https://tarn.example/@anv"), "Announce"),
    ),
    "Bluesky": lambda: sky.put({"feed": [{"post": sky.shown()}, {"post": sky.shown(key="3k2"),
        "reason": {"by": {"handle": "tarn"}, "indexedAt": "2031-03-05"}}]}),
    "X": lambda: tweets.put(tweets.tweet("RT @anv: It left."), tweets.pictured(2)),
    "Facebook": lambda: book.put([book.post(), book.post("Two.")]),
    "JSON Feed": lambda: items.put(
        items.item(content_html=link(1), url="/1"), items.item(summary="Two.", content_text=None),
        language="en", author={"name": "Ana Brel"},
    ),
    "GDELT": lambda: gdelt.put(
        gdelt.gkg(), gdelt.gkg(gdelt.TITLE.replace("flees", "left") + gdelt.WHEN, 2),
    ),
    "Parquet": lambda: rows.put(Path(), {
        "text": [rows.WORDS, "Two."], "url": ["https://vesk.example/1", None],
        "date": ["2031-03-04", None], "links": [[{"url": "https://tarn.example/2"}], []],
    }),
}  # fmt: skip


@pytest.mark.parametrize("kind", MADE)
def test_a_report_that_was_kept_is_read_again_as_it_was(kind):
    found = [item for item in load([MADE[kind]()]) if isinstance(item, Kept)]
    assert len(found) == 2
    for one in found:
        Path("kept").write_bytes(one.raw)
        (again,) = load(["kept"])
        first, second = (json.loads(json.dumps(shown(item.document))) for item in (one, again))
        assert first == second


def shown(document):
    """All that a document is but its name and the sum of the bytes it was read from."""
    names = set(document.__dataclass_fields__) - {"name", "sha256"}
    return {name: repr(getattr(document, name)) for name in sorted(names)}
