"""Whether two findings are of the same words, as far as their spans tell."""

from collections.abc import Sequence

from reportedly.model import Span, Spans

from .found import Found

_HALF = 0.5


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
