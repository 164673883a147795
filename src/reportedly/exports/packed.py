"""Files in one ZIP archive, written piece by piece, without a moment or an owner."""

import io
import zipfile
from collections.abc import Iterable, Iterator

Member = tuple[str, Iterable[bytes]]
"""The name of a file, and its bytes piece by piece."""

_FLUSH = 1 << 16
_READABLE = 0o644 << 16


class Drain(io.RawIOBase):
    """Takes bytes in and gives them away, so that a file is never whole in memory."""

    def __init__(self) -> None:
        self._held: list[bytes] = []
        self._size = 0

    def writable(self) -> bool:
        """Whether it takes bytes: always."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Take them all."""
        self._held.append(bytes(data))
        self._size += len(data)
        return len(data)

    def drained(self, at_least: int = 1) -> Iterator[bytes]:
        """What was written since, where it is enough."""
        if self._size >= at_least:
            yield b"".join(self._held)
            self._held, self._size = [], 0


def packed(members: Iterable[Member], comment: bytes = b"") -> Iterator[bytes]:
    """The archive; members stand in the order given, and the same ones give the same bytes.

    ``comment`` are its last bytes.
    """
    drain = Drain()
    with zipfile.ZipFile(drain, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, pieces in members:
            about = zipfile.ZipInfo(name)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system, about.external_attr = 3, _READABLE
            with archive.open(about, "w", force_zip64=True) as file:
                for piece in pieces:
                    file.write(piece)
                    yield from drain.drained(_FLUSH)
    yield from drain.drained()
