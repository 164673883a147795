"""Options of the command line for whatever fetches addresses."""

from typing import Annotated

import typer

from reportedly.documents.fetching import Manners

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


def manners(contact: str, delay: float, private: list[str] | None) -> Manners:
    """What the options say of how addresses are fetched."""
    return Manners(contact, delay, frozenset(private or ()))
