"""Taking reports in: all at once, or into a ledger some at a time, where each time is durable."""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from reportedly import documents, progress
from reportedly.brought import checked, of_sources
from reportedly.documents import Ended, Item
from reportedly.documents.fetching import Fetcher, Manners, is_address, shown
from reportedly.errors import NothingReadError
from reportedly.files import Files, told
from reportedly.ledger import Ledger, exists, opened
from reportedly.model import Brought, Document, Kept, Reading, Retrieval, Skipped

MOST = 100
"""Reports that are taken in at once; twice as many of one file."""

LARGEST = 8_000_000
"""Raw bytes that are taken in at once, the last report aside."""

LONGEST = 2.0
"""Seconds after which what came is taken in, however little it is."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What sources gave: each report by each route, in the order of arrival; what was skipped.

    ``brought``: what came beside reports, a file each.
    """

    kept: tuple[Kept, ...]
    skipped: tuple[Skipped, ...]
    brought: tuple[Brought, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """Each report once, as it came by its first route."""
        return tuple(first((), (one.document for one in self.kept)).values())

    @property
    def retrievals(self) -> tuple[Retrieval, ...]:
        """The routes alone."""
        return tuple(one.retrieval for one in self.kept)

    @property
    def readings(self) -> dict[str, Reading]:
        """By the ids of their reports, readings that came with them; of several the last."""
        return {one.document.id: one.reading for one in self.kept if one.reading is not None}


def first(held: Iterable[Document], came: Iterable[Document]) -> dict[str, Document]:
    """Every report by its id, as it came by its first route; that route may tell more by now."""
    chosen = {document.id: document for document in held}
    for new in came:
        old = chosen.setdefault(new.id, new)
        if (old.name, old.sha256) == (new.name, new.sha256):
            chosen[new.id] = new
    return chosen


def fetcher(manners: Manners, ledger: str | None = None) -> Fetcher:
    """What fetches addresses; it asks only for what is new since the ledger had them."""
    if ledger is None or not exists(ledger):
        return Fetcher(manners=manners)
    with opened(ledger) as kept:
        return Fetcher(kept.visits(), manners)


def take_in(sources: Sequence[str], jobs: int = 1, fetcher: Fetcher | None = None) -> Intake:
    """Read sources into documents; what cannot be read is named on standard error.

    Addresses are fetched by ``fetcher``, and skipped without one. Raises
    :class:`NothingReadError` where not one report could be read, and no address has only what
    was read before.
    """
    came = list(come(sources, jobs, fetcher))
    kept = tuple(one for one in came if isinstance(one, Kept))
    brought = tuple(one for one in came if isinstance(one, Brought))
    return Intake(kept, tuple(one for one in came if isinstance(one, Skipped)), brought)


def come(
    sources: Sequence[str],
    jobs: int = 1,
    fetcher: Fetcher | None = None,
    ledger: Ledger | None = None,
) -> Iterator[Item]:
    """What sources give, as it comes; of files that ``ledger`` has taken in, what was skipped.

    What cannot be read is named on standard error. Nothing is given before the first report: where
    there is none, and no address has only what was read before, :class:`NothingReadError` is
    raised at once.
    """
    files = Files(jobs, ledger.taken.files if ledger else None)
    coming = _shown(documents.walk(sources, sys.stdin.buffer, files, fetcher), sources)
    before: list[Item] = []
    for item in coming:
        before.append(item)
        if isinstance(item, Kept) or (isinstance(item, Ended) and item.kept):
            return chain(before, coming)
    if not (fetcher and fetcher.unchanged):
        raise NothingReadError(_named(sources), "no report could be read")
    for same in fetcher.unchanged:
        progress.say(f"nothing new at {same.url}")
    return iter(before)


def _named(sources: Sequence[str]) -> str:
    """Sources for people to see, addresses without passwords."""
    return ", ".join(shown(s) if is_address(s) else s for s in sources) or "no source"


def take(ledger: Ledger, came: Iterable[Item], fetcher: Fetcher | None = None) -> int:
    """Take in what came, some at a time; gives how much of it was skipped.

    Whoever is stopped meanwhile has taken in what came before the last batch, and no part of that.
    When all is taken in, what ``fetcher`` saw of addresses is kept, to ask only for what is new.
    """
    batch, skipped = _Batch(ledger), 0
    for item in came:
        skipped += isinstance(item, Skipped)
        batch.add(item)
    batch.put()
    if fetcher:
        ledger.keep_visits((*fetcher.visits, *(one.visit for one in fetcher.unchanged)))
    return skipped + batch.left


def bring_tables(ledger: Ledger, brought: Brought) -> int:
    """Keep a person's own tables that came with a file; gives how many were left.

    One is left, and named, where the ledger has another of its own: what a person gave here counts.
    """
    left = 0
    for table in brought.tables:
        own = ledger.table(of_sources=of_sources(table))
        if own is None:
            ledger.keep_table(table)
        elif own != table:
            progress.say(f"skipped {brought.name}: the ledger has such a table of its own")
            left += 1
    return left


class _Batch:
    """What came and is not taken in yet."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.left = 0
        self._clear()

    def add(self, item: Item) -> None:
        """Take it in, now or with what comes after it."""
        if isinstance(item, Ended):
            self._ended |= {item.key: told(item)} if item.key and not item.again else {}
        elif isinstance(item, Brought):
            self._brought.append(item)
        else:
            self._came.append(item)
            self._size += len(item.raw) if isinstance(item, Kept) else 0
        if self._full(MOST if isinstance(item, Ended) else 2 * MOST):
            self.put()

    def put(self) -> None:
        """Take in what there is."""
        # What a file brings is kept before the file counts as taken in.
        for one in self._brought:
            self._ledger.bring(one.rulings)
            self.left += bring_tables(self._ledger, one)
        if self._came or self._ended:
            self._ledger.taken.put(self._came, self._ended)
        self._clear()

    def _full(self, most: int) -> bool:
        """Whether there is enough; files are better taken in whole, so as not to be read again."""
        late = time.monotonic() - self._begun > LONGEST
        return late or len(self._came) >= most or self._size >= LARGEST

    def _clear(self) -> None:
        self._came: list[Kept | Skipped] = []
        self._brought: list[Brought] = []
        self._ended: dict[str, Any] = {}
        self._size, self._begun = 0, time.monotonic()


def _shown(coming: Iterable[Item], sources: Sequence[str]) -> Iterator[Item]:
    """The same, with a bar; what was skipped has a line."""
    total = documents.count(sources) if progress.watched() else None
    with progress.counted("loading", "files", total) as one_more:
        for item in coming:
            if isinstance(item, Ended):
                one_more()
            for one in checked(item) if isinstance(item, Brought) else (item,):
                if isinstance(one, Skipped):
                    progress.say(f"skipped {one.source}: {one.reason}")
                yield one
