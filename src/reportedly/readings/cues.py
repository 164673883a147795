"""Which act a cue performs, from the word list ``lexicons/en/cues.toml``."""

from functools import cache, lru_cache
from typing import cast, get_args

from reportedly.errors import LexiconError
from reportedly.lexicons import load
from reportedly.model import Act

from .tokens import Token

_KINDS = ("verbs", "nouns", "adverbs", "adjectives", "phrases")
_MISREAD = {
    "hop": "hope",
    "retweete": "retweet",
    "extoll": "extol",
    "fe": "feel",
    "bemoane": "bemoan",
}
"""Lemmas that the lemmatiser gets wrong (hoped, hoping → hop), and the right ones."""


@cache
def words(kind: str) -> dict[str, Act]:
    """Every cue of one ``kind`` (verbs, nouns, adverbs, adjectives, phrases) with its act.

    A word listed under two acts has the first in the file. Raises :class:`LexiconError` where
    a table of the list is no act.
    """
    found: dict[str, Act] = {}
    for act, table in load("cues").items():
        if act not in get_args(Act):
            raise LexiconError(f"word list en/cues.toml: [{act}] is no act")
        for word in table.get(kind, ()):
            found.setdefault(word, cast(Act, act))
    return found


def act_of(word: str) -> Act | None:
    """The act of a cue's lemma or phrase, in whatever list it stands; None for no cue.

    >>> act_of("dismiss")
    'dismiss'
    >>> act_of("rule out")
    'deny'
    """
    key = word.casefold()
    return _acts().get(_MISREAD.get(key, key))


@cache
def _acts() -> dict[str, Act]:
    """Every cue of any kind; of a word in several lists the first counts."""
    return {word: act for kind in reversed(_KINDS) for word, act in words(kind).items()}


def lemma_of(token: Token) -> str:
    """The token's lemma in lower case, where the lemmatiser is known to err the right one."""
    return _corrected(token.lemma_)


@lru_cache(maxsize=1 << 16)
def _corrected(lemma: str) -> str:
    small = lemma.casefold()
    return _MISREAD.get(small, small)


@cache
def frames(name: str) -> frozenset[str]:
    """The verbs that take their content in the frame ``name`` (tables of ``frames.toml``)."""
    return frozenset(load("frames")[name]["words"])
