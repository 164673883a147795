"""Pages saved with their pictures in one file (MHTML): the page, from where it was and when."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from reportedly.errors import SourceError

from .mail import header, parsed
from .raw import MEGABYTE, Raw

MOST_READ = 40 * MEGABYTE
"""Bytes from the front that are taken apart: the page comes first, its pictures after it."""

_SAVED = re.compile(rb"^(?:Snapshot-Content-Location:|From: *\"?<?Saved by )", re.I | re.M)
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def starts(start: bytes) -> bool:
    """Whether a message that begins so is a saved page."""
    return bool(_SAVED.search(start))


def read(raw: Raw) -> Iterator[Raw]:
    """The page, under the name of the file; its frames and pictures are passed over.

    Its address is the one it was saved from, and when it was saved is when it was retrieved.
    Raises :class:`SourceError` where the file holds no page.
    """
    message = parsed(replace(raw, data=raw.data[:MOST_READ]))
    page = _page(message)
    held = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(held, bytes) or not held.strip():
        raise SourceError(raw.name, "the file holds no saved page")
    yield Raw(
        raw.name,
        held,
        media=page.get_content_type(),
        charset=page.get_content_charset(),
        url=_saved_from(message) or header(page, "Content-Location") or None,
        retrieved=header(message, "Date") or None,
    )


def _page(message: Message) -> Message | None:
    """The part that was looked at: named as the start, with the address, or the first."""
    inside = message.get_payload()
    parts = inside if message.is_multipart() and isinstance(inside, list) else [message]
    pages = [one for one in parts if isinstance(one, Message) and _is_page(one)]
    start, address = message.get_param("start"), _saved_from(message)
    named = (one for one in pages if start and one.get("Content-ID") == start)
    there = (one for one in pages if address and header(one, "Content-Location") == address)
    return next(named, None) or next(there, None) or next(iter(pages), None)


def _is_page(part: Message) -> bool:
    return part.get_content_type() in _PAGES and not part.is_multipart()


def _saved_from(message: Message) -> str:
    return header(message, "Snapshot-Content-Location")
