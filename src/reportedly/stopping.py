"""What is said where a person stops a command that takes its time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from reportedly.ledger import exists, opened, printed

CODE = 130
"""What a shell gives a program that Ctrl-C ends."""


@contextmanager
def stoppable(ledger: str | None = None, cache: Path | None = None) -> Iterator[None]:
    """Ctrl-C ends it, and what is kept is said: reports in ``ledger``, readings in ``cache``."""
    try:
        yield
    except KeyboardInterrupt:
        kept = " and ".join(_kept(ledger, cache))
        told = f"{kept}; the same command goes on" if kept else "nothing new is kept"
        typer.echo(f"reportedly: stopped: {told}", err=True)
        raise typer.Exit(CODE) from None


def _kept(ledger: str | None, cache: Path | None) -> Iterator[str]:
    if ledger and exists(ledger):
        with opened(ledger) as held:
            reports = held.taken.reports()
        if reports:
            yield f"{reports:,} report{'s' * (reports > 1)} taken in by {printed(ledger)}"
    if cache and cache.is_dir():
        yield f"what was read is in {cache}"
