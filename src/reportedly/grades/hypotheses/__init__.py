"""Claims and origins → competing hypotheses, and what counts against each (Heuer 1999, chapter 8).

The matrix ranks hypotheses by what counts against them; it does not say what is true.
"""

from collections.abc import Iterator, Sequence

from reportedly.grades.table import Sources
from reportedly.model import (
    Analysis,
    Cell,
    Competing,
    Consistency,
    Decisions,
    Document,
    Gathering,
    Hypothesis,
    Item,
    Lineage,
    Reading,
    Score,
    identify,
)

from .board import Board, board
from .cells import cells, ruled_pairs
from .posed import judged, written
from .propose import Proposal
from .score import diagnosticity, ranks, scores, weight
from .sensitivity import removals
from .weights import by_hand

_UNDECIDED = Decisions()


def compete(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    gathering: Gathering,
    lineage: Lineage,
    decided: Decisions = _UNDECIDED,
    own: Sources = (),
) -> Competing:
    """Hypotheses with the evidence that bears on them, ranked.

    ``documents`` in order of publication. Those of people come first, with all that they adopted,
    and make one analysis; then the sets that are proposed, each of them an analysis of its own.
    An item of evidence is a voice, so that echoes change no score. ``own``: the person's table of
    sources, whose letters weigh where no ruling does.
    """
    held = board(documents, readings, gathering, lineage, decided, own)
    sets, hypotheses = _sets(held, decided)
    claims = dict.fromkeys(p.claim for one in hypotheses.values() for p in one.premises)
    found = by_hand({i.id: i for c in claims for i in held.items(c)}, decided.assessed)
    pairs = ruled_pairs(decided.assessed, found, hypotheses, held.homes)
    bearing = held.bearing(hypotheses.values())
    grids = []
    for one in sets:
        premises = {p.claim for h in one.hypotheses for p in h.premises}
        near = [item for item in found.values() if item.claim in premises]
        grids.append((one, near, cells(near, one.hypotheses, bearing, pairs)))
    return Competing(
        tuple(hypotheses.values()),
        tuple(found.values()),
        tuple({cell.id: cell for _, _, grid in grids for cell in grid}.values()),
        tuple(_analysis(*grid) for grid in grids),
    )


def _sets(held: Board, decided: Decisions) -> tuple[list[Proposal], dict[str, Hypothesis]]:
    """What competes with what, and every hypothesis by id, those of people first."""
    proposals = held.proposals(decided.assessed)
    everything = written(decided.posed, held.homes)
    everything |= {h.id: h for one in proposals for h in one.hypotheses}
    left = judged(everything, decided.assessed, held.homes)
    own = tuple(h for h in left.values() if not h.proposed)
    sets = [Proposal("", None, own)] if own else []
    for one in proposals:
        rest = tuple(left[h.id] for h in one.hypotheses if h.id in left)
        if len(rest) > 1 and any(h.proposed for h in rest):
            sets.append(Proposal(one.claim, one.kind, rest))
    return sets, {h.id: h for one in sets for h in one.hypotheses}


def _analysis(one: Proposal, items: Sequence[Item], grid: Sequence[Cell]) -> Analysis:
    width = len(one.hypotheses)
    rows = [[c.value for c in grid[at : at + width]] for at in range(0, len(grid), width)]
    weights = [weight(item.credibility, item.relevance) for item in items]
    apart = [diagnosticity(row, each) for row, each in zip(rows, weights, strict=True)]
    order = sorted(range(len(items)), key=lambda at: (-apart[at], at))
    return Analysis(
        identify("analysis", one.claim, one.kind),
        one.claim or None,
        one.kind,
        tuple(items[at].id for at in order),
        tuple(apart[at] for at in order),
        tuple(_scores(one, rows, weights)),
        removals(items, rows, weights) if items else (),
    )


def _scores(
    one: Proposal, rows: Sequence[Sequence[Consistency]], weights: Sequence[float]
) -> Iterator[Score]:
    nothing = (0.0,) * len(one.hypotheses)
    weighted = scores(rows, weights) or nothing
    plain = scores(rows, [1.0] * len(rows)) or nothing
    placed = ranks(weighted)
    for at, hypothesis in enumerate(one.hypotheses):
        yield Score(hypothesis.id, placed[at], weighted[at], plain[at])


__all__ = ["compete"]
