"""``reportedly serve`` on the command line."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from reportedly import desk, logs
from reportedly.deciding import login
from reportedly.errors import UsageError
from reportedly.options import LedgerPath, LogForm


def serve(  # noqa: PLR0913 - one an option
    ledger: LedgerPath,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 8765,
    host: Annotated[
        str, typer.Option(help="Where others can reach it; needs --people.")
    ] = "127.0.0.1",
    people: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Named people with hashed passwords (TOML).")
    ] = None,
    enrol: Annotated[
        str | None, typer.Option(metavar="NAME", help="Add a person to that file, and leave.")
    ] = None,
    *,
    metrics: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="A file with the token for which /metrics is given to a monitor."
        ),
    ] = None,
    log: LogForm = logs.Form.text,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the address in a browser.")
    ] = True,
) -> None:
    """Open the ledger in the browser, on this machine only unless told otherwise."""
    from reportedly import web  # noqa: PLC0415 - slow, and no other command needs it

    if enrol is not None:
        if people is None:
            raise UsageError("--enrol adds a person to the file named by --people")
        web.write_person(people, enrol, typer.prompt("Password", hide_input=True,
                                                     confirmation_prompt=True))  # fmt: skip
        return
    desk.must_be(ledger)
    known = web.read_people(people) if people else None
    token = web.read_token(metrics) if metrics else ""
    logs.begin(log)
    opens = browser and sys.stdout.isatty()
    web.serve(ledger, web.Way(host, port, known, login(""), opens, token))
