"""The reasons for a grade: each a function, its docstring the reason in general.

A reason speaks from what stands behind a claim, never from how often it is printed. What speaks of
origins is told from the first report of each, and its weight is that of the best of the origins
shown: so a copy changes nothing, and one more origin takes nothing away.
"""

from collections.abc import Callable

from reportedly.grades.support import Support
from reportedly.model import Factor

from .against import contradicted, denied, drift, repetition, withdrawn
from .origins import access, age, detail, named, origins_shown, own_words, party, reserve, unnamed

FACTORS: tuple[Callable[[Support], Factor | None], ...] = (
    origins_shown, named, access, detail, unnamed, own_words, party, reserve,
    age, denied, contradicted, withdrawn, drift, repetition,
)  # fmt: skip
"""Every reason, in the order in which a grade lists them."""

ORDERS_ONLY = ("unnamed", "own words")
"""Reasons that order claims and move no digit."""

__all__ = ["FACTORS", "ORDERS_ONLY"]
