"""Which shape a content has: what "asked", "suggested" or "considered" mean hangs on it."""

import re
from typing import Literal, get_args

from reportedly.model import Spans

from .cuewords import CueWords, tokens_of
from .tokens import Doc, Token

Shape = Literal["clause", "should", "question", "infinitive", "gerund", "judged", "phrase", "none"]
"""``should``: a clause of what ought to be. ``question``: an indirect one. ``judged``: a thing with
what it is held to be ("the plan unwise"). ``phrase``: anything else that is no clause."""

SHAPES = frozenset(get_args(Shape))
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_QUESTION = re.compile(r"whether|who|whom|whose|what|when|where|why|how|which")
_EXACTLY = frozenset({"exactly", "just", "precisely"})
_QUOTING = frozenset("\"“'‘")
_OUGHT = frozenset({"should", "ought", "must"})
_BETWEEN = re.compile(r"[.!?…][\"”’']*\s")
_ADDRESSES = frozenset({"let", "look", "listen", "thank", "see", "remember", "wait", "say"})
"""Imperatives that ask for nothing."""


def shape(doc: Doc, content: Spans, words: CueWords) -> Shape:
    """The shape of the content under ``content`` of the cue ``words``."""
    tokens = [t for t in tokens_of(doc, content) if not t.is_punct and not t.is_quote]
    if not tokens:
        return "none"
    tops = _tops(tokens)
    first = next((t for t in tokens if t.lower_ not in _EXACTLY), tokens[0])
    if _asks(first, tops) and not is_quoted(doc, content):
        return "question"
    if tokens[0].tag_ == "TO" or any(_is_infinitive(t) for t in tops):
        return "infinitive"
    if _is_judged(words, tokens):
        return "judged"
    for top in tops:
        found = _clausal(top, tokens)
        if found is not None:
            return found
    return "phrase"


def is_whether(doc: Doc, content: Spans) -> bool:
    """Whether the content begins as an indirect yes-or-no question."""
    first = next((t for t in tokens_of(doc, content) if not t.is_quote), None)
    return first is not None and first.lower_ in {"whether", "if"}


def is_asked(text: str, content: Spans) -> bool:
    """Whether the content is one direct question."""
    if len(content) != 1:
        return False
    printed = text[content[0].start : content[0].end].strip("\"“”'‘’ \n\r\t")
    return printed.endswith("?") and not _BETWEEN.search(printed)


def is_ordered(doc: Doc, content: Spans) -> bool:
    """Whether the content is quoted and begins with an imperative."""
    if not is_quoted(doc, content):
        return False
    tokens = [t for t in tokens_of(doc, content) if not t.is_punct and not t.is_quote]
    first = next(iter(tokens), None)
    if first is None or first.tag_ != "VB" or first.pos_ != "VERB" or not first.text[0].isupper():
        return False
    bare = not any(c.dep_ in _SUBJECTS or c.dep_ in {"aux", "cc"} for c in first.children)
    return bare and first.dep_ in {"ROOT", "ccomp"} and first.lower_ not in _ADDRESSES


def _asks(first: Token, tops: list[Token]) -> bool:
    """Whether an indirect question begins so; "if" may also open a condition to what follows."""
    if first.lower_ == "if":
        return first.head in tops
    return bool(_QUESTION.fullmatch(first.lower_))


def _is_judged(words: CueWords, tokens: list[Token]) -> bool:
    """Whether it is said what a thing is held to be: "deemed unsafe", "saw it as a trick"."""
    if any(t.dep_ in {"oprd", "acomp"} or t.lower_ == "as" for t in words.tokens):
        return True
    return any(t.lower_ == "as" and t.dep_ == "prep" and t.head in words.tokens for t in tokens)


def _tops(tokens: list[Token]) -> list[Token]:
    inside = {t.i for t in tokens}
    return [t for t in tokens if t.head.i not in inside or t.head.i == t.i]


def is_quoted(doc: Doc, content: Spans) -> bool:
    """Whether a quotation mark stands before the content, or is its first character."""
    if not content:
        return False
    first = doc.touched(content[0].start, content[0].start + 1)
    if first is None or not len(first):
        return False
    at = first.start
    near = doc.tokens[max(at - 1, 0) : at + 1]
    return any(not _QUOTING.isdisjoint(token.text[:2]) for token in near)


def _is_infinitive(top: Token) -> bool:
    return top.tag_ == "VB" and any(c.tag_ == "TO" for c in top.children)


def _clausal(top: Token, tokens: list[Token]) -> Shape | None:
    """The shape of what hangs on ``top`` where it has a predicate."""
    has_subject = any(c.dep_ in _SUBJECTS for c in top.children)
    if top.pos_ in {"VERB", "AUX"}:
        helpers = {c.lower_ for c in top.children if c.dep_ in {"aux", "auxpass"}}
        if top.tag_ == "VBG" and not helpers and top.i == tokens[0].i:
            return "gerund"
        if not has_subject and top.tag_ in {"VBN", "VBG"}:
            return None
        bare = top.tag_ == "VB" and has_subject and not helpers - {"not", "be"}
        return "should" if helpers & _OUGHT or bare else "clause"
    return "judged" if has_subject or top.dep_ == "oprd" else None
