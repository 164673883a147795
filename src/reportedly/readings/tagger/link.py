"""Which source and which contents go with which cue."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from reportedly.encoder import BREAK, Pieces

from .decode import Run
from .marks import Marks, Numbers, View

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

    def view(self, at: int) -> View:
        """The view whose window reads the piece ``at``."""
        return self.views[bisect_right(self.starts, at) - 1]

    def distance(self, one: Run, other: Run) -> int:
        """Words between two runs, a line break counting for many."""
        early, late = sorted((one, other))
        lines = self.lines[self.words[late.first]] - self.lines[self.words[early.last]]
        return max(0, late.first - early.last - 1) + _LINE * lines


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
    for content in of["content"]:
        cue = _cue(ground, content, of["cue"])
        if cue is not None:
            held[cue].append(content)
    over = _carriers(ground, of["cue"])
    for cue in of["cue"]:
        for above in _above(cue, over):
            held[cue] = held[cue] or held[above]
            held[above] = sorted({*held[above], *held[cue]})
    marked = {word for run in runs for word in range(run.first, run.last + 1)}
    return [
        Linked(
            _source(ground, cue, of["source"]), cue, _joined(ground, parts, marked), over.get(cue)
        )
        for cue, parts in held.items()
    ]


def _carriers(ground: _Ground, cues: Sequence[Run]) -> dict[Run, Run]:
    """For each cue that another one passes on, that other one."""
    return {
        cue: over
        for cue in cues
        if (over := _pointed(ground, cue, cues, ("cue under", "cue over"))) not in (None, cue)
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


def _cue(ground: _Ground, content: Run, cues: Sequence[Run]) -> Run | None:
    """The cue that most of the content's words point at, nearer ones first."""
    middle = ground.pieces(content)[(content.last - content.first) // 2]
    view = ground.view(middle)
    pointing = [at for at in ground.pieces(content) if view.holds(at)]
    chances = view.chances(pointing, "content to", "cue for content").mean(axis=0)
    best, most = None, -np.inf
    for cue in _within(ground, view, cues):
        share = _share(ground, view, chances, cue)
        score = np.log(share + _LEAST) - _CONTENT_STEP * ground.distance(content, cue)
        if share >= _SURE and score > most:
            best, most = cue, score
    return best


def _source(ground: _Ground, cue: Run, sources: Sequence[Run]) -> Run | None:
    """The source that the cue points at; None where it rather points at nothing."""
    return _pointed(ground, cue, sources, ("cue to", "source for cue"))


def _pointed(
    ground: _Ground, cue: Run, runs: Sequence[Run], vectors: tuple[str, str]
) -> Run | None:
    """The one of ``runs`` that the cue points at; None where it rather points at nothing."""
    view = ground.view(ground.pieces(cue)[0])
    pointing = [at for at in ground.pieces(cue) if view.holds(at)]
    chances = view.chances(pointing, *vectors).mean(axis=0)
    best, most = None, np.log(chances[0] + _LEAST)
    for run in _within(ground, view, runs):
        far = ground.distance(run, cue)
        score = np.log(_share(ground, view, chances, run) + _LEAST) - _SOURCE_STEP * far
        if score > most:
            best, most = run, score
    return best


def _within(ground: _Ground, view: View, runs: Sequence[Run]) -> Sequence[Run]:
    """Those of ``runs`` (in order, apart from one another) of which the view holds a word."""
    words = ground.words
    first = bisect_left(runs, view.window.first, key=lambda run: words[run.last])
    last = bisect_left(runs, view.window.last, key=lambda run: words[run.first])
    return runs[first:last]


def _share(ground: _Ground, view: View, chances: Numbers, run: Run) -> float:
    """How much of ``chances`` falls on the words of ``run``."""
    columns = [at - view.window.first + 1 for at in ground.pieces(run) if view.holds(at)]
    return float(chances[columns].sum())
