"""What was checked of something, and what was found wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """``count`` things were checked for ``what``, words to show; each flaw is a sentence."""

    what: str
    count: int
    flaws: tuple[str, ...] = ()
