"""One file and the files inside it, each read by its own format, within bounds."""

from collections.abc import Iterator
from dataclasses import replace

from reportedly.errors import SourceError
from reportedly.model import Came, Kept, Skipped, misfit

from .formats import Format, chosen, settled
from .raw import MEGABYTE, Raw, Spent

DEEPEST = 5
"""Files within files: a page in an archive attached to a message of a mailbox is at 3."""

MOST_INSIDE = 2_000 * MEGABYTE
"""Bytes of all files inside one file, as unpacked."""

MOST_FILES = 200_000
"""Files inside one file, at any depth."""


class Opening:
    """One file being opened: what may still be unpacked of it."""

    def __init__(self) -> None:
        self._bytes = MOST_INSIDE
        self._files = MOST_FILES

    def reports(self, raw: Raw, depth: int = 0) -> Iterator[Came]:
        """Every report in ``raw`` and in the files inside it. Never raises for what it holds."""
        kind = chosen(raw)
        raw = settled(raw, kind)
        if reason := _unfit(raw, kind):
            yield Skipped(raw.name, reason)
            return
        try:
            for item in kind.read(raw):
                if isinstance(item, Came):
                    yield from _fitting(item)
                elif raw.alone:
                    continue
                elif reason := self._refused(item, depth + 1):
                    yield Skipped(item.name if isinstance(item, Raw) else raw.name, reason)
                    if self._spent:
                        return
                elif isinstance(item, Raw):
                    yield from self.reports(replace(item, inside=True), depth + 1)
        except SourceError as error:
            yield Skipped(error.source, error.reason)
        except Exception as error:  # noqa: BLE001 - an outer edge: one file never stops the rest
            yield Skipped(raw.name, f"it could not be read as {kind.name} ({type(error).__name__})")

    @property
    def _spent(self) -> bool:
        return self._bytes < 0 or self._files < 0

    def _refused(self, item: Raw | Spent, depth: int) -> str | None:
        self._bytes -= item.size
        self._files -= 1
        if self._bytes < 0:
            return f"more than {MOST_INSIDE // MEGABYTE:,} MB would be unpacked: the rest is left"
        if self._files < 0:
            return f"more than {MOST_FILES:,} files are inside one file: the rest is left"
        return f"it lies more than {DEEPEST} files deep" if depth > DEEPEST else None


def _fitting(item: Came) -> Iterator[Came]:
    """A report without the reading that came with it, where that does not fit it."""
    if isinstance(item, Kept) and (flaw := _misfit(item)):
        yield replace(item, reading=None)
        reason = f"the reading that came with it is not used, and the report read anew: {flaw}"
        yield Skipped(item.given or item.retrieval.name, reason)
    else:
        yield item


def _misfit(kept: Kept) -> str | None:
    return misfit(kept.document, kept.reading) if kept.reading is not None else None


def _unfit(raw: Raw, kind: Format) -> str | None:
    if not raw.data.strip():
        return "the file is empty"
    if raw.size > kind.most:
        megabytes = kind.most // MEGABYTE
        return f"the file is larger than {megabytes} MB, the most for {kind.name}"
    return None
