"""Options that several commands have: how reports are read, how addresses are fetched."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import wraps
from inspect import Parameter, signature
from pathlib import Path
from typing import Annotated, Any

import typer

from reportedly import desk, engines, logs, readings
from reportedly.documents.fetching import Manners

Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Number of processes.")]
Engine = StrEnum("Engine", {name: name for name in engines.ENGINES})  # type: ignore[misc]
EngineName = Annotated[
    Engine | None,
    typer.Option("--engine", help="Who reads: this process, processes of this machine, or Ray."),
]
Address = Annotated[
    str,
    typer.Option(
        "--address", metavar="HOST:PORT",
        help="Of a Ray that runs; without one the engine ray is started here.",
    ),
]  # fmt: skip
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
LogForm = Annotated[
    logs.Form,
    typer.Option("--log", help="json: what it does, one object a line, on standard error."),
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

READING = ("jobs", "engine", "address", "reader", "cache", "actors", "judged")
FETCHING = ("contact", "delay", "private")

Command = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Options:
    """How reports are read and addresses fetched, as a person says it; in the order of the help."""

    jobs: Jobs = 1
    engine: EngineName = None
    address: Address = ""
    reader: ReaderName = READER
    cache: CacheFolder = None
    actors: ActorTable = None
    judged: SourceTable = None
    contact: Contact = ""
    delay: Delay = 1.0
    private: Private = None
    follow: Follow = False

    def __post_init__(self) -> None:
        # What does not go together is told before anything is loaded.
        self.way  # noqa: B018

    @property
    def way(self) -> desk.Way:
        """How reports are read."""
        engine = self.engine or ""
        return desk.Way(
            self.reader, self.jobs, self.cache, self.actors, self.judged, engine, self.address
        )

    @property
    def manners(self) -> Manners:
        """How addresses are fetched."""
        return Manners(self.contact, self.delay, frozenset(self.private or ()), self.follow)


def with_options(*names: str) -> Callable[[Command], Command]:
    """Gives a command those of :class:`Options`, after its own; it is told ``options`` for them."""
    shared = [
        Parameter(one.name, Parameter.KEYWORD_ONLY, default=one.default, annotation=one.type)
        for one in fields(Options)
        if one.name in names
    ]

    def given(command: Command) -> Command:
        @wraps(command)
        def run(**asked: Any) -> None:  # noqa: ANN401 - whatever the command line gives
            said = {name: asked.pop(name) for name in names}
            command(**asked, options=Options(**said))

        plain = signature(command)
        own = [one for one in plain.parameters.values() if one.name != "options"]
        run.__signature__ = plain.replace(parameters=[*own, *shared])  # type: ignore[attr-defined]
        return run

    return given
