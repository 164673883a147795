"""What a sentence itself calls untrue, over a clause or behind it, whoever speaks.

"There is not a word of truth in the tale that …", "the information that … does not correspond to
reality". A parse often hangs such a clause on something else, so the words decide
(``lexicons/en/denial.toml``, ``untrue``).
"""

import re
from functools import cache

from reportedly.lexicons import load
from reportedly.model import Document, Evidence, Factor, Span

NAME = "untrue"
"""Of the reason that tells of such words."""

_TEXT = "Its sentence calls it untrue."
_HOLDING = re.compile("that |which ")
_TURNING = re.compile(r",? but ")
"""Behind it stands what is not called untrue."""
_REACH = 200
"""Characters before the word of an event in which what is over its clause begins, at most."""


def untrue(document: Document, sentence: Span, event: Span) -> Factor | None:
    """The words of ``sentence`` that call the clause of ``event`` untrue; None without any."""
    text = document.text
    start = max(sentence.start, event.start - _REACH)
    if _HOLDING.search(text, start, event.start) is None:
        return None  # most sentences, and this is quick
    over = _over().search(text, start, event.start)
    if over is not None and _TURNING.search(text, over.end("words"), event.start) is None:
        return _factor(document, Span(*over.span("words")))
    if _held().search(text, start, event.start) is None:
        return None
    behind = _behind().match(text, event.end, sentence.end)
    return None if behind is None else _factor(document, Span(*behind.span("words")))


def _factor(document: Document, words: Span) -> Factor:
    return Factor(NAME, 0.0, _TEXT, (Evidence(document.id, (words,)),))


@cache
def _over() -> re.Pattern[str]:
    return _pattern(r"(?<![\w’'-])(?P<words>{over})(?:,[^,.;]{{3,60}},)? {clause}$")


@cache
def _held() -> re.Pattern[str]:
    return _pattern(r"(?<![\w’'-])(?:{held}),? (?:namely )?{clause}$")


@cache
def _behind() -> re.Pattern[str]:
    return _pattern(
        r"[^.;:?!“”\"]{{0,120}}? ?(?P<words>{behind})(?=\s*(?:[,.;:!”\"’–—-]|$)| and | according )"
    )


def _pattern(form: str) -> re.Pattern[str]:
    lists = load("denial")["untrue"]
    parts = {name: "|".join(lists[name]) for name in ("over", "held", "behind")}
    return re.compile(form.format(clause=lists["clause"], **parts), re.IGNORECASE)
