"""Competing hypotheses for a terminal: each matrix, its scores, and what would turn it."""

from rich.console import Console
from rich.text import Text

from reportedly.model import Case
from reportedly.shelf import Shelf

from .hypotheses import LIMIT, RULE, Matrix, Row, matrices, points, reports, standing, told
from .printed import STYLE, called, put, title
from .stated import left_out
from .words import KIND, MARK


def hypotheses(case: Case, console: Console) -> None:
    """Every matrix: hypotheses with rank and score, a row a voice, what the ranking rests on."""
    shelf = Shelf(case)
    held = matrices(shelf)
    put(console, Text(LIMIT, style="bold") if held else "No hypothesis is written or proposed.")
    if held:
        put(console, Text(RULE, style="dim"))
    for matrix in held:
        _matrix(shelf, matrix, console)
    left_out(shelf, console)


def rankings(shelf: Shelf, console: Console) -> None:
    """One line a matrix: which hypothesis has least against it, and whether one voice decides."""
    held = matrices(shelf)
    if not held:
        return
    title(console, "Hypotheses, least against first", len(held))
    for matrix in held:
        scores = ", ".join(f"{c.number} {points(c.score.weighted)}" for c in matrix.columns)
        line = Text(f"{matrix.title}: {matrix.ranking} ({scores}). {matrix.decides}")
        put(console, line, 2, 2)
    put(console, Text(f"{LIMIT} The matrices: show hypotheses.", style="dim"))


def _matrix(shelf: Shelf, matrix: Matrix, console: Console) -> None:
    console.print(Text(f"\n{matrix.title}", style="bold underline"), soft_wrap=True)
    for column in matrix.columns:
        score = column.score
        line = Text.assemble((f"{column.number} ", "bold"), told(shelf, column.hypothesis))
        about = f" ({standing(column.hypothesis)}, rank {score.rank}, {points(score.weighted)}"
        plain_ = "" if score.plain == score.weighted else f", without weights {points(score.plain)}"
        put(console, line.append(f"{about}{plain_}, id {score.hypothesis})", style="dim"), 0, 3)
    for row in matrix.rows:
        put(console, _row(shelf, matrix, row), 2, 4)
    if matrix.more:
        put(console, f"and {matrix.more} more rows, less diagnostic than these", 2)
    put(console, Text(f"Least against comes first: {matrix.ranking}. {matrix.decides}"))
    for turn in matrix.turning:
        put(console, f"without {turn.without}: {turn.then}", 2, 2)


def _row(shelf: Shelf, matrix: Matrix, row: Row) -> Text:
    item = row.item
    cells = " ".join(f"{column.number} {cell.value}{'*' if cell.ruled else ''}"
                     for column, cell in zip(matrix.columns, row.cells, strict=True))  # fmt: skip
    line = Text.assemble((f"{row.number} ", "bold"), (f"{cells} ", "bold"))
    line.append(f"{MARK[item.stance]} ", style=STYLE[item.stance]).append(called(item.voice))
    number = shelf.claim_numbers.get(item.claim, "")
    about = [KIND[item.kind], number, reports(item), f"diagnostic {points(row.diagnosticity)}"]
    about += [f"credibility {item.credibility}"] if item.credibility != "medium" else []
    about += [f"relevance {item.relevance}"] if item.relevance != "medium" else []
    return line.append(f" ({', '.join(about)})", style="dim")
