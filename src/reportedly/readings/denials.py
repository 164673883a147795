"""What a denial denies: the whole, a part, the motive, the responsibility, a number.

Read off the words of cue and content, and of the sentence with those beside it; the patterns
stand in ``lexicons/en/denial.toml``. What they do not tell is left as a denial of the whole.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from reportedly.lexicons import load
from reportedly.model import (
    DenialKind,
    Document,
    Evidence,
    Factor,
    Span,
    Spans,
    Stance,
    by_start,
    hull,
)

from .caseless import Caseless
from .cues import act_of, frames, lemma_of
from .cuewords import CueWords, cue_words
from .found import Found
from .stance import Judged, is_silent
from .tokens import Doc

_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundreds?|thousands?|millions?|billions?|dozens?|half|scores"
)
_NUMBER = (
    r"(?:a (?=dozen|hundred|thousand|million|score))?"
    rf"(?:\d[\d,.]*\d|\d|(?:{_ONES}))(?:[ -](?:a |and )?(?:{_ONES}))*\b"
)
_LONGEST = 160
"""Characters of a content beyond which it tells more than one thing."""
_NEAR = 36
"""Characters beyond a cue in which its complement begins."""
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
_REFUSING = frozenset({"deny", "dismiss", "decline"})
_SCOPES: tuple[DenialKind, ...] = ("number", "motive", "responsibility")
_TELLING = frozenset({"say", "deny"})
_SWEARING = _TELLING | {"promise", "demand"}
_SHORT = re.compile(
    "the|and|that|with|from|for|was|were|had|has|have|been|its|his|her|their|this|they|them|who|"
    "whom|which|about|into|over|than|then|any|some|being|did|not|whether|ever|said|told"
)


@dataclass(frozen=True)
class Told:
    """An attribution's cue and content in its report, and the sentences around them.

    ``withheld``: somebody is refused something: "denied the widow a hearing".
    """

    document: Document
    cue: Spans
    content: Spans
    withheld: bool = False

    def parts(self, where: str) -> Spans:
        """The stretches that patterns of one kind (cue, content, around …) are looked for in."""
        if where == "cue":
            return (hull(self.cue),)
        if where == "content":
            return self.content
        if where == "cue_and_content":
            return (self.whole, *self.cue, *self.content)
        if where == "opening":
            return (*self.cue, self.opening, *self.opened)
        if where == "on":
            return (Span(self.whole.start, self.after.end),)
        return (self.around,)

    @cached_property
    def whole(self) -> Span:
        """From where cue or content begins to where both have ended."""
        return hull((*self.cue, *self.content))

    @cached_property
    def opening(self) -> Span:
        """The cue, and the words that follow it: "refused" and "to rule it out"."""
        start = self.cue[0].start
        return Span(start, min(self.cue[-1].end + _NEAR, len(self.document.text)))

    @cached_property
    def opened(self) -> Spans:
        """The first sentence of the content, as far as it tells what is said."""
        if not self.content:
            return ()
        first, text = self.content[0], self.document.text
        end = min(first.end, first.start + _LONGEST)
        stop = re.search(r"[.!?;]", text[first.start : end])
        return (Span(first.start, first.start + stop.start() if stop else end),)

    @cached_property
    def after(self) -> Span:
        """What follows the content in its clause: "called <the report> nonsense"."""
        start, text = self.whole.end, self.document.text
        stop = re.search(r"[.;:!?]|$", text[start : start + 2 * _NEAR])
        return Span(start, start + (stop.start() if stop else 0))

    @cached_property
    def around(self) -> Span:
        """The sentences of cue and content, with the one before and the one after."""
        held, sentences = self.whole, self.document.sentences
        first = max(bisect_right(sentences, held.start, key=by_start) - 2, 0)
        last = bisect_left(sentences, held.end, key=by_start) + 1
        near = sentences[first:last]
        return Span(min(near[0].start, held.start), max(near[-1].end, held.end)) if near else held


def denial(told: Told, judged: Judged) -> tuple[DenialKind | None, Judged]:
    """What the attribution denies, None where it denies nothing; with the words that decided.

    Stance and act follow where the kind of denial tells them: a denial taken back is no denial
    of what was first denied.
    """
    if not told.cue:
        return None, judged
    if any(f.name == "open" for f in judged.factors):
        return "non-denial", _with(told, judged, "non-denial", hull(told.cue))
    if judged.stance == "silent":
        left = _first("neither", "cue", told, (*told.cue, told.opening))
        return ("non-denial", _with(told, judged, "non-denial", left)) if left else (None, judged)
    for kind, found in _kinds(told, judged):
        if found is None:
            continue
        if kind is None:
            return None, judged
        return kind, _with(told, judged, kind, found)
    return None, judged


def admits(told: Told) -> bool:
    """Whether it only looks like a denial: somebody owns up, or is refused something."""
    return bool(told.cue) and (told.withheld or _found("admitting", told) is not None)


def withholds(words: CueWords | None) -> bool:
    """Whether the verb of a cue has two objects: whom it refuses something, and what."""
    if words is None or lemma_of(words.head) not in frames("withholding"):
        return False
    objects = [c for c in words.head.children if c.dep_ in {"dative", "dobj"}]
    return len([c for c in objects if c.i > words.head.i and c.lower_ != "to"]) > 1


def refuses(doc: Doc, text: str, one: Found) -> bool:
    """Whether the verb of a cue denies, dismisses, takes back or keeps silent, with a source."""
    words = cue_words(doc, one.cue) if one.source else None
    if words is None:
        return False
    if is_silent(words):
        return True
    if one.rule == "refusal" or act_of(lemma_of(words.head)) in _REFUSING:
        return one.rule == "refusal" or words.head.tag_.startswith("VB")
    return any(p.search(text[one.cue[0].start : one.cue[-1].end])
               for p in _patterns("own_words", "opening"))  # fmt: skip


def _kinds(told: Told, judged: Judged) -> Iterator[tuple[DenialKind | None, Span | None]]:
    """Each kind with the words that tell it, in the order in which they are asked."""
    yield None, _found("admitting", told)
    yield "double", _double(told, judged)
    yield "retraction", _found("own_words", told) if judged.act != "demand" else None
    yield "non-denial", _open(told, judged)
    denied = _denied(told, judged)
    if denied is None:
        return
    yield from _scopes(told)
    yield "whole", denied


def _scopes(told: Told) -> Iterator[tuple[DenialKind, Span | None]]:
    yield "part", _found("exact", told, ("cue",))
    for kind in _SCOPES:
        yield kind, _found(kind, told)
    yield "part", _found("exact", told)
    yield "other", _other(told)
    yield "part", _standing(told)


def _double(told: Told, judged: Judged) -> Span | None:
    """The words by which a denial is turned away, where the cue does so."""
    found = _found("denied_denial", told)
    if found is None or judged.act in {"deny", "dismiss", "correct"}:
        return found
    return found if any(found.overlaps(s) for s in told.cue) else None


def _open(told: Told, judged: Judged) -> Span | None:
    """The words by which a source that does not deny leaves it open."""
    return _found("neither", told) if judged.act not in {"demand", "promise"} else None


def _denied(told: Told, judged: Judged) -> Span | None:
    """The words by which something is denied: the cue, or a content that says it is not so."""
    if judged.act in {"deny", "dismiss", "correct"} and judged.stance == "against":
        if _refutes(told, judged):
            return hull(told.cue)
    elif judged.stance == "against" and _alleged(told):
        return hull(told.cue)
    return _in_cue(told) or _called(told, judged) or _negative(told, judged)


def _refutes(told: Told, judged: Judged) -> bool:
    """Whether a cue that turns something away disputes it: not a plan, a person or a visa.

    Who only doubts or disbelieves denies nothing, and who dismisses a thing does so where others
    claim it.
    """
    if told.withheld or not told.content:
        return not told.withheld and not _first("verbal", "cue", told, told.cue)
    if _alleged(told):
        return True
    if _found("doubting", told):
        return False
    claimed = any(_found(name, told) for name in ("clause", "not_so", "responsibility"))
    if judged.factuality == "PR-":
        return claimed and _found("disputing", told) is not None
    if judged.act == "dismiss":
        return claimed and not _found("refused", told)
    return bool(_found("deed", told)) or not _found("refused", told)


def _alleged(told: Told) -> Span | None:
    return _found("allegations", told)


def _in_cue(told: Told) -> Span | None:
    """The words of the cue itself that say it is not so: "was not meant as", "calls absurd"."""
    spans = (*told.cue, hull(told.cue))
    found = _first("not_so", "cue_and_content", told, spans)
    found = found or _first("outright", "content", told, spans)
    if found is None and (len(told.cue) > 1 or _found("saying", told)):
        found = _first("not_done", "content", told, spans)
    if found is not None or not told.content:
        return found
    return _first("bare", "cue", told, told.cue[:1])


def _called(told: Told, judged: Judged) -> Span | None:
    """The word of the content by which what others say is called untrue."""
    if _found("calling", told) and (_alleged(told) or not _found("somebody", told)):
        return _first("not_so", "cue_and_content", told, (*told.content[:1], told.after))
    word = _first("not_so", "cue_and_content", told, told.opened)
    if word is None or judged.act not in _TELLING:
        return None
    before = told.document.text[told.content[0].start : word.start]
    return word if any(p.search(before) for p in _patterns("told_of", "content")) else None


def _called_after(told: Told) -> Span | None:
    """The word that calls the content untrue behind it: "called <the report> nonsense".

    Where the word is part of the content, its source is for what is printed there.
    """
    if not _found("calling", told):
        return None
    return _first("not_so", "cue_and_content", told, (told.after,))


def _negative(told: Told, judged: Judged) -> Span | None:
    """The negation of a content that denies a deed, not a wish, a skill or what is to come."""
    if judged.act not in _SWEARING or judged.stance != "for":
        return None
    word = _first("outright", "content", told, told.opened)
    if word is None and judged.act != "demand":
        word = _first("not_done", "content", told, told.opened)
        word = None if _first("not_a_denial", "content", told, told.opened) else word
    return word


def _standing(told: Told) -> Span | None:
    """The words by which the main thing is granted, outside of what is denied."""
    text, near = told.document.text, told.around
    for pattern in _patterns("standing", "around"):
        for match in pattern.finditer(text, near.start, near.end):
            found = Span(*match.span())
            if not any(s.start <= found.start < s.end for s in (*told.content, *told.cue)):
                return found
    return None


def _other(told: Told) -> Span | None:
    """The allegation before the cue that shares no word with what is denied."""
    text, near = told.document.text, told.around
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
    return {re.sub(r"(ing|ed|es|s|e)$", "", w) for w in words if not _SHORT.fullmatch(w)}


def _with(told: Told, judged: Judged, kind: DenialKind, found: Span) -> Judged:
    """The judgement with the reason for the kind of denial, and what follows from it."""
    evidence = Evidence(told.document.id, (found,))
    factors = (*judged.factors, Factor("denial", 0.0, _TEXTS[kind], (evidence,)))
    act, stance, value = judged.act, judged.stance, judged.factuality
    if kind == "retraction":
        act, stance, value = "correct", "against", "CT-"
    elif kind == "non-denial":
        stance, value = ("observing", "Uu") if value[0] != "P" else (stance, value)
    elif kind == "double":
        stance = _doubled(told)
        value = "PR+" if stance == "for" else "CT-"
    elif _in_cue(told) or _called_after(told):
        act, stance = ("dismiss" if act == "dismiss" else "deny"), "against"
        value = value if value == "PR-" and _found("lacking", told) else "CT-"
    return Judged(act, stance, value, factors, judged.idiom)


def _doubled(told: Told) -> Stance:
    """For what was first denied; against where the content is the denial."""
    return "against" if _found("denials", told) else "for"


def _found(name: str, told: Told, kinds: tuple[str, ...] | None = None) -> Span | None:
    """The first words that a table of ``denial.toml`` finds."""
    for where in kinds or _kept(name):
        found = _first(name, where, told, told.parts(where))
        if found is not None:
            return found
    return None


def _first(name: str, where: str, told: Told, spans: Spans) -> Span | None:
    pattern = any_of(name, where)
    if pattern is None:
        return None
    for span in dict.fromkeys(spans):
        match = pattern.within(told.document.text, span.start, span.end)
        if match is not None and match.end() > match.start():
            return Span(span.start + match.start(), span.start + match.end())
    return None


@cache
def _kept(name: str) -> tuple[str, ...]:
    """Where the patterns of a table are looked for."""
    return tuple(key for key in load("denial")[name] if key != "source")


@cache
def any_of(name: str, where: str) -> Caseless | None:
    """The patterns of a table as one; those that begin a word are only tried where one begins."""
    listed = _listed(name, where)
    within = [f"(?:{p[2:]})" for p in listed if p.startswith(r"\b")]
    others = [f"(?:{p})" for p in listed if not p.startswith(r"\b")]
    joined = "|".join([*others, *([rf"\b(?:{'|'.join(within)})"] if within else [])])
    return Caseless(joined) if joined else None


@cache
def _patterns(name: str, where: str) -> tuple[Caseless, ...]:
    return tuple(map(Caseless, _listed(name, where)))


def _listed(name: str, where: str) -> list[str]:
    return [p.replace("<n>", _NUMBER) for p in load("denial")[name].get(where, ())]
