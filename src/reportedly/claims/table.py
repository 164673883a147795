"""A person's own table of names, which goes before everything that the program would do.

A CSV file with the columns ``name`` and ``actor``, and if wanted ``relation``: ``same`` (the
name means that actor; so it is where the column is empty or missing) or ``different`` (the two
are never one).
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from reportedly.claims.names import key
from reportedly.errors import UsageError

_RELATIONS = ("", "same", "different")


@dataclass(frozen=True, slots=True)
class Table:
    """What a person rules about names: ``same`` by key, and pairs of keys kept ``apart``."""

    same: Mapping[str, str]
    apart: frozenset[frozenset[str]]

    def reads(self, name: str) -> str | None:
        """The key that ``name`` is to be read as, None where the table says nothing."""
        return self.same.get(key(name))

    def parts(self, one: str, other: str) -> bool:
        """Whether two keys are never one actor."""
        return bool(self.apart) and frozenset({one, other}) in self.apart


EMPTY = Table({}, frozenset())


def table(rows: Iterable[Mapping[str, str]]) -> Table:
    """The table that ``rows`` (``name``, ``actor``, ``relation``) make; later rows win."""
    same: dict[str, str] = {}
    apart: set[frozenset[str]] = set()
    for row in rows:
        pair = (key(row["name"]), key(row["actor"]))
        if row.get("relation") == "different":
            apart.add(frozenset(pair))
        else:
            same[pair[0]] = pair[1]
            same.setdefault(pair[1], pair[1])
    return Table(same, frozenset(apart))


def read_table(path: Path) -> Table:
    """The table in the CSV file ``path``.

    Raises :class:`UsageError` where the file cannot be read or a row is not understood.
    """
    return parse_table(table_text(path), str(path))


def table_text(path: Path) -> str:
    """The characters of the CSV file ``path``; :class:`UsageError` where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error})") from error


def parse_table(text: str, where: str) -> Table:
    """The table that ``text`` (CSV) holds; ``where`` names it in a :class:`UsageError`."""
    rows = csv.DictReader(StringIO(text))
    if not {"name", "actor"} <= set(rows.fieldnames or ()):
        raise UsageError(f"{where}: a table of names has the columns name and actor")
    return table([_row(f"{where}:{number}", row) for number, row in enumerate(rows, 2)])


def _row(where: str, row: Mapping[str, str | None]) -> dict[str, str]:
    plain = {name: (value or "").strip() for name, value in row.items() if isinstance(value, str)}
    if not key(plain.get("name", "")) or not key(plain.get("actor", "")):
        raise UsageError(f"{where}: a row names a name and an actor")
    if plain.get("relation", "") not in _RELATIONS:
        raise UsageError(f"{where}: a relation is same or different")
    return plain
