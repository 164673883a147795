"""The addresses that one call names: each fetched once, and read."""

from collections.abc import Iterable, Iterator
from itertools import islice

from reportedly.documents.formats import FEED, chosen
from reportedly.documents.opening import Opening
from reportedly.documents.raw import Raw
from reportedly.documents.sources import printable
from reportedly.model import Came, Kept, Skipped

from .fetcher import Fetcher
from .outcomes import Unchanged

MOST_FOLLOWED = 500
"""Pages behind the entries of one feed; the rest is read as the feed has it."""


class Asked:
    """Reads what addresses hold. Without a fetcher every one is skipped."""

    def __init__(self, fetcher: Fetcher | None) -> None:
        self._fetcher = fetcher
        self._seen: set[str] = set()
        self._had: set[str] = set()

    @property
    def fetches(self) -> bool:
        """Whether there is a fetcher."""
        return self._fetcher is not None

    def reports(self, addresses: Iterable[str]) -> Iterator[Came]:
        """Every report at ``addresses``, in their order, and what was skipped."""
        for url in addresses:
            if url in self._seen:
                continue
            self._seen.add(url)
            if self._fetcher is None:
                yield Skipped(printable(url), "addresses are not fetched here")
            else:
                yield from self._at(url, self._fetcher, self._fetcher.follow)

    def _at(self, url: str, fetcher: Fetcher, follow: bool) -> Iterator[Came]:
        found = fetcher.fetch(url)
        if isinstance(found, Skipped):
            yield found
        elif isinstance(found, Unchanged):
            fetcher.unchanged.append(found)
            self._had.add(url)
        else:
            for item in self._read(found.raw, fetcher, follow):
                if isinstance(item, Kept):
                    self._had.add(url)
                yield item
            if url in self._had:
                fetcher.visits.append(found.visit)

    def _read(self, raw: Raw, fetcher: Fetcher, follow: bool) -> Iterator[Came]:
        items = Opening().reports(raw)
        if follow and chosen(raw) is FEED:
            for item in islice(items, MOST_FOLLOWED):
                yield from self._behind(item, fetcher)
        yield from items

    def _behind(self, entry: Came, fetcher: Fetcher) -> Iterator[Came]:
        """The page behind an entry of a feed; the entry itself where there is none to be had."""
        url = entry.document.url if isinstance(entry, Kept) else None
        if url is not None and url not in self._seen:
            self._seen.add(url)
            yield from self._at(url, fetcher, follow=False)
        if url not in self._had:
            yield entry
