"""How often the reader left something open rather than guess, counted and as a sentence."""

from collections import Counter

from reportedly.shelf import Shelf

_PARTS = ("code", "time", "place")
"""What of a statement is left open rather than guessed."""


def counted(shelf: Shelf) -> Counter[str]:
    """How often, by what; reasons of attributions by their names, beside "statements"."""
    return shelf.once("left open", _counted)


def told(shelf: Shelf) -> str:
    """The same as a sentence."""
    left, open_ = counted(shelf), counted(shelf)["left open"]
    return (
        f"Left open rather than guessed: whom {open_} of {open_ + left['antecedent']} speaking "
        f"pronouns mean, an event code for {left['code']} of {left['statements']} statements, "
        f"a date for {left['time']}, a place for {left['place']}."
    )


def _counted(shelf: Shelf) -> Counter[str]:
    left: Counter[str] = Counter()
    for reading in shelf.read:
        left.update(f.name for a in reading.attributions for f in a.reasons)
        for statement in reading.statements:
            left["statements"] += 1
            left.update(name for name in _PARTS if getattr(statement, name) is None)
    return left
