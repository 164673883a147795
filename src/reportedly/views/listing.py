"""The formats that a ledger can be written in, for a terminal."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.exports import Format
from reportedly.exports.guide import Use, guided


def formats(console: Console) -> None:
    """By groups, each with what it is, what opens it, and what it cannot hold."""
    for title, held in guided():
        console.print(title, style="bold")
        table = Table.grid(padding=(0, 2))
        # The same width in every group, so that all stand in one column.
        table.add_column(no_wrap=True, min_width=12)
        table.add_column()
        for form, use in held:
            table.add_row(form.name, _told(form, use))
        console.print(Padding(table, (0, 0, 1, 2)))


def _told(form: Format, use: Use) -> Text:
    told = Text(f"{form.about}\n")
    told.append(f"opened with: {use.opens}", style="dim")
    if use.lacks:
        told.append(f"\ncannot hold: {use.lacks}", style="dim")
    return told
