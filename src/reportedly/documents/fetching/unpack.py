"""A body as sent → as meant, within bounds: what is packed is unpacked a piece at a time."""

import re
import zlib

from reportedly.documents.raw import MEGABYTE
from reportedly.errors import SourceError

_PIECE = 1 << 16
_GZIP = ("gzip", "x-gzip")


class Unpacked:
    """Takes a body in pieces. Raises :class:`SourceError` where it is damaged, or over ``most``.

    Where it may be ``cut``, it is ``full`` instead, and the rest is left.
    """

    def __init__(self, url: str, coding: str, most: int, cut: bool = False) -> None:
        named = [
            c for c in re.split(r"[\s,]+", coding.lower()) if c not in {"", "identity", "none"}
        ]
        if len(named) > 1 or (named and named[0] not in {*_GZIP, "deflate"}):
            raise SourceError(url, f"it is packed by a method that is not read ({coding[:30]!r})")
        self._url = url
        self._most = most
        self._cut = cut
        self._packed = bool(named)
        self._gzip = bool(named) and named[0] in _GZIP
        self._unpacker: zlib._Decompress | None = None
        self._made = bytearray()
        self.full = False

    def take(self, piece: bytes) -> None:
        """The next piece of the body."""
        if self._packed and self._unpacker is None and piece:
            self._begin(piece)
        if not self._packed:
            self._add(piece)
            return
        while piece and not self.full:
            piece = self._unpack(piece)

    def whole(self) -> bytes:
        """Everything that came."""
        ended = self.full or self._unpacker is None or self._unpacker.eof
        if self._packed and not ended:
            raise SourceError(self._url, "it is packed, and cut short")
        return bytes(self._made)

    def _begin(self, piece: bytes) -> None:
        # Servers say that they packed what they did not, and leave out the frame of "deflate".
        if self._gzip and not piece.startswith(b"\x1f"):
            self._packed = False
        framed = (piece[0] & 15) == 8 and (len(piece) < 2 or not int.from_bytes(piece[:2]) % 31)
        self._unpacker = zlib.decompressobj(31 if self._gzip else 15 if framed else -15)

    def _unpack(self, piece: bytes) -> bytes:
        """Unpack a little, and give what is left to unpack."""
        assert self._unpacker is not None  # noqa: S101 - _begin made it
        if self._unpacker.eof:
            if not (self._gzip and piece.startswith(b"\x1f")):
                return b""
            self._unpacker = zlib.decompressobj(31)
        try:
            self._add(self._unpacker.decompress(piece, _PIECE))
        except zlib.error as error:
            raise SourceError(self._url, "it is packed, and damaged") from error
        return self._unpacker.unused_data if self._unpacker.eof else self._unpacker.unconsumed_tail

    def _add(self, piece: bytes) -> None:
        self._made += piece
        if len(self._made) <= self._most:
            return
        if not self._cut:
            raise SourceError(self._url, f"it is larger than {self._most / MEGABYTE:g} MB")
        del self._made[self._most :]
        self.full = True
