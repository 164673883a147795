"""Options that several commands have: how reports are read, how addresses are fetched."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from reportedly import readings
from reportedly.documents.fetching import Manners

Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Number of processes.")]
Reader = StrEnum("Reader", {name: name for name in readings.READERS})  # type: ignore[misc]
ReaderName = Annotated[
    Reader,
    typer.Option("--reader", help="The trained reader, or the rules that need no weights."),
]
CacheFolder = Annotated[
    Path | None,
    typer.Option("--cache", help="Keep readings in this folder; what it holds is not read again."),
]
ActorTable = Annotated[
    Path | None,
    typer.Option("--actors", help="Your own table of names (CSV: name, actor, relation); it wins."),
]
SourceTable = Annotated[
    Path | None,
    typer.Option(
        "--sources",
        help="Your own table of sources (CSV or TOML: name, letter, by, when, why).",
    ),
]
LedgerPath = Annotated[
    str,
    typer.Option(
        "--ledger", "-l", metavar="LEDGER", help="Path of a kept ledger, or its postgresql:// URL."
    ),
]
READER = Reader(readings.DEFAULT)
Contact = Annotated[
    str,
    typer.Option(
        "--contact", envvar="REPORTEDLY_CONTACT",
        help="How you can be reached; told to every server that something is fetched from.",
    ),
]  # fmt: skip
Delay = Annotated[
    float, typer.Option("--delay", min=0, help="Seconds between two addresses of one host.")
]
Private = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-private", metavar="HOST",
        help="Fetch from this host or host:port, too, though it is not on the public internet.",
    ),
]  # fmt: skip
Follow = Annotated[
    bool, typer.Option("--follow", help="Of a feed, fetch the pages behind its entries, too.")
]


def manners(contact: str, delay: float, private: list[str] | None, follow: bool = False) -> Manners:
    """What the options say of how addresses are fetched."""
    return Manners(contact, delay, frozenset(private or ()), follow)
