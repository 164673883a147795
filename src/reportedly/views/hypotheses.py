"""Competing hypotheses laid out: a matrix each, and what the ranking rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.model import Analysis, Cell, Hypothesis, Item, Removal, Score, Side
from reportedly.shelf import Shelf
from reportedly.visible import plain

from .printed import called, many
from .quoting import quoted
from .words import CONFLICT, FALLEN, KIND

LIMIT = "The matrix ranks by what counts against; it does not say what is true."
"""What is said before any of it."""
RULE = (
    "A row is a voice, however many reports print it. II takes two points off a hypothesis, I one; "
    "what is consistent adds none. Weights: high √2, medium 1, low 1/√2, for credibility times "
    "relevance."
)
SIDES: dict[Side, str] = {"+": "holds", "-": "denies", "?": "bears on"}
"""What a hypothesis of a person does with a claim."""
ROWS = 60
"""Rows of one matrix, the most diagnostic first."""


@dataclass(frozen=True, slots=True)
class Column:
    """A hypothesis with its number, score and rank."""

    number: str
    hypothesis: Hypothesis
    score: Score


@dataclass(frozen=True, slots=True)
class Row:
    """An item with its number, how far it tells the hypotheses apart, and its cells."""

    number: str
    item: Item
    diagnosticity: float
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """What would fall, and who would come first then, each as words of ours."""

    without: str
    then: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """One analysis. ``turning``: what would turn the ranking; ``decides``: whether one voice does.

    ``more``: rows that are left out, the least diagnostic.
    """

    title: str
    analysis: Analysis
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    more: int
    ranking: str
    turning: tuple[Turn, ...]
    decides: str


def matrices(shelf: Shelf) -> tuple[Matrix, ...]:
    """Every analysis, those of people first."""
    return tuple(_matrix(shelf, analysis) for analysis in shelf.analyses)


def _matrix(shelf: Shelf, analysis: Analysis) -> Matrix:
    numbers, hypotheses = shelf.hypothesis_numbers, shelf.hypotheses
    columns = tuple(
        Column(numbers[s.hypothesis], hypotheses[s.hypothesis], s) for s in analysis.scores
    )
    rows = tuple(
        Row(shelf.item_numbers[id_], shelf.items[id_], apart,
            tuple(shelf.cells[id_, h] for h in analysis.hypotheses))
        for id_, apart in zip(analysis.items, analysis.diagnosticity, strict=True)
    )  # fmt: skip
    return Matrix(
        headed(shelf, analysis), analysis, columns, rows[:ROWS], len(rows[ROWS:]),
        ranked([c.number for c in columns], [s.rank for s in analysis.scores]),
        tuple(_turns(shelf, analysis)), _decides(analysis),
    )  # fmt: skip


def headed(shelf: Shelf, analysis: Analysis) -> str:
    """What the hypotheses of an analysis are about."""
    if analysis.claim is None:
        return "Hypotheses that people wrote or adopted"
    number, kind = shelf.claim_numbers.get(analysis.claim, ""), analysis.kind
    return f"Proposed on {number}: {CONFLICT[kind] if kind else ''}"


def ranked(numbers: Sequence[str], ranks: Sequence[int]) -> str:
    """``H2, then H1 and H3 level``: the one that least counts against comes first."""
    places: dict[int, list[str]] = {}
    for number, rank in sorted(zip(numbers, ranks, strict=True), key=lambda pair: pair[1]):
        places.setdefault(rank, []).append(number)
    told = [_level(held) for held in places.values()]
    return ", then ".join(told)


def _level(held: Sequence[str]) -> str:
    if len(held) == 1:
        return held[0]
    return f"{', '.join(held[:-1])} and {held[-1]} level"


def _turns(shelf: Shelf, analysis: Analysis) -> Iterator[Turn]:
    numbers = [shelf.hypothesis_numbers[h] for h in analysis.hypotheses]
    for removal in analysis.removals:
        if removal.turns:
            yield Turn(_without(shelf, removal), ranked(numbers, removal.ranks))


def _without(shelf: Shelf, removal: Removal) -> str:
    held = ", ".join(shelf.item_numbers[i] for i in removal.items)
    if removal.what == "origin":
        return f"{called(removal.name)} ({held})"
    kind = next((f" “{word}”" for key, word in KIND.items() if key == removal.name), "")
    return f"{FALLEN[removal.what]}{kind} ({held})"


def _decides(analysis: Analysis) -> str:
    """Whether one voice decides the ranking."""
    alone = [r for r in analysis.removals if r.what == "origin"]
    deciding = [r for r in alone if r.turns]
    if len(analysis.scores) < 2:
        return "One hypothesis has nothing to compete with: add its rivals."
    if not alone:
        return "There is not enough evidence for anything to be taken out."
    if not deciding:
        return f"No single voice decides: whichever of {len(alone)} falls, the same comes first."
    if len(deciding) == 1:
        return "One voice decides: without it, others come first."
    return f"{len(deciding)} voices decide: without any one of them, others come first."


def told(shelf: Shelf, hypothesis: Hypothesis) -> str:
    """A hypothesis in one line: a person's text, or what is cut from the reports and by whom."""
    if hypothesis.text:
        return plain(hypothesis.text)
    claim = shelf.claim_numbers.get(hypothesis.premises[0].claim, "")
    words = [quoted(shelf.documents[e.document], e.spans) for e in hypothesis.words]
    label = hypothesis.label
    voice = (
        quoted(shelf.documents[label.document], label.spans) if label else called(hypothesis.voice)
    )
    gives = f" with {words[1]}" if len(words) > 1 else ""
    return f"{claim} {words[0]}{gives} {way(hypothesis)} {voice}"


def way(hypothesis: Hypothesis) -> str:
    """How the claim of a proposal is meant, before who says so."""
    return "as denied by" if hypothesis.key == "-" else "as said by"


def standing(hypothesis: Hypothesis) -> str:
    """Whose hypothesis it is."""
    if hypothesis.proposed:
        return "proposed"
    return "adopted" if hypothesis.key else "by a person"


def reports(item: Item) -> str:
    """How many reports one row stands for."""
    return many(len(item.documents), "report")


def points(value: float) -> str:
    """A score as it is printed: one digit, two where weights make it uneven."""
    return f"{value:.1f}" if round(value, 1) == round(value, 6) else f"{value:.2f}"
