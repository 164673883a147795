"""Mail (EML): what the headers state, the message's own words, attachments as files inside it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr
from typing import Any

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from . import html, text
from .raw import Fields, Raw
from .record import keep

DEEPEST = 20
"""Parts within parts of one message."""

MOST_PARTS = 1_000
"""Parts of one message, the first ones."""

LONGEST_HEADER = 20_000
"""Characters of a header that is read; one that says how to take the message apart may not be
longer, since the standard parser takes time in the square of it."""

_HEADER = re.compile(rb"(From|To|Subject|Date|Message-ID|Received|Return-Path|MIME-Version):", re.I)
_LINE = re.compile(rb"[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*")
_MAKING = re.compile(
    rb"^content-(?:type|disposition|transfer-encoding)[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
_COMMENT = re.compile(r"\s*\([^()]*\)\s*\Z")
_SEALED = {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
_PASSED = {
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
    "application/pgp-keys", "text/rfc822-headers",
}  # fmt: skip
_MESSAGES = {"message/rfc822", "message/global", "message/news"}
"""Messages that are files; others of their kind are notices of delivery and the like."""


def starts(start: bytes) -> bool:
    """Whether a file that begins so is a message: two headers of mail among its first lines."""
    found: set[bytes] = set()
    at = 0
    while line := _LINE.match(start, at):
        if name := _HEADER.match(start, at):
            found.add(name[1].lower())
        at = line.end()
    return len(found) > 1 and bool(found & {b"from", b"received", b"message-id"})


def read(raw: Raw) -> Iterator[Kept | Skipped | Raw]:
    """The message, then the files attached to it.

    Its words are the plain parts, or, where there are none, the page; the title is the subject and
    the date that of the header "Date". Raises :class:`SourceError` where it is no message.
    """
    message = parsed(raw)
    if message.get_content_type() in _SEALED:
        raise SourceError(raw.name, "the message is encrypted")
    parts = _parts(message)
    yield _letter(raw, message, parts)
    for part in parts.attached:
        if file := _file(raw.name, part):
            yield file
    if parts.left:
        yield Skipped(raw.name, f"{parts.left}; the rest of the message is left")


class _Part(Message):
    """A part as the standard parser takes it, but for what it stumbles over.

    A message within a message stays as it is written, since it cannot always be written anew, and
    a parameter that is made so that it cannot be decoded is none.
    """

    def get_content_maintype(self) -> str:
        """What kind of part it is; the parser takes one apart that is of the kind "message"."""
        return "file" if self.get_content_type() in _MESSAGES else super().get_content_maintype()

    def get_param(self, *asked: Any, **more: Any) -> Any:  # noqa: ANN401 - as the one it stands for
        """A parameter of a header, which boundaries, names and encodings are."""
        with suppress(TypeError, ValueError):
            found = super().get_param(*asked, **more)
            if not (isinstance(found, tuple) and "\x00" in (found[0] or "")):
                return found
        return more["failobj"] if "failobj" in more else (*asked, None, None)[1]


@dataclass(slots=True)
class _Parts:
    """A message taken apart: plain texts, pages, files, and why some of it was left."""

    plain: list[Message]
    pages: list[Message]
    attached: list[Message]
    left: str | None = None


def parsed(raw: Raw) -> Message:
    """A message taken apart. Raises :class:`SourceError` where it is none or made to take long."""
    if any(len(found[0]) > LONGEST_HEADER for found in _MAKING.finditer(raw.data)):
        reason = f"a header is longer than {LONGEST_HEADER:,} characters"
        raise SourceError(raw.name, reason)
    try:
        data = raw.data.lstrip(b"\r\n")
        message: Message = message_from_bytes(data, _Part, policy=policy.compat32)
    except RecursionError as error:
        raise SourceError(raw.name, "its parts are nested too deeply") from error
    if not message.keys():
        raise SourceError(raw.name, "it has no headers: it is not a message")
    return message


def _parts(message: Message) -> _Parts:
    found = _Parts([], [], [])
    waiting: list[tuple[Any, int, bool]] = [(message, 0, False)]
    seen = 0
    while waiting:
        part, depth, alternative = waiting.pop()
        seen += 1
        if seen > MOST_PARTS:
            found.left = f"it has more than {MOST_PARTS:,} parts"
            break
        if part.get_content_maintype() != "multipart" or not part.is_multipart():
            _sort(part, found, alternative)
        elif depth == DEEPEST:
            found.left = f"its parts are nested more than {DEEPEST} deep"
        else:
            among = part.get_content_subtype() == "alternative"
            waiting.extend((one, depth + 1, among) for one in reversed(part.get_payload()))
    return found


def _sort(part: Message, found: _Parts, alternative: bool) -> None:
    """Put a part where it belongs.

    Passed over are signatures, pictures within the message, and other forms of the same words.
    """
    kind = part.get_content_type()
    words = {"text/plain": found.plain, "text/html": found.pages}.get(kind)
    more = bool(found.plain or found.pages) and bool(part.get_filename())
    if words is not None and not more and part.get_content_disposition() != "attachment":
        words.append(part)
    elif not _passed(kind) and not alternative and not _shown(part):
        found.attached.append(part)


def _passed(kind: str) -> bool:
    return kind in _PASSED or (kind.startswith("message/") and kind not in _MESSAGES)


def _shown(part: Message) -> bool:
    return part.get_content_maintype() == "image" and "Content-ID" in part


def _letter(raw: Raw, message: Message, parts: _Parts) -> Kept | Skipped:
    stated = _headers(message)
    try:
        found = _words(raw.name, parts)
    except SourceError as error:
        # An advertisement may hold no text that could be told from its frame.
        found = Fields("")
        if not stated.title:
            return Skipped(raw.name, error.reason)
    return keep(raw, replace(stated, text=found.text, links=found.links))


def _words(name: str, parts: _Parts) -> Fields:
    plain = (text.fields(file).text for part in parts.plain if (file := _file(name, part)))
    if said := "\n\n".join(filter(str.strip, plain)):
        return Fields(said)
    pages = (html.fields(file) for part in parts.pages if (file := _file(name, part)))
    return next(pages, Fields(""))


def _headers(message: Message) -> Fields:
    """What the headers state. Mail sent to many is published by its list, or by who sends it."""
    sender = _sender(header(message, "From"))
    listed = header(message, "List-Id").partition("<")[0].strip(' "')
    many = not listed and "List-Unsubscribe" in message
    return Fields(
        text="",
        title=header(message, "Subject") or None,
        url=header(message, "Archived-At").strip("<> ") or None,
        publisher=listed or (sender if many else "") or None,
        byline=None if many or sender == listed else sender or None,
        published=_COMMENT.sub("", header(message, "Date")),
        dated="Date header",
    )


def _sender(stated: str) -> str:
    """The name in an address of mail, else the address; empty where it is none."""
    try:
        name, box = parseaddr(stated)
    except (RecursionError, ValueError, IndexError):
        return ""
    return name or box


def header(message: Message, name: str) -> str:
    """A header as text in one line, encoded words decoded; empty where it is not there."""
    items = message.raw_items()
    stated = next((str(value) for key, value in items if key.lower() == name.lower()), "")
    # Bytes that are no ASCII stand as halves of characters in it.
    shown = stated[:LONGEST_HEADER].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    with suppress(HeaderParseError):
        shown = "".join(_word(word, charset) for word, charset in decode_header(shown))
    return " ".join(shown.replace("\x00", "").split())


def _word(word: bytes | str, charset: str | None) -> str:
    if isinstance(word, str):
        return word
    try:
        return word.decode(charset or "utf-8", "replace")
    except (LookupError, ValueError):
        return word.decode("utf-8", "replace")


def _file(name: str, part: Message) -> Raw | None:
    """A part as a file of its own; None where it holds nothing."""
    kind = part.get_content_type()
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return None
    shown = part.get_filename() or _UNNAMED.get(kind, "attachment")
    plain = "".join(c if c.isprintable() and c not in "/\\" else "_" for c in shown[:200])
    charset = part.get_content_charset()
    return Raw(f"{name}/{plain.strip('. ') or 'attachment'}", data, kind, charset)


_UNNAMED = {"message/rfc822": "message.eml", "text/html": "page.html", "text/plain": "text.txt"}
