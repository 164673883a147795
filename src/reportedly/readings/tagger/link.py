"""Which source and which contents go with which cue."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from math import inf, log

from reportedly.encoder import BREAK, Pieces

from .decode import Run
from .marks import Marks, View

_LINE = 40
"""Words that a line break counts for."""

_LEAST = 1e-3
"""Added to every chance: what no vector points at may still be nearest."""

_SURE = 0.3
"""Chance below which a content is left out rather than given to its likeliest cue."""

_GAP = 2
"""Unmarked words between two contents of one cue that are taken in."""

_CONTENT_STEP, _SOURCE_STEP = 0.004, 0.01
"""What a word of distance takes from the logarithm of the chance."""


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution as runs of words; ``source`` is None where nobody is named.

    ``carrier`` is the cue of who passes it on, if somebody does.
    """

    source: Run | None
    cue: Run
    contents: tuple[Run, ...]
    carrier: Run | None = None


@dataclass(frozen=True, slots=True)
class _Ground:
    """The text and what was seen of it."""

    words: tuple[int, ...]
    lines: tuple[int, ...]
    views: tuple[View, ...]
    starts: tuple[int, ...]

    def pieces(self, run: Run) -> Sequence[int]:
        return self.words[run.first : run.last + 1]

    def view(self, at: int) -> int:
        """Which view's window reads the piece ``at``."""
        return bisect_right(self.starts, at) - 1

    def distance(self, one: Run, other: Run) -> int:
        """Words between two runs, a line break counting for many."""
        early, late = (one, other) if one.first <= other.first else (other, one)
        lines = self.lines[self.words[late.first]] - self.lines[self.words[early.last]]
        return max(0, late.first - early.last - 1) + _LINE * lines


@dataclass(frozen=True, slots=True)
class _Aim:
    """Where the words of a run point: how likely, in the mean, at each piece of a view.

    ``chances[0]`` is that of nothing at all.
    """

    view: View
    chances: Sequence[float]

    def share(self, ground: _Ground, run: Run) -> float:
        """How much falls on the words of ``run``."""
        held = (at for at in ground.pieces(run) if self.view.holds(at))
        return sum(self.chances[at - self.view.window.first + 1] for at in held)


def link(marks: Marks, pieces: Pieces, runs: Sequence[Run]) -> list[Linked]:
    """One attribution for each cue, in the order of the cues; who keeps silent may have no content.

    Who passes another's word on has the content of that word.
    """
    ground = _Ground(
        pieces.words,
        tuple(accumulate(piece == BREAK for piece in pieces.ids)),
        marks.views,
        tuple(view.window.start for view in marks.views),
    )
    of = {role: [run for run in runs if run.role == role] for role in ("source", "cue", "content")}
    held: dict[Run, list[Run]] = {cue: [] for cue in of["cue"]}
    for content, aim in _aims(ground, of["content"], _middle, "content to", "cue for content"):
        cue = _cue(ground, content, aim, of["cue"])
        if cue is not None:
            held[cue].append(content)
    over = _carriers(ground, of["cue"])
    for cue in of["cue"]:
        for above in _above(cue, over):
            held[cue] = held[cue] or held[above]
            held[above] = sorted({*held[above], *held[cue]})
    marked = {word for run in runs for word in range(run.first, run.last + 1)}
    sources = {
        cue: _pointed(ground, cue, aim, of["source"])
        for cue, aim in _aims(ground, of["cue"], _first, "cue to", "source for cue")
    }
    return [
        Linked(sources[cue], cue, _joined(ground, parts, marked), over.get(cue))
        for cue, parts in held.items()
    ]


def _aims(
    ground: _Ground, runs: Sequence[Run], of: Callable[[Run], int], wanted: str, found: str
) -> list[tuple[Run, _Aim]]:
    """Each run with where it points, in the view that reads the word ``of`` it, by those vectors.

    All runs of a view are multiplied at once.
    """
    aims = []
    for at, group in groupby(runs, lambda run: ground.view(ground.words[of(run)])):
        view, some = ground.views[at], list(group)
        pointing = [[p for p in ground.pieces(run) if view.holds(p)] for run in some]
        rows = view.chances([p for held in pointing for p in held], wanted, found)
        ends = [0, *accumulate(map(len, pointing))]
        means = (rows[a:b].mean(axis=0).tolist() for a, b in pairwise(ends))
        aims += [(run, _Aim(view, mean)) for run, mean in zip(some, means, strict=True)]
    return aims


def _first(run: Run) -> int:
    return run.first


def _middle(run: Run) -> int:
    return (run.first + run.last) // 2


def _carriers(ground: _Ground, cues: Sequence[Run]) -> dict[Run, Run]:
    """For each cue that another one passes on, that other one."""
    return {
        cue: over
        for cue, aim in _aims(ground, cues, _first, "cue under", "cue over")
        if (over := _pointed(ground, cue, aim, cues)) not in (None, cue)
    }


def _above(cue: Run, over: dict[Run, Run]) -> list[Run]:
    """Who passes ``cue`` on, and who passes that on; nobody twice."""
    found = [cue]
    while (above := over.get(found[-1])) is not None and above not in found:
        found.append(above)
    return found[1:]


def _joined(ground: _Ground, contents: Sequence[Run], marked: set[int]) -> tuple[Run, ...]:
    """Contents of one cue, those joined between which few words stand, none of them marked."""
    found: list[Run] = []
    for run in contents:
        between = range(found[-1].last + 1, run.first) if found else range(0)
        near = found and len(between) <= _GAP and ground.distance(found[-1], run) <= _GAP
        if near and marked.isdisjoint(between):
            found[-1] = Run(found[-1].first, run.last, run.role)
        else:
            found.append(run)
    return tuple(found)


def _cue(ground: _Ground, content: Run, aim: _Aim, cues: Sequence[Run]) -> Run | None:
    """The cue that most of the content's words point at, nearer ones first."""
    best, most = None, -inf
    for cue in _within(ground, aim.view, cues):
        share = aim.share(ground, cue)
        score = log(share + _LEAST) - _CONTENT_STEP * ground.distance(content, cue)
        if share >= _SURE and score > most:
            best, most = cue, score
    return best


def _pointed(ground: _Ground, cue: Run, aim: _Aim, runs: Sequence[Run]) -> Run | None:
    """The one of ``runs`` that the cue points at; None where it rather points at nothing."""
    best, most = None, log(aim.chances[0] + _LEAST)
    for run in _within(ground, aim.view, runs):
        far = ground.distance(run, cue)
        score = log(aim.share(ground, run) + _LEAST) - _SOURCE_STEP * far
        if score > most:
            best, most = run, score
    return best


def _within(ground: _Ground, view: View, runs: Sequence[Run]) -> Sequence[Run]:
    """Those of ``runs`` (in order, apart from one another) of which the view holds a word."""
    words = ground.words
    first = bisect_left(runs, view.window.first, key=lambda run: words[run.last])
    last = bisect_left(runs, view.window.last, key=lambda run: words[run.first])
    return runs[first:last]
