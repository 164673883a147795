"""How far the work is, on standard error where that is a terminal: how fast, until when."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from rich.console import Console
from rich.progress import (
    BarColumn,
    FileSizeColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

Pour = Callable[[bytes], bytes]

stderr = Console(stderr=True, highlight=False)


class Pace(ProgressColumn):
    """``1,200 of 5,000 files · 83/s · 0:46 left, until 14:05``, as far as it is known."""

    def __init__(self, unit: str, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self._unit, self._now = unit, now

    def render(self, task: Task) -> Text:
        """What is known of the task."""
        of = f" of {int(task.total):,}" if task.total else ""
        told = [f"{int(task.completed):,}{of} {self._unit}"]
        if task.speed:
            told.append(f"{task.speed:,.{0 if task.speed >= 10 else 1}f}/s")
        if task.time_remaining is not None and not task.finished:
            left = timedelta(seconds=int(task.time_remaining))
            told.append(f"{left} left, until {self._now() + left:%H:%M}")
        return Text(" · ".join(told))


@contextmanager
def counted(
    what: str, unit: str, total: int | None = None, console: Console = stderr
) -> Iterator[Callable[[], None]]:
    """A bar for as long as it lasts; what it gives is called once for each that is done."""
    columns = TextColumn("{task.description}"), BarColumn(20), Pace(unit)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal,
        speed_estimate_period=60,
    ) as shown:  # fmt: skip
        task = shown.add_task(what, total=total)
        yield lambda: shown.advance(task)


@contextmanager
def timed(what: str, console: Console = stderr) -> Iterator[None]:
    """The time that passes while something is done that cannot be counted."""
    columns = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as on:
        on.add_task(what, total=None)
        yield


@contextmanager
def poured(what: str, shown: bool = True, console: Console = stderr) -> Iterator[Pour]:
    """How much was written, and for how long; what it gives is called with each piece.

    ``shown``: whether there is a bar where the console is a terminal.
    """
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        FileSizeColumn(),
        TimeElapsedColumn(),
    )
    hidden = not (shown and console.is_terminal)
    with Progress(*columns, console=console, transient=True, disable=hidden) as on:
        task = on.add_task(what, total=None)

        def pour(piece: bytes) -> bytes:
            on.advance(task, len(piece))
            return piece

        yield pour


def say(line: str) -> None:
    """A line on standard error."""
    stderr.print(line, markup=False, soft_wrap=True)


def watched() -> bool:
    """Whether somebody sees it."""
    return sys.stderr.isatty()
