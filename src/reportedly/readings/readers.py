"""Every reader by name: how attributions are found before anything is judged."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import log

from reportedly import __version__
from reportedly.model import Document, Span, Spans

from . import rules, tagger
from .denials import refuses
from .found import Found
from .rules.passing import OWN as PASSED
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
_QUOTED = re.compile('[“”"«»]')
_VERB = re.compile(r",?(?: (?:who|which))? [a-z]+$")
"""The verb before a name, where both stand in what was taken for one source."""
_LIKELY = log(0.5)
"""The chance that a voice keeps silent, above which it does without a content."""

_UNLIKELY = log(0.2)
"""The chance that a cue denies nothing, below which it is one that denies."""
_FIXED = frozenset({"citing", "colon", PASSED})
_RELAYS = frozenset({"citing", PASSED})
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
    tagged = _handed_back(tagger.find(document.text, seen), document)
    tagged = [f for f in tagged if f.content or _is_silent(f, seen)]
    fixed = [one for one in others if one.rule in _FIXED and not _passed(one, tagged)]
    passed = [one for one in fixed if one.rule == PASSED]
    tagged, others = ([o for o in held if not _voiceless(o, passed)] for held in (tagged, others))
    tagged = [t for t in tagged if not any(_in_name(t, one) for one in passed)]
    fixed = [one for one in fixed if one not in passed or not _is_read(one, tagged)]
    tagged = [one for one in tagged if not any(_ousts(f, one) for f in fixed)]
    tagged = [_relayed(one, fixed) for one in tagged]
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
    fixed = [_passed_on(one, [*agreed, *claimed, *added], document) for one in fixed]
    return [*agreed, *fixed, *claimed, *(one for one in added if one not in claimed)]


def _handed_back(tagged: Sequence[Found], document: Document) -> list[Found]:
    """``tagged``, what a line of another paragraph took given to who says it in its own sentence.

    "Adapted from a report by the Post." below a report says nothing of what stands above it but
    whose it is; a quotation may well stand apart from its cue.
    """
    text = document.text
    far = {
        piece
        for one in tagged
        for piece in one.content
        if "\n" in text[min(piece.end, one.cue[0].end) : max(piece.start, one.cue[0].start)]
        and not _QUOTED.search(text[piece.start : piece.end])
    }
    silent = {
        one: tuple(p for p in sorted(far) if _one_sentence(one, p, document))
        for one in tagged
        if not one.content and one.source
    }
    taken = {piece for pieces in silent.values() for piece in pieces}
    return [
        replace(one, content=silent[one])
        if silent.get(one)
        else replace(one, content=tuple(p for p in one.content if p not in taken))
        for one in tagged
    ]


def _one_sentence(one: Found, piece: Span, document: Document) -> bool:
    """Whether a cue stands in the sentence of a content."""
    return any(piece in s and one.cue[0] in s for s in document.sentences)


def _passed(one: Found, tagged: Sequence[Found]) -> bool:
    """Whether the tagger, too, found the words "citing B", and whom they belong to."""
    return any(t.carrier and _meet(one, t) and _touch(one.source, t.source) for t in tagged)


def _voiceless(one: Found, passed: Sequence[Found]) -> bool:
    """Whether it gives to nobody what a frame gives to somebody: the "news" of "news from B"."""
    return not one.source and any(_alike(one.content, p.content) for p in passed)


def _is_read(one: Found, tagged: Sequence[Found]) -> bool:
    """Whether the tagger, too, found whose word is passed on, and what it says."""
    return any(
        _alike(one.source, t.source)
        and _alike(one.content, t.content)
        and not _touch(one.source, t.content)
        for t in tagged
    )


def _in_name(tagged: Found, one: Found) -> bool:
    """Whether it is told of a source, not by it: "asked" of "a clerk who asked not to be named"."""
    return any(cue in named for cue in tagged.cue for named in one.source)


def _ousts(one: Found, tagged: Found) -> bool:
    """Whether ``one`` stands for ``tagged``: both have a cue, or the latter's is in a name.

    Who passes a word on is found by the same words as whose word it is, and stays.
    """
    if one.rule != PASSED:
        return _meet(one, tagged)
    within = any(cue in said for cue in tagged.cue for said in one.content)
    if within and (not tagged.content or _touch(tagged.content, (*one.source, *one.cue))):
        return True
    return _meet(one, tagged) and (not tagged.source or _touch(one.source, tagged.source))


def _relayed(one: Found, fixed: Sequence[Found]) -> Found:
    """``one`` with no more than what it passes on as content, where the other's name is in it."""
    mixed = [f for f in fixed if f.rule in _RELAYS and _touch(one.content, (*f.source, *f.cue))]
    inner = next((f for f in mixed if f.rule == PASSED and _touch(one.content, f.content)), None)
    if inner:
        return replace(one, content=inner.content)
    named = [s for f in mixed if f.rule != PASSED for s in (*f.source, *f.cue)]
    kept = tuple(s for s in one.content if not _touch((s,), named))
    return replace(one, content=kept) if kept else one


def _touch(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in one for b in other)


def _passed_on(one: Found, tagged: Sequence[Found], document: Document) -> Found:
    """The words of "citing B" with the content of the nearest cue of their sentence."""
    if one.rule != "citing":
        return one
    at = one.cue[0].start
    sentence = next((s for s in document.sentences if s.start <= at < s.end), one.cue[0])
    near = [
        (t, said)
        for t in tagged
        if t.cue[0] in sentence and t.source and t.source != one.source
        for said in (tuple(s for s in t.content if not _touch((s,), one.source)),)
        if said
    ]
    best = min(near, key=lambda pair: (abs(pair[0].cue[0].start - at), pair[0].cue), default=None)
    return replace(one, content=best[1], carrier=best[0].cue) if best else one


def _alone(one: Found, fixed: Sequence[Found], document: Document) -> Found:
    """``one`` with a source that ends before the words "citing B", or "named B as its source"."""
    relays = [f for f in fixed if f.rule in _RELAYS and f.source != one.source]
    kept = []
    for span in one.source:
        cuts = [at.start for f in relays for at in (*f.cue[:1], *f.source[:1])]
        end = min((at for at in cuts if span.start < at < span.end), default=span.end)
        part = document.text[span.start : end].rstrip(" ,")
        if end in {f.source[0].start for f in relays if f.source}:
            part = _VERB.sub("", part)
        kept.append(Span(span.start, span.start + len(part)))
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
    return not _apart(one.cue, other.cue) and _touch(one.cue, other.cue)


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
