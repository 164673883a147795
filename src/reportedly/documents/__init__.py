"""Sources → documents: text kept with its paragraphs, raw bytes kept and hashed.

What a person names (a file, a folder, a glob, "-") is turned into reports, one small reader a
format (:data:`FORMATS`); a format that holds other files gives those, and each is read by its own.
An address is fetched (``fetching``), and so are those in a list of addresses. A source that cannot
be read is named with the reason, and the rest goes on.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from reportedly.model import Brought, Came, Kept, Retrieval, Skipped

from .companions import companions
from .fetching import Asked, Fetcher, is_address, listed
from .formats import FORMATS, LARGEST, Format
from .identity import identity
from .opening import Opening
from .raw import Companions, Listed, Raw
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
    "companions",
    "count",
    "each",
    "identity",
    "load",
    "walk",
    "whole",
]

STDIN = "standard input"


def load(
    sources: Sequence[str], stdin: BinaryIO | None = None, fetcher: Fetcher | None = None
) -> Iterator[Came]:
    """Every report in ``sources``, in the order given; a folder's and a glob's files sorted.

    The same report by another route (the same id) is yielded with that route. Never raises for
    what a source holds: what is not read comes as :class:`Skipped`, naming file, line and reason.
    What a ledger of another has beside its reports comes as :class:`Brought`.
    ``stdin`` is read where a source is "-". Addresses are fetched by ``fetcher``, each once, and
    skipped without one; it is told which of them gave a report, and which have nothing new.
    """
    found = walk(sources, stdin, in_turn, fetcher)
    return (item for item in found if not isinstance(item, Ended))


def walk(
    sources: Sequence[str], stdin: BinaryIO | None, turns: Turns, fetcher: Fetcher | None = None
) -> Iterator[Item]:
    """The same, and after the last of each file that it has ended; ``turns`` has files read."""
    asked = Asked(fetcher)
    for source in sources:
        yield from _source(source, stdin, turns, asked)


def again(retrieval: Retrieval, data: bytes) -> Iterator[Kept | Skipped]:
    """A kept copy, read again as its route states: the report that came by it, and no other."""
    raw = Raw(
        retrieval.name, data, retrieval.media, retrieval.charset, retrieval.url,
        retrieval.retrieved, alone=True,
    )  # fmt: skip
    for item in Opening().reports(raw):
        # The page of a live blog is the copy of each of its entries.
        other = isinstance(item, Kept) and item.document.id != retrieval.document
        if not (other or isinstance(item, Brought)):
            yield item


def count(sources: Sequence[str]) -> int:
    """How many files there are behind ``sources``; standard input is one, and an address."""
    return sum(1 for s in sources for _ in ([s] if s == "-" or is_address(s) else files(s).found))


def _source(source: str, stdin: BinaryIO | None, turns: Turns, asked: Asked) -> Iterator[Item]:
    if source == "-":
        yield from _fetched(_piped(stdin), asked, named=True)
        return
    if is_address(source):
        yield from asked.reports([source])
        return
    listing = files(source)
    kept = False
    for item in _fetched(turns(listing.found, each), asked, named=listing.folder is None):
        kept = kept or isinstance(item, Kept) or (isinstance(item, Ended) and item.kept > 0)
        yield item
    if listing.folder and not kept:
        yield Skipped(listing.folder, "the folder holds no report that could be read")


def _fetched(items: Iterator[Item], asked: Asked, named: bool) -> Iterator[Item]:
    """The same, and what is at listed addresses, where the file that lists them was ``named``."""
    for item in items:
        if not isinstance(item, Listed):
            yield item
        elif named and asked.fetches:
            yield from asked.reports(item.addresses)
        else:
            yield Skipped(item.source, item.reason)


def _piped(stdin: BinaryIO | None) -> Iterator[Came]:
    if stdin is None:
        yield Skipped(STDIN, "nothing is given there")
        return
    yield from _read(Raw(STDIN, stdin.read(LARGEST + 1)))


def each(file: File) -> Iterator[Came]:
    """Every report in one file; where it lists addresses, they come as :class:`Listed`."""
    try:
        raw = Raw(file.name, contents(file.path, LARGEST), beside=_beside(file.path))
    except (OSError, ValueError) as error:
        yield Skipped(file.name, why(error))
        return
    yield from _read(raw)


def _beside(path: Path) -> Companions | None:
    """What brat keeps beside a text."""
    names = companions(path.name)
    if names is None or not path.with_name(names[0]).is_file():
        return None
    about = path.with_name(names[1])
    held = contents(about, LARGEST) if about.is_file() else None
    return Companions(contents(path.with_name(names[0]), LARGEST), held)


def _read(raw: Raw) -> Iterator[Came]:
    addresses = listed(raw)
    if addresses:
        reason = "it lists addresses: name it by itself to have them fetched"
        yield Listed(raw.name, reason, addresses=tuple(addresses))
    else:
        yield from Opening().reports(raw)
