"""Circles of arrows: concepts that are said to lead to one another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportedly.model import Arrow, Loop, LoopKind, identify

MOST = 100
"""Loops that are named; a dense map has more of them than anybody reads."""
LONGEST = 12
"""Concepts of a loop."""
TRIED = 200_000
"""Steps that are tried, whatever they find."""

_Steps = Mapping[int, Sequence[int]]


def loops(arrows: Sequence[Arrow]) -> tuple[Loop, ...]:
    """The loops of what is held (not denied, not left open), the shortest first.

    A loop reinforces where the signs of its arrows multiply to plus, and balances where to minus.
    """
    held = [arrow for arrow in arrows if arrow.stance == "for"]
    number: dict[str, int] = {}
    for arrow in held:
        for end in (arrow.cause, arrow.effect):
            number.setdefault(end, len(number))
    names = list(number)
    steps: dict[int, list[int]] = {n: [] for n in range(len(names))}
    between: dict[tuple[str, str], list[Arrow]] = defaultdict(list)
    for arrow in held:
        between[arrow.cause, arrow.effect].append(arrow)
        if number[arrow.effect] not in steps[number[arrow.cause]]:
            steps[number[arrow.cause]].append(number[arrow.effect])
    found = (tuple(names[n] for n in circle) for circle in circles(steps))
    return tuple(_loop(ends, between) for ends in found)


def circles(steps: _Steps, most: int = MOST, longest: int = LONGEST) -> list[tuple[int, ...]]:
    """Elementary circles of up to ``longest`` nodes, each from its least node, the shortest first.

    ``steps`` leads from every node (0, 1, …) to others. Depth first, length by length, so that of
    too many the short ones are kept (Johnson's way of 1975 gives them in no such order); no node is
    entered from which the way back is too long.
    """
    found: list[tuple[int, ...]] = []
    left = [TRIED]
    ways = {start: _back(steps, start) for start in sorted(steps)}
    for length in range(2, longest + 1):
        for start, far in ways.items():
            if len(far) >= length:
                for circle in _from(start, steps, far, length, left):
                    found.append(circle)
                    if len(found) == most:
                        return found
    return found


def _back(steps: _Steps, start: int) -> dict[int, int]:
    """By how many steps each node that is not less than ``start`` leads back to it."""
    above: dict[int, list[int]] = defaultdict(list)
    for node, others in steps.items():
        for other in others:
            if node >= start <= other:
                above[other].append(node)
    far, row = {start: 0}, [start]
    while row:
        new = dict.fromkeys(n for at in row for n in above[at] if n not in far)
        far |= dict.fromkeys(new, far[row[0]] + 1)
        row = list(new)
    return far


def _from(
    start: int, steps: _Steps, far: Mapping[int, int], length: int, left: list[int]
) -> Iterator[tuple[int, ...]]:
    """Circles of ``length`` nodes from ``start`` through greater ones; ``left``: steps to try."""
    path = [start]
    waiting = [iter(sorted(steps[start]))]
    while waiting and left[0]:
        left[0] -= 1
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
            path.pop()
        elif node == start and len(path) == length:
            yield tuple(path)
        elif node > start and node not in path and far.get(node, length) <= length - len(path):
            path.append(node)
            waiting.append(iter(sorted(steps[node])))


def _loop(ends: tuple[str, ...], between: Mapping[tuple[str, str], Sequence[Arrow]]) -> Loop:
    pairs = zip(ends, (*ends[1:], ends[0]), strict=True)
    told = [between[pair] for pair in pairs]
    signs = [{arrow.sign for arrow in some} for some in told]
    kind: LoopKind = "disputed"
    if all(len(some) == 1 for some in signs):
        product = 1
        for some in signs:
            product *= min(some)
        kind = "reinforcing" if product > 0 else "balancing"
    ids = tuple(arrow.id for some in told for arrow in some)
    return Loop(identify("loop", *ends), kind, ends, ids)
