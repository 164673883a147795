"""Round after round until somebody stops it: poll, add what is new, say what was not said yet.

What is new is in the ledger before it is said, and that it was said is kept after it was. So
whoever is killed in between says it when it is started again: nothing is lost, and what is said
again has the same ids. Between two rounds nothing is held open and no case is kept in memory.
"""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Never

from rich.console import Console

from reportedly import desk
from reportedly.documents.fetching import Fetcher, Manners
from reportedly.errors import LedgerError, NothingReadError, UsageError
from reportedly.ledger import Ledger, opened

from .counted import Rounds
from .polling import Feeds, Poll, called
from .telling import news, say

MINUTE = 60.0
"""Seconds."""

_stderr = Console(stderr=True, highlight=False)


@dataclass(frozen=True, slots=True)
class Watch:
    """What is watched, how it is read, and whom it is said to, in which form.

    ``every``: minutes from the beginning of one round to that of the next. ``listener``: under
    which name it is kept what was said. ``metrics``: a file for numbers about the rounds.
    """

    ledger: str
    feeds: tuple[str, ...]
    way: desk.Way
    manners: Manners
    every: int
    as_json: bool
    listener: str
    metrics: Path | None = None


def watch(given: Watch, once: bool, sleep: Callable[[float], None] = time.sleep) -> bool:
    """Watch until it is interrupted, or for one round; whether every feed could be read in that.

    A feed that cannot be read is named and the others go on; so is a ledger that cannot be
    reached, once it was. Raises :class:`NothingReadError` where one round is all and not one feed
    could be read, :class:`UsageError` where there is nothing to poll.
    """
    if "-" in given.feeds:
        raise UsageError("-: standard input cannot be polled")
    feeds, fetcher = Feeds(tuple(dict.fromkeys(given.feeds))), Fetcher(manners=given.manners)
    counted = Rounds(given.metrics, len(feeds.named))
    with _ended_by_signals() as ending:
        began = time.monotonic()
        failed = _round(given, feeds, fetcher, counted).failed
        if once:
            if len(failed) == len(feeds.named):
                raise NothingReadError(called(feeds.named), "no feed could be read")
            return not failed
        while not ending.asked:
            _wait(began + given.every * MINUTE - time.monotonic(), sleep)
            began = time.monotonic()
            try:
                _round(given, feeds, fetcher, counted)
            except LedgerError as error:  # it may be out of reach for a while
                if ending.asked:
                    break
                _name(f"{error}; tried again the next round")
    return True


def _round(given: Watch, feeds: Feeds, fetcher: Fetcher, counted: Rounds) -> Poll:
    """One round. What failed is named on standard error."""
    began = time.monotonic()
    try:
        poll = _polled(given, feeds, fetcher)
    except LedgerError:
        counted.failed()
        raise
    counted.went(poll, time.monotonic() - began)
    return poll


def _polled(given: Watch, feeds: Feeds, fetcher: Fetcher) -> Poll:
    with opened(given.ledger) as ledger:
        ledger.told(given.listener)
        known = ledger.visits()
        fetcher.begin(known)
        poll = feeds.poll(ledger, fetcher)
        for line in poll.failed.values():
            _name(line)
        for skip in poll.intake.skipped:
            _name(f"{skip.source}: {skip.reason}")
        if poll.intake.kept or ledger.taken.waits():
            desk.add(ledger, poll.intake, given.way)
        fresh = [visit for visit in poll.visits if known.get(visit.url) != visit]
        if fresh:
            ledger.keep_visits(fresh)
        feeds.taken(poll)
        _tell(ledger, given)
    return poll


def _tell(ledger: Ledger, given: Watch) -> None:
    found = news(ledger, given.listener)
    if found:
        say(found, given.as_json)
        ledger.tell(given.listener, found.run.number)


def _wait(seconds: float, sleep: Callable[[float], None]) -> None:
    """Until the next round, with a line about it where somebody sees it."""
    seen, seconds = sys.stderr.isatty(), max(0.0, seconds)
    if seen:
        at = (datetime.now(UTC).astimezone() + timedelta(seconds=seconds)).strftime("%H:%M")
        sys.stderr.write(f"\r\x1b[Kwatching; the next round is at {at}, Ctrl-C ends it")
        sys.stderr.flush()
    sleep(seconds)
    if seen:
        sys.stderr.write("\r\x1b[K")


def _name(line: str) -> None:
    _stderr.print(f"skipped {line}", markup=False, soft_wrap=True)


@dataclass(slots=True)
class _Ending:
    """Whether somebody asked for the end.

    An interrupt that falls into the closing of a connection is lost there, or becomes an error.
    """

    asked: bool = False


@contextmanager
def _ended_by_signals() -> Iterator[_Ending]:
    """Ctrl-C and SIGTERM end it at once: what is begun in the ledger is taken back."""
    ending = _Ending()

    def end(*_: object) -> Never:
        ending.asked = True
        raise KeyboardInterrupt

    numbers = [signal.SIGTERM]
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # a shell's "&" ignores it
        numbers.append(signal.SIGINT)
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield ending
    except KeyboardInterrupt:
        if sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")
    except LedgerError:
        if not ending.asked:
            raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
