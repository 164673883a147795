"""How a ledger came to hold what it holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """One time that a case was worked out: when, by which reader, with the rulings up to which."""

    number: int
    recorded: str
    reader: str
    ruling: int
