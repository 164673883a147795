"""Web archives (WARC): each page, PDF and text in it is a file with its address and date.

Read here and not with warcio: it reads a line however long it is, and what an archive says of its
lengths is not to be believed.
"""

import gzip
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import IO, cast

from reportedly.errors import SourceError
from reportedly.model import Skipped

from . import routes
from .raw import MEGABYTE, Raw, Spent
from .sources import printable

MOST_UNPACKED = 4_000 * MEGABYTE
"""Bytes of the records of one archive, those that are passed over among them."""

MOST_RECORD = 100 * MEGABYTE
"""Bytes of one file, as archived and as unpacked: what a PDF may have."""

MOST_LINE = 64_000
MOST_HEADERS = 300
MOST_BLANK = 1_000

_READ = {
    "text/html", "application/xhtml+xml", "text/plain", "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
_HEAD = re.compile(rb"\r?\n\r?\n")
_ROBOTS = re.compile(r"https?://[^/]+/robots\.txt(?:\?.*)?", re.IGNORECASE)
_BEGINS = re.compile(rb"WARC/\d[^\r\n]{0,20}\r?\n\Z")
_INSIDE = re.compile(rb"\r\n\r\nWARC/\d\.\d\r\n(?:WARC|Content)-")
_CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def starts(start: bytes) -> bool:
    """Whether a file that begins so is a web archive, packed with gzip or not."""
    if start.startswith(b"\x1f\x8b"):
        try:
            start = zlib.decompressobj(31).decompress(start, 16)
        except zlib.error:
            return False
    return start.startswith(b"WARC/")


def read(raw: Raw) -> Iterator[Raw | Skipped | Spent]:
    """The files in the records of responses, resources and conversions, in their order.

    "a.warc.gz:5" is the fifth record. Answers other than 200, revisits, pictures, scripts and the
    like are passed over. Of an archive that a ledger was exported to, each file is read as it
    was when it was kept. Raises :class:`SourceError` where there is no record.
    """
    stream, told = _Stream(raw), routes.NOTHING
    number = 0
    try:
        while (headers := stream.headers()) is not None:
            if stream.lost:
                yield Skipped(f"{raw.name}:{number}", "its length is wrong: the next was sought")
            number += 1
            if routes.are(headers):
                told = routes.told(headers, stream.block(headers, routes.MOST))
            else:
                yield from _record(f"{raw.name}:{number}", headers, stream, told)
        if stream.lost and number:
            yield Skipped(f"{raw.name}:{number}", "its length is wrong: no record follows")
    except (EOFError, OSError, zlib.error):
        yield Skipped(raw.name, "the archive is damaged or cut off: the rest is left")
    if not number:
        raise SourceError(raw.name, "the web archive holds no record")


def _record(
    name: str, headers: Mapping[str, str], stream: "_Stream", told: routes.Told
) -> Iterator[Raw | Skipped | Spent]:
    kind = headers.get("warc-type", "").lower()
    if kind not in {"response", "resource", "conversion"}:
        stream.block(headers, 0)
        return
    data = stream.block(headers, MOST_RECORD)
    if len(data) > MOST_RECORD:
        yield Skipped(name, f"the record is larger than {MOST_RECORD // MEGABYTE} MB")
        return
    proven = routes.unchanged(headers, data)
    if not proven and _INSIDE.search(data):
        yield Skipped(name, "its length is wrong: other records are inside it")
        return
    if told.routes and told.id == headers.get("warc-record-id"):
        changed = Skipped(name, "it is not what was kept: its SHA-256 is another")
        yield from told.files(Raw(name, data)) if proven else [changed]
        return
    if data:
        yield from _file(name, kind, headers, data)


def _file(
    name: str, kind: str, headers: Mapping[str, str], data: bytes
) -> Iterator[Raw | Skipped | Spent]:
    url = headers.get("warc-target-uri", "").strip("<> ")
    answer = _Answer("200", {"content-type": headers.get("content-type", "")}, data)
    if kind == "response":
        answer = _answered(data)
    if answer.code != "200" or _ROBOTS.fullmatch(url):
        return
    stated = answer.headers.get("content-type", "")
    media = stated.partition(";")[0].strip().lower()
    if media in _READ or (not media and b"<html" in answer.body[:2_000].lower()):
        charset = _CHARSET.search(stated)
        file = _body(answer)
        when = headers.get("warc-date")
        if isinstance(file, bytes):
            charset_ = charset[1] if charset else None
            yield Raw(name, file, media or "text/html", charset_, url, when)
        else:
            yield Skipped(name, file)
            yield Spent(MOST_RECORD)


@dataclass(frozen=True, slots=True)
class _Answer:
    code: str
    headers: Mapping[str, str]
    body: bytes


def _answered(data: bytes) -> _Answer:
    end = _HEAD.search(data, 0, MOST_LINE)
    if not end or not data.startswith(b"HTTP/"):
        return _Answer("", {}, b"")
    status, *lines = data[: end.start()].decode("latin-1").splitlines()
    parts = status.split(maxsplit=2)
    return _Answer(parts[1] if len(parts) > 1 else "", _named(lines), data[end.end() :])


def _named(lines: list[str]) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines[:MOST_HEADERS])
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _body(answer: _Answer) -> bytes | str:
    """The file of an answer without its wrappings, or why there is none."""
    body, coding = answer.body, answer.headers.get("content-encoding", "").strip().lower()
    if "chunked" in answer.headers.get("transfer-encoding", "").lower():
        body = _whole(body)
    if coding in {"gzip", "x-gzip", "deflate"}:
        # Some archives keep the header of what they have unpacked.
        with suppress(zlib.error):
            body = zlib.decompressobj(47).decompress(body, MOST_RECORD + 1)
    elif coding not in {"", "identity", "none"} and b"<html" not in body[:2_000].lower():
        return f"it is packed by a method that is not read ({printable(coding[:20])})"
    if len(body) > MOST_RECORD:
        return f"it is larger than {MOST_RECORD // MEGABYTE} MB when unpacked"
    return body


