"""``reportedly watch`` on the command line."""

from typing import Annotated

import typer

from reportedly import desk
from reportedly.options import (
    READER,
    ActorTable,
    CacheFolder,
    Contact,
    Delay,
    Follow,
    Jobs,
    LedgerPath,
    Private,
    ReaderName,
    SourceTable,
    manners,
)

from .rounds import Watch
from .rounds import watch as watched


def watch(  # noqa: PLR0913, PLR0917 - one parameter an option
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
    jobs: Jobs = 1,
    reader: ReaderName = READER,
    cache: CacheFolder = None,
    actors: ActorTable = None,
    judged: SourceTable = None,
    contact: Contact = "",
    delay: Delay = 1.0,
    private: Private = None,
    follow: Follow = False,
) -> None:
    """Poll feeds, add what is new to a ledger, and say only that."""
    asking = manners(contact, delay, private, follow)
    way = desk.Way(reader, jobs, cache, actors, judged)
    name = listener or ("json" if as_json else "terminal")
    given = Watch(ledger, tuple(feeds), way, asking, every, as_json, name)
    if not watched(given, once):
        raise typer.Exit(1)
