"""ZIP archives opened with care: what they say about their sizes is not believed."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import IO
from zipfile import ZipInfo

from reportedly.errors import SourceError

from .raw import MEGABYTE, Raw

MOST_MEMBERS = 100_000

MOST_MEMBER = 100 * MEGABYTE
"""Bytes of one member as unpacked."""

MOST_RATIO = 200
"""Times that a member may be larger than what it is packed in, once it is over 10 MB."""

_RATIO_FROM = 10 * MEGABYTE
_STEP = 5 * MEGABYTE
_ENTRY = b"PK\x01\x02"
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2}
"""LZMA is none of them: it takes as much memory as a file asks for."""


class Archive:
    """An archive in memory. Raises :class:`SourceError` where it is damaged or too much.

    ``taken`` is how many bytes were unpacked of it so far.
    """

    def __init__(self, raw: Raw) -> None:
        self._name = raw.name
        if raw.data.count(_ENTRY) > MOST_MEMBERS:
            raise SourceError(raw.name, f"the archive has more than {MOST_MEMBERS:,} members")
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw.data))
        except Exception as error:  # zipfile raises whatever a damaged record leads to
            reason = "the ZIP archive or office document is damaged"
            raise SourceError(raw.name, reason) from error
        found = self._zip.infolist()
        if sum(one.compress_size for one in found) > len(raw.data):
            raise SourceError(raw.name, "the members of the archive lie over one another")
        self.taken = 0
        self.members = [one for one in found if one.filename and not one.filename.endswith("/")]

    def __contains__(self, name: str) -> bool:
        return any(one.filename == name for one in self.members)

    def named(self, name: str, most: int) -> bytes:
        """The member ``name``; empty where there is none."""
        found = next((one for one in self.members if one.filename == name), None)
        return self.unpacked(found, f"{self._name}/{name}", most) if found else b""

    def unpacked(self, member: ZipInfo, shown: str, most: int = MOST_MEMBER) -> bytes:
        """What a member holds. Raises :class:`SourceError`, naming it as ``shown``."""
        if member.flag_bits & 1:
            raise SourceError(shown, "it is encrypted")
        if member.compress_type not in _METHODS:
            raise SourceError(shown, "it is packed by a method that is not read")
        try:
            with self._zip.open(member) as file:
                return b"".join(self._pieces(file, member, shown, most))
        except SourceError:
            raise
        except Exception as error:  # as above
            raise SourceError(shown, "it is damaged in the archive") from error

    def _pieces(self, file: IO[bytes], member: ZipInfo, shown: str, most: int) -> Iterator[bytes]:
        """What a member holds, counted; given up as soon as it is too much."""
        length = 0
        while piece := file.read(_STEP):
            length += len(piece)
            self.taken += len(piece)
            if length > max(_RATIO_FROM, MOST_RATIO * member.compress_size):
                raise SourceError(shown, f"it is packed more than {MOST_RATIO} to 1: no file is so")
            if length > most:
                raise SourceError(shown, f"it is larger than {most // MEGABYTE} MB when unpacked")
            yield piece
