"""What of the network's verdict on a denial has no ground in the report, and is not heeded.

Who denies something does so against somebody, or in words that say that it is not so. Where a plain
word of telling stands and neither is in the sentences around it, nothing is denied. The words
stand in ``lexicons/en/denial.toml`` under ``disputed``.
"""

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import islice

from reportedly.model import DenialKind, Span, Spans, by_start

from .cues import act_of, lemma_of
from .cuewords import CueWords
from .denials import Told, admits, any_of
from .found import Verdict
from .settled import denying, never_against, speaking, unlike
from .stance import Judged, breaks_silence

_WORD = re.compile(r"\w+")
_ALLEGED, _SEVERAL = 4, 2
"""Words that an allegation has at least; figures of which one is told against another."""
_GAINSAYING: tuple[DenialKind, ...] = ("whole", "part", "double", "retraction", "non-denial")
"""Kinds of denial that some word tells; of motive and of who did it others may be the words."""
_TELLING = frozenset({"say", "report", "confirm", "believe", "suggest", "estimate", "predict"})


def heeded(
    verdict: Verdict,
    told: Told,
    judged: Judged,
    words: CueWords | None,
    source: Spans,
    quoted: Spans,
) -> Verdict:
    """``verdict`` less what the report gives no ground for.

    ``judged`` is what the rules make of the cue with these ``words``; ``quoted`` are the
    quotations of its sentences.
    """
    if admits(told) or _is_plain_turn(told) or _gainsaid_elsewhere(told, judged, quoted):
        verdict = denying(verdict, None)
    if _counts_alone(told, judged):
        verdict = unlike(verdict, "number")
    if _is_ungainsaid(told, judged, source):
        verdict = unlike(verdict, *_GAINSAYING)
        if not _places(told, "doing"):
            verdict = unlike(verdict, "responsibility")
        if words is not None and act_of(lemma_of(words.head)) in _TELLING:
            verdict = never_against(verdict)
    if not _places(told, "motives"):
        verdict = unlike(verdict, "motive")
    if breaks_silence(told.document.text, told.cue):
        verdict = speaking(verdict)
    return unlike(verdict, "other") if _stands_alone(told, source) else verdict


def _is_plain_turn(told: Told) -> bool:
    """Whether the cue is a mark alone ("ANA KOVIC: …") and nothing that follows gainsays anything.

    What others say in their turns around it is theirs.
    """
    if any(_WORD.search(told.document.text, s.start, s.end) for s in told.cue):
        return False
    return not any(p in s for p in _places(told, "gainsaying") for s in told.content)


def _stands_alone(told: Told, source: Spans) -> bool:
    """Whether nothing around it could be what was alleged: there are hardly words besides its own.

    What is denied is then what was alleged.
    """
    near = told.around
    own = (*source, *told.cue, *told.content)
    words = _WORD.finditer(told.document.text, near.start, near.end)
    besides = (w for w in words if not any(s.start <= w.start() < s.end for s in own))
    return len(list(islice(besides, _ALLEGED))) < _ALLEGED


def _counts_alone(told: Told, judged: Judged) -> bool:
    """Whether a plain word of telling stands where no other figure and no word disputes a count.

    A number that is denied is told beside another, or with a word that says which way it is wrong.
    """
    if judged.stance != "for" or _disputed(told, "grounds", ()):
        return False
    return len(_places(told, "figures")) < _SEVERAL


def _gainsaid_elsewhere(told: Told, judged: Judged, quoted: Spans) -> bool:
    """Whether all that gainsays anything near a cue that tells stands in what else is quoted.

    ``quoted``: the quotations of its sentences.
    """
    found = _places(told, "grounds") if judged.stance == "for" and quoted else ()
    apart = [q for q in quoted if not any(q.overlaps(s) for s in told.content)]
    return bool(found) and all(any(place in q for q in apart) for place in found)


def _is_ungainsaid(told: Told, judged: Judged, source: Spans) -> bool:
    """Whether a cue that tells stands where no word outside its source gainsays anything."""
    return judged.stance == "for" and not _disputed(told, "gainsaying", source)


def _disputed(told: Told, what: str, apart: Spans) -> bool:
    """Whether such a word stands outside of ``apart``.

    What somebody says besides, in sentences that follow, does not dispute the first.
    """
    first = told.opened
    end = first[0].end if first else 0
    besides = (*apart, *(Span(max(s.start, end), s.end) for s in told.content if 0 < end < s.end))
    return not all(any(place in s for s in besides) for place in _places(told, what))


def _places(told: Told, what: str) -> Spans:
    """Where the sentences around hold words that may dispute something."""
    near, every = told.around, _every(told.document.text, what)
    first, last = (bisect_left(every, at, key=by_start) for at in (near.start, near.end))
    return tuple(place for place in every[first:last] if place in near)


@lru_cache(maxsize=32)
def _every(text: str, what: str) -> Spans:
    """Where a report holds such words; each of its cues asks."""
    pattern = any_of("disputed", what)
    return tuple(Span(*match.span()) for match in pattern.finditer(text)) if pattern else ()
