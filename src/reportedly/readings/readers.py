"""Every reader by name: how attributions are found before anything is judged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import log

from reportedly import __version__
from reportedly.model import Document, Span, Spans

from . import rules, tagger
from .denials import refuses
from .found import Found
from .tagger import Look
from .tagger.marks import STANCES
from .tokens import Doc

Finder = Callable[[Doc, Document, Look | None], list[Found]]


@dataclass(frozen=True, slots=True)
class Reader:
    """How attributions are found, and how a text is looked at first, if at all."""

    find: Finder
    look: Callable[[str], Look] | None = None

    def seen(self, document: Document) -> Look | None:
        """The document as this reader's network sees it."""
        return self.look(document.text) if self.look else None


_HALF = 0.5
_LIKELY = log(0.5)
"""The chance that a voice keeps silent, above which it does without a content."""

_UNLIKELY = log(0.2)
"""The chance that a cue denies nothing, below which it is one that denies."""
_FIXED = frozenset({"citing", "colon"})
_HEDGES = frozenset({"adverb", "adjective"})


def learned(doc: Doc, document: Document, seen: Look | None = None) -> list[Found]:
    """The trained tagger's attributions; those that the rules find, too, are marked as agreed.

    Some are the rules' part: whose turn it is in a transcript stands in its lines, and the corpus
    that the tagger was trained on marks neither whom a source cites, nor the author's hedges
    ("reportedly", "the alleged"), nor what stands within another's words; and it misses some
    denials, retractions and refusals, which nobody who follows a dispute can do without. An
    attribution to nobody counts only where both find it: those that the tagger alone finds are
    mostly wrong.
    """
    others = rules.find(doc, document)
    tagged = [f for f in tagger.find(document.text, seen) if f.content or _is_silent(f, seen)]
    fixed = [one for one in others if one.rule in _FIXED and not _passed(one, tagged)]
    tagged = [one for one in tagged if not any(_meet(one, f) for f in fixed)]
    tagged = [_voiced(one, document) for one in tagged if not rules.ousts(doc, one.cue)]
    tagged = [_owned(one, others) for one in tagged]
    tagged = [_told_of(one, others) for one in tagged]
    # What only the tagger gives to nobody is no attribution, and keeps none of the rules' out.
    tagged = [one for one in tagged if one.source or any(agree(one, o) for o in others)]
    left = [one for one in others if one not in fixed and not any(_meet(one, t) for t in tagged)]
    claimed = [one for one in left if any(_fragment(one, t) for t in tagged)]
    added = [
        one
        for one in left
        if one.rule in _HEDGES
        or refuses(doc, document.text, one)
        or _disputes(one, seen)
        or any(_within(one, t) for t in tagged)
    ]
    kept = [_without(one, claimed) for one in tagged]
    agreed = [replace(one, agreed=any(agree(one, o) for o in others)) for one in kept]
    agreed = [_alone(one, fixed, document) for one in agreed if one.source or one.agreed]
    fixed = [_passed_on(one, agreed, document) for one in fixed]
    return [*agreed, *fixed, *claimed, *(one for one in added if one not in claimed)]


def _passed(one: Found, tagged: Sequence[Found]) -> bool:
    """Whether the tagger, too, found the words "citing B", and whom they belong to."""
    return any(t.carrier and _meet(one, t) for t in tagged)


def _passed_on(one: Found, tagged: Sequence[Found], document: Document) -> Found:
    """The words of "citing B" with the content of the nearest cue of their sentence."""
    if one.rule != "citing":
        return one
    at = one.cue[0].start
    sentence = next((s for s in document.sentences if s.start <= at < s.end), one.cue[0])
    near = [t for t in tagged if t.cue[0] in sentence and t.source and t.source != one.source]
    best = min(near, key=lambda t: (abs(t.cue[0].start - at), t.cue), default=None)
    return replace(one, content=best.content) if best else one


def _alone(one: Found, fixed: Sequence[Found], document: Document) -> Found:
    """``one`` with a source that ends before the words "citing B"."""
    cuts = [f.cue[0].start for f in fixed if f.rule == "citing"]
    kept = []
    for span in one.source:
        end = min((at for at in cuts if span.start < at < span.end), default=span.end)
        part = document.text[span.start : end]
        kept.append(Span(span.start, span.start + len(part.rstrip(" ,"))))
    return replace(one, source=tuple(s for s in kept if s.start < s.end))


