"""Whether two findings are of the same words, as far as their spans tell."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportedly.model import Span, Spans, hull

from .found import Found

_HALF = 0.5

_BLOCK = 200
"""Characters of one stretch of the index."""


class Near:
    """Findings by where they stand, so that not each is held against all others."""

    __slots__ = ("_at", "_found")

    def __init__(self, found: Iterable[Found]) -> None:
        self._found = tuple(found)
        self._at: dict[int, list[int]] = defaultdict(list)
        for i, one in enumerate(self._found):
            for block in _blocks(one):
                self._at[block].append(i)

    def by(self, one: Found) -> list[Found]:
        """Those that may share a word of cue or content with ``one``, in order."""
        held = {i for block in _blocks(one) for i in self._at.get(block, ())}
        return [self._found[i] for i in sorted(held)]


def _blocks(one: Found) -> set[int]:
    """The stretches that cue and content reach into."""
    parts = [*one.content, *([hull(one.cue)] if one.cue else [])]
    return {b for s in parts for b in range(s.start // _BLOCK, s.end // _BLOCK + 1)}


def agree(one: Found, other: Found) -> bool:
    """Whether two readers found one relation.

    Their cues overlap or their contents do by half, and their sources do by half or are absent.
    """
    if not meet(one, other) and not alike(one.content, other.content):
        return False
    return not (one.source or other.source) or alike(one.source, other.source)


def meet(one: Found, other: Found) -> bool:
    """Whether two cues overlap."""
    return not _apart(one.cue, other.cue) and touch(one.cue, other.cue)


def alike(one: Spans, other: Spans) -> bool:
    """Whether two sets of spans share at least half of what either covers."""
    if _apart(one, other):
        return False
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return shared > 0 and shared >= _HALF * (_size(one) + _size(other) - shared)


def touch(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether any span of the one overlaps one of the other."""
    return any(a.overlaps(b) for a in one for b in other)


def _apart(one: Spans, other: Spans) -> bool:
    """Whether one ends before the other begins, as most do, or either covers nothing."""
    return not one or not other or one[-1].end <= other[0].start or other[-1].end <= one[0].start


def _size(spans: Spans) -> int:
    return sum(s.end - s.start for s in spans)
