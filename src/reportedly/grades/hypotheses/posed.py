"""Hypotheses of people, and what people say of those that are proposed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from reportedly.model import Assessed, Hypothesis, Posed, Premise

from .meant import hypothesis_of


def written(posed: Iterable[Posed], homes: Mapping[str, str]) -> dict[str, Hypothesis]:
    """Hypotheses that people wrote, by id; of two sides on one claim the first counts.

    ``homes``: the claim of each statement.
    """
    found = {}
    for one in posed:
        sides: dict[str, Premise] = {}
        for side, statement in one.premises:
            if statement in homes:
                claim = homes[statement]
                sides.setdefault(claim, Premise(claim, side))
        found[one.id] = Hypothesis(one.id, one.text, tuple(sides.values()), (one.reason,))
    return found


def judged(
    held: Mapping[str, Hypothesis], rulings: Iterable[Assessed], homes: Mapping[str, str]
) -> dict[str, Hypothesis]:
    """Those that are left, renamed and taken over as people say; the later ruling counts."""
    found, gone = dict(held), set[str]()
    for ruled in rulings:
        one = hypothesis_of(ruled.targets[0], found, homes)
        if one is None or ruled.kind not in {"adopt", "rename", "withdraw"}:
            continue
        found[one.id] = _after(one, ruled)
        (gone.add if ruled.kind == "withdraw" else gone.discard)(one.id)
    return {id_: one for id_, one in found.items() if id_ not in gone}


def _after(one: Hypothesis, ruled: Assessed) -> Hypothesis:
    reasons = (*one.reasons, ruled.reason)
    if ruled.kind == "rename":
        return replace(one, text=ruled.value, reasons=reasons)
    return replace(one, adopted=one.adopted or ruled.kind == "adopt", reasons=reasons)
