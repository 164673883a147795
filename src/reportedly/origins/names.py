"""Known names found in a text: a tree of their pieces, walked from wherever a name may begin.

It finds what one regular expression of all names would (``tests/origins/test_names.py`` holds it to
that), and looks only at names that begin as the text does, however many there are.
"""

import re
from collections.abc import Iterable, Iterator

_START = re.compile(r"(?<![\w-])(?:\w+|[^\w\s])")
_PIECE = re.compile(r"(\s*)(\w+|[^\w\s])")
_WORD = re.compile(r"\w")
_ALL = re.compile(r".*", re.DOTALL)
_HERE = ""
"""The key at which a branch holds the rank of the name that ends there: no piece is empty."""

Branch = dict[str, "Branch | int"]


class Names:
    """Names to be found as they are printed, whole words only, with any white space inside.

    Of several that begin at one place the longest name is found; "the" may open a sentence. Offers
    ``finditer`` and ``search`` as a compiled pattern does.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """``names``: those without a word are left out."""
        self._root: Branch = {}
        for rank, name in enumerate(sorted(set(names), key=lambda n: (-len(n), n))):
            for pieces in _written(name):
                _grow(self._root, pieces, rank)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Every name between ``start`` and ``end``, from left to right, none inside another."""
        stop = len(text) if end is None else end
        at = start
        for first in _START.finditer(text, start, stop):
            branch = self._root.get(first.group()) if first.start() >= at else None
            if branch is not None:
                found = _reach(branch, text, first.end(), stop)
                match = _ALL.match(text, first.start(), found) if found else None
                if match:
                    at = match.end()
                    yield match

    def search(self, text: str) -> re.Match[str] | None:
        """The first name in ``text``."""
        return next(self.finditer(text), None)


def _written(name: str) -> Iterator[list[str]]:
    """The pieces of a name, in one way, or in two where "the" or "The" begins it."""
    words = name.split()
    if words:
        for first in ("the", "The") if words[0] in {"the", "The"} else words[:1]:
            yield [space + piece for space, piece in _PIECE.findall(" ".join((first, *words[1:])))]


def _grow(branch: Branch, pieces: list[str], rank: int) -> None:
    """Put a name on the tree; the last branch is a bare rank as long as nothing goes on from it."""
    for piece in pieces[:-1]:
        further = branch.setdefault(piece, {})
        if isinstance(further, int):
            further = branch[piece] = {_HERE: further}
        branch = further
    held = branch.setdefault(pieces[-1], rank)
    if isinstance(held, dict):
        held.setdefault(_HERE, rank)


def _reach(branch: Branch | int, text: str, at: int, stop: int) -> int:
    """Where the best ranked name ends that goes on from ``branch`` at ``at``; 0 where none does."""
    best: int | None = None
    found = 0
    while True:
        rank = branch if isinstance(branch, int) else branch.get(_HERE)
        better = isinstance(rank, int) and (best is None or rank < best)
        if isinstance(rank, int) and better and not _WORD.match(text, at, stop):
            best, found = rank, at
        piece = None if isinstance(branch, int) else _PIECE.match(text, at, stop)
        further = branch.get(_key(piece)) if piece and isinstance(branch, dict) else None
        if piece is None or further is None:
            return found
        branch, at = further, piece.end()


def _key(piece: re.Match[str]) -> str:
    return f" {piece[2]}" if piece[1] else piece[2]


__all__ = ["Names"]
