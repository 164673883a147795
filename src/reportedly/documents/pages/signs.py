"""Signs of a kind of words in a text, by the lists of pages: how many, and of which group."""

import re
from collections.abc import Iterable
from functools import cache

from reportedly.lexicons import load

LONGEST = 1200
"""Characters of one text that are looked at."""


def found(text: str, table: str, name: str) -> frozenset[str]:
    """The distinct phrases of a list that stand in a text as whole words."""
    pattern = _compiled(table, name)
    return frozenset(match[0] for match in pattern.finditer(small(text)))


def any_of(text: str, table: str, name: str) -> bool:
    """Whether a text has a phrase of a list."""
    return _compiled(table, name).search(small(text)) is not None


def begins(text: str, table: str, name: str) -> bool:
    """Whether a text begins with a phrase of a list, after marks and "or"."""
    start = re.match(r"\W*(?:or\b|and\b)?\W*", small(text))
    return _compiled(table, name).match(small(text), start.end() if start else 0) is not None


def small(text: str) -> str:
    """A text as the lists write: small letters, straight apostrophes, single spaces."""
    return " ".join(text[:LONGEST].lower().replace("’", "'").split())


@cache
def _compiled(table: str, name: str) -> re.Pattern[str]:
    return re.compile(alternatives(load("pages")[table][name]))


def alternatives(phrases: Iterable[str]) -> str:
    """Phrases as one pattern of whole words; a star is the rest of a word, or a word."""
    ordered = sorted(phrases, key=lambda p: (-len(p), p))
    written = (re.escape(p).replace(r"\*", r"[\w'+-]*") for p in ordered)
    return rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])"
