"""How sure each report of a claim states it, over the steps from report to report.

Reports that stand equally far down their chains and are equally sure share one place, so that
five hundred take no more room than fifty.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.model import DriftKind, Factuality

from .circles import depths
from .lineage import Hop, Loss, Sign, Stop, Trail

COLUMNS = 6
"""Steps that have a column; whatever lies further down is in the last."""
SCALE: tuple[Factuality, ...] = ("CT+", "PR+", "PS+", "Uu", "PS-", "PR-", "CT-")
"""From the surest yes to the surest no; who passes a thing on, or leaves open which, is Uu."""
RAISED: tuple[DriftKind, ...] = ("certainty", "hedge", "attribution", "tense")
"""What makes a thing sound surer than it was told."""


@dataclass(frozen=True, slots=True)
class Place:
    """Reports ``column`` steps down that are as sure as ``value``; ``own`` where all say it."""

    column: int
    value: Factuality
    stops: tuple[Stop, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class Step:
    """Steps from one place to another: how many, and every drift that raised them."""

    start: Place
    end: Place
    count: int
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Places by column and from sure to unsure, with the steps between them.

    ``deeper``: reports that stand further down than the last column says; ``silent``: reports
    that say nothing, and have no place; ``inside``: steps within the last column.
    """

    places: tuple[Place, ...]
    steps: tuple[Step, ...]
    columns: int
    deeper: int
    silent: int
    inside: int

    @property
    def values(self) -> tuple[Factuality, ...]:
        """Every value that some report has, the surest first."""
        return tuple(v for v in SCALE if any(p.value == v for p in self.places))

    @property
    def raised(self) -> tuple[Step, ...]:
        """The steps on which it became surer than it was told."""
        return tuple(step for step in self.steps if step.losses)

    @property
    def flat(self) -> bool:
        """Nothing to draw: no step, or the same certainty all the way."""
        return not self.steps or (len(self.values) == 1 and not self.raised)


def chain(trail: Trail) -> Chain:
    """The places and steps of ``trail``; a report with several voices has several places."""
    stops = trail.stops
    down = depths({stop.id: [hop.upstream for hop in stop.hops] for stop in stops})
    values = {stop.id: _values(stop.signs) for stop in stops}
    places = {(p.column, p.value): p for p in _places(stops, down, values)}
    made: dict[tuple[int, Factuality, int, Factuality], list[Hop]] = {}
    inside = 0
    for stop in stops:
        for hop in stop.hops:
            ends = min(down[hop.upstream], COLUMNS - 1), min(down[stop.id], COLUMNS - 1)
            for above, below in _pairs(values[hop.upstream], values[stop.id]):
                if ends[0] == ends[1]:
                    inside += 1
                else:
                    made.setdefault((ends[0], above, ends[1], below), []).append(hop)
    steps = [
        Step(places[a, va], places[b, vb], len(hops), _raising(hops))
        for (a, va, b, vb), hops in made.items()
    ]
    return Chain(
        tuple(places.values()),
        tuple(sorted(steps, key=_rank)),
        1 + max((place.column for place in places.values()), default=0),
        sum(depth >= COLUMNS for depth in down.values()),
        sum(not held for held in values.values()),
        inside,
    )


def _values(signs: Iterable[Sign]) -> tuple[Factuality, ...]:
    """The surest value of each side that a report has; none of one that is silent."""
    found: dict[str, Factuality] = {}
    for value in sorted((_value(s) for s in signs if s.stance != "silent"), key=SCALE.index):
        if value.endswith("-"):
            found["-"] = value
        else:
            found.setdefault(value[-1], value)
    return tuple(found.values())


def _value(sign: Sign) -> Factuality:
    sides = sign.stance in ("for", "against") and sign.factuality in SCALE
    return sign.factuality if sides else "Uu"


def _places(
    stops: Iterable[Stop], down: dict[str, int], values: dict[str, tuple[Factuality, ...]]
) -> Iterator[Place]:
    held: dict[tuple[int, int], list[Stop]] = {}
    for stop in stops:
        for value in values[stop.id]:
            column = min(down[stop.id], COLUMNS - 1)
            held.setdefault((column, SCALE.index(value)), []).append(stop)
    for (column, row), group in sorted(held.items()):
        value = SCALE[row]
        own = all(any(s.own and _value(s) == value for s in stop.signs) for stop in group)
        yield Place(column, value, tuple(group), own)


def _pairs(
    above: tuple[Factuality, ...], below: tuple[Factuality, ...]
) -> Iterator[tuple[Factuality, Factuality]]:
    """What each value may come from: the same side, else whoever took none."""
    sides = {value[-1]: value for value in above}
    for value in below:
        start = (
            sides.get(value[-1])
            or sides.get("u")
            or (above[0] if value == "Uu" and above else None)
        )
        if start:
            yield start, value


def _raising(hops: Iterable[Hop]) -> tuple[Loss, ...]:
    losses = (loss for hop in hops for loss in hop.losses if loss.drift.kind in RAISED)
    return tuple({loss.number: loss for loss in losses}.values())


def _rank(step: Step) -> tuple[int, int, int, int]:
    rows = SCALE.index(step.start.value), SCALE.index(step.end.value)
    return (step.start.column, step.end.column, *rows)
