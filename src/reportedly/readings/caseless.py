"""Patterns in any case, looked for in small letters, several times as fast as by a flag."""

import re
import sys
from collections.abc import Iterator
from functools import lru_cache

_CAPITALS = re.compile(r"(\\.|\(\?P)|([A-Z])")
"""Capitals of a pattern; those that stand for a class of letters, or name a group, are kept."""

_CASED = "(?-i:"
"""Begins a part of a pattern in which case counts."""


class Caseless:
    """A pattern that is found in any case. What a match holds may be in small letters."""

    __slots__ = ("_pattern", "_small")

    def __init__(self, pattern: str) -> None:
        self._small = _CASED not in pattern
        if self._small:
            self._pattern = re.compile(_CAPITALS.sub(lambda m: m[1] or m[2].lower(), pattern))
        else:
            self._pattern = re.compile(pattern, re.IGNORECASE)

    @property
    def groups(self) -> frozenset[str]:
        """The names of its groups."""
        return frozenset(self._pattern.groupindex)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match between ``start`` and ``end``."""
        return self._pattern.search(small(text) if self._small else text, start, end)

    def within(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first match in these characters as if they stood alone; places from ``start`` on."""
        return self._pattern.search((small(text) if self._small else text)[start:end])

    def match(self, text: str) -> re.Match[str] | None:
        """The match with which ``text`` begins."""
        return self._pattern.match(small(text) if self._small else text)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Every match between ``start`` and ``end``."""
        return self._pattern.finditer(small(text) if self._small else text, start, end)


@lru_cache(maxsize=64)
def small(text: str) -> str:
    """``text`` in small letters, each in the place of its own: it is as long as before."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(map(_small, text))


def _small(letter: str) -> str:
    """A letter that would become two ("İ") stays."""
    low = letter.lower()
    return low if len(low) == 1 else letter
