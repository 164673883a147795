"""What a denial denies: the whole, a part, the motive, the responsibility, a number.

Read off the words of cue and content, and of the sentence with those beside it; the patterns
stand in ``lexicons/en/denial.toml``. What they do not tell is left as a denial of the whole.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import load
from reportedly.model import DenialKind, Document, Evidence, Factor, Span, Spans, Stance, hull

from .stance import Judged

_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundreds?|thousands?|millions?|billions?|dozens?|half|scores"
)
_NUMBER = rf"(?:\d[\d,.]*\d|\d|(?:{_ONES}))(?:[ -](?:a |and )?(?:{_ONES}))*\b"
_TEXTS: dict[DenialKind, str] = {
    "whole": "The denial is of the whole.",
    "part": "The denial leaves the main thing standing and is of a particular of it.",
    "motive": "The denial is of a reason or purpose.",
    "responsibility": "The denial is of having done it, or of a part in it.",
    "number": "The denial is of a figure.",
    "other": "The denial is of something other than what was alleged or asked.",
    "non-denial": "The source neither confirms it nor denies it.",
    "double": "A denial is itself denied or taken back.",
    "retraction": "The source takes back or corrects what it said itself.",
}
_SCOPES: tuple[DenialKind, ...] = ("number", "motive", "responsibility")
_TELLING = frozenset({"say", "confirm", "criticise", "deny", "report", "ask", "concern", "agree"})
_SHORT = frozenset(
    "the and that with from for was were had has have been its his her their this they them who "
    "whom which about into over than then any some been being did not".split()
)
_STEM = 4
"""Letters by which two words are held to be of one family."""


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution's cue and content in its report, and the sentences around them."""

    document: Document
    cue: Spans
    content: Spans

    def parts(self, where: str) -> Spans:
        """The stretches that patterns of one kind (cue, content, around …) are looked for in."""
        if where == "cue":
            return (hull(self.cue),)
        if where == "content":
            return self.content
        if where == "cue_and_content":
            return (hull((*self.cue, *self.content)), *self.cue, *self.content)
        return (self.around(),)

    def around(self) -> Span:
        """The sentences of cue and content, with the one before and the one after."""
        held = hull((*self.cue, *self.content))
        sentences = self.document.sentences
        first = max(bisect_right(sentences, Span(held.start, len(self.document.text))) - 2, 0)
        last = bisect_right(sentences, Span(held.end, held.end)) + 1
        near = sentences[first:last]
        return Span(min(near[0].start, held.start), max(near[-1].end, held.end)) if near else held


def denial(told: Told, judged: Judged) -> tuple[DenialKind | None, Judged]:
    """What the attribution denies, None where it denies nothing; with the words that decided.

    Stance and act follow where the kind of denial tells them: a denial taken back is no denial
    of what was first denied.
    """
    if judged.stance == "silent" or not told.cue:
        return None, judged
    for kind, found in _kinds(told, judged):
        if found is None:
            continue
        if kind is None:
            return None, judged
        return kind, _with(told, judged, kind, found)
    return None, judged


def _kinds(told: Told, judged: Judged) -> Iterator[tuple[DenialKind | None, Span | None]]:
    """Each kind with the words that tell it, in the order in which they are asked."""
    yield None, _found("admitting", told)
    yield "double", _found("denied_denial", told)
    yield "retraction", _found("own_words", told) if judged.act != "demand" else None
    yield "non-denial", _open(told, judged)
    denied = _denied(told, judged)
    if denied is None:
        return
    yield from _scopes(told, denied)
    yield "whole", denied


def _scopes(told: Told, denied: Span) -> Iterator[tuple[DenialKind, Span | None]]:
    yield "part", _found("exact", told, ("cue",))
    for kind in _SCOPES:
        yield kind, _found(kind, told)
    yield "part", _found("exact", told)
    yield "other", _other(told)
    yield "part", _standing(told)


def _open(told: Told, judged: Judged) -> Span | None:
    """The words by which a source that does not deny leaves it open."""
    if judged.stance == "against":
        return None
    return _found("neither", told)


def _denied(told: Told, judged: Judged) -> Span | None:
    """The words by which something is denied: the cue, or a content that says it is not so."""
    refuses = judged.act in {"deny", "dismiss", "correct"} and judged.stance == "against"
    if refuses and _is_denying(told):
        return None if _found("refused", told) and not _alleged(told) else hull(told.cue)
    if judged.stance == "against" and _alleged(told):
        return hull(told.cue)
    if judged.act not in _TELLING:
        return None
    return _called(told) or _negative(told)


