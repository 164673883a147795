"""Exports of Telegram (result.json): one report a message of a channel or chat."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.model import Kept, Skipped

from .posts import Post, held, listed, moment, reports, said
from .raw import Fields, Raw, Stated

_CHANNELS = {"public_channel", "private_channel"}


def read(raw: Raw, parsed: object) -> Iterator[Kept | Skipped]:
    """The messages with words, in their order: "result.json:4711" is the one with that id.

    Where an export has several chats the id of the chat stands before it. What Telegram itself
    writes into a chat is passed over. A message is kept as an export of it alone.
    """
    yield from reports(raw, _messages(parsed), "message")


def _messages(parsed: object) -> Iterator[Post]:
    for chat, several in _chats(parsed):
        for message in listed(chat["messages"]):
            if message.get("type") == "message":
                place = f"{chat.get('id')}:{message.get('id')}" if several else message.get("id")
                about = {key: said(chat.get(key)) for key in ("name", "type")}
                alone = {**about, "messages": [message]}
                yield Post(str(place), alone, _fields(chat, message))


def is_export(parsed: object) -> bool:
    """Whether a JSON value is an export with at least one chat."""
    return any(True for _ in _chats(parsed))


def _chats(parsed: object) -> Iterator[tuple[dict[str, Any], bool]]:
    if not isinstance(parsed, dict):
        return
    if isinstance(parsed.get("messages"), list) and "type" in parsed and "name" in parsed:
        yield parsed, False
    for part in ("chats", "left_chats"):
        for chat in listed(held(parsed.get(part)).get("list")):
            if isinstance(chat.get("messages"), list):
                yield chat, True


def _fields(chat: Mapping[str, Any], message: Mapping[str, Any]) -> Fields:
    """What a message states. A channel publishes; in a chat somebody writes."""
    text, links = _words(message.get("text"))
    channel = said(chat.get("type")) in _CHANNELS
    name, sender = said(chat.get("name")), said(message.get("from"))
    author = said(message.get("author"))
    return Fields(
        text=text,
        publisher=name if channel else None,
        byline=author if channel else sender,
        published=_date(message),
        dated="date of the message",
        syndicated=tuple(filter(None, (said(message.get("forwarded_from")),))),
        links=links,
        among=True,
    )


def _words(value: object) -> tuple[str, tuple[Stated, ...]]:
    """The text of a message, which is one string or pieces, and the links in it."""
    pieces: list[str] = []
    links: list[Stated] = []
    for piece in value if isinstance(value, list) else [value]:
        about = piece if isinstance(piece, dict) else {}
        words = about.get("text") if about else piece
        if isinstance(words, str):
            pieces.append(words)
            if isinstance(about.get("href"), str):
                links.append(Stated(about["href"], words))
    return "".join(pieces), tuple(links)


def _date(message: Mapping[str, Any]) -> str | None:
    """When it was sent: in UTC where the export says so, else by the clock of who exported."""
    stated = said(message.get("date_unixtime"))
    if stated and re.fullmatch(r"\d{1,11}", stated):
        return moment(int(stated))
    return said(message.get("date"))
