"""What the tagger found beside the frames in which a report passes another's word on.

The rules find a frame ("citing B", "has it from B that", a colon) by its words, the tagger who
speaks by what it has seen, and neither knows of the other.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.model import Document, Span

from .found import Found
from .overlaps import alike, meet, touch
from .rules.passing import BEHIND, TALK
from .rules.passing import OWN as PASSED
from .rules.refusals import ASKED

_VERB = re.compile(r",?(?: (?:who|which))? [a-z]+$")
"""The verb before a name, where both stand in what was taken for one source."""

_RELATIVE = len("which")
"""Letters of the longest word that only stands for a name before it."""

_FIXED = frozenset({"citing", "colon", PASSED, BEHIND, TALK, ASKED})
_RELAYS = frozenset({"citing", PASSED})


def framed(
    tagged: Sequence[Found], others: Sequence[Found]
) -> tuple[list[Found], list[Found], list[Found]]:
    """Frames among ``others``, the rules', that count; ``tagged`` and ``others`` beside them."""
    fixed = [one for one in others if one.rule in _FIXED and not _passed(one, tagged)]
    fixed = [_taking_up(one, [*others, *tagged]) for one in fixed]
    passed = [one for one in fixed if one.rule == PASSED]
    tagged, others = ([o for o in held if not _voiceless(o, passed)] for held in (tagged, others))
    tagged = [t for t in tagged if not any(_in_name(t, one) for one in passed)]
    fixed = [one for one in fixed if one not in passed or not _is_read(one, tagged)]
    tagged = [one for one in tagged if not any(_ousts(f, one) for f in fixed)]
    others = [_relayed(one, fixed) if one not in fixed else one for one in others]
    return fixed, [_relayed(one, fixed) for one in tagged], others


def _passed(one: Found, tagged: Sequence[Found]) -> bool:
    """Whether the tagger, too, found the words "citing B", and whom they belong to."""
    found = (t for t in tagged if t.carrier and meet(one, t) and touch(one.source, t.source))
    return any(one.rule != PASSED or not touch(one.cue, t.content) for t in found)


def _taking_up(one: Found, every: Sequence[Found]) -> Found:
    """``one`` with no more of the sentence before than what another says there, if one does."""
    if one.rule != BEHIND:
        return one
    within = (o.content for o in every if o.source and o.source != one.source and o.content
              and all(any(s in whole for whole in one.content) for s in o.content))  # fmt: skip
    said = max(within, key=lambda spans: sum(s.end - s.start for s in spans), default=one.content)
    return replace(one, content=said)


def _voiceless(one: Found, passed: Sequence[Found]) -> bool:
    """Whether it gives to nobody what a frame gives to somebody: the "news" of "news from B"."""
    return not one.source and any(alike(one.content, p.content) for p in passed)


def _is_read(one: Found, tagged: Sequence[Found]) -> bool:
    """Whether the tagger, too, found whose word is passed on, and what it says.

    What it says is less than the frame holds where another speaks in what is left: the priest of
    "word from the garrison that the mutiny was over was denied by the priest".
    """
    return any(
        alike(one.source, t.source)
        and (alike(one.content, t.content) or _is_begun(one, t, tagged))
        and not touch((*one.source, *one.cue), t.content)
        and not _is_led_up_to(one, t, tagged)
        and not _is_audience(one, t)
        for t in tagged
    )


def _is_audience(one: Found, tagged: Found) -> bool:
    """Whether ``tagged`` takes for the source who is told: "readers of the Post were told"."""
    who, taken = one.source[-1], tagged.source[-1]
    told = one.cue[0].start - who.end == 1
    return told and taken.start < who.start and taken.end == who.end


def _is_begun(one: Found, tagged: Found, every: Sequence[Found]) -> bool:
    """Whether ``tagged`` says what ``one`` begins with, and another's cue stands in the rest."""
    if not tagged.content or not one.content or tagged.content[0].start != one.content[0].start:
        return False
    rest = Span(tagged.content[-1].end, max(one.content[-1].end, tagged.content[-1].end))
    return any(other.source != tagged.source and other.cue[0] in rest for other in every)


def _is_led_up_to(one: Found, tagged: Found, every: Sequence[Found]) -> bool:
    """Whether another's cue stands in what ``tagged`` says before ``one`` begins.

    "It was from B that the Post learned that A": B said A, not that the Post learned it.
    """
    if not tagged.content or not one.content:
        return False
    before = Span(tagged.content[0].start, max(one.content[0].start, tagged.content[0].start))
    return any(other.source != tagged.source and other.cue[0] in before for other in every)


def _in_name(tagged: Found, one: Found) -> bool:
    """Whether it is told of a source, not by it: "asked" of "a clerk who asked not to be named"."""
    return any(named.start <= cue.start < named.end for cue in tagged.cue for named in one.source)


def _ousts(one: Found, tagged: Found) -> bool:
    """Whether ``one`` stands for ``tagged``: both have a cue, or the latter's is in a name.

    Who passes a word on is found by the same words as whose word it is, and stays.
    """
    if one.rule == TALK and alike(one.content, tagged.content):
        return True
    if one.rule != PASSED:
        return meet(one, tagged)
    if touch(one.cue, tagged.source) and alike(one.content, tagged.content):
        return True  # "if the report in the Post is right" is no word of the report's
    within = any(cue in said for cue in tagged.cue for said in one.content)
    if within and (not tagged.content or touch(tagged.content, (*one.source, *one.cue))):
        return True
    same = not tagged.source or touch(one.source, tagged.source) or _stands_for(tagged, one)
    return same and meet(one, tagged)


def _stands_for(tagged: Found, one: Found) -> bool:
    """Whether its source is but the "who" behind that of ``one``: "spoke to a clerk, who said"."""
    behind = tagged.source[0].start - one.source[-1].end
    return 0 < behind <= len(", ") and tagged.source[-1].end - tagged.source[0].start <= _RELATIVE


def _relayed(one: Found, fixed: Sequence[Found]) -> Found:
    """``one`` with no more than what it passes on as content, where the other's name is in it."""
    mixed = [f for f in fixed if f.rule in _RELAYS and touch(one.content, (*f.source, *f.cue))]
    inner = next((f for f in mixed if f.rule == PASSED and touch(one.content, f.content)), None)
    if inner and not touch(one.cue, inner.content):
        return replace(one, content=inner.content)
    named = [s for f in mixed for s in (*f.source, *f.cue)]
    kept = tuple(s for s in one.content if not touch((s,), named))
    return replace(one, content=kept) if kept else one


def passed_on(one: Found, tagged: Sequence[Found], document: Document) -> Found:
    """The words of "citing B" with the content of the nearest cue of their sentence."""
    if one.rule != "citing":
        return one
    at = one.cue[0].start
    sentence = document.sentence_at(at) or one.cue[0]
    near = [
        (t, said)
        for t in tagged
        if t.cue[0] in sentence and t.source and t.source != one.source
        for said in (tuple(s for s in t.content if not touch((s,), one.source)),)
        if said
    ]
    best = min(near, key=lambda pair: (abs(pair[0].cue[0].start - at), pair[0].cue), default=None)
    return replace(one, content=best[1], carrier=best[0].cue) if best else one


def cut_short(one: Found, fixed: Sequence[Found], document: Document) -> Found:
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
