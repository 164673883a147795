"""A flat answer to a question denies what was asked: "The ferry sank? Nonsense", says somebody.

What the tagger takes for said there is the question, the answer, or both in a row. The answer is
what denies and the question what is denied, as the tagger has it where it knows the phrase.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reportedly.lexicons import load
from reportedly.model import Document, Span

from .found import Found
from .overlaps import alike, touch

_QUESTION = re.compile(r"\W*(?P<asked>\w[^?\n]*\?)[”\"’']*\s+")
"""A question before what answers it."""

_ASKED = re.compile(
    r"\basked (?:[^,;:.?“”\"\n]{2,60}? )??(?P<asked>(?:whether|if) [^,;:.?“”\"\n]+)", re.IGNORECASE
)
"""What is asked in the sentence of the answer."""

_LONGEST = 60
"""Characters of such an answer at most."""


def answered(tagged: Sequence[Found], document: Document) -> list[Found]:
    """``tagged``; who answers a question flatly denies what is asked, by the answer."""
    told = {one: _answered(one, document) for one in tagged}
    new = [other for one, other in told.items() if other is not one]
    return [
        other
        for one, other in told.items()
        if other is not one or not any(_is_asked(one, answer) for answer in new)
    ]


def _is_asked(one: Found, answer: Found) -> bool:
    """Whether it has the question for what the one who answers it says."""
    return touch(one.source, answer.source) and alike(one.content, answer.content)


def _answered(one: Found, document: Document) -> Found:
    spans = one.content or one.cue
    if not one.source or not spans:
        return one
    said = Span(spans[0].start, spans[-1].end)
    question = _QUESTION.match(document.text, said.start, said.end)
    if question is not None:
        answer = _flat(document.text, Span(question.end(), said.end))
        asked: Span | None = Span(*question.span("asked"))
    else:
        answer = _flat(document.text, said)
        asked = _asked(said, document) if answer else None
    return replace(one, cue=(answer,), content=(asked,)) if answer and asked else one


def _flat(text: str, span: Span) -> Span | None:
    """The words of ``span`` where they are a flat answer and no more."""
    if span.end - span.start > _LONGEST:
        return None
    match = _answer().fullmatch(text, span.start, span.end)
    return Span(*match.span("answer")) if match else None


def _asked(said: Span, document: Document) -> Span | None:
    """What was asked: the question right before what is said, else "asked whether A"."""
    text = document.text
    before = [at for at in document.sentences if at.end <= said.start]
    if before and not text[before[-1].end : said.start].strip(" “”\"‘'"):
        question = _QUESTION.match(text, before[-1].start, said.start)
        if question is not None:
            return Span(*question.span("asked"))
    own = document.sentence_of(said) or said
    asked = _ASKED.search(text, own.start, own.end)
    return Span(*asked.span("asked")) if asked else None


@cache
def _answer() -> re.Pattern[str]:
    words = "|".join(load("denial")["flat"]["answers"])
    return re.compile(rf"\W*(?P<answer>(?:{words}))\W*", re.IGNORECASE)
