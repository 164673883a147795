"""Which records are current after a run: a whole list for each kind, or what changed in it since.

A run that adds ten reports to a hundred thousand writes ten places, not a hundred thousand digests.
Changes rest on the last whole list of their kind. Where those since then would take as much room
as the list itself, the list is written anew, so that reading it costs at most twice as much.
"""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select

from .schema import states

Edit = tuple[int, int, Sequence[str]]
"""A place in the list of before, how many go from there on, and which come in their place."""


@dataclass(frozen=True, slots=True)
class State:
    """What is current of a kind, in order.

    ``base``: the run that wrote the whole list, None before the first; ``length``: characters of
    the changes since.
    """

    digests: Sequence[str] = ()
    base: int | None = None
    length: int = 0


@dataclass(slots=True)
class _Reading:
    digests: list[str] = field(default_factory=list)
    base: int = 0
    length: int = 0

    def take(self, run: int, base: int | None, told: str) -> None:
        """Go on to the state of a later run."""
        if base is None:
            self.digests, self.base, self.length = json.loads(told), run, 0
        else:
            self.digests = edited(self.digests, json.loads(told))
            self.length += len(told)


def current(connection: Connection, run: int | None = None) -> dict[str, State]:
    """The state of each kind after that run, after the last one if not given."""
    found: dict[str, _Reading] = {}
    for kind, *row in connection.execute(_rows(run)):
        found.setdefault(kind, _Reading()).take(*row)
    return {kind: State(one.digests, one.base, one.length) for kind, one in found.items()}


def _rows(run: int | None) -> Select[Any]:
    """For each kind the last whole list up to that run, and the changes that rest on it."""
    reached = select(states.c.kind, func.max(states.c.run).label("run")).group_by(states.c.kind)
    if run is not None:
        reached = reached.where(states.c.run <= run)
    last = reached.subquery()
    begun = func.coalesce(states.c.base, states.c.run)
    whole = (
        select(states.c.kind, begun.label("begun"), last.c.run.label("last"))
        .join(last, (states.c.kind == last.c.kind) & (states.c.run == last.c.run))
        .subquery()
    )
    rests = (
        (states.c.kind == whole.c.kind)
        & (states.c.run >= whole.c.begun)
        & (states.c.run <= whole.c.last)
    )
    chosen = select(states.c.kind, states.c.run, states.c.base, states.c.digests)
    return chosen.join(whole, rests).order_by(states.c.kind, states.c.run)


def write(
    connection: Connection,
    run: int,
    before: Mapping[str, State],
    after: Mapping[str, Sequence[str]],
) -> None:
    """Write what ``run`` makes current of each kind of ``after``, given the states ``before``."""
    for kind, digests in after.items():
        base, told = _told(before.get(kind, State()), digests)
        row = {"run": run, "kind": kind, "base": base, "digests": told}
        connection.execute(insert(states), row)


def _told(before: State, digests: Sequence[str]) -> tuple[int | None, str]:
    whole = json.dumps(list(digests))
    if before.base is None:
        return None, whole
    changed = json.dumps(list(edits(before.digests, digests)))
    if before.length + len(changed) >= len(whole):
        return None, whole
    return before.base, changed


def edited(before: Sequence[str], changed: Iterable[Edit]) -> list[str]:
    """The list after changes, which stand in the order of their places."""
    after: list[str] = []
    at = 0
    for place, gone, came in changed:
        after += before[at:place]
        after += came
        at = place + gone
    return after + list(before[at:])


def edits(before: Sequence[str], after: Sequence[str]) -> Iterator[Edit]:
    """What makes ``after`` of ``before``, as few digests as can be where none stands twice."""
    at = reached = 0
    for place, fresh in (*_kept(before, after), (len(before), len(after))):
        if place > at or fresh > reached:
            yield at, place - at, list(after[reached:fresh])
        at, reached = place + 1, fresh + 1


def _kept(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The places of what stays, in both lists: the longest rising run of places of before.

    Fredman 1975, by binary search: the time grows with the length, times its logarithm.
    """
    places = {digest: place for place, digest in enumerate(before)}
    lasts: list[int] = []
    found: list[tuple[int, int, int]] = []
    ends: list[int] = []
    for fresh, digest in enumerate(after):
        place = places.get(digest)
        if place is None:
            continue
        length = bisect_left(lasts, place)
        found.append((place, fresh, ends[length - 1] if length else -1))
        lasts[length : length + 1] = [place]
        ends[length : length + 1] = [len(found) - 1]
    kept = []
    at = ends[-1] if ends else -1
    while at >= 0:
        place, fresh, at = found[at]
        kept.append((place, fresh))
    return kept[::-1]
