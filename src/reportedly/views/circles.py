"""A graph without its circles: the step that would close one is left out."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def without_circles(upstreams: Mapping[N, Sequence[N]]) -> dict[N, tuple[N, ...]]:
    """Every step that does not lead back to where it comes from by steps kept before it."""
    kept: dict[N, list[N]] = {}
    for name, above in upstreams.items():
        for upstream in above:
            if not _reaches(upstream, name, kept):
                kept.setdefault(name, []).append(upstream)
    return {name: tuple(kept.get(name, ())) for name in upstreams}


def depths(follows: Mapping[N, Sequence[N]]) -> dict[N, int]:
    """How many steps at most lead down to each name; ``follows`` runs in no circle."""
    found: dict[N, int] = {}
    waiting = list(follows)
    while waiting:
        name = waiting[-1]
        above = [upstream for upstream in follows.get(name, ()) if upstream not in found]
        if above:
            waiting += above
            continue
        found[waiting.pop()] = 1 + max((found[up] for up in follows.get(name, ())), default=-1)
    return found


def _reaches(start: N, end: N, kept: Mapping[N, list[N]]) -> bool:
    waiting, seen = [start], {start}
    while waiting:
        at = waiting.pop()
        if at == end:
            return True
        more = [upstream for upstream in kept.get(at, ()) if upstream not in seen]
        seen.update(more)
        waiting += more
    return False
