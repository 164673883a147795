"""Sources → documents: text kept with its paragraphs, raw bytes kept and hashed.

What a person names (a file, a folder, a glob, "-") is turned into reports, one small reader a
format (:data:`FORMATS`); a format that holds other files gives those, and each is read by its own.
An address is fetched (``fetching``), and so are those in a list of addresses. A source that cannot
be read is named with the reason, and the rest goes on.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from reportedly.model import Kept, Skipped

from .fetching import Asked, Fetcher, is_address, listed
from .formats import FORMATS, LARGEST, Format
from .opening import Opening
from .raw import Raw
from .sources import File, contents, files, why

__all__ = ["FORMATS", "Format", "load"]

STDIN = "standard input"


def load(
    sources: Sequence[str], stdin: BinaryIO | None = None, fetcher: Fetcher | None = None
) -> Iterator[Kept | Skipped]:
    """Every report in ``sources``, in the order given; a folder's and a glob's files sorted.

    A report that was already yielded (the same id) is not yielded again. Never raises for what
    a source holds: what is not read comes as :class:`Skipped`, naming file, line and reason.
    ``stdin`` is read where a source is "-". Addresses are fetched by ``fetcher``, each once, and
    skipped without one; it is told which of them gave a report, and which have nothing new.
    """
    seen: set[str] = set()
    asked = Asked(fetcher)
    for source in sources:
        for item in _source(source, stdin, asked):
            if isinstance(item, Kept):
                if item.document.id in seen:
                    continue
                seen.add(item.document.id)
            yield item


def _source(source: str, stdin: BinaryIO | None, asked: Asked) -> Iterator[Kept | Skipped]:
    if source == "-":
        yield from _piped(stdin, asked)
        return
    if is_address(source):
        yield from asked.reports([source])
        return
    listing = files(source)
    kept = False
    for found in listing.found:
        for item in [found] if isinstance(found, Skipped) else _file(found, listing.folder, asked):
            kept = kept or isinstance(item, Kept)
            yield item
    if listing.folder and not kept:
        yield Skipped(listing.folder, "the folder holds no report that could be read")


def _piped(stdin: BinaryIO | None, asked: Asked) -> Iterator[Kept | Skipped]:
    if stdin is None:
        yield Skipped(STDIN, "nothing is given there")
        return
    yield from _read(Raw(STDIN, stdin.read(LARGEST + 1)), None, asked)


def _file(file: File, folder: str | None, asked: Asked) -> Iterator[Kept | Skipped]:
    try:
        raw = Raw(file.name, contents(file.path, LARGEST))
    except (OSError, ValueError) as error:
        yield Skipped(file.name, why(error))
        return
    yield from _read(raw, folder, asked)


def _read(raw: Raw, folder: str | None, asked: Asked) -> Iterator[Kept | Skipped]:
    """The reports of a file; a list of addresses is asked for only where it is named itself."""
    addresses = listed(raw)
    if not addresses:
        yield from Opening().reports(raw)
    elif folder is None:
        yield from asked.reports(addresses)
    else:
        yield Skipped(raw.name, "it lists addresses: name it by itself to have them fetched")