def _whole(data: bytes) -> bytes:
    """A body sent in chunks, put together; as it is where it is in none."""
    pieces, at = [], 0
    while chunk := _CHUNK.match(data, at):
        size = int(chunk[1], 16)
        pieces.append(data[chunk.end() : chunk.end() + size])
        at = chunk.end() + size
        if not size:
            break
    return b"".join(pieces) if pieces else data


class _Stream:
    """The bytes of an archive, unpacked as they are asked for and counted.

    ``lost`` tells whether something other than a record stood before the last headers.
    """

    def __init__(self, raw: Raw) -> None:
        held = BytesIO(raw.data)
        packed = raw.data.startswith(b"\x1f\x8b")
        self._file = cast("IO[bytes]", gzip.GzipFile(fileobj=held) if packed else held)
        self._name = raw.name
        self._left = MOST_UNPACKED
        self.lost = False

    def headers(self) -> dict[str, str] | None:
        """The headers of the next record, by their names in small letters; None at the end."""
        self.lost, blank = False, 0
        while (line := self._line()) and not _BEGINS.search(line):
            self.lost = self.lost or bool(line.strip())
            blank += not line.strip()
            if blank > MOST_BLANK:
                raise EOFError
        if not line:
            return None
        lines: list[str] = []
        while (line := self._line()).strip() and len(lines) < MOST_HEADERS:
            lines.append(line.decode("utf-8", "replace"))
        return _named(lines)

    def block(self, headers: Mapping[str, str], most: int) -> bytes:
        """What the record with these headers holds, one more byte than ``most`` at the most."""
        stated = headers.get("content-length", "")
        length = int(stated) if re.fullmatch(r"\d{1,15}", stated) else 0
        data = self.read(min(length, most + 1))
        self.skip(length - len(data))
        return data

    def read(self, size: int) -> bytes:
        """As many bytes. Raises EOFError where there are fewer."""
        data = self._count(self._file.read(size))
        if len(data) < size:
            raise EOFError
        return data

    def skip(self, size: int) -> None:
        """Pass over as many bytes."""
        while size > 0:
            size -= len(self.read(min(size, MEGABYTE)))

    def _line(self) -> bytes:
        return self._count(self._file.readline(MOST_LINE))

    def _count(self, data: bytes) -> bytes:
        self._left -= len(data)
        if self._left < 0:
            most = f"{MOST_UNPACKED // MEGABYTE:,} MB"
            raise SourceError(self._name, f"more than {most} would be unpacked: the rest is left")
        return data
