"""Two statements side by side: two versions of a number, or of anything else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportedly.model import Statement
from reportedly.shelf import Shelf
from reportedly.views.quoting import quotation
from reportedly.views.words import FACTUALITY

from .asked import Asked, State


@dataclass(frozen=True, slots=True)
class Difference:
    """In what two statements differ; each side is a word of ours or cut from its report."""

    what: str
    left: str
    right: str


def beside(state: State, asked: Asked) -> Mapping[str, object] | None:
    """Two statements, their claims, in what they differ, what was lost between their reports.

    Without a question there are no sides: the page says where they are chosen.
    """
    shelf = state.shelf
    if not asked.get("one") and not asked.get("other"):
        return {"sides": ()}
    left, right = (shelf.statements.get(asked.get(name)) for name in ("one", "other"))
    if left is None or right is None:
        return None
    ends = {left.document, right.document}
    return {
        "sides": (left, right),
        "differs": tuple(_differs(shelf, left, right)),
        "claims": [[c for c in shelf.claims if s.id in c.statements][:1] for s in (left, right)],
        "drifts": [d for held in shelf.drifts.values() for d in held
                   if {d.before.document, d.after.document} == ends],
    }  # fmt: skip


def _differs(shelf: Shelf, left: Statement, right: Statement) -> Iterator[Difference]:
    if left.stance != right.stance:
        yield Difference("side", left.stance, right.stance)
    if left.factuality != right.factuality:
        yield Difference("how sure", FACTUALITY[left.factuality], FACTUALITY[right.factuality])
    if bounds(left) != bounds(right):
        yield Difference("number", _number(shelf, left), _number(shelf, right))
    if (left.attribution is None) != (right.attribution is None):
        yield Difference("whose word", _word(left), _word(right))


def _word(statement: Statement) -> str:
    return "another’s" if statement.attribution else "the report’s own"


def bounds(statement: Statement) -> tuple[object, ...]:
    """The number that a statement gives: low, best, high; empty where it gives none."""
    held = statement.quantity
    return (held.low, held.best, held.high) if held else ()


def _number(shelf: Shelf, statement: Statement) -> str:
    if statement.quantity is None:
        return "none"
    return quotation(shelf.documents[statement.document], (statement.quantity.span,))
