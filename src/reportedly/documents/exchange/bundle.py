"""An evidence bundle: a ledger as JSON lines, and its kept copies as files beside it, in a ZIP."""

import re
from collections.abc import Iterator
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

_SUM = re.compile(r"([0-9a-f]{64})  ([^\0\r\n]{1,500})")


def holds(archive: Archive) -> bool:
    """Whether a ZIP archive is one."""
    return LEDGER in archive and MANIFEST in archive


def read(raw: Raw) -> Iterator[Item]:
    """Its reports, each with its reading.

    Raises :class:`SourceError` where the ledger in it is not the one that the manifest names; a
    copy that was changed is named. Everything else is checked by ``reportedly verify``.
    """
    held = Bundle(raw)
    yield from held.lines.flaws
    yield from told(raw, held)


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
    """The ledger in a bundle, whose copies are unpacked as they are asked for."""

    def __init__(self, raw: Raw) -> None:
        self.archive = Archive(raw)
        self._name = raw.name
        self._members = {one.filename: one for one in self.archive.members}
        if len(self._members) != len(self.archive.members):
            raise SourceError(raw.name, "two files in the bundle have one name")
        ledger = self.archive.named(LEDGER, MOST_LEDGER)
        listed = sums(self.archive.named(MANIFEST, MOST_MANIFEST), raw.name)
        if listed.get(LEDGER) != sha256(ledger).hexdigest():
            raise SourceError(raw.name, f"{LEDGER} in it was changed since the bundle was made")
        self.lines = Lines(Raw(f"{raw.name}/{LEDGER}", ledger))

    def records(self, kind: str) -> Iterator[Placed]:
        """See :class:`.records.Held`."""
        return self.lines.records(kind)

    def copy(self, sha256: str) -> bytes | None:
        """See :class:`.records.Held`."""
        member = self._members.get(COPIES + sha256)
        if member is None:
            return None
        return self.archive.unpacked(member, f"{self._name}/{COPIES}{sha256}")
