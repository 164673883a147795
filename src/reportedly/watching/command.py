"""``reportedly watch`` on the command line."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly import logs
from reportedly.options import FETCHING, READING, LedgerPath, LogForm, Options, with_options

from .rounds import Watch
from .rounds import watch as watched


@with_options(*READING, *FETCHING, "follow")
def watch(  # noqa: PLR0913 - one an option
    feeds: Annotated[
        list[str], typer.Argument(metavar="FEED...", help="Addresses of feeds; files and folders.")
    ],
    ledger: LedgerPath,
    every: Annotated[
        int, typer.Option(metavar="MINUTES", min=1, help="From one round to the next.")
    ] = 15,
    once: Annotated[
        bool, typer.Option("--once", help="One round, and leave: for a scheduler.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line, for other programs.")
    ] = False,
    listener: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who listens: everything is said once to each name."),
    ] = None,
    *,
    metrics: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write numbers about the rounds here, for a monitor."),
    ] = None,
    log: LogForm = logs.Form.text,
    options: Options,
) -> None:
    """Poll feeds, add what is new to a ledger, and say only that."""
    name = listener or ("json" if as_json else "terminal")
    how = options.way, options.manners
    logs.begin(log)
    if not watched(Watch(ledger, tuple(feeds), *how, every, as_json, name, metrics), once):
        raise typer.Exit(1)
