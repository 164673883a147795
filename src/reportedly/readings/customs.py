"""Habits and breaks with them: "has traditionally sent troops", "sending troops is a shift".

Only the author's own certain words count, and only what hangs together in the syntax: an adverb
of habit on the verb's own chain, a word of departure that is said of the verb or in its clause.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly import lexicons
from reportedly.lexicons.countries import country_of
from reportedly.model import Spans, Statement

from .clauses import children, climb, span_of, spans_of, tokens_in, words_at
from .events import names
from .participants import name_of
from .tokens import Doc, Token

_CHAIN = frozenset({"pcomp", "xcomp", "prep", "aux"})


@dataclass(frozen=True, slots=True)
class Custom:
    """A statement that tells a habit, or (``departs``) a break with one; whose, and its words.

    ``who`` holds country codes and names of the agents, so that either may match.
    """

    statement: Statement
    departs: bool
    who: frozenset[str]
    words: Spans


def customs(doc: Doc, statements: tuple[Statement, ...]) -> tuple[Custom, ...]:
    """The author's habits and departures among ``statements``, in their order."""
    return tuple(c for s in statements if _is_told(s) for c in _custom(doc, s))


def _is_told(statement: Statement) -> bool:
    own = statement.attribution is None and statement.mode != "future"
    return own and statement.factuality == "CT+" and statement.event in names()


def _custom(doc: Doc, statement: Statement) -> Iterator[Custom]:
    predicate = tokens_in(doc, (statement.predicate,))[0]
    shift = _departure(predicate)
    habit = [] if shift else _habit(predicate)
    if not shift and not habit:
        return
    bare = shift and predicate.tag_ == "VBG"
    own = list(predicate.subtree) if bare else tokens_in(doc, statement.spans)
    who = frozenset((*_agents(statement), *_topic(shift)))
    yield Custom(statement, bool(shift), who, spans_of([*own, *shift, *habit]))


def _agents(statement: Statement) -> Iterator[str]:
    for actor in statement.actors:
        if actor.role == "agent":
            yield actor.country or actor.name


def _topic(shift: list[Token]) -> Iterator[str]:
    """Whom "For Vesk, … is a break" is about: the gerund itself names no agent."""
    for verb in shift[:1]:
        for prep in children(verb, "prep"):
            if prep.lower_ == "for":
                for who in children(prep, "pobj"):
                    yield country_of(words_at(who.doc, span_of(list(prep.subtree)))) or name_of(who)


def _habit(predicate: Token) -> list[Token]:
    """The words of habit on the chain up from ``predicate``, with the verbs that lead there."""
    passed: list[Token] = []
    for verb in _chain(predicate):
        passed += [verb, *children(verb, "aux", "auxpass")]
        if children(verb, "neg"):
            return []
        adverbs = [c for c in children(verb, "advmod") if c.lower_ in _listed("habits", "adverbs")]
        found = adverbs or _phrase(verb, _listed("habits", "phrases"))
        if found:
            return [*passed, *found]
    return []


def _chain(predicate: Token) -> Iterator[Token]:
    yield predicate
    below = predicate
    for above in climb(predicate):
        if below.dep_ not in _CHAIN:
            return
        yield above
        below = above


def _departure(predicate: Token) -> list[Token]:
    """What calls it new: "… represents a shift" after a gerund, "for the first time"."""
    return _said_of(predicate) or _phrase(predicate, _listed("departures", "phrases"))


def _said_of(gerund: Token) -> list[Token]:
    """The verb and complement right after a gerund's own words, wherever the parser hung it."""
    end = gerund.right_edge.i + 1
    if gerund.tag_ != "VBG" or children(gerund, "aux") or end >= gerund.sent.end:
        return []
    verb = gerund.doc[end]
    while verb.dep_ in {"aux", "auxpass"} and verb.head.i > verb.i:
        verb = verb.head
    if verb.lemma_.lower() not in _listed("departures", "verbs") or children(verb, "neg"):
        return []
    for word in children(verb, "dobj", "attr", "acomp"):
        lemma = word.lemma_.lower()
        adjectives = {c.lower_ for c in children(word, "amod")} | {lemma}
        if lemma in _listed("departures", "nouns") and not _is_none(word):
            return [verb, *(t for t in word.subtree if t.i <= word.i)]
        if adjectives & _listed("departures", "adjectives"):
            return [verb, *(t for t in word.subtree if t.i <= word.i)]
    return []


def _is_none(noun: Token) -> bool:
    return any(c.lower_ in {"no", "not", "hardly"} for c in noun.children)


def _phrase(verb: Token, phrases: frozenset[str]) -> list[Token]:
    """The listed phrase among the words that hang directly on ``verb``."""
    for child in children(verb, "prep", "advmod"):
        words = sorted(child.subtree, key=lambda t: t.i)
        said = " ".join(t.lower_ for t in words)
        if any(said == p or said.startswith(p + " ") for p in phrases):
            return words
    return []


@cache
def _listed(table: str, key: str) -> frozenset[str]:
    return frozenset(lexicons.load("customs")[table][key])
