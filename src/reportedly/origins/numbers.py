"""Numbers that moved between two reports of one claim."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import load
from reportedly.model import Evidence, Quantity, Statement


@dataclass(frozen=True, slots=True)
class Moved:
    """A number as printed upstream, and as printed downstream."""

    before: Evidence
    after: Evidence


def moved(upper: Sequence[Statement], lower: Sequence[Statement]) -> Moved | None:
    """The first number of ``lower`` that ``upper`` does not have, beside the nearest it has.

    None where they count nothing in common, or where ``lower`` also prints the upstream's number.
    """
    above, below = _counted(upper), _counted(lower)
    alone = len(_units(above)) == 1 == len(_units(below))
    printed, before = ({_range(s.quantity) for s in side} for side in (below, above))
    for after in below:
        like = [s for s in above if _alike(s.quantity, after.quantity, alone)]
        if (
            not like
            or _range(after.quantity) in before
            or any(_range(s.quantity) in printed for s in like)
        ):
            continue
        near = min(like, key=lambda s: abs(_middle(s.quantity) - _middle(after.quantity)))
        return Moved(_evidence(near), _evidence(after))
    return None


def _units(counted: Iterable[Statement]) -> set[str]:
    return {s.quantity.unit for s in counted if s.quantity}


def _alike(one: Quantity | None, other: Quantity | None, alone: bool) -> bool:
    """Whether two numbers of one claim count the same.

    They do by their words, and where each report counts but one thing there (``alone``), however
    it calls that: pupils here, children there. What is measured is no such thing.
    """
    if one is None or other is None:
        return False
    return one.unit == other.unit or (alone and not _measured() & {one.unit, other.unit})


@cache
def _measured() -> frozenset[str]:
    return frozenset(load("credits")["counted"]["measured"])


def _counted(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(s for s in statements if s.quantity is not None)


def _range(quantity: Quantity | None) -> tuple[float | None, ...]:
    return (quantity.low, quantity.best, quantity.high) if quantity else ()


def _middle(quantity: Quantity | None) -> float:
    held = [n for n in _range(quantity) if n is not None]
    return sum(held) / len(held) if held else 0.0


def _evidence(statement: Statement) -> Evidence:
    spans = (statement.quantity.span,) if statement.quantity else statement.spans
    return Evidence(statement.document, spans)
