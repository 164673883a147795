"""Whether two findings are of the same words, as far as their spans tell."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportedly.model import Span, Spans, hull

from .found import Found

_HALF = 0.5

_BLOCK = 200
"""Characters of one stretch of the index."""


class Stretches:
    """Which of many sets of spans reach into which stretch, so that a long text takes linear time.

    Sets are told apart by their number, in the order in which they are given.
    """

    __slots__ = ("_at",)

    def __init__(self, every: Iterable[Spans]) -> None:
        self._at: dict[int, list[int]] = defaultdict(list)
        for number, spans in enumerate(every):
            for block in _blocks(spans):
                self._at[block].append(number)

    def near(self, spans: Spans) -> list[int]:
        """Those that may overlap ``spans``, in order."""
        return sorted({i for block in _blocks(spans) for i in self._at.get(block, ())})


class Near:
    """Findings by where they stand, so that not each is held against all others."""

    __slots__ = ("_at", "_found")

    def __init__(self, found: Iterable[Found]) -> None:
        self._found = tuple(found)
        self._at = Stretches(map(_places, self._found))

    def by(self, one: Found) -> list[Found]:
        """Those that may share a word of cue or content with ``one``, in order."""
        return [self._found[i] for i in self._at.near(_places(one))]


def _places(one: Found) -> Spans:
    return (*one.content, hull(one.cue)) if one.cue else one.content


def _blocks(spans: Spans) -> set[int]:
    return {b for s in spans for b in range(s.start // _BLOCK, s.end // _BLOCK + 1)}


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
