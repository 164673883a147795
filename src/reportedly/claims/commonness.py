"""How common a word is in English at large: a guess from its rank (Zipf 1949)."""

from functools import cache

from reportedly.lexicons import load

_TEXT = 2
"""A word of rank ``r`` is in about ``2 / r`` of short texts."""
_NUMBER, _UNKNOWN = 20_000, 40_000
"""Ranks given to numbers, and to words that no list holds: names, mostly."""


def share(term: str) -> float:
    """The share of texts in which a stem, a number or a piece of a word is to be expected."""
    return min(1.0, _TEXT / _rank(term))


def _rank(term: str) -> int:
    if term[:1].isdigit():
        return _NUMBER if len(term) > 1 else 40
    return _ranks().get(term, _UNKNOWN)


@cache
def _ranks() -> dict[str, int]:
    return {word: rank for rank, word in enumerate(load("common")["common"]["words"].split(), 1)}
