"""The ledger in another format, sent as it is written, and one at a time: each takes a while."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from reportedly.exporting import written
from reportedly.exports import Format
from reportedly.ledger import Ledger
from reportedly.model import Case

T = TypeVar("T")

BLOCK = 64 * 1024
"""Bytes that are sent at once, at least."""
PATIENCE = 60.0
"""Seconds after which a reader that takes nothing more loses the turn."""
BUSY = "Another export is being written; try again when it is done."


class Exports:
    """Writes a case in other formats, in a thread of its own; only one reader has the turn."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._writer = ThreadPoolExecutor(1, "export")
        self._taken = False

    async def begun(self, form: Format, case: Case) -> StreamingResponse | None:
        """The answer, whose first bytes are written; None while another one has the turn.

        Raises UsageError where a library that the format needs is not installed.
        """
        if self._taken:
            return None
        self._taken = True
        try:
            pieces = await self.work(partial(self._open, form, case))
            first = await self.work(partial(next, pieces, b""))
        except BaseException:
            self.give_up_turn()
            raise
        return _Sent(self, form, first, pieces)

    def told(self, form: Format) -> Response:
        """What is said of the file beside it; nothing is written."""
        return Response(media_type=form.media, headers=headers(form))

    def give_up_turn(self) -> None:
        """Let the next one begin."""
        self._taken = False

    async def work(self, do: Callable[[], T]) -> T:
        """Do a part of the writing, in one thread: what a format holds may belong to its thread."""
        return await asyncio.wrap_future(self._writer.submit(do))

    def end(self, pieces: Iterator[bytes]) -> None:
        """Close what is written no further, and let the next one begin: it is written after."""
        self._writer.submit(getattr(pieces, "close", lambda: None))
        self.give_up_turn()

    def _open(self, form: Format, case: Case) -> Iterator[bytes]:
        return _blocks(written(self._ledger, form, case)[0])


def headers(form: Format) -> dict[str, str]:
    """Those that say what it is, and that it is to be saved."""
    return {"Content-Disposition": f'attachment; filename="{form.file}"'}


class _Sent(StreamingResponse):
    """Sends what is written, and gives up the turn whatever becomes of its reader."""

    def __init__(self, by: Exports, form: Format, first: bytes, pieces: Iterator[bytes]) -> None:
        super().__init__(self._all(first), media_type=form.media, headers=headers(form))
        self._by, self._pieces = by, pieces
        self._ended = False

    async def _all(self, first: bytes) -> AsyncIterator[bytes]:
        piece = first
        while piece:
            yield piece
            piece = await self._by.work(partial(next, self._pieces, b""))
        # Before the reader learns that it was all: it may ask for another one at once.
        self._end()

    def _end(self) -> None:
        if not self._ended:
            self._ended = True
            self._by.end(self._pieces)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def patiently(message: object) -> None:
            await asyncio.wait_for(send(message), PATIENCE)  # type: ignore[arg-type]

        try:
            await super().__call__(scope, receive, patiently)
        finally:
            self._end()


def _blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= BLOCK:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
