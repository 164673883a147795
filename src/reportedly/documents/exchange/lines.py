"""A ledger as JSON lines: a head, then one record a line (``exports/jsonl.py`` writes it)."""

import base64
import binascii
import re
from collections.abc import Iterator

from reportedly.errors import SourceError
from reportedly.model import Skipped

from ..parsing import parsed
from ..raw import Raw
from ..sources import printable
from .records import Item, Placed, told

FORMAT = "reportedly ledger"
VERSION = 1

_HEAD = re.compile(rb'\s*\{\s*"format"\s*:\s*"reportedly ledger"')
_KIND = re.compile(rb'\s*\{\s*"kind"\s*:\s*"([a-z]{1,20})"\s*,\s*"record"\s*:')
_SHA256 = re.compile(rb'"sha256"\s*:\s*"([0-9a-f]{64})"')
_KINDS = {"document", "retrieval", "reading", "skipped", "table", "ruling", "copy"}
_TAIL = 200


def starts(start: bytes) -> bool:
    """Whether a file that begins so is one."""
    return _HEAD.match(start) is not None


def read(raw: Raw) -> Iterator[Item]:
    """Its reports, each with its reading; a line that is no record is named."""
    lines = Lines(raw)
    yield from lines.flaws
    yield from told(raw, lines)


class Lines:
    """The lines of a file, by what they hold; ``made_by`` is the program that wrote it.

    Raises :class:`SourceError` where it has no head.
    """

    def __init__(self, raw: Raw) -> None:
        self._raw = raw
        self._places: dict[str, list[tuple[int, int, int]]] = {kind: [] for kind in _KINDS}
        self._copies: dict[str, tuple[int, int]] = {}
        self.flaws: list[Skipped] = []
        self.made_by, at = _head(raw)
        number = 1
        while at < len(raw.data):
            end = raw.data.find(b"\n", at) % (len(raw.data) + 1)
            number += 1
            self._take(number, at, end)
            at = end + 1

    @property
    def count(self) -> int:
        """How many records there are, copies aside."""
        return sum(map(len, self._places.values()))

    def records(self, kind: str) -> Iterator[Placed]:
        """See :class:`.records.Held`."""
        for number, start, end in self._places[kind]:
            # What stands before the record is known, and after it a brace.
            yield f"{self._raw.name}:{number}", self._record(start, end)

    def copy(self, sha256: str) -> bytes | None:
        """See :class:`.records.Held`."""
        if sha256 not in self._copies:
            return None
        start, end = self._copies[sha256]
        held = parsed(Raw(self._raw.name, self._record(start, end)))
        try:
            return base64.b64decode(held["data"], validate=True) if isinstance(held, dict) else None
        except (LookupError, TypeError, binascii.Error):
            return None

    def _take(self, number: int, start: int, end: int) -> None:
        found = _KIND.match(self._raw.data, start, end)
        kind = found[1].decode() if found else ""
        if kind == "copy":
            tail = _SHA256.search(self._raw.data, max(start, end - _TAIL), end)
            if tail:
                self._copies[tail[1].decode()] = start, end
                return
        if kind in _KINDS - {"copy"}:
            self._places[kind].append((number, start, end))
        elif self._raw.data[start:end].strip():
            reason = "the line is no record of a ledger"
            self.flaws.append(Skipped(f"{self._raw.name}:{number}", reason))

    def _record(self, start: int, end: int) -> bytes:
        found = _KIND.match(self._raw.data, start, end)
        begun = found.end() if found else start
        return self._raw.data[begun:end].rstrip().removesuffix(b"}")


def _head(raw: Raw) -> tuple[str, int]:
    """Who wrote the file, and where the lines after the head begin."""
    end = raw.data.find(b"\n") % (len(raw.data) + 1)
    head = parsed(Raw(f"{raw.name}:1", raw.data[:end]))
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise SourceError(raw.name, "it does not begin as a ledger does")
    if head.get("version") != VERSION:
        raise SourceError(raw.name, "a later version of reportedly wrote it")
    return printable(str(head.get("made_by"))[:_TAIL]), end + 1
