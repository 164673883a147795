"""Attributions by the trained tagger, to any depth."""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from reportedly.encoder import Pieces
from reportedly.model import Span, Spans

from ..found import Found
from .contents import NOWHERE, again, inside
from .decode import Run, decode
from .link import Linked, link
from .look import Look, glance, model
from .marks import Marks, Numbers

_DEEPEST = 6
"""Readings within readings after which a content is left as it is."""

_UNLIKELY = -1.0
"""Score (a chance of a quarter) up to which no word of a content is taken for a cue of its own."""

_SHORTEST = 3
"""Words of a content that may hold another attribution."""


@cache
def _transitions() -> Numbers:
    """The trained scores from tag to tag (7, 7)."""
    return np.array(model().settings["transitions"], dtype=np.float32)


def find(text: str, seen: Look | None = None) -> list[Found]:
    """Attributions of ``text``, nested ones too, in the order of their cues.

    The tagger finds the outermost; every content is then read again as a text of its own. A cue
    may stand without a content: of silence there need be none.
    ``seen`` is ``text`` as the network sees it, where that is known.
    """
    found: dict[tuple[Spans, Spans], Found] = {}
    told = (seen.pieces, seen.marks) if seen else glance(text)
    for one in _read(text, told, range(len(text)), _DEEPEST):
        found.setdefault((one.cue, one.content), one)
    return sorted(found.values(), key=lambda f: (f.cue, f.content, f.source))


def _read(
    text: str, seen: tuple[Pieces, Marks | None], places: Sequence[int], passes: int
) -> Iterator[Found]:
    """The attributions of ``text``, whose characters stand at ``places`` of the document."""
    pieces, told = seen
    if told is None:
        return
    for one in link(told, pieces, decode(told.tags, _transitions())):
        made = _found(pieces, one, places)
        if made.cue:
            yield made
            likely = any(told.inner[r.first : r.last + 1].max() > _UNLIKELY for r in one.contents)
            if passes > 1 and likely:
                yield from _within(text, [_span(pieces, r) for r in one.contents], places, passes)


def _within(
    text: str, contents: Sequence[Span], places: Sequence[int], passes: int
) -> Iterator[Found]:
    """What stands in contents that are long enough to hold something."""
    for part, at in again(text, contents):
        if len(inside(part).split()) >= _SHORTEST and inside(part) != inside(text):
            of = [places[i] if i != NOWHERE else NOWHERE for i in at]
            yield from _read(part, glance(part), of, passes - 1)


def _found(pieces: Pieces, one: Linked, places: Sequence[int]) -> Found:
    source = _placed(_span(pieces, one.source), places) if one.source else ()
    contents = (s for run in one.contents for s in _placed(_span(pieces, run), places))
    cue, carrier = (
        _placed(_span(pieces, run), places) if run else () for run in (one.cue, one.carrier)
    )
    return Found(source, cue, tuple(contents), "tagger", carrier=carrier)


def _placed(span: Span, places: Sequence[int]) -> Spans:
    """Where the characters of ``span`` stand in the document: one span for each stretch."""
    held = places[span.start : span.end]
    if isinstance(held, range):
        return (Span(held.start, held.stop),) if held else ()
    found: list[Span] = []
    for at in held:
        if at == NOWHERE:
            continue
        if found and found[-1].end == at:
            found[-1] = Span(found[-1].start, at + 1)
        else:
            found.append(Span(at, at + 1))
    return tuple(found)


def _span(pieces: Pieces, run: Run) -> Span:
    """From the first piece of the first word to the last piece of the last."""
    after = pieces.words[run.last + 1] if run.last + 1 < len(pieces.words) else len(pieces.ids)
    end = max(pieces.ends[pieces.words[run.last] : after])
    return Span(pieces.starts[pieces.words[run.first]], end)
