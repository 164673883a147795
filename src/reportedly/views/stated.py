"""What reports themselves state, for a terminal: relations, conflicts."""

from rich.console import Console
from rich.text import Text

from reportedly.model import Case, Cause, Statement
from reportedly.shelf import Shelf
from reportedly.visible import plain

from .printed import many, put, quote, report, words
from .quoting import quoted
from .relations import bonds
from .words import CONFLICT, FACTUALITY, NOT_NAMED, RELATION, RULED_AWAY


def relations(case: Case, console: Console) -> None:
    """Who is said to do what to whom, those told most often first, each with its words."""
    shelf = Shelf(case)
    found = bonds(shelf).all
    for bond in found:
        names = (plain(bond.source.name), RELATION[bond.kind], plain(bond.target.name))
        line = Text(" ".join(names), style="bold")
        denied = ", said not to be so" if bond.denied else ""
        sure = f"{bond.sure} {FACTUALITY[bond.sure]}{denied}"
        line.append(f" ({bond.code}, {sure}, {many(len(bond.documents), 'report')})", style="dim")
        put(console, line, 0, 2)
        for statement in bond.statements[:2]:
            said = words(shelf, statement.document, statement.spans)
            said.append(f", {on_the_word_of(shelf, statement)}", style="dim")
            _said(shelf, said, statement.document, console)
    if not found:
        put(console, "No report states that one named actor acts upon another.")


def conflicts(case: Case, console: Console) -> None:
    """Statements that cannot both hold, one under the other, with the sentence around each."""
    shelf = Shelf(case)
    for conflict in shelf.conflicts:
        number = shelf.claim_numbers.get(conflict.claim or "", "within one report")
        put(console, Text(f"{CONFLICT[conflict.kind]} ({number}, {conflict.id})", style="bold"))
        for name, side in zip(conflict.statements, (conflict.left, conflict.right), strict=True):
            line = quote(shelf, side)
            statement = shelf.statements.get(name)
            if statement:
                line.append(f", {on_the_word_of(shelf, statement)}", style="dim")
            _said(shelf, line, side.document, console)
        for given in conflict.reasons:
            put(console, Text(plain(given.text), style="dim"), 2, 2)
    if not shelf.conflicts:
        put(console, "No conflict was found.")
    left_out(shelf, console)


def left_out(shelf: Shelf, console: Console) -> None:
    """How many records rulings hide, where they hide any."""
    if shelf.left_out:
        put(console, Text(shelf.left_out, style="dim"))


def on_the_word_of(shelf: Shelf, statement: Statement | Cause) -> str:
    """Whose word it is, and who passes it on; or the report's own."""
    document = shelf.documents[statement.document]
    nobody = {True: RULED_AWAY, False: NOT_NAMED}
    named = [
        quoted(document, held.source.spans) if held.source else nobody[shelf.ruled_away(held)]
        for held in shelf.voices(statement)
    ]
    return f"on the word of {', as given by '.join(named)}" if named else "in its own words"


def _said(shelf: Shelf, line: Text, document: str, console: Console) -> None:
    put(console, Text.assemble((f"{report(shelf, document)}: ", "dim"), line), 2, 2)
