"""What the tagger cut short: a name, one before what tells who it is, the clause over a "that"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reportedly.lexicons import load
from reportedly.model import Document, Span

from .found import Found
from .overlaps import Near, alike, meet, touch
from .tokens import Doc

_NAME = re.compile(r"(?<=, )(?:[A-Z][\w’'.-]*(?: |$)){1,4}$")
"""A name at the end of a content, set off by commas."""

_NAME_BEFORE = re.compile(
    r"(?<![\w’'-])[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|al|bin|de|van|von)){1,3}(?=, $)"
)
"""A name of several words right before what tells who it is."""

_GOVERNED = re.compile(
    r"\b(?:to|with|in|for|by|at|on|near|told|via|(?:pages|columns|website|studios?) of)(?: the)? $",
    re.IGNORECASE,
)
"""What stands before a name that does not speak itself: "In a talk with the Post, a clerk, …"."""

_REST = re.compile(
    r"(?:(?<=[\w’'-]) (?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|"
    r"April|May|June|July|August|September|October|November|December)\b)[A-Z][\w’'-]*)+"
)
"""The rest of a name behind its beginning; a day or a month is none of it."""

_ROLE = re.compile(r"(?:an?|the|its|their|his|her)\b", re.IGNORECASE)
_THAT = re.compile(r"that\b", re.IGNORECASE)
_JOINED = re.compile(r",? (?:and|or) (?!that\b)")
_CLOSED = re.compile(r",[”\"’]? $")
_OPENED = re.compile(r"[^,;:.!?—–“”\"]{0,40}?(?::| ?[—–]| -) (?P<said>.+)", re.DOTALL)
"""What stands between what is said and who says it; between who says it and what is said."""

_ENDS = ' \n\t,;:.!?“”"—–-'
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SMALL = 3
_REACH = 60
"""Characters of such a name, or of the clause over a "that", at most."""


def unsplit(tagged: Sequence[Found], others: Sequence[Found], document: Document) -> list[Found]:
    """``tagged`` with whole names as sources: "The Norrin" and "Post posted" are cut in one.

    What is left of such a cue is the cue; where nothing is, that of the rules' attribution of the
    same content, or none. A headline, whose words are all capitals, stays as it is.
    """
    near = Near(t for t in tagged if t.content)
    free = [o for o in others if not any(meet(o, t) for t in near.by(o))]
    return [kept for one in tagged if (kept := _unsplit(one, free, document)) is not None]


def _unsplit(one: Found, free: Sequence[Found], document: Document) -> Found | None:
    text, last = document.text, one.source[-1] if one.source else None
    rest = _REST.match(text, last.end) if last else None
    if last is None or rest is None or not text[last.start : last.end].split()[-1][:1].isupper():
        return one
    if touch(one.content, (Span(*rest.span()),)) or _is_headline(last, document):
        return one
    cue = tuple(
        Span(rest.end() + 1, s.end) if last.end <= s.start <= rest.end() else s
        for s in one.cue
        if not (last.end <= s.start and s.end <= rest.end())
    )
    source = (*one.source[:-1], Span(last.start, rest.end()))
    same = (o.cue for o in free if touch(o.source, source) and alike(o.content, one.content))
    cue = cue or next(same, ())
    return replace(one, source=source, cue=cue) if cue else None


def _is_headline(at: Span, document: Document) -> bool:
    """Whether most long words of the sentence begin with a capital."""
    sentence = document.sentence_at(at.start) or at
    long = [w for w in document.text[sentence.start : sentence.end].split() if len(w) > _SMALL]
    return 2 * sum(w[:1].isupper() for w in long) > len(long)


def named(one: Found, others: Sequence[Found], document: Document) -> Found:
    """``one`` with the whole of a source of which the tagger took the first part for content.

    In "…, Ilse Daren, the harbour master, told reporters" the content ends before the name. The
    rules' syntax shows it, or a name between commas before what a comma closes.
    """
    if not one.source or not one.content:
        return one
    text, (own, last) = document.text, (one.source[0], one.content[-1])
    before = _name_before(text, own, one)
    if before:
        return replace(one, source=(Span(before.start, own.end), *one.source[1:]))
    starts = [o.source[0].start for o in others if o.source and meet(one, o)
              and o.source[0].start < own.start and own.end <= o.source[0].end]  # fmt: skip
    if text[last.end : own.start] == ", " and text[own.end : one.cue[0].start].strip() == ",":
        name = _NAME.search(text[last.start : last.end])
        starts += [last.start + name.start()] if name else []
    start = next((at for at in starts if last.start < at < last.end), last.start)
    left = text[last.start : start].rstrip(" ,")
    if not left:
        return one
    content = (*one.content[:-1], Span(last.start, last.start + len(left)))
    return replace(one, source=(Span(start, own.end), *one.source[1:]), content=content)


def _name_before(text: str, own: Span, one: Found) -> Span | None:
    """The name that a source tells of, where a comma before and one behind set the source off.

    "On Monday Ilse Daren, the harbour master, told the agency": no part of what is said or done.
    """
    if text[own.end : own.end + 1] not in (",", ":") or not _ROLE.match(text, own.start):
        return None
    since = max((s.end for s in one.cue if s.end <= own.start), default=0)
    name = _NAME_BEFORE.search(text, max(own.start - _REACH, since), own.start)
    if name is None or any(s.overlaps(Span(*name.span())) for s in (*one.content, *one.cue)):
        return None
    speaks = text[own.end : one.cue[0].start].strip() == ","
    if speaks and _GOVERNED.search(text, max(name.start() - _REACH, 0), name.start()):
        return None
    return Span(*name.span())


def prolonged(one: Found, others: Sequence[Found], document: Document) -> Found:
    """``one``, a denial or "the claim that", with what "and" joins to a clause cut off there.

    "He denied that the bus fell and left 30 hurt" denies both; what belongs together shows the
    rules' syntax.
    """
    if not one.content:
        return one
    text, last = document.text, one.content[-1]
    ends = (o.content[-1].end for o in others if o.content and meet(one, o)
            and o.content[-1].start == last.start)  # fmt: skip
    end = max(ends, default=last.end)
    if end <= last.end or not _JOINED.match(text, last.end):
        return one
    if touch((Span(last.end, end),), (*one.source, *one.cue)):
        return one
    return replace(one, content=(*one.content[:-1], Span(last.start, end)))


def left_out(one: Found, tagged: Sequence[Found], doc: Doc, document: Document) -> Found:
    """``one`` without a content, with the clause beside it where nobody else says that.

    "A, X stressed more than once"; "X left no room for doubt: A".
    """
    if len(one.source) != 1 or len(one.cue) != 1:
        return one
    text, own = document.text, Span(one.source[0].start, one.cue[0].end)
    at = document.sentence_of(own)
    if at is None or text[one.source[0].end : one.cue[0].start].strip(" ,"):
        return one
    before = _CLOSED.search(text, at.start, own.start)
    after = _OPENED.match(text, own.end, at.end)
    said = Span(at.start, before.start()) if before else Span(*after.span("said")) if after else at
    said = _without_ends(text, said)
    others = (s for t in tagged if t is not one for s in (*t.source, *t.cue, *t.content))
    if said == at or touch((said,), (own, *others)) or not is_clause(doc, said):
        return one
    return replace(one, content=(said,))


def taken_out(one: Found, document: Document) -> Found:
    """``one`` without a content, with the tale in its cue: "laughed [the story] off"."""
    for at, span in enumerate(one.cue if one.source else ()):
        tale = _tale().search(document.text, span.start, span.end)
        if tale is not None:
            around = Span(span.start, tale.start()), Span(tale.end(), span.end)
            parts = (_without_ends(document.text, part) for part in around)
            cue = (*one.cue[:at], *(p for p in parts if p.start < p.end), *one.cue[at + 1 :])
            return replace(one, cue=cue, content=(Span(*tale.span()),))
    return one


def _without_ends(text: str, span: Span) -> Span:
    """``span`` without blanks and marks of quotation or punctuation at its ends."""
    printed = text[span.start : span.end]
    left = len(printed) - len(printed.lstrip(_ENDS))
    return Span(span.start + left, span.start + max(len(printed.rstrip(_ENDS)), left))


def is_clause(doc: Doc, span: Span) -> bool:
    """Whether a finite verb with a subject of its own stands in it."""
    held = doc.touched(span.start, span.end)
    return held is not None and any(
        t.tag_ in _FINITE and any(c.dep_.startswith("nsubj") for c in t.children) for t in held
    )


def called(one: Found, document: Document) -> Found:
    """``one`` with "a lie" of "called it a lie that …" in its cue, so that it denies only once."""
    text, cue = document.text, one.cue[-1]
    if not one.content or not text[cue.start : cue.end].lower().endswith(" it"):
        return one
    first = one.content[0]
    name = _untrue().match(text, first.start, first.end) if first.start - cue.end == 1 else None
    if name is None:
        return one
    widened = Span(cue.start, name.end() - 1)
    content = (Span(name.end(), first.end), *one.content[1:])
    return replace(one, cue=(*one.cue[:-1], widened), content=content)


def whole(one: Found, document: Document) -> Found:
    """``one`` with the clause over its content, where that is said, too.

    "It is not true that he fled, the mayor said" does not say that he fled.
    """
    if not one.content or not one.source or one.cue[0].start < one.content[-1].end:
        return one
    text, first = document.text, one.content[0]
    if not _THAT.match(text, first.start):
        return one
    over = _over().search(text, max(first.start - _REACH, 0), first.start)
    return replace(one, content=(Span(over.start(), first.end), *one.content[1:])) if over else one


@cache
def _untrue() -> re.Pattern[str]:
    words = "|".join(load("hedges")["rejecting"]["words"])
    return re.compile(
        rf"(?:as )?(?:an? |the )?(?:[\w’'-]+ ){{0,2}}?(?:{words})s? (?=that\b)", re.IGNORECASE
    )


@cache
def _over() -> re.Pattern[str]:
    return re.compile(load("denial")["over"]["pattern"], re.IGNORECASE)


@cache
def _tale() -> re.Pattern[str]:
    return re.compile(load("denial")["tale"]["pattern"], re.IGNORECASE)
