"""Inner attributions that say nothing of an event: "said he supports Doru" has one voice."""

from collections.abc import Sequence
from functools import cache

from reportedly.lexicons import load

from .anonymity import is_plea
from .cues import act_of, lemma_of, words
from .cuewords import cue_words, tokens_of
from .found import Found
from .stance import is_silent
from .tokens import Doc, Token

_AUXILIARY = frozenset({"aux", "auxpass", "amod", "compound"})


def trimmed(found: Sequence[Found], parents: Sequence[int | None], doc: Doc) -> tuple[Found, ...]:
    """``found`` less those within another (``parents``) that only show a leaning, and pleas.

    Support, wish, blame or belief of somebody who is no more than a pronoun within another's words
    is part of what that other says ("she said she supports the mayor"), unless it is about
    something that happens. Denials, reports and silence always stay.
    """
    return tuple(
        one
        for one, parent in zip(found, parents, strict=True)
        if (parent is None or _speaks(one, doc)) and not _is_plea(one, doc)
    )


def _speaks(one: Found, doc: Doc) -> bool:
    """Whether an inner attribution is a voice of its own, or tells of something that happens."""
    return _is_named(one, doc) or not _is_leaning(one, doc) or _happens(one, doc)


def _is_named(one: Found, doc: Doc) -> bool:
    """Whether the source is more than a pronoun."""
    return any(token.pos_ in ("NOUN", "PROPN") for token in tokens_of(doc, one.source))


def _is_plea(one: Found, doc: Doc) -> bool:
    """Whether somebody only asks to stay unnamed: that is told of a source, not by it."""
    words = tokens_of(doc, (*one.cue[:1], *one.content[:1]))
    if not words or not one.cue or not one.content or one.content[0] < one.cue[0]:
        return False
    return is_plea(" ".join(t.text for t in words))


def _is_leaning(one: Found, doc: Doc) -> bool:
    cue = cue_words(doc, one.cue)
    if cue is None or one.rule in ("colon", "citing", "signature") or is_silent(cue):
        return False
    lemmas = (cue.lemmas, lemma_of(cue.head), *map(lemma_of, cue.tokens))
    act = next((a for k in lemmas if (a := act_of(k))), "say")
    return act in load("frames")["leaning"]["words"]


def _happens(one: Found, doc: Doc) -> bool:
    """Whether the content has a clause, or a noun that the list of events knows."""
    return any(_is_event(token) for token in tokens_of(doc, one.content))


def _is_event(token: Token) -> bool:
    if token.tag_.startswith("VB"):
        return token.dep_ not in _AUXILIARY
    return token.pos_ == "NOUN" and token.lemma_.lower() in _nouns()


@cache
def _nouns() -> frozenset[str]:
    """Nouns of events; those that only hold one up ("reports of") or are vague are none."""
    barred = words("nouns").keys()
    tables = load("events").items()
    held = (n for name, t in tables if name not in _HELPERS for n in t.get("nouns", ()))
    return frozenset(held) - barred


_HELPERS = frozenset({"forces", "light", "motion", "situations"})
