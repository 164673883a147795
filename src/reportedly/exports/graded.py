"""Claims whose grade is a person's."""

from collections.abc import Iterator

from reportedly.model import Claim, Ruling
from reportedly.shelf import Shelf


def gradings(shelf: Shelf) -> Iterator[tuple[Ruling, Claim]]:
    """Rulings in force that grade a claim that is shown, each with the claim."""
    for logged in shelf.rulings:
        if logged.state != "in force" or logged.ruling.kind != "grade":
            continue
        for target, rest in zip(logged.ruling.targets, logged.rests, strict=True):
            claim = shelf.claim_of.get(rest or "")
            if target.kind == "claim" and claim and claim not in shelf.hidden:
                yield logged.ruling, shelf.claims_by_id[claim]
