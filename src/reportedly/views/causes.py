"""The map of causes laid out: concepts in layers, what leads standing left of what it leads to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportedly.model import STRENGTH, Arrow, Cause, Concept, Factuality
from reportedly.shelf import Shelf

from .circles import depths, without_circles

PICTURES = 24
"""Drawings, those with most causes first."""
CONCEPTS = 40
"""Concepts of one drawing."""
ROOM = 120
"""Concepts of all drawings but the first."""
LAYERS = 7
"""Concepts that follow one another in a drawing."""
ROWS = 200
"""Arrows that are listed beside the drawings."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A concept and its layer, counted from the left."""

    concept: Concept
    layer: int


@dataclass(frozen=True, slots=True)
class Tie:
    """An arrow between two concepts, by place; ``sure``: of the surest voice.

    ``back``: it leads back to where it comes from, so its effect stands left of its cause.
    """

    arrow: Arrow
    cause: int
    effect: int
    sure: Factuality
    back: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """Concepts that arrows tie together; ``more`` arrows of it have no room."""

    concepts: tuple[Placed, ...]
    ties: tuple[Tie, ...]
    more: int

    @property
    def causes(self) -> int:
        """How many causes it draws."""
        return sum(len(tie.arrow.causes) for tie in self.ties)

    @property
    def layers(self) -> int:
        """How many concepts stand side by side at most."""
        return 1 + max((placed.layer for placed in self.concepts), default=0)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Drawings, those with most causes first; ``folded`` arrows are in none of them."""

    drawn: tuple[Picture, ...]
    folded: int


def pictures(shelf: Shelf) -> Pictures:
    """Every arrow of a case, a drawing for each part of the map that nothing ties to another."""
    arrows = tuple(shelf.arrows.values())
    parts = sorted(_parts(arrows), key=lambda part: -sum(len(a.causes) for a in part))
    drawn: list[Picture] = []
    left = ROOM
    for part in parts[:PICTURES]:
        room = CONCEPTS if not drawn else min(CONCEPTS, left)
        if room < 2:
            break
        made = _picture(shelf, part, room)
        left -= len(made.concepts) if drawn else 0
        drawn.append(made)
    return Pictures(tuple(drawn), len(arrows) - sum(len(p.ties) for p in drawn))


def surest(causes: Iterable[Cause]) -> Factuality:
    """The strongest value of several causes."""
    return min((cause.factuality for cause in causes), key=STRENGTH.index)


def _parts(arrows: tuple[Arrow, ...]) -> Iterator[list[Arrow]]:
    """Arrows that share concepts, directly or by others, in the order of the first."""
    touching: dict[str, list[int]] = {}
    for n, arrow in enumerate(arrows):
        touching.setdefault(arrow.cause, []).append(n)
        touching.setdefault(arrow.effect, []).append(n)
    seen: set[int] = set()
    for start in range(len(arrows)):
        if start not in seen:
            found = _reached(start, arrows, touching)
            seen |= found
            yield [arrows[n] for n in sorted(found)]


def _reached(start: int, arrows: tuple[Arrow, ...], touching: dict[str, list[int]]) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        arrow = arrows[waiting.pop()]
        for end in (arrow.cause, arrow.effect):
            more = [n for n in touching.pop(end, ()) if n not in found]
            found.update(more)
            waiting += more
    return found


def _picture(shelf: Shelf, part: list[Arrow], room: int) -> Picture:
    """As many concepts as there is room for, about the arrow that is told most often."""
    place = _placed(part, room)
    kept = [arrow for arrow in part if {arrow.cause, arrow.effect} <= place.keys()]
    layers, back = _layers(place, [(place[a.cause], place[a.effect]) for a in kept])
    near = [name for name in place if layers[place[name]] < LAYERS]
    ties = [a for a in kept if a.cause in near and a.effect in near]
    names = [n for n in near if any(n in (a.cause, a.effect) for a in ties)]
    at = {name: n for n, name in enumerate(names)}
    first = min((layers[place[name]] for name in names), default=0)
    return Picture(
        tuple(Placed(shelf.concepts[name], layers[place[name]] - first) for name in names),
        tuple(
            Tie(
                a, at[a.cause], at[a.effect], surest(shelf.causes_by_id[c] for c in a.causes),
                (place[a.cause], place[a.effect]) in back,
            )
            for a in ties
        ),
        len(part) - len(ties),
    )  # fmt: skip


def _placed(arrows: list[Arrow], room: int) -> dict[str, int]:
    """Concepts numbered in the order in which the next arrow that touches those before has them."""
    place: dict[str, int] = {}
    waiting = list(arrows)
    while waiting and len(place) < room - 1:
        near = next(a for a in waiting if not place or a.cause in place or a.effect in place)
        for end in (near.cause, near.effect):
            place.setdefault(end, len(place))
        waiting = [a for a in waiting if not (a.cause in place and a.effect in place)]
    return place


def _layers(
    place: Mapping[str, int], steps: list[tuple[int, int]]
) -> tuple[dict[int, int], set[tuple[int, int]]]:
    """How far to the right each concept stands, and which steps lead back."""
    follows: dict[int, list[int]] = {n: [] for n in place.values()}
    for left, right in steps:
        if left not in follows[right]:
            follows[right].append(left)
    kept = without_circles(follows)
    back = {
        (left, right)
        for right, above in follows.items()
        for left in above
        if left not in kept[right]
    }
    return _close(depths(kept), kept), back


def _close(depth: dict[int, int], kept: Mapping[int, tuple[int, ...]]) -> dict[int, int]:
    """Each concept that nothing leads to as near as can be to what it leads to."""
    leads: dict[int, list[int]] = {}
    for right, above in kept.items():
        for left in above:
            leads.setdefault(left, []).append(depth[right])
    return {
        n: min(leads[n]) - 1 if n in leads and not kept[n] else layer for n, layer in depth.items()
    }
