"""Attributions whose cue is an adjective: "is sure that", "remain tight-lipped about"."""

from collections.abc import Iterator

from ..cues import frames, lemma_of
from ..tokens import Doc, Token
from .carriers import cue_of
from .draft import NONE, Draft, Tokens, numbers, readable, sentence, subtree
from .subjects import child, source_of

_CLAUSES = ("ccomp", "csubj", "advcl")
_ABOUT = ("about", "on", "over", "of", "to", "with", "toward", "towards")


def adjectives(doc: Doc) -> Iterator[Draft]:
    """Every attribution by a copula and an adjective of attitude, certainty or silence."""
    for token in readable(doc):
        if token.pos_ not in ("ADJ", "VERB") or token.dep_ not in (
            "acomp",
            "oprd",
            "ccomp",
            "xcomp",
        ):
            continue
        if _word(token) in frames("attitude") and lemma_of(token.head) in frames("copulas"):
            draft = _read(token)
            if draft is not None:
                yield draft
        elif token.lower_ == "clear" and lemma_of(token.head) == "make":
            draft = _clear(token)
            if draft is not None:
                yield draft


def _word(token: Token) -> str:
    if token.i >= 2 and token.nbor(-1).text == "-" and token.i - 2 >= sentence(token).start:
        return f"{token.nbor(-2).lower_}-{token.lower_}"
    return token.lower_


def _read(word: Token) -> Draft | None:
    verb = word.head
    content, extra = _content(word)
    if not content:
        content, extra = _content(verb)
    source = source_of(verb)
    if not content or not source:
        return None
    start = word.i - 2 if "-" in _word(word) else word.i
    cue = cue_of(verb) | frozenset(range(start, word.i + 1)) | extra
    return Draft(word.i, source - content, cue, content, "adjective phrase")


def _content(word: Token) -> tuple[Tokens, Tokens]:
    clause = child(word, "ccomp")
    if clause is not None and clause.i > word.i:
        return subtree(clause), NONE
    for part in word.children:
        if part.dep_ == "prep" and part.i > word.i and part.lower_ in _ABOUT:
            return subtree(part) - {part.i}, numbers([part])
    return NONE, NONE


def _clear(word: Token) -> Draft | None:
    """What "made clear that A", "made it clear that A" make clear."""
    source = source_of(word.head)
    clauses = (c for c in (*word.children, *word.head.children) if c != word)
    clause = next((c for c in clauses if c.i > word.i and c.dep_ in _CLAUSES), None)
    if clause is None or not source:
        return None
    cue = cue_of(word.head) | {word.i}
    return Draft(word.i, source, cue, subtree(clause), "adjective phrase")
