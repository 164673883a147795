"""Which item or hypothesis a person means, where ids have changed since."""

from collections.abc import Mapping

from reportedly.model import Hypothesis, Item, Target


def item_of(target: Target, items: Mapping[str, Item]) -> Item | None:
    """By its id, else the one of that voice that holds the statement the ruling rests on."""
    if target.kind != "item":
        return None
    if target.id in items:
        return items[target.id]
    near = (i for i in items.values() if target.statement in i.statements)
    return next((item for item in near if item.voice == target.name), None)


def hypothesis_of(
    target: Target, held: Mapping[str, Hypothesis], homes: Mapping[str, str]
) -> Hypothesis | None:
    """By its id, else the proposal on the same thing of the claim that holds the statement.

    ``homes``: the claim of each statement.
    """
    if target.kind != "hypothesis":
        return None
    if target.id in held:
        return held[target.id]
    claim = homes.get(target.statement or "")
    return next((one for one in held.values() if _on(one, target, claim)), None)


def _on(one: Hypothesis, target: Target, claim: str | None) -> bool:
    if claim is None or not one.key or one.key != target.name:
        return False
    premise = one.premises[0]
    return premise.claim == claim and (
        not premise.statements or target.statement in premise.statements
    )
