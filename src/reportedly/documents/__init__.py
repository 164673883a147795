"""Sources → documents: text kept with its paragraphs, raw bytes kept and hashed.

What a person names (a file, a folder, a glob, "-") is turned into reports, one small reader a
format (:data:`FORMATS`). A source that cannot be read is named with the reason, and the rest
goes on.
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import BinaryIO

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from .formats import FORMATS, LARGEST, Format, named, sniffed
from .raw import Raw
from .sources import File, contents, files, why

__all__ = ["FORMATS", "Format", "load"]

STDIN = "standard input"


def load(sources: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Kept | Skipped]:
    """Every report in ``sources``, in the order given; a folder's and a glob's files sorted.

    A report that was already yielded (the same id) is not yielded again. Never raises for what
    a source holds: what is not read comes as :class:`Skipped`, naming file, line and reason.
    ``stdin`` is read where a source is "-".
    """
    seen: set[str] = set()
    for source in sources:
        for item in _source(source, stdin):
            if isinstance(item, Kept):
                if item.document.id in seen:
                    continue
                seen.add(item.document.id)
            yield item


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
    data = stdin.read(LARGEST + 1)
    yield from _reports(Raw(STDIN, data), sniffed(data))


def _file(file: File) -> Iterator[Kept | Skipped]:
    kind = named(PurePosixPath(file.name).suffix)
    try:
        data = contents(file.path, kind.most if kind else LARGEST)
    except (OSError, ValueError) as error:
        yield Skipped(file.name, why(error))
        return
    yield from _reports(Raw(file.name, data), kind or sniffed(data))


def _reports(raw: Raw, kind: Format) -> Iterator[Kept | Skipped]:
    if not raw.data.strip():
        yield Skipped(raw.name, "the file is empty")
        return
    if len(raw.data) > kind.most:
        megabytes = kind.most // 1_000_000
        yield Skipped(raw.name, f"the file is larger than {megabytes} MB, the most for {kind.name}")
        return
    try:
        yield from kind.read(raw)
    except SourceError as error:
        yield Skipped(error.source, error.reason)
    except Exception as error:  # noqa: BLE001 - an outer edge: one file never stops the rest
        yield Skipped(raw.name, f"it could not be read as {kind.name} ({type(error).__name__})")
