"""Sources → documents: text kept with its paragraphs, raw bytes kept and hashed.

What a person names (a file, a folder, a glob, "-") is turned into reports, one small reader a
format (:data:`FORMATS`); a format that holds other files gives those, and each is read by its own.
A source that cannot be read is named with the reason, and the rest goes on.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from reportedly.model import Kept, Retrieval, Skipped

from .formats import FORMATS, LARGEST, Format
from .opening import Opening
from .raw import Raw
from .sources import File, contents, files, why

__all__ = ["FORMATS", "Format", "again", "load"]

STDIN = "standard input"


def load(sources: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Kept | Skipped]:
    """Every report in ``sources``, in the order given; a folder's and a glob's files sorted.

    The same report by another route (the same id) is yielded with that route. Never raises for
    what a source holds: what is not read comes as :class:`Skipped`, naming file, line and reason.
    ``stdin`` is read where a source is "-".
    """
    for source in sources:
        yield from _source(source, stdin)


def again(retrieval: Retrieval, data: bytes) -> Iterator[Kept | Skipped]:
    """A kept copy, read again as its route states: the report that came by it, and no other.

    A live blog is one copy of several reports, and gives them all.
    """
    raw = Raw(
        retrieval.name, data, retrieval.media, retrieval.charset, retrieval.url,
        retrieval.retrieved, alone=True,
    )  # fmt: skip
    yield from Opening().reports(raw)


def _source(source: str, stdin: BinaryIO | None) -> Iterator[Kept | Skipped]:
    if source == "-":
        yield from _piped(stdin)
        return
    listing = files(source)
    kept = False
    for found in listing.found:
        for item in [found] if isinstance(found, Skipped) else _file(found):
            kept = kept or isinstance(item, Kept)
            yield item
    if listing.folder and not kept:
        yield Skipped(listing.folder, "the folder holds no report that could be read")


def _piped(stdin: BinaryIO | None) -> Iterator[Kept | Skipped]:
    if stdin is None:
        yield Skipped(STDIN, "nothing is given there")
        return
    yield from Opening().reports(Raw(STDIN, stdin.read(LARGEST + 1)))


def _file(file: File) -> Iterator[Kept | Skipped]:
    try:
        raw = Raw(file.name, contents(file.path, LARGEST))
    except (OSError, ValueError) as error:
        yield Skipped(file.name, why(error))
        return
    yield from Opening().reports(raw)
