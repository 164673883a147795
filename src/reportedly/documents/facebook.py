"""Downloads of one's information from Facebook (your_posts_1.json): one report a post with words.

Their text is broken in all files alike: each byte of UTF-8 stands as a character of its own.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.model import Kept, Skipped

from .posts import Post, held, listed, moment, reports, said
from .raw import Fields, Raw, Stated


def read(raw: Raw, parsed: object) -> Iterator[Kept | Skipped]:
    """The posts with words, "your_posts_1.json:3" being the third; nobody is named as author."""
    yield from reports(raw, _posts(parsed))


def is_export(parsed: object) -> bool:
    """Whether a JSON value is a list of posts."""
    return any(True for _ in _posts(parsed))


def _posts(parsed: object) -> Iterator[Post]:
    for number, post in enumerate(_items(parsed), 1):
        data = post.get("data")
        if type(post.get("timestamp")) is int and isinstance(data, list):
            yield Post(str(number), [post], _fields(post))


def _items(parsed: object) -> list[dict[str, Any]]:
    """The posts of one's own page, or those in groups."""
    return listed(parsed) or listed(held(parsed).get("group_posts_v2"))


def _fields(post: Mapping[str, Any]) -> Fields:
    words = (said(one.get("post")) for one in listed(post.get("data")))
    return Fields(
        text=mended(next(filter(None, words), "")),
        published=moment(post["timestamp"]),
        dated="date of the post",
        links=tuple(_links(post)),
    )


def _links(post: Mapping[str, Any]) -> Iterator[Stated]:
    """The pages that are shown below a post."""
    for attached in listed(post.get("attachments")):
        for one in listed(attached.get("data")):
            if url := said(held(one.get("external_context")).get("url")):
                yield Stated(mended(url))


def mended(text: str) -> str:
    """``text`` with the bytes that stand in it as characters read as UTF-8; else as it is."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
