"""A person's hypothesis made fast: its text, and on which side it is of which claims."""

from collections.abc import Iterator, Sequence

from reportedly.errors import UsageError
from reportedly.model import Case, Claim, Ruling, Side
from reportedly.rulings import hypothesis
from reportedly.shelf import Shelf
from reportedly.views import finding

PREFIXES: dict[str, Side] = {"not:": "-", "about:": "?"}
"""How a claim is named that a hypothesis denies, or that only bears on it."""


def posed(case: Case, text: str, claims: Sequence[str], by: str, why: str = "") -> Ruling:
    """The ruling that writes a hypothesis; it is not yet kept.

    ``claims``: ids, their beginnings or numbers (C1), with ``not:`` before one that the hypothesis
    denies and ``about:`` before one that bears on it either way. UsageError, with a sentence, where
    one is no claim, or the text no text.
    """
    return hypothesis(text, list(_sides(Shelf(case), claims)), case, by, why)


def _sides(shelf: Shelf, claims: Sequence[str]) -> Iterator[tuple[Side, Claim]]:
    for given in claims:
        prefix = next((one for one in PREFIXES if given.startswith(one)), "")
        found = finding.record(shelf, given.removeprefix(prefix))
        if not isinstance(found, Claim):
            raise UsageError(f"{given}: a hypothesis says something of claims; this is none")
        yield PREFIXES.get(prefix, "+"), found
