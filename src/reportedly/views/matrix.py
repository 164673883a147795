"""Actors × claims: who takes which position, and how sure."""

from dataclasses import dataclass
from heapq import nsmallest

from reportedly.model import Claim, Position, SourceKind
from reportedly.shelf import Shelf

ROWS, COLUMNS = 60, 16

_Cells = dict[int, list[Position]]
"""What one voice says, by the column of the claim."""


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
    held: dict[tuple[str, ...], _Cells] = {}
    for column, claim in enumerate(columns):
        for position in claim.positions:
            held.setdefault(_key(position), {}).setdefault(column, []).append(position)
    # Of thousands of voices only those that are shown are made rows of.
    first = nsmallest(ROWS, held.values(), key=lambda cells: _rank(shelf, cells))
    rows = tuple(_row(shelf, cells, len(columns)) for cells in first)
    return Matrix(columns, rows, len(claims) - len(columns), len(held) - len(rows))


def _key(position: Position) -> tuple[str, ...]:
    if position.actor:
        return (position.actor,)
    return (position.voice, position.kind, position.country or "")


def _row(shelf: Shelf, cells: _Cells, columns: int) -> Row:
    first = cells[min(cells)][0]
    spoken = tuple(tuple(cells.get(column, ())) for column in range(columns))
    return Row(first.actor, _voice(shelf, cells), first.kind, first.country, spoken)


def _rank(shelf: Shelf, cells: _Cells) -> tuple[int, int, str]:
    return (-len(cells), min(cells), _voice(shelf, cells))


def _voice(shelf: Shelf, cells: _Cells) -> str:
    first = cells[min(cells)][0]
    actor = shelf.actors.get(first.actor or "")
    return actor.name if actor else first.voice
