"""Archives of X, once Twitter (tweets.js): one report a post of the account."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import unescape
from typing import Any

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from .parsing import parsed
from .posts import Post, held, listed, reports, said
from .raw import Fields, Raw, Stated

_BEGINS = re.compile(rb"\s*window\.YTD\.(\w+)\.part\d+\s*=\s*")
_POSTS = {b"tweet", b"tweets"}
_ACCOUNT = "reportedly:account"
_REPOST = re.compile(r"RT @(\w{1,50}): ")
_OWN = re.compile(r"https?://(?:www\.)?(?:twitter|x)\.com/(\w{1,50})/status/(\d+)\b")
_DATE = re.compile(
    r"(?P<day>[A-Z][a-z]{2}) (?P<on>[A-Z][a-z]{2} \d\d?) "
    r"(?P<at>\d\d:\d\d:\d\d) (?P<zone>[+-]\d{4}) (?P<year>\d{4})"
)


def starts(start: bytes) -> bool:
    """Whether a file that begins so is one of an archive's."""
    return bool(_BEGINS.match(start))


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """The posts, "tweets.js:4711" being the one with that id.

    A post that begins "RT @name:" is one passed on; that mark is taken off. Raises
    :class:`SourceError` where it is another file of the archive, or damaged.
    """
    found = _BEGINS.match(raw.data)
    if not found or found[1] not in _POSTS:
        raise SourceError(raw.name, "it holds no posts of an archive of X")
    value = parsed(replace(raw, data=raw.data[found.end() :].rstrip(b"; \r\n\t")))
    yield from reports(raw, _posts(listed(value)))


def _posts(rows: Sequence[Mapping[str, Any]]) -> Iterator[Post]:
    tweets = [held(one.get("tweet")) or one for one in rows]
    told = _account(tweets)
    for row, tweet in zip(rows, tweets, strict=True):
        # Whose it is stands beside a post that was kept by itself.
        account = said(row.get(_ACCOUNT)) or told
        alone = [{"tweet": tweet, _ACCOUNT: account}]
        name = str(tweet.get("id_str") or tweet.get("id"))
        yield Post(name, alone, _fields(tweet, account), before="window.YTD.tweets.part0 = ")


def _account(tweets: Iterable[Mapping[str, Any]]) -> str | None:
    """Whose archive it is, which is told only by the addresses of its own pictures."""
    names = Counter(
        found[1]
        for tweet in tweets
        for one in listed(held(tweet.get("entities")).get("media"))
        if (found := _OWN.match(said(one.get("expanded_url")) or ""))
        and found[2] == tweet.get("id_str")
    )
    return max(sorted(names), key=names.__getitem__, default=None)


def _fields(tweet: Mapping[str, Any], account: str | None) -> Fields:
    written = said(tweet.get("full_text")) or said(tweet.get("text")) or ""
    passed = _REPOST.match(written)
    text = unescape(written[passed.end() :] if passed else written)
    number = said(tweet.get("id_str"))
    known = account and number and number.isdigit()
    return Fields(
        text=text,
        url=f"https://twitter.com/{account}/status/{number}" if known else None,
        publisher=f"@{account}" if account else None,
        published=_date(said(tweet.get("created_at"))),
        dated="date of the post",
        language=said(tweet.get("lang")),
        syndicated=(f"@{passed[1]}",) if passed else (),
        links=tuple(_links(tweet)),
        # What is passed on is cut to the length of a post with its mark before it.
        excerpt=bool(passed) and text.endswith("…"),
    )


def _links(tweet: Mapping[str, Any]) -> Iterator[Stated]:
    """Where the shortened addresses in the words lead."""
    for one in listed(held(tweet.get("entities")).get("urls")):
        url, words = said(one.get("expanded_url")), said(one.get("url"))
        if url and words:
            yield Stated(url, words)


def _date(stated: str | None) -> str | None:
    """A moment, "Fri Feb 23 22:34:37 +0000 2018", in the order that mail has it."""
    found = _DATE.fullmatch(stated or "")
    if not found:
        return stated
    month, day = found["on"].split()
    return f"{found['day']}, {day} {month} {found['year']} {found['at']} {found['zone']}"
