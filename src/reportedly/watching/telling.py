"""What a listener was not told yet, and how it is said: for people, or as JSON lines."""

import json
import sys
from dataclasses import dataclass

from rich.console import Console

from reportedly import exports
from reportedly.ledger import Ledger, changes
from reportedly.model import Case, Changes, Run
from reportedly.views import terminal
from reportedly.views.dates import moment


@dataclass(frozen=True, slots=True)
class News:
    """What came after the run ``since``, and the run that it came up to."""

    came: Changes
    case: Case
    since: int
    run: Run


def news(ledger: Ledger, listener: str) -> News | None:
    """What came since ``listener`` was told last, whoever brought it; None where no run did."""
    since, last = ledger.told(listener), ledger.runs()[-1:]
    if not last or last[0].number <= since:
        return None
    before = ledger.at(since) if since else Case()
    after = ledger.at(last[0].number)
    return News(changes(before, after), after, since, last[0])


def say(told: News, as_json: bool) -> None:
    """Print it on standard output, whole; nothing where no record came and none moved."""
    if not told.came.told:
        return
    # At once, so that whoever is killed meanwhile leaves no half of a line behind.
    sys.stdout.write(_lines(told) if as_json else _screen(told))
    sys.stdout.flush()


def _lines(told: News) -> str:
    between = exports.Between(told.since, told.run.number, told.run.recorded)
    events = exports.events_json(told.came, told.case, between)
    return "".join(json.dumps(event, ensure_ascii=False) + "\n" for event in events)


def _screen(told: News) -> str:
    console = Console(highlight=False)
    heading = f"Run {told.run.number}, {moment(told.run.recorded)}"
    with console.capture() as held:
        terminal.news(told.came, told.case, heading, console, whole=not told.since)
        console.print()
    return held.get()
