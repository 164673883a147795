"""The addresses that one call names: each fetched once, and read."""

from collections.abc import Iterable, Iterator

from reportedly.documents.opening import Opening
from reportedly.documents.sources import printable
from reportedly.model import Kept, Skipped

from .fetcher import Fetcher
from .outcomes import Unchanged


class Asked:
    """Reads what addresses hold. Without a fetcher every one is skipped."""

    def __init__(self, fetcher: Fetcher | None) -> None:
        self._fetcher = fetcher
        self._seen: set[str] = set()

    def reports(self, addresses: Iterable[str]) -> Iterator[Kept | Skipped]:
        """Every report at ``addresses``, in their order, and what was skipped."""
        for url in addresses:
            if url not in self._seen:
                self._seen.add(url)
                yield from self._at(url)

    def _at(self, url: str) -> Iterator[Kept | Skipped]:
        if self._fetcher is None:
            yield Skipped(printable(url), "addresses are not fetched here")
            return
        found = self._fetcher.fetch(url)
        if isinstance(found, Skipped):
            yield found
        elif isinstance(found, Unchanged):
            self._fetcher.unchanged.append(found)
        else:
            gave = False
            for item in Opening().reports(found.raw):
                gave = gave or isinstance(item, Kept)
                yield item
            if gave:
                self._fetcher.visits.append(found.visit)
