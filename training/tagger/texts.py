"""Texts with what is marked in them, and the cuts of them that a fit learns from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.model import Span
from reportedly.readings.tagger.contents import again, inside

Pair = tuple[int, int]

_SENTENCE = re.compile(r"(?<=[.!?])[”\"’']?\s+(?=[A-Z“\"‘'])|\n+")
"""What stands between two sentences."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution; pairs are code points into its text.

    ``depth`` counts the contents that hold its cue. ``carrier`` is the cue of who passes it on
    beside it: of the Post in "the Post said, citing two officers". None where that is not known.
    """

    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    content: tuple[Pair, ...]
    depth: int = 0
    carrier: tuple[Pair, ...] | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What causes what: pairs of code points; a signal may be absent or in several pieces."""

    cause: Pair
    effect: Pair
    signal: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Causal:
    """One sentence, and what it says to cause what; nothing where it is not causal."""

    sentence: Pair
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a cue does, on which side, how sure, and what it denies.

    That is "-" where it denies nothing, and "?" where its content may, which our labels of cues do
    not tell; an act that nobody labelled is "?", too. ``source`` and ``content`` are empty where
    they are not known. ``chances`` are a teacher's, of every label of every kind side by side.
    """

    cue: tuple[Pair, ...]
    act: str
    stance: str
    factuality: str
    denial: str
    source: tuple[Pair, ...] = ()
    content: tuple[Pair, ...] = ()
    chances: tuple[float, ...] = ()


def unlabelled(
    cue: tuple[Pair, ...],
    source: tuple[Pair, ...],
    content: tuple[Pair, ...],
    chances: tuple[float, ...] = (),
) -> Judgement:
    """A cue that nobody labelled, with a teacher's chances if it was asked."""
    return Judgement(cue, "?", "?", "?", "?", source, content, chances)


@dataclass(frozen=True, slots=True)
class Committed:
    """How far the voice that speaks of it commits itself to the event that a word names."""

    place: Pair
    factuality: str


@dataclass(frozen=True, slots=True)
class View:
    """What one annotator marked; nothing is to be learnt from ``hidden`` stretches.

    ``marked`` is None where attributions were not marked, ``causal`` where causes were not,
    ``inner`` where the cues within contents were not. Of ``judged`` and ``committed`` there are
    some, never all.
    """

    marked: tuple[Marked, ...] | None
    hidden: tuple[Pair, ...] = ()
    causal: tuple[Causal, ...] | None = None
    inner: tuple[Pair, ...] | None = None
    judged: tuple[Judgement, ...] = ()
    committed: tuple[Committed, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A text with one view or several."""

    name: str
    text: str
    views: tuple[View, ...]


def contents(text: Text) -> Iterator[Text]:
    """Each content as a text of its own, as the reader reads it again, with what stands in it."""
    for view in text.views:
        seen = set()
        for outer in view.marked or ():
            for part, places in again(text.text, [Span(a, b) for a, b in outer.content]):
                if inside(part).count(" ") >= 2 and (part, places[-2]) not in seen:
                    seen.add((part, places[-2]))
                    yield _excerpt(text, view, (part, places), outer.depth + 1)


def _excerpt(text: Text, view: View, again: tuple[str, list[int]], depth: int) -> Text:
    part, places = again
    at = {place: i for i, place in enumerate(places)}

    def moved(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
        inner = ([at[i] for i in range(a, b) if i in at] for a, b in pairs)
        return tuple((run[0], run[-1] + 1) for run in inner if run)

    kept = []
    for one in view.marked or ():
        if one.depth == depth and all(a in at and b - 1 in at for a, b in one.cue):
            carrier = None if one.carrier is None else moved(one.carrier)
            made = Marked(moved(one.source), moved(one.cue), moved(one.content), 0, carrier)
            kept += [made] if made.content else []
    cues = moved(inner_cues(view.marked or (), depth))
    judged = tuple(
        replace(j, cue=moved(j.cue), source=moved(j.source), content=moved(j.content))
        for j in view.judged
        if moved(j.cue)
    )
    return Text(f"{text.name} {places}", part, (View(tuple(kept), inner=cues, judged=judged),))


def alone(text: Text) -> Iterator[Text]:
    """Each judged cue with all that belongs to it, in a text of its sentence and nothing else."""
    for _, part in sentences(text):
        for one in part.views[0].judged:
            yield replace(part, views=(View(None, judged=(one,)),))


def sentences(text: Text) -> Iterator[tuple[int, Text]]:
    """Where each sentence with judged cues starts, and a text of it with all that stands in it."""
    cuts = [0, *(at for m in _SENTENCE.finditer(text.text) for at in m.span()), len(text.text)]
    whole = list(zip(cuts[::2], cuts[1::2], strict=True))
    found: dict[Pair, dict[tuple[Pair, ...], Judgement]] = {}
    for one in (one for one in text.views[0].judged if one.content):
        pairs = (*one.cue, *one.source, *one.content)
        start, end = min(a for a, _ in pairs), max(b for _, b in pairs)
        held = next(((a, max(b, end)) for a, b in whole if a <= start and end <= b + 2), None)
        if held:
            found.setdefault(held, {}).setdefault(one.cue, shifted(one, -held[0]))
    for held, cues in found.items():
        view = View(None, judged=tuple(cues.values()))
        yield held[0], Text(f"{text.name} {held}", text.text[slice(*held)], (view,))


def shifted(one: Judgement, by: int) -> Judgement:
    """The same, so many code points further."""
    cue, source, content = (
        tuple((a + by, b + by) for a, b in part) for part in (one.cue, one.source, one.content)
    )
    return replace(one, cue=cue, source=source, content=content)


def inner_cues(marked: tuple[Marked, ...], depth: int) -> tuple[Pair, ...]:
    """The cues of what stands deeper than ``depth``."""
    return tuple(pair for one in marked if one.depth > depth for pair in one.cue)


def restyled(text: str) -> str:
    """The same characters with the other kind of quotation marks, offset for offset."""
    if "“" in text or "”" in text:
        return text.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'")
    opening = re.sub(r'(^|(?<=[\s(\[—–]))"(?=\S)', "“", text, flags=re.MULTILINE)
    return opening.replace('"', "”").replace("'", "’")
