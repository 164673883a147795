"""Writes the part of docs/weighing.md that is made of the reasons' own words and weights.

Run by ``make weighing``; a test holds that the page is what this gives.
"""

import inspect
from collections.abc import Iterator
from pathlib import Path

from reportedly.grades.factors import FACTORS
from reportedly.lexicons import load

PAGE = Path(__file__).with_name("weighing.md")
BEGIN, END = "<!-- made by docs/reasons.py -->", "<!-- end of what docs/reasons.py made -->"
_TABLES = {"weights": "Weights", "denials": "Denials, by what they are of", "limits": "Limits",
           "digits": "From the sum to a digit: at least"}  # fmt: skip


def written() -> str:
    """The page with that part made anew."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    made = "\n".join(_lines())
    return f"{before}{BEGIN}\n\n{made}\n\n{END}{after}"


def _lines() -> Iterator[str]:
    for reason in FACTORS:
        said = inspect.getdoc(reason) or ""
        yield f"- **{reason.__name__.replace('_', ' ')}**: {' '.join(said.split())}"
    for name, title in _TABLES.items():
        table = dict(load("grades")[name])
        yield f"\n{title} ({table.pop('source')}):\n"
        yield "| | |\n|---|---|"
        yield from (f"| {key} | {value:g} |" for key, value in table.items())


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8", newline="\n")
