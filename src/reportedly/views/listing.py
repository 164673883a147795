"""The formats that a ledger can be written in, for a terminal."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from reportedly.exports.guide import guided


def formats(console: Console) -> None:
    """By groups, each with what it is, what it is for, and what it cannot hold."""
    for title, held in guided():
        console.print(title, style="bold")
        table = Table.grid(padding=(0, 2))
        # The same width in every group, so that all stand in one column.
        table.add_column(no_wrap=True, min_width=12)
        table.add_column()
        for form, use in held:
            told = f"{form.about}; for {use.serves}\nwithout {use.lacks}"
            table.add_row(form.name, told)
        console.print(Padding(table, (0, 0, 1, 2)))
