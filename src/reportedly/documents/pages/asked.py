"""Sentences of a question about consent, told by their words and by whom they speak to."""

from . import signs
from .blocks import Block
from .furniture import FEW

CORE = 3
"""Signs of consent in a block that is surely of such a question."""


def asking(block: Block) -> bool:
    """Whether a block is of a question about consent: its words, to its reader."""
    if told(block.text):
        return False
    return _signs(block) > 0 and (
        addressed(block) or block.context in {"item", "heading"} or block.words <= FEW
    )


def core(block: Block, least: int = CORE) -> bool:
    """Whether a site itself asks in a block, in several words of such questions."""
    return _signs(block) >= least and ours(block) and not told(block.text)


def addressed(block: Block) -> bool:
    """Whether a site speaks of itself or to its reader."""
    return ours(block) or signs.any_of(block.text, "asked", "second")


def ours(block: Block) -> bool:
    """Whether a block says "we" or "our"."""
    return signs.any_of(block.text, "asked", "first")


def told(text: str) -> bool:
    """Whether something is told of somebody, or on a day."""
    return signs.any_of(text, "asked", "told")


def _signs(block: Block) -> int:
    return len(signs.found(block.text, "asked", "signs"))
