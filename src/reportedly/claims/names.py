"""Names made comparable: spelling, titles and word order aside."""

import re
from functools import cache

from reportedly.claims.words import words
from reportedly.lexicons import load

_OF = re.compile(r"^(ministry|department|office|embassy|university) (?:of|for) (.+)$")
_LEADING = frozenset({"the", "a", "an", "some", "many", "several", "other", "as", "its", "their"})


def key(name: str) -> str:
    """``name`` for comparing: "the Defense Ministry" and "Ministry of Defence" are one."""
    spelled = [_spelling().get(word, word) for word in words(name)]
    while spelled and spelled[0] in _LEADING:
        spelled = spelled[1:]
    joined = " ".join(word for word in spelled if word != "the")
    turned = _OF.match(joined)
    if turned and " of " not in turned[2]:
        return f"{turned[2]} {turned[1]}"
    return joined


def untitled(name: str) -> str:
    """``name`` without the titles before it, unless nothing else is left; "former" stays."""
    held = words(name)
    for at, word in enumerate(held):
        if word not in listed("title") and word not in _LEADING:
            return " ".join(held[at:]) if word != "former" else " ".join(held)
    return " ".join(held)


def initials(name: str) -> str:
    """The first letters of the words that count: "National Rail Safety Board" is "nrsb"."""
    return "".join(word[0] for word in words(name) if word not in {"of", "the", "for", "and"})


@cache
def listed(table: str) -> frozenset[str]:
    """The words of one table of ``aliases.toml``."""
    return frozenset(load("aliases")[table]["words"])


def speaks(text: str) -> bool:
    """Whether ``text`` names somebody who speaks for a body and is not the body."""
    lowered = text.lower()
    return any(re.search(rf"\b{re.escape(word)}\b", lowered) for word in listed("speaks"))


@cache
def _spelling() -> dict[str, str]:
    pairs: list[list[str]] = load("aliases")["spelling"]["pairs"]
    return {pair[0]: pair[1] for pair in pairs}
