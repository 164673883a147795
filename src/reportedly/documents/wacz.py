"""Browser archives in a ZIP (WACZ): the web archives in it, each a file."""

import re
from collections.abc import Iterator

from reportedly.errors import SourceError
from reportedly.model import Skipped

from .archive import Archive
from .raw import MEGABYTE, Raw, Spent
from .sources import printable

MOST_ARCHIVE = 300 * MEGABYTE
"""Bytes of one web archive as it lies there."""

_PLACE = re.compile(r"archive/[^/]+\.warc(?:\.gz)?")


def holds(archive: Archive) -> bool:
    """Whether a ZIP archive is one of web archives."""
    return "datapackage.json" in archive and any(
        _PLACE.fullmatch(one.filename) for one in archive.members
    )


def read(raw: Raw) -> Iterator[Raw | Skipped | Spent]:
    """The web archives; indexes, lists of pages and logs are passed over."""
    archive = Archive(raw)
    if not holds(archive):
        raise SourceError(raw.name, "it holds no web archive")
    for member in archive.members:
        if _PLACE.fullmatch(member.filename):
            name, before = f"{raw.name}/{printable(member.filename)}", archive.taken
            try:
                yield Raw(name, archive.unpacked(member, name, MOST_ARCHIVE))
            except SourceError as error:
                yield Skipped(error.source, error.reason)
                yield Spent(archive.taken - before)
