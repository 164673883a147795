"""The cells of hypotheses and items, as suggested and as people rule them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from reportedly.model import Assessed, Cell, Consistency, Hypothesis, Item

from .meant import hypothesis_of, item_of
from .suggest import Bearing, cell

Pair = tuple[str, str]
"""Ids of an item and of a hypothesis."""


def ruled_pairs(
    rulings: Iterable[Assessed],
    items: Mapping[str, Item],
    hypotheses: Mapping[str, Hypothesis],
    homes: Mapping[str, str],
) -> dict[Pair, Assessed]:
    """What people say of pairs; of two rulings the later counts."""
    found = {}
    for ruled in rulings:
        if ruled.kind == "cell":
            item = item_of(ruled.targets[0], items)
            one = hypothesis_of(ruled.targets[1], hypotheses, homes)
            if item and one:
                found[item.id, one.id] = ruled
    return found


def cells(
    items: Sequence[Item],
    hypotheses: Sequence[Hypothesis],
    held: Bearing,
    ruled: Mapping[Pair, Assessed],
) -> tuple[Cell, ...]:
    """One for each pair, item by item."""
    return tuple(
        _decided(cell(item, one, held), ruled.get((item.id, one.id)))
        for item in items
        for one in hypotheses
    )


def _decided(made: Cell, ruled: Assessed | None) -> Cell:
    if ruled is None:
        return made
    given = cast(Consistency, ruled.value)
    reasons = (ruled.reason, *made.reasons)
    suggested = made.value if given != made.value else None
    return replace(made, value=given, reasons=reasons, suggested=suggested)
