"""Attributions whose cue is a noun: "the claim that", "concern over", "reports of"."""

from collections.abc import Iterator

from ..cues import frames, lemma_of, words
from ..tokens import Doc, Token
from ..wording import group_of
from .carriers import cue_of
from .draft import NONE, Draft, Tokens, numbers, readable, subtree
from .ousting import is_person, is_sight
from .subjects import agent_of, child, phrase, source_of, subject_of

_TABLES = {
    "of": "noun_of",
    "about": "noun_about",
    "on": "noun_on",
    "for": "noun_for",
    "over": "noun_over",
    "to": "noun_to_preposition",
    "against": "noun_against",
    "at": "noun_at",
}
_SHARED_LIGHT = ("dismiss", "reject", "deny", "cite")
"""Verbs that are cues of their own: their subject dismisses the reports, it does not make them."""


def nouns(doc: Doc) -> Iterator[Draft]:
    """Every attribution by a noun that has its content beside it."""
    for token in readable(doc):
        cue = token.pos_ == "NOUN" and token.lemma_.casefold() in words("nouns")
        if cue and not is_sight(token):
            draft = _read(token)
            if draft is not None:
                yield draft


def _read(noun: Token) -> Draft | None:
    content, rule = _content(noun)
    if not content:
        return None
    verb = _light(noun)
    if verb is not None and _only_raises(noun, verb):
        return None
    if verb is None:
        source = _owner(noun)
        cue = numbers([noun])
    else:
        source = _owner(noun) or (
            NONE if lemma_of(verb) in frames("receiving") else source_of(verb)
        )
        before = (c for c in noun.children if c.dep_ in ("det", "amod") and verb.i < c.i < noun.i)
        cue = cue_of(verb) | numbers(before) | {noun.i}
        rule = "cue noun phrase"
    if rule == "cue noun to" and not source:
        return None
    return Draft(noun.i, source - content, cue, content - source, rule)


def _only_raises(noun: Token, verb: Token) -> bool:
    """Whether something that happens raises questions: "the retreat raised questions about A"."""
    if lemma_of(noun) not in frames("raised") or lemma_of(verb) not in frames("raising"):
        return False
    what = verb.head if verb.dep_ == "relcl" else subject_of(verb)
    return what is not None and not is_person(what) and not group_of([what])


def _content(noun: Token) -> tuple[Tokens, str]:
    lemma = noun.lemma_.casefold()
    for part in noun.children:
        if part.i < noun.i:
            continue
        if (
            part.dep_ in ("acl", "ccomp", "relcl")
            and _is_that(part)
            and lemma in frames("noun_that")
        ):
            return subtree(part), "cue noun clause"
        if part.dep_ in ("acl", "relcl") and part.tag_ == "VB" and lemma in frames("noun_to"):
            return subtree(part), "cue noun to"
        if part.dep_ == "prep" and lemma in frames_of(part):
            return subtree(part) - {part.i} - _verdict(noun, part), "cue noun"
    return NONE, ""


def _verdict(noun: Token, prep: Token) -> Tokens:
    """In "dismissed reports of A as lies" what is said of the reports, not what they say."""
    if noun.dep_ != "dobj" or lemma_of(noun.head) not in frames("judging"):
        return NONE
    verdict = next((t for t in prep.subtree if t.dep_ == "prep" and t.lower_ == "as"), None)
    return subtree(verdict) if verdict is not None else NONE


def frames_of(prep: Token) -> frozenset[str]:
    """The nouns that have their content after ``prep``."""
    table = _TABLES.get(prep.lower_)
    return frames(table) if table else frozenset()


def _is_that(clause: Token) -> bool:
    mark = child(clause, "mark")
    return mark is not None and mark.lower_ in ("that", "whether")


def _light(noun: Token) -> Token | None:
    """The verb that only carries the noun: "expressed" in "expressed concern over"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.pos_ != "VERB" or lemma_of(verb) not in frames("light"):
        return None
    return None if lemma_of(verb) in _SHARED_LIGHT else verb


def _owner(noun: Token) -> Tokens:
    """Whose word the noun says it is: "Doru's claim", "a report by the Courier"."""
    owner = child(noun, "poss")
    if owner is not None:
        return phrase(owner, noun)
    by = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from")), None)
    who = child(by, "pobj") if by is not None else None
    return phrase(who, noun) if who is not None else agent_of(noun)
