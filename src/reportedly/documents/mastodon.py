"""Outboxes of Mastodon and its kind (ActivityPub, outbox.json): one report a post of an account."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from reportedly.model import Kept, Skipped

from .fragment import fragment
from .posts import Post, held, listed, reports, said
from .raw import Fields, Raw

_PUBLIC = {"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"}
_COLLECTIONS = {"OrderedCollection", "OrderedCollectionPage"}


def read(raw: Raw, parsed: object) -> Iterator[Kept | Skipped]:
    """The posts with words, and those passed on (boosts) whose words are there.

    A boost is published by who passes it on, and has it from who wrote it.
    """
    yield from reports(raw, _posts(parsed))


def is_export(parsed: object) -> bool:
    """Whether a JSON value is an outbox."""
    found = held(parsed)
    return found.get("type") in _COLLECTIONS and isinstance(found.get("orderedItems"), list)


def account(actor: object) -> str | None:
    """The account behind the address of an actor, "@vesk@social.example"; else the address."""
    stated = said(held(actor).get("id") if isinstance(actor, dict) else actor)
    if stated is None:
        return None
    try:
        parts = urlsplit(stated)
    except ValueError:
        return None
    name = unquote(parts.path.rstrip("/").rpartition("/")[2]).removeprefix("@")
    fits = parts.hostname and re.fullmatch(r"[\w.-]{1,100}", name)
    return f"@{name}@{parts.hostname}" if fits else stated


def _posts(parsed: object) -> Iterator[Post]:
    for number, activity in enumerate(listed(held(parsed).get("orderedItems")), 1):
        note = activity.get("object")
        passes = activity.get("type") == "Announce"
        place = str(activity.get("id") or number).removesuffix("/activity").rpartition("/")[2]
        alone = {"type": "OrderedCollection", "orderedItems": [activity]}
        if isinstance(note, dict):
            yield Post(place, alone, _fields(activity, note, passes))
        elif passes and said(note):
            yield Post(place, alone, Fields(""), passed=str(note))


def _fields(activity: Mapping[str, Any], note: Mapping[str, Any], passes: bool) -> Fields:
    """What a post states. One that everybody may see is published by its account."""
    text, links = fragment(said(note.get("content")) or "")
    who, whose = account(activity.get("actor")), account(note.get("attributedTo"))
    public = bool(_PUBLIC & {*_names(activity.get("to")), *_names(activity.get("cc"))})
    own = note.get("url") if isinstance(note.get("url"), str) else note.get("id")
    return Fields(
        text=text,
        title=said(note.get("name")) or said(note.get("summary")),
        url=said(activity.get("id") if passes else own),
        publisher=who if public else None,
        byline=None if public else who,
        published=said(activity.get("published")) or (None if passes else _date(note)),
        dated="date of the post",
        language=_language(note),
        syndicated=(whose,) if passes and whose else (),
        links=links,
    )


def _date(note: Mapping[str, Any]) -> str | None:
    return said(note.get("published"))


def _names(value: object) -> list[str]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def _language(note: Mapping[str, Any]) -> str | None:
    """The only language that the words are given in."""
    stated = held(note.get("contentMap"))
    return next(iter(stated)) if len(stated) == 1 else None
