"""An evidence bundle: a ledger as JSON lines, and its kept copies as files beside it, in a ZIP."""

import re
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256

from reportedly.errors import SourceError

from ..archive import Archive
from ..raw import MEGABYTE, Raw
from .lines import Lines
from .records import Item, Placed, told

LEDGER = "ledger.jsonl"
MANIFEST = "manifest.sha256"
COPIES = "copies/"

MOST_LEDGER = 500 * MEGABYTE
MOST_MANIFEST = 20 * MEGABYTE
MOST_COPY = 500 * MEGABYTE

_SUM = re.compile(r"([0-9a-f]{64})  ([^\0\r\n]{1,500})")


def holds(archive: Archive) -> bool:
    """Whether a ZIP archive is one."""
    return LEDGER in archive and MANIFEST in archive


def read(raw: Raw) -> Iterator[Item]:
    """Its reports, each with its reading.

    Raises :class:`SourceError` where the ledger in it is not the one that the manifest names; a
    copy that was changed is named. Everything else is checked by ``reportedly verify``.
    """
    yield from Bundle(raw).items()


def sums(manifest: bytes, name: str) -> dict[str, str]:
    """By the names of files, their SHA-256. Raises :class:`SourceError` where it is no manifest."""
    try:
        lines = manifest.decode().splitlines()
    except UnicodeDecodeError:
        lines = [""]
    found: dict[str, str] = {}
    for line in lines:
        entry = _SUM.fullmatch(line)
        if not entry or entry[2] in found:
            raise SourceError(f"{name}/{MANIFEST}", "it is no list of SHA-256")
        found[entry[2]] = entry[1]
    return found


class Bundle:
    """A bundle, whose files are unpacked as they are asked for.

    ``sums``: by the names of files, the SHA-256 that the manifest lists. Raises
    :class:`SourceError` where it is no bundle.
    """

    def __init__(self, raw: Raw) -> None:
        self._raw = raw
        self._archive = Archive(raw)
        self._members = {one.filename: one for one in self._archive.members}
        if len(self._members) != len(self._archive.members):
            raise SourceError(raw.name, "two files in the bundle have one name")
        self.sums = sums(self.file(MANIFEST, MOST_MANIFEST), raw.name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files, the manifest included."""
        return tuple(self._members)

    def file(self, name: str, most: int = MOST_LEDGER) -> bytes:
        """One of its files. Raises :class:`SourceError` where it is not there, or damaged."""
        if name not in self._members:
            raise SourceError(self._raw.name, f"{name} is missing in it")
        return self._archive.unpacked(self._members[name], f"{self._raw.name}/{name}", most)

    @cached_property
    def lines(self) -> Lines:
        """The ledger. Raises :class:`SourceError` where it is not the one that is listed."""
        data = self.file(LEDGER)
        if self.sums.get(LEDGER) != sha256(data).hexdigest():
            reason = f"{LEDGER} in it was changed since the bundle was made"
            raise SourceError(self._raw.name, reason)
        return Lines(Raw(f"{self._raw.name}/{LEDGER}", data))

    def items(self) -> Iterator[Item]:
        """Its reports, each with its reading, and what came beside them."""
        yield from self.lines.flaws
        yield from told(self._raw, self)

    def records(self, kind: str) -> Iterator[Placed]:
        """See :class:`.records.Held`."""
        return self.lines.records(kind)

    def copy(self, sha256: str) -> bytes | None:
        """See :class:`.records.Held`."""
        name = COPIES + sha256
        return self.file(name, MOST_COPY) if name in self._members else None
