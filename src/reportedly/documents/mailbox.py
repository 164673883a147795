"""Mailboxes (mbox): messages one after another, each begun by a line "From … date"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reportedly.errors import SourceError

from .raw import Raw

_BEGINS = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]{0,500}"
    rb"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]?\d "
    rb"[^\r\n]{0,40}\d{4}[^\r\n]{0,40}\r?\n"
)
_QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def starts(start: bytes) -> bool:
    """Whether a file that begins so is a mailbox."""
    return bool(_BEGINS.match(start))


def read(raw: Raw) -> Iterator[Raw]:
    """One message after another: "box.mbox:3" is the third.

    The ">" that mailboxes put before "From " at the start of a line is taken off.
    """
    places = [found.span() for found in _BEGINS.finditer(raw.data)]
    if not places:
        raise SourceError(raw.name, "the mailbox holds no message")
    ends = [*(start for start, _ in places), len(raw.data)]
    for number, ((_, start), (_, end)) in enumerate(zip(places, pairwise(ends), strict=True), 1):
        data = _QUOTED.sub(b"", raw.data[start:end])
        yield Raw(f"{raw.name}:{number}", data, media="message/rfc822")
