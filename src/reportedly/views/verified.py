"""What was checked of an evidence bundle, for a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.model import Check
from reportedly.visible import plain


def verified(name: str, checks: Sequence[Check], console: Console) -> None:
    """A short table, then every flaw, then what it comes to."""
    table = Table(box=None, pad_edge=False)
    table.add_column("checked", justify="right")
    table.add_column("")
    table.add_column("flaws", justify="right")
    for check in checks:
        table.add_row(f"{check.count:,}", check.what, str(len(check.flaws)))
    console.print(table)
    flaws = list(dict.fromkeys(flaw for check in checks for flaw in check.flaws))
    for flaw in flaws:
        console.print(Text(plain(flaw), overflow="fold"), soft_wrap=True)
    verdict = "nothing is missing, extra or changed" if not flaws else f"refused, {_many(flaws)}"
    console.print(Text(f"{plain(name)}: {verdict}"), soft_wrap=True)


def _many(flaws: Sequence[str]) -> str:
    return "one flaw" if len(flaws) == 1 else f"{len(flaws):,} flaws"
