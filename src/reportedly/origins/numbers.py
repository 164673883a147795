"""Numbers that moved between two reports of one claim."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.model import Evidence, Quantity, Statement


@dataclass(frozen=True, slots=True)
class Moved:
    """A number as printed upstream, and as printed downstream."""

    before: Evidence
    after: Evidence


def moved(upper: Sequence[Statement], lower: Sequence[Statement]) -> Moved | None:
    """The first number of ``lower`` that ``upper`` does not have, beside the nearest it has.

    None where no unit is common, or where ``lower`` also prints the upstream's number.
    """
    for after in _counted(lower):
        like = [s for s in _counted(upper) if s.quantity and after.quantity
                and s.quantity.unit == after.quantity.unit]  # fmt: skip
        printed = {_range(s.quantity) for s in _counted(lower) if s.quantity}
        if not like or any(_range(s.quantity) in printed for s in like if s.quantity):
            continue
        near = min(like, key=lambda s: abs(_middle(s.quantity) - _middle(after.quantity)))
        return Moved(_evidence(near), _evidence(after))
    return None


def _counted(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(s for s in statements if s.quantity is not None)


def _range(quantity: Quantity) -> tuple[float | None, float | None, float | None]:
    return quantity.low, quantity.best, quantity.high


def _middle(quantity: Quantity | None) -> float:
    held = [n for n in _range(quantity) if n is not None] if quantity else []
    return sum(held) / len(held) if held else 0.0


def _evidence(statement: Statement) -> Evidence:
    spans = (statement.quantity.span,) if statement.quantity else statement.spans
    return Evidence(statement.document, spans)