def _voiced(one: Found, document: Document) -> Found:
    """``one`` without the "it" of "it is claimed that", which is nobody."""
    source = " ".join(document.text[s.start : s.end] for s in one.source).casefold()
    cue = " ".join(document.text[s.start : s.end] for s in one.cue).casefold()
    nobody = source == "it" and cue.split()[:1] in (["is"], ["was"], ["has"], ["had"])
    return replace(one, source=()) if nobody else one


def _owned(one: Found, others: Sequence[Found]) -> Found:
    """``one`` with the subject of its cue, where the tagger gives nobody and the rules do."""
    if one.source:
        return one
    same = (o for o in others if o.source and _meet(one, o) and _alike(one.content, o.content))
    return replace(one, source=next((o.source for o in same), ()))


def _told_of(one: Found, others: Sequence[Found]) -> Found:
    """``one`` as the rules have it, where both find a passive that names no voice.

    In "the general is believed to have resigned" the syntax shows that the general belongs to it.
    """
    same = (o for o in others if o.rule == "passive" and _meet(one, o) and not o.source)
    other = None if one.source else next(same, None)
    return replace(one, cue=other.cue, content=other.content) if other else one


def _fragment(one: Found, tagged: Found) -> bool:
    """Whether one of several pieces of what the tagger gave another cue is the content of ``one``.

    "He said A, but denied B" is two attributions, though the tagger may miss the second cue.
    """
    return len(tagged.content) > 1 and any(_alike((s,), one.content) for s in tagged.content)


def _is_silent(one: Found, seen: Look | None) -> bool:
    """Whether a voice keeps silent, by the network's judgement of its cue."""
    verdict = seen.verdict(one.cue, one.source, one.content) if seen and one.source else None
    return verdict is not None and verdict.stances[STANCES.index("silent")] > _LIKELY


def _disputes(one: Found, seen: Look | None) -> bool:
    """Whether the cue of ``one``, a voice's, denies something by the network's judgement."""
    verdict = seen.verdict(one.cue, one.source, one.content) if seen and one.source else None
    return verdict is not None and verdict.denials[0] < _UNLIKELY


def _without(one: Found, claimed: Sequence[Found]) -> Found:
    """``one`` less the pieces that others claim, as long as one piece is left."""
    kept = [s for s in one.content if not any(_alike((s,), c.content) for c in claimed)]
    return replace(one, content=tuple(kept)) if kept else one


def _within(one: Found, tagged: Found) -> bool:
    """Whether source, cue and content of ``one`` stand in what ``tagged`` says."""
    spans = (*one.source, *one.cue, *one.content)
    return bool(one.source) and all(any(s in piece for piece in tagged.content) for s in spans)


def ruled(doc: Doc, document: Document, seen: Look | None = None) -> list[Found]:  # noqa: ARG001
    """What the patterns find; they look at nothing but the parse."""
    return rules.find(doc, document)


READERS: dict[str, Reader] = {
    "learned": Reader(learned, tagger.look),
    "rules": Reader(ruled),
}
"""The trained tagger, and the patterns that need no weights."""

DEFAULT = "learned"


def identity(reader: str) -> str:
    """The reader with all that its readings depend on: version, and hash of trained weights."""
    weights = f" {tagger.model().sha256[:16]}" if reader == "learned" else ""
    return f"{reader} {__version__}{weights}"


def agree(one: Found, other: Found) -> bool:
    """Whether two readers found one relation.

    Their cues overlap or their contents do by half, and their sources do by half or are absent.
    """
    if not _meet(one, other) and not _alike(one.content, other.content):
        return False
    return not (one.source or other.source) or _alike(one.source, other.source)


def _meet(one: Found, other: Found) -> bool:
    """Whether two cues overlap."""
    if _apart(one.cue, other.cue):
        return False
    return any(a.overlaps(b) for a in one.cue for b in other.cue)


def _alike(one: Spans, other: Spans) -> bool:
    """Whether two sets of spans share at least half of what either covers."""
    if _apart(one, other):
        return False
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return shared > 0 and shared >= _HALF * (_size(one) + _size(other) - shared)


def _apart(one: Spans, other: Spans) -> bool:
    """Whether one ends before the other begins, as most do, or either covers nothing."""
    return not one or not other or one[-1].end <= other[0].start or other[-1].end <= one[0].start


def _size(spans: Spans) -> int:
    return sum(s.end - s.start for s in spans)
