"""The words of a cue around its verb, and the verbs that carry it."""

from ..cues import frames, lemma_of
from ..tokens import Token
from .draft import Tokens, numbers
from .subjects import child

_PARTS = ("aux", "auxpass", "neg", "prt")
_REACH = 6
"""Tokens between a verb and its auxiliary beyond which the parse is not to be trusted."""


def cue_of(verb: Token) -> Tokens:
    """The verb with its auxiliaries, negation, particle and the adverbs between them."""
    parts = [c for c in verb.children if c.dep_ in _PARTS and abs(c.i - verb.i) <= _REACH]
    kept = numbers(c for c in parts if c.lower_ != "to") | {verb.i}
    start = min(kept)
    adverbs = (c for c in verb.children if c.dep_ == "advmod" and not list(c.children))
    return kept | numbers(c for c in adverbs if start <= c.i + 1 <= verb.i)


def marker_of(verb: Token) -> Tokens:
    """The "to" of an infinitive."""
    return numbers(c for c in verb.children if c.dep_ == "aux" and c.lower_ == "to")


def mark_of(clause: Token) -> str:
    """The conjunction that opens a clause ("that", "whether", "as"), or nothing."""
    mark = child(clause, "mark")
    return mark.lower_ if mark is not None else ""


def carriers(verb: Token) -> list[Token]:
    """Verbs that carry ``verb`` in the infinitive: "declined" in "declined to say"."""
    found: list[Token] = []
    while verb.dep_ == "xcomp" and lemma_of(verb.head) in frames("carriers"):
        if child(verb.head, "dobj"):
            break
        verb = verb.head
        found.append(verb)
    return found
