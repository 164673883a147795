"""Names made comparable: spelling, titles, accents, romanisation and word order aside."""

import re
import unicodedata
from functools import cache, lru_cache

from reportedly.claims.words import words
from reportedly.lexicons import load

_OF = re.compile(r"^(.* )?(ministry|department|office|embassy|university) (?:of|for) (.+)$")
_LEADING = frozenset({"the", "a", "an", "some", "many", "several", "other", "as", "its", "their"})
_SMALL = frozenset({"of", "the", "for", "and", "de", "du"})
_SLAVIC = 6
"""Shorter words are left alone: "ski" and "sky" are no endings of them."""


@lru_cache(maxsize=100_000)
def key(name: str) -> str:
    """``name`` for comparing: "the Defense Ministry" and "Ministry of Defence" are one."""
    spelled = [_spelling().get(word, word) for word in _plain_words(name)]
    while spelled and spelled[0] in _LEADING:
        spelled = spelled[1:]
    joined = " ".join(word for word in spelled if word != "the")
    turned = _OF.match(joined)
    if turned and " of " not in turned[3]:
        return f"{turned[1] or ''}{turned[3]} {turned[2]}"
    return joined


def listed_as(compared: str) -> tuple[str, str] | None:
    """What the word lists read a key as, and by which table; None where they know nothing."""
    return _aliases().get(compared)


@lru_cache(maxsize=100_000)
def canonical(name: str) -> str:
    """The key of ``name`` after the word lists of other names and of legal forms."""
    compared = key(name)
    found = listed_as(compared)
    if found:
        return found[0]
    bare = _without_form(compared)
    found = listed_as(bare)
    return found[0] if found else romanised(bare)


def romanised(compared: str) -> str:
    """``compared`` with its last word in one romanisation ("zelenskyy", "zelenskij": one)."""
    *first, last = compared.split() or [""]
    if len(last) < _SLAVIC:
        return compared
    for ending, read_as in _endings():
        if last.endswith(ending):
            return " ".join([*first, last.removesuffix(ending) + read_as])
    return compared


def untitled(name: str) -> str:
    """``name`` without the titles before it, unless nothing else is left; "former" stays."""
    held = words(name)
    for at, word in enumerate(held):
        if word not in listed("title") | listed("roles") | _LEADING:
            return " ".join(held[at:]) if word != "former" else " ".join(held)
    return " ".join(held)


def initials(name: str) -> str:
    """The first letters of the words that count: "National Rail Safety Board" is "nrsb"."""
    return "".join(word[0] for word in words(name) if word not in _SMALL)


@cache
def listed(table: str) -> frozenset[str]:
    """The words of one table of ``aliases.toml`` or ``names.toml``."""
    found = load("aliases").get(table) or load("names")[table]
    return frozenset(found["words"])


def speaks(text: str) -> bool:
    """Whether ``text`` names somebody who speaks for a body and is not the body."""
    lowered = text.lower()
    return any(re.search(rf"\b{re.escape(word)}\b", lowered) for word in listed("speaks"))


def _plain_words(name: str) -> list[str]:
    """Words in lower case without accents; hyphens part, full stops do not ("U.N." is "un")."""
    folded = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return [part.replace(".", "") for word in words(plain) for part in word.split("-")]


def _without_form(compared: str) -> str:
    """A company's name without its legal form ("Equifax Inc" is "Equifax")."""
    held = compared.split()
    while len(held) > 1 and held[-1] in listed("corporate"):
        held.pop()
    return " ".join(held)


@cache
def _spelling() -> dict[str, str]:
    pairs: list[list[str]] = load("aliases")["spelling"]["pairs"]
    return {pair[0]: pair[1] for pair in pairs}


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    """Endings of surnames, longest first."""
    pairs: list[list[str]] = load("actors")["endings"]["pairs"]
    return tuple(sorted(((p[0], p[1]) for p in pairs), key=lambda p: (-len(p[0]), p)))


@cache
def _aliases() -> dict[str, tuple[str, str]]:
    tables = ("towns", "states", "bodies", "people")
    rows = [(row, table) for table in tables for row in load("actors")[table]["names"]]
    return {key(name): (key(row[0]), table) for row, table in rows for name in row}
