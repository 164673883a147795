"""``reportedly rule`` on the command line."""

import getpass
from enum import StrEnum
from typing import Annotated, cast, get_args

import typer
from rich.console import Console

from reportedly import desk, rulings
from reportedly.errors import UsageError
from reportedly.ledger import opened
from reportedly.model import Case, Ruling, RulingKind
from reportedly.options import LedgerPath
from reportedly.views import finding, shelf, terminal

Decided = StrEnum("Decided", {name: name for name in get_args(RulingKind)})  # type: ignore[misc]


def rule(
    decided: Annotated[Decided, typer.Argument(metavar="RULING", help="What is decided.")],
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="The records it is about.")],
    ledger: LedgerPath,
    why_: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept.")] = "",
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who decides; the login name if not given.")
    ] = None,
    as_: Annotated[
        str, typer.Option("--as", metavar="GRADE", help="Of a claim such as C3, of a source B.")
    ] = "",
    is_: Annotated[
        str,
        typer.Option(
            "--is", metavar="SOURCE", help="An actor, an attribution, words of the report."
        ),
    ] = "",
) -> None:
    """Decide on records, in one of these ways.

    same, different, unsure A B; wrong LINK; wrong, source, undeny ATTRIBUTION; undeny STATEMENT;
    grade CLAIM, ACTOR or OUTLET; hide, note ID; undo NUMBER.
    """
    kind = cast(RulingKind, decided.value)
    count = rulings.takes(kind)
    if len(ids) != count:
        raise UsageError(f"{decided} takes {count} id{'s' if count > 1 else ''}")
    if (as_ and decided != "grade") or (is_ and decided != "source"):
        raise UsageError("--as goes with grade, --is with source, and with nothing else")
    desk.must_be(ledger)
    who = login() if by is None else by

    def draft(case: Case) -> Ruling:
        if decided == "undo":
            return rulings.undoing(ids[0], case, who, why_)
        find = finding.source if decided == "grade" else finding.record
        held = shelf.Shelf(case)
        records = [find(held, id_) for id_ in ids]
        return rulings.drafted(kind, records, case, who, why_, value=is_ or as_)

    with opened(ledger, keep_decoded=True) as kept:
        made = desk.rule(kept, draft)
    terminal.ruled(made.ruling.number, made.before, made.after, Console(highlight=False))


def login(otherwise: str | None = None) -> str:
    """Who is logged in; where the system does not tell, ``otherwise``, else UsageError."""
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        if otherwise is not None:
            return otherwise
        raise UsageError("--by: this system has no login name; say who decides") from error
