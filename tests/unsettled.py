"""A ledger in which one ruling waits to be worked out."""

from pathlib import Path

from reportedly.ledger import opened
from reportedly.model import Ruling, Target
from views.case import story


def unsettled(folder: Path) -> str:
    """Where the ledger of the story is now, of which the first claim was told to be hidden."""
    place = str(folder / "case.db")
    with opened(place) as ledger:
        ledger.record(story(), "reader 1")
        ledger.keep_ruling(_hide)
    return place


def _hide(held) -> Ruling:
    claim = story().gathering.claims[0]
    return Ruling(len(held) + 1, "hide", (Target("claim", claim.id),), "Ana")
