"""A report being written, and all that is known of a world while it is made."""

import random
from dataclasses import dataclass, field

from .bank import Bank
from .records import Claim, Hop, Root, Sentence, State


@dataclass(slots=True)
class Desk:
    """A report being written, with what it is made of."""

    number: int
    outlet: str
    minute: int
    sentences: list[Sentence] = field(default_factory=list)
    url: str = ""


@dataclass(slots=True)
class Making:
    """A world being made."""

    bank: Bank
    rng: random.Random
    part: str
    claims: list[Claim] = field(default_factory=list)
    roots: list[Root] = field(default_factory=list)
    desks: list[Desk] = field(default_factory=list)
    hops: list[Hop] = field(default_factory=list)
    spare: dict[str, list[str]] = field(default_factory=dict)
    quotes: dict[int, str] = field(default_factory=dict)
    words: dict[int, State] = field(default_factory=dict)
    printed: set[tuple[int, int, str]] = field(default_factory=set)

    def one(self, held: list[str]) -> str:
        """Any one of a list."""
        return self.rng.choice(held)

    def take(self, name: str, held: list[str]) -> str | None:
        """One that was not taken before, None where none is left: real desks do not share."""
        left = self.spare.setdefault(name, self.rng.sample(held, len(held)))
        return left.pop() if left else None


def with_slots(template: str, filled: dict[str, str]) -> str:
    """A template with its slots filled by plain text."""
    for slot, text in filled.items():
        template = template.replace(slot, text)
    return template
