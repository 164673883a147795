"""One round of feeds: only those that are due are asked, and only what is new is taken.

That is a report which the ledger does not hold, or a feed by which a known one comes for the first
time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly import desk, documents
from reportedly.documents.feed import EMPTY
from reportedly.documents.fetching import Fetcher, is_address, shown
from reportedly.documents.sources import File, files
from reportedly.ledger import Ledger
from reportedly.model import Kept, Retrieval, Skipped, Visit

LONGEST = 16
"""Rounds that a feed which cannot be read is left alone at most."""

_BATCH = 200
"""Reports that are held at once before the ledger is asked which of them it has."""

Found = tuple[tuple[str, int, int], ...]
"""Files by path, moment of change and size."""


@dataclass(slots=True)
class Poll:
    """What a round gave: what is new, what was skipped, why which feeds could not be read.

    ``visits``: of addresses that gave something, to be kept once the reports are. ``files``: by
    feed, those that were there when it was read.
    """

    intake: desk.Intake
    failed: dict[str, str]
    visits: tuple[Visit, ...]
    files: dict[str, Found]


@dataclass(slots=True)
class Feeds:
    """Feeds in the order given, and what is remembered of them while they are watched.

    A feed that fails again is left alone for twice as many rounds as before, ``LONGEST`` at most.
    What is skipped in a feed that can be read is named once. Files that did not change are not
    read again.
    """

    named: Sequence[str]
    _failures: dict[str, int] = field(default_factory=dict)
    _left: dict[str, int] = field(default_factory=dict)
    _files: dict[str, Found] = field(default_factory=dict)
    _skipped: dict[Skipped, None] = field(default_factory=dict)

    def poll(self, ledger: Ledger, fetcher: Fetcher) -> Poll:
        """Ask every feed that is due; what cannot be read is named, with when it is tried again."""
        kept: dict[tuple[str, str], Kept] = {}
        skipped: list[Skipped] = []
        failed: dict[str, str] = {}
        due = dict(self._due())
        for feed in due:
            one = _One(feed, ledger, fetcher)
            kept |= {(new.document.id, _way(new.retrieval)): new for new in one.new()}
            if one.read:
                self._failures.pop(feed, None)
                skipped += [skip for skip in one.skipped if skip not in self._skipped]
                self._skipped |= dict.fromkeys(one.skipped)
            elif one.skipped:
                failed[feed] = self._fails(feed, one.skipped)
        visits = (*fetcher.visits, *(same.visit for same in fetcher.unchanged))
        return Poll(desk.Intake(tuple(kept.values()), tuple(skipped)), failed, visits, due)

    def taken(self, poll: Poll) -> None:
        """What the poll gave is in the ledger: its files need not be read again."""
        self._files |= poll.files

    def _due(self) -> Iterator[tuple[str, Found]]:
        """Feeds that may have something new: an address, and what has other files than before."""
        for feed in self.named:
            left = self._left.get(feed, 0)
            self._left[feed] = max(0, left - 1)
            found = () if is_address(feed) else _files(feed)
            same = found and found == self._files.get(feed) and feed not in self._failures
            if not left and not same:
                yield feed, found

    def _fails(self, feed: str, skipped: Sequence[Skipped]) -> str:
        """Why a feed could not be read, and when it is tried again."""
        count = self._failures[feed] = self._failures.get(feed, 0) + 1
        rounds = min(LONGEST, 2 ** (count - 1))
        self._left[feed] = rounds - 1
        more = f", and {len(skipped) - 1} more" if len(skipped) > 1 else ""
        again = "the next round" if rounds == 1 else f"in {rounds} rounds"
        return f"{skipped[0].source}: {skipped[0].reason}{more}; tried again {again}"


@dataclass(slots=True)
class _One:
    """One feed while it is read."""

    feed: str
    ledger: Ledger
    fetcher: Fetcher
    read: bool = False
    skipped: list[Skipped] = field(default_factory=list)

    def new(self) -> Iterator[Kept]:
        """Its reports that the ledger does not hold, or not by this feed."""
        unchanged = len(self.fetcher.unchanged)
        waiting: list[Kept] = []
        for item in documents.load([self.feed], None, self.fetcher):
            if isinstance(item, Skipped):
                self.skipped.append(item)
                # A feed may be empty for a while; that is no failure.
                self.read = self.read or item.reason == EMPTY
                continue
            if not isinstance(item, Kept):
                continue
            self.read = True
            waiting.append(item)
            if len(waiting) == _BATCH:
                yield from self._unknown(waiting)
                waiting = []
        yield from self._unknown(waiting)
        self.read = self.read or len(self.fetcher.unchanged) > unchanged

    def _unknown(self, some: Sequence[Kept]) -> Iterator[Kept]:
        known = self.ledger.routes(one.document.id for one in some)
        for one in some:
            routes = known.get(one.document.id)
            if routes is None or _way(one.retrieval) not in map(_way, routes):
                yield one


def called(feeds: Sequence[str]) -> str:
    """Feeds for people to see, addresses without passwords."""
    return ", ".join(shown(feed) if is_address(feed) else feed for feed in feeds)


def _way(route: Retrieval) -> str:
    """The address or the file that a report came in, wherever it stood in that."""
    return route.url or re.sub(r":\d+$", "", route.name)


def _files(feed: str) -> Found:
    try:
        held = [(one.path, one.path.stat()) for one in files(feed).found if isinstance(one, File)]
    except OSError:
        return ()
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in held)