def _is_denying(told: Told) -> bool:
    """Whether the cue disputes; who only doubts or disbelieves does not deny."""
    return not _found("doubting", told)


def _alleged(told: Told) -> Span | None:
    return _found("allegations", told)


def _called(told: Told) -> Span | None:
    """The word by which what others say is called untrue, in the cue or of its subject."""
    text, cue = told.document.text, _first("not_so", "cue_and_content", told, told.cue)
    if cue is not None:
        return cue
    word = _first("not_so", "cue_and_content", told, told.content)
    if word is None:
        return None
    before = Span(told.content[0].start, word.start)
    named = _found("calling", told) or any(
        pattern.search(text, before.start, end) is not None
        for pattern in _patterns("told_of", "content")
        for end in (before.end, told.content[0].end if _is_brief(told) else before.end)
    )
    return word if named else None


def _is_brief(told: Told) -> bool:
    return sum(s.end - s.start for s in told.content) < 40


def _negative(told: Told) -> Span | None:
    """The negation of a content that denies a deed, not a wish, a skill or what is to come."""
    word = _found("denying_content", told)
    cue = _first("denying_content", "content", told, (hull(told.cue),))
    if cue is not None and len(told.cue) + len(told.content) > 1:
        return cue
    return None if word is None or _found("not_a_denial", told) else word


def _standing(told: Told) -> Span | None:
    """The words by which the main thing is granted, outside of what is denied."""
    text, near = told.document.text, told.around()
    for pattern in _patterns("standing", "around"):
        for match in pattern.finditer(text, near.start, near.end):
            found = Span(*match.span())
            if not any(found.overlaps(s) for s in (*told.content, *told.cue)):
                return found
    return None


def _other(told: Told) -> Span | None:
    """The allegation before the cue that shares no word with what is denied."""
    text, near = told.document.text, told.around()
    denied = _stems(" ".join(text[s.start : s.end] for s in told.content))
    start = min(s.start for s in (*told.cue, *told.content))
    for pattern in _patterns("asked_for", "around"):
        match = pattern.search(text, near.start, start)
        if match is None:
            continue
        asked = _stems(re.split(r",|\bbut\b", text[match.end() : start])[0])
        if asked and denied and not asked & denied and not _points_back(told):
            return Span(*match.span())
    return None


def _points_back(told: Told) -> bool:
    """Whether what is denied is what was asked, called "it" or "the claim"."""
    text = told.document.text
    printed = " ".join(text[s.start : s.end] for s in told.content).casefold()
    return bool(re.match(r"\W*(it|this|that|them|so|doing|having done|the|any|all|such|these)\b"
                         r"( (\w+ )?(claims?|charges?|accusations?|allegations?|reports?))?\W*$",
                         printed))  # fmt: skip


def _stems(printed: str) -> set[str]:
    words = re.findall(r"[^\W\d_]{3,}", printed.casefold())
    return {w[:_STEM] for w in words if w not in _SHORT}


def _with(told: Told, judged: Judged, kind: DenialKind, found: Span) -> Judged:
    """The judgement with the reason for the kind of denial, and what follows from it."""
    evidence = Evidence(told.document.id, (found,))
    factors = (*judged.factors, Factor("denial", 0.0, _TEXTS[kind], (evidence,)))
    act, stance, value = judged.act, judged.stance, judged.factuality
    if kind == "retraction":
        act, stance, value = "correct", "against", "CT-"
    elif kind == "non-denial":
        stance, value = ("observing", "Uu") if stance != "for" else (stance, value)
    elif kind == "double":
        stance, value = _doubled(told), "CT-"
        value = "PR+" if stance == "for" else "CT-"
    return Judged(act, stance, value, factors)


def _doubled(told: Told) -> Stance:
    """For what was first denied; against where the content is the denial."""
    return "against" if _found("denials", told) else "for"


def _found(name: str, told: Told, kinds: tuple[str, ...] | None = None) -> Span | None:
    """The first words that a table of ``denial.toml`` finds."""
    for where in kinds or ("cue", "cue_and_content", "content", "around"):
        found = _first(name, where, told, told.parts(where))
        if found is not None:
            return found
    return None


def _first(name: str, where: str, told: Told, spans: Spans) -> Span | None:
    for pattern in _patterns(name, where):
        for span in spans:
            match = pattern.search(told.document.text, span.start, span.end)
            if match is not None and match.end() > match.start():
                return Span(*match.span())
    return None


@cache
def _patterns(name: str, where: str) -> tuple[re.Pattern[str], ...]:
    listed = load("denial")[name].get(where, ())
    return tuple(re.compile(p.replace("<n>", _NUMBER), re.IGNORECASE) for p in listed)
