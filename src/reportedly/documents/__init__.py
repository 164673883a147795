"""Sources → documents: text kept with its paragraphs, raw bytes kept and hashed.

What a person names (a file, a folder, a glob, "-") is turned into reports, one small reader a
format (:data:`FORMATS`); a format that holds other files gives those, and each is read by its own.
A source that cannot be read is named with the reason, and the rest goes on.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from reportedly.model import Kept, Retrieval, Skipped

from .formats import FORMATS, LARGEST, Format
from .identity import identity
from .opening import Opening
from .raw import Raw
from .sources import File, contents, files, why
from .turns import Each, Ended, Item, Turns, in_turn, whole

__all__ = [
    "FORMATS",
    "Each",
    "Ended",
    "File",
    "Format",
    "Item",
    "Turns",
    "again",
    "count",
    "each",
    "identity",
    "load",
    "walk",
    "whole",
]

STDIN = "standard input"


def load(sources: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Kept | Skipped]:
    """Every report in ``sources``, in the order given; a folder's and a glob's files sorted.

    The same report by another route (the same id) is yielded with that route. Never raises for
    what a source holds: what is not read comes as :class:`Skipped`, naming file, line and reason.
    ``stdin`` is read where a source is "-".
    """
    return (item for item in walk(sources, stdin, in_turn) if not isinstance(item, Ended))


def walk(sources: Sequence[str], stdin: BinaryIO | None, turns: Turns) -> Iterator[Item]:
    """The same, and after the last of each file that it has ended; ``turns`` has files read."""
    for source in sources:
        yield from _source(source, stdin, turns)


def again(retrieval: Retrieval, data: bytes) -> Iterator[Kept | Skipped]:
    """A kept copy, read again as its route states: the report that came by it, and no other.

    A live blog is one copy of several reports, and gives them all.
    """
    raw = Raw(
        retrieval.name, data, retrieval.media, retrieval.charset, retrieval.url,
        retrieval.retrieved, alone=True,
    )  # fmt: skip
    yield from Opening().reports(raw)


def count(sources: Sequence[str]) -> int:
    """How many files there are behind ``sources``; standard input is one."""
    return sum(1 for s in sources for _ in ([s] if s == "-" else files(s).found))


def _source(source: str, stdin: BinaryIO | None, turns: Turns) -> Iterator[Item]:
    if source == "-":
        yield from _piped(stdin)
        return
    listing = files(source)
    kept = False
    for item in turns(listing.found, each):
        kept = kept or isinstance(item, Kept) or (isinstance(item, Ended) and item.kept > 0)
        yield item
    if listing.folder and not kept:
        yield Skipped(listing.folder, "the folder holds no report that could be read")


def _piped(stdin: BinaryIO | None) -> Iterator[Kept | Skipped]:
    if stdin is None:
        yield Skipped(STDIN, "nothing is given there")
        return
    yield from Opening().reports(Raw(STDIN, stdin.read(LARGEST + 1)))


def each(file: File) -> Iterator[Kept | Skipped]:
    """Every report in one file."""
    try:
        raw = Raw(file.name, contents(file.path, LARGEST))
    except (OSError, ValueError) as error:
        yield Skipped(file.name, why(error))
        return
    yield from Opening().reports(raw)
