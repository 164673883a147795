"""Claims whose grade is a person's."""

from collections.abc import Iterator

from reportedly.model import Ruling
from reportedly.shelf import Shelf


def graded(shelf: Shelf) -> Iterator[tuple[str, Ruling]]:
    """Claims (ids) that people graded, and the rulings in force that did."""
    for logged in shelf.rulings:
        if logged.state != "in force" or logged.ruling.kind != "grade":
            continue
        for target, rest in zip(logged.ruling.targets, logged.rests, strict=True):
            claim = shelf.claim_of.get(rest or "")
            if target.kind == "claim" and claim:
                yield claim, logged.ruling
