"""Actors × claims: who takes which position, and how sure."""

from dataclasses import dataclass

from reportedly.model import Claim, Position, SourceKind
from reportedly.shelf import Shelf

ROWS, COLUMNS = 60, 16


@dataclass(frozen=True, slots=True)
class Row:
    """One voice and, for each claim of the matrix, the positions it takes there.

    ``actor`` is the id of whom it is, None where the voice is nobody's in particular.
    """

    actor: str | None
    voice: str
    kind: SourceKind
    country: str | None
    cells: tuple[tuple[Position, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The claims in the columns, the voices in the rows, and how many more there are."""

    claims: tuple[Claim, ...]
    rows: tuple[Row, ...]
    more_claims: int
    more_rows: int


def matrix(shelf: Shelf, claims: tuple[Claim, ...]) -> Matrix:
    """Voices by the number of claims they speak to; one row an actor, else one a name."""
    columns = claims[:COLUMNS]
    held: dict[tuple[str, ...], list[list[Position]]] = {}
    for column, claim in enumerate(columns):
        for position in claim.positions:
            cells = held.setdefault(_key(position), [[] for _ in columns])
            cells[column].append(position)
    rows = sorted((_row(shelf, cells) for cells in held.values()), key=_rank)
    return Matrix(columns, tuple(rows[:ROWS]), len(claims) - len(columns), len(rows[ROWS:]))


def _key(position: Position) -> tuple[str, ...]:
    if position.actor:
        return (position.actor,)
    return (position.voice, position.kind, position.country or "")


def _row(shelf: Shelf, cells: list[list[Position]]) -> Row:
    first = next(p for cell in cells for p in cell)
    actor = shelf.actors.get(first.actor or "")
    name = actor.name if actor else first.voice
    spoken = tuple(tuple(cell) for cell in cells)
    return Row(first.actor, name, first.kind, first.country, spoken)


def _rank(row: Row) -> tuple[int, int, str]:
    spoken = sum(1 for cell in row.cells if cell)
    first = next(n for n, cell in enumerate(row.cells) if cell)
    return (-spoken, first, row.voice)
