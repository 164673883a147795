"""``reportedly rule`` on the command line."""

import getpass
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, cast, get_args

import typer
from rich.console import Console

from reportedly import desk, hypotheses, rulings
from reportedly.errors import UsageError
from reportedly.ledger import opened
from reportedly.model import PURSUING, Case, Ruling, RulingKind
from reportedly.options import LedgerPath
from reportedly.shelf import Shelf
from reportedly.views import finding, terminal

Decided = StrEnum("Decided", {name: name for name in get_args(RulingKind)})  # type: ignore[misc]


def rule(  # noqa: PLR0913, PLR0917 - one parameter an option
    decided: Annotated[Decided, typer.Argument(metavar="RULING", help="What is decided.")],
    ids: Annotated[
        list[str], typer.Argument(metavar="ID...", help="The records it is about, or a text first.")
    ],
    ledger: LedgerPath,
    why_: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept.")] = "",
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who decides; the login name if not given.")
    ] = None,
    as_: Annotated[
        str,
        typer.Option("--as", metavar="VALUE", help="A grade, such as C3 or B; a cell; a weight."),
    ] = "",
    is_: Annotated[
        str,
        typer.Option(
            "--is", metavar="SOURCE", help="An actor, an attribution, words of the report."
        ),
    ] = "",
    answer: Annotated[
        str, typer.Option(metavar="ANSWER", help="To an issue: yes, no, a claim, or words.")
    ] = "",
) -> None:
    """Decide on records, in one of these ways.

    same, different, unsure A B; wrong LINK; wrong, source, undeny ATTRIBUTION; undeny STATEMENT;
    grade CLAIM, ACTOR or OUTLET; hide, note ID; undo NUMBER. hypothesis TEXT CLAIM...; adopt,
    rename, withdraw HYPOTHESIS; cell ITEM HYPOTHESIS; credibility, relevance ITEM. narrow,
    settle ISSUE --answer ANSWER; reopen ISSUE; forecast ISSUE PROBABILITY.
    """
    kind = cast(RulingKind, decided.value)
    value = _value(kind, ids, {"--as": as_, "--is": is_, "--answer": answer})
    desk.must_be(ledger)
    who = login() if by is None else by

    def draft(case: Case) -> Ruling:
        if decided == "undo":
            return rulings.undoing(ids[0], case, who, why_)
        if decided == "hypothesis":
            return hypotheses.posed(case, ids[0], ids[1:], who, why_)
        find = finding.source if decided == "grade" else finding.record
        held = Shelf(case)
        named, words = (ids, value) if kind not in PURSUING else finding.answered(held, ids, value)
        records = [find(held, id_) for id_ in named]
        return rulings.drafted(kind, records, case, who, why_, value=words)

    with opened(ledger, keep_decoded=True) as kept:
        made = desk.rule(kept, draft)
    terminal.ruled(made.ruling.number, made.before, made.after, Console(highlight=False))


def _value(kind: RulingKind, ids: list[str], given: Mapping[str, str]) -> str:
    """The value of a ruling, from its options; UsageError where they, or the ids, do not fit.

    Of a forecast the probability stands last among ``ids``, and is taken from there.
    """
    count, option = rulings.takes(kind), rulings.valued(kind)
    if count and len(ids) != count + (kind == "forecast"):
        more = ", and a probability" if kind == "forecast" else ""
        raise UsageError(f"{kind} takes {count} id{'s' if count > 1 else ''}{more}")
    if any(value and name != option for name, value in given.items()):
        goes = f"{kind} takes {option}" if option.startswith("--") else f"{kind} takes none"
        raise UsageError(f"--as, --is and --answer give a value; {goes}")
    value = given.get(option, "")
    return f"{ids.pop()} {value}".strip() if kind == "forecast" else value


def login(otherwise: str | None = None) -> str:
    """Who is logged in; where the system does not tell, ``otherwise``, else UsageError."""
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        if otherwise is not None:
            return otherwise
        raise UsageError("--by: this system has no login name; say who decides") from error
