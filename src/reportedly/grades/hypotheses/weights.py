"""What an item weighs: from grades that people gave, or as they say; else it is medium.

The program's own suggestions of a grade enter nothing here. They count voices, and a voice would
weigh more because others say the same; they also feel what echoes lose on the way.
"""

from collections.abc import Mapping
from dataclasses import replace

from reportedly.grades.ruled import Given
from reportedly.model import Assessed, Degree, Factor, Item

from .meant import item_of

_LETTERS: dict[str, Degree] = {"A": "high", "B": "high", "C": "medium", "D": "low", "E": "low"}
_DIGITS: dict[str, Degree] = {"1": "high", "2": "high", "3": "medium", "4": "low", "5": "low"}


def weighed(item: Item, known: Given) -> Item:
    """With the credibility that grades give it: its own letter, else the digit of its claim.

    A letter is that of a ruling, else that of the person's table of sources. A digit says how far
    the claim can be believed, so it is no measure of who denies it. F and 6 mean that it cannot be
    judged, which is no reason to weigh it less.
    """
    found = known.letter(item)
    if found:
        letter, reason = found
        text = f"Its source is graded {letter}."
        credible = _LETTERS.get(letter, "medium")
        return _credible(item, credible, Factor("letter", 0.0, text), reason)
    ruled = known.claims.get(item.claim)
    if ruled is not None and item.stance == "for":
        text = f"Its claim is graded {ruled.letter}{ruled.digit} by a person."
        return _credible(item, _DIGITS.get(ruled.digit, "medium"), Factor("digit", 0.0, text))
    return item


def _credible(item: Item, value: Degree, *reasons: Factor) -> Item:
    return replace(item, credibility=value, reasons=(*item.reasons, *reasons))


def by_hand(items: Mapping[str, Item], judged: tuple[Assessed, ...]) -> dict[str, Item]:
    """Items by id with the weights that people gave them; a later one stands after an earlier."""
    found = dict(items)
    for ruled in judged:
        item = (
            item_of(ruled.targets[0], found) if ruled.kind in {"credibility", "relevance"} else None
        )
        if item is not None:
            given = {ruled.kind: ruled.value, "reasons": (*item.reasons, ruled.reason)}
            found[item.id] = replace(item, **given)  # type: ignore[arg-type]
    return found
