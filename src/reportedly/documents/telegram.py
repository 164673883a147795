"""Exports of Telegram (result.json): one report a message of a channel or chat."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from reportedly.model import Kept, Skipped

from .raw import Fields, Raw, Stated
from .record import keep
from .sources import printable

MOST_MESSAGES = 500_000

_CHANNELS = {"public_channel", "private_channel"}


def read(raw: Raw, parsed: object) -> Iterator[Kept | Skipped]:
    """The messages with words, in their order: "result.json:4711" is the one with that id.

    Where an export has several chats the id of the chat stands before it. What Telegram itself
    writes into a chat is passed over. A message is kept as an export of it alone.
    """
    left, told = MOST_MESSAGES, False
    for chat, several in _chats(parsed):
        for message in chat["messages"]:
            if not isinstance(message, dict) or message.get("type") != "message":
                continue
            left -= 1
            if left < 0:
                yield Skipped(raw.name, f"it has more than {MOST_MESSAGES:,} messages")
                return
            place = f"{chat.get('id')}:{message.get('id')}" if several else f"{message.get('id')}"
            found = _fields(chat, message)
            if found.text.strip():
                told = True
                yield _kept(
                    replace(raw, name=f"{raw.name}:{printable(place[:100])}"), chat, message, found
                )
    if not told:
        yield Skipped(raw.name, "the export holds no message with words")


def _kept(
    raw: Raw, chat: Mapping[str, Any], message: Mapping[str, Any], found: Fields
) -> Kept | Skipped:
    about = {key: _said(chat.get(key)) for key in ("name", "type")}
    try:
        written = json.dumps({**about, "messages": [message]}, ensure_ascii=False)
    except RecursionError:
        return Skipped(raw.name, "it is nested too deeply")
    data = written.encode("utf-8", "surrogatepass")
    return keep(replace(raw, data=data, charset=None), found)


def is_export(parsed: object) -> bool:
    """Whether a JSON value is an export with at least one chat."""
    return any(True for _ in _chats(parsed))


def _chats(parsed: object) -> Iterator[tuple[dict[str, Any], bool]]:
    if not isinstance(parsed, dict):
        return
    if isinstance(parsed.get("messages"), list) and "type" in parsed and "name" in parsed:
        yield parsed, False
    for part in ("chats", "left_chats"):
        chats = parsed.get(part)
        listed = chats.get("list") if isinstance(chats, dict) else None
        for chat in listed if isinstance(listed, list) else ():
            if isinstance(chat, dict) and isinstance(chat.get("messages"), list):
                yield chat, True


def _fields(chat: Mapping[str, Any], message: Mapping[str, Any]) -> Fields:
    """What a message states. A channel publishes; in a chat somebody writes."""
    text, links = _words(message.get("text"))
    channel = _said(chat.get("type")) in _CHANNELS
    name, sender = _said(chat.get("name")), _said(message.get("from"))
    author = _said(message.get("author"))
    return Fields(
        text=text,
        publisher=name if channel else None,
        byline=author if channel else sender,
        published=_date(message),
        dated="date of the message",
        syndicated=tuple(filter(None, (_said(message.get("forwarded_from")),))),
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
    stated = _said(message.get("date_unixtime"))
    if stated and re.fullmatch(r"\d{1,11}", stated):
        return _moment(int(stated))
    return _said(message.get("date"))


def _moment(seconds: int) -> str | None:
    return datetime.fromtimestamp(seconds, UTC).isoformat() if seconds < 2**33 else None


def _said(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
