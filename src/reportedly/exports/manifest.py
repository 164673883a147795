"""The kept copies as a list of SHA-256, as ``sha256sum -c`` reads it, and as files beside it.

Before each sum a line that begins with ``#`` says as JSON what is under it; programs that check
sums pass over it.
"""

import tarfile
from collections.abc import Iterator
from typing import Any

from reportedly.model import Case
from reportedly.model.plain import to_json, to_plain

from .holdings import Copy, Holding, holdings

NAME = "manifest.sha256"
FOLDER = "copies"


def manifest(case: Case, copy: Copy) -> Iterator[bytes]:
    """One sum a copy, named as ``copies`` lays it down; a copy that is not given is left out."""
    for held in holdings(case):
        data = copy(held.sha256)
        if data is not None:
            yield _entry(held, data)


def copies(case: Case, copy: Copy) -> Iterator[bytes]:
    """A tar file of the copies, each named by its SHA-256, and of the manifest."""
    told = []
    for held in holdings(case):
        data = copy(held.sha256)
        if data is not None:
            told.append(_entry(held, data))
            yield from _member(f"{FOLDER}/{held.sha256}", data)
    yield from _member(NAME, b"".join(told))
    yield bytes(2 * tarfile.BLOCKSIZE)


def _entry(held: Holding, data: bytes) -> bytes:
    about: dict[str, Any] = {
        "bytes": len(data),
        "routes": [to_plain(one) for one in (*held.routes, *held.also)],
    }
    return f"# {to_json(about)}\n{held.sha256}  {FOLDER}/{held.sha256}\n".encode()


def _member(name: str, data: bytes) -> Iterator[bytes]:
    """A file without an owner or a moment."""
    about = tarfile.TarInfo(name)
    about.size = len(data)
    yield about.tobuf(tarfile.PAX_FORMAT)
    yield data
    yield bytes(-len(data) % tarfile.BLOCKSIZE)
