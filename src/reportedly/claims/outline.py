"""What one plain text lays before a comparison: its words, each with what its place shows.

Nothing is parsed: a thousand pairs a second leave no time for it. Clauses are told by marks and
by a closed list of words, verbs by their form, names by their capitals.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from reportedly.claims.figures import Figure, figures
from reportedly.claims.wordvectors import known, stem
from reportedly.lexicons import load

Kind = Literal["name", "word", "day", "form"]
_TOKEN = re.compile(
    r"\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?|[^\W\d_]+(?:[-.&'’][^\W\d_]+)*|[.,;:?!—–…]"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_BREAKS = frozenset(",;:.?!—–…")
_SCOPE = 7
"""Words to the right of a negation that it may turn."""


@dataclass(frozen=True, slots=True)
class Word:
    """One content word. ``at`` counts tokens; ``clause`` counts clauses from the first.

    ``negated``: a negation stands before it in its clause. ``back``: it stands in what went
    before or is only spoken about ("after the raid"). ``way``: the word before it that tells
    whence or whither, or nothing. ``teller``: it is of whoever tells the rest, which counts only
    where the other text has it too.
    """

    text: str
    stem: str
    kind: Kind
    at: int
    clause: int
    negated: bool
    back: bool
    verb: bool
    passive: bool
    way: str
    teller: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """A text as a comparison sees it: ``tokens`` in lower case, content words, figures.

    ``told``: it was given as somebody's word, which is left out of ``words``. ``denied``: that
    word was a denial.
    """

    tokens: tuple[str, ...]
    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    told: bool
    denied: bool

    @property
    def names(self) -> tuple[Word, ...]:
        """Names of people, places and bodies."""
        return tuple(word for word in self.words if word.kind == "name")

    def tokens_before(self, word: Word, count: int) -> tuple[str, ...]:
        """The ``count`` tokens before ``word``."""
        return self.tokens[max(word.at - count, 0) : word.at]

    def has(self, table: str, key: str = "words") -> bool:
        """Whether a word of a list of ``pairs.toml`` is among the tokens."""
        return not listed(table, key).isdisjoint(self.tokens)


@cache
def listed(table: str, key: str = "words") -> frozenset[str]:
    """A list of ``lexicons/en/pairs.toml``."""
    return frozenset(load("pairs")[table][key])


@lru_cache(maxsize=1024)
def outline(text: str) -> Outline:
    """The outline of ``text``; one in title case has its names told by an unknown form."""
    raw = tuple(_TOKEN.findall(text))
    tokens = tuple(_POSSESSIVE.sub("", token.lower()) or token for token in raw)
    first, last, denied = content(tokens)
    words = tuple(_words(raw, tokens, first, last, denied))
    told = (first, last) != (0, len(tokens))
    return Outline(tokens, words, figures(tokens[first:last]), told, denied)


def content(tokens: tuple[str, ...]) -> tuple[int, int, bool]:
    """Where the content of a told text begins and ends, and whether its teller denies it.

    "X said that …", "X denied …" and "…, X said": the teller's words stand outside. A text that
    tells of nobody's word is all content.
    """
    first, denied = _opening(tokens)
    return first, _ending(tokens, first), denied


def _opening(tokens: tuple[str, ...]) -> tuple[int, bool]:
    limit = min(len(tokens) - 4, 14)
    for at in range(1, limit):
        if tokens[at] in listed("tellers") and tokens[at - 1] not in listed("passive"):
            return _after_telling(tokens, at)
        if tokens[at] in listed("tellers", "deniers") and tokens[at + 1] in listed(
            "tellers", "denied"
        ):
            return at + 1, True
    for at in range(min(len(tokens) - 4, 8)):
        if tokens[at] in listed("tellers", "untrue") and tokens[at + 1] == "that":
            return at + 2, True
    return 0, False


def _after_telling(tokens: tuple[str, ...], at: int) -> tuple[int, bool]:
    """The content after a verb of saying; a clause before it is content already."""
    if "," in tokens[:at] and tokens[at + 1 : at + 2] != ("that",):
        return 0, False
    after = at + 1
    if tokens[after] == "on" and tokens[after + 1] in listed("calendar", "days"):
        after += 2
    if tokens[after] in ("that", ":", ","):
        after += 1
    untrue = listed("tellers", "untrue")
    for place in range(after, min(after + 5, len(tokens) - 2)):
        if tokens[place] in untrue and tokens[place + 1] == "that":
            return place + 2, True
    return after, False


def _ending(tokens: tuple[str, ...], first: int) -> int:
    end = len(tokens) - (tokens[-1:] == (".",))
    for at in range(max(first + 3, end - 12), end):
        if tokens[at] != ",":
            continue
        tail = tokens[at + 1 : end]
        if "according" in tail[:1] or not listed("tellers").isdisjoint(tail[-4:]):
            return at if "," not in tail else len(tokens)
    return len(tokens)


def _words(
    raw: tuple[str, ...], tokens: tuple[str, ...], first: int, last: int, denied: bool
) -> list[Word]:
    found: list[Word] = []
    clause, back, turned, verb_before = 0, False, -_SCOPE, False
    titled = _titled(raw)
    for at in range(last):
        token = tokens[at]
        if at < first and (
            token in _BREAKS
            or token in listed("negators")
            or token in listed("background")
            or _said(token)
        ):
            continue
        if token in _BREAKS:
            clause, back, turned, verb_before = clause + 1, False, -_SCOPE, False
        elif token in listed("background"):
            back = at > first and (verb_before or back or clause > 0)
            turned = -_SCOPE
        elif token in listed("negators"):
            turned = at
        elif kind := _kind(raw, tokens, at, titled):
            verb = kind == "word" and _verbal(tokens, at)
            verb_before = verb_before or verb
            negated = (at - turned < _SCOPE) != (denied and not back)
            passive = verb and not listed("passive").isdisjoint(tokens[max(at - 2, 0) : at])
            stemmed = stem(token) if kind == "word" else token
            way = _way(tokens, at)
            found.append(
                Word(
                    token,
                    stemmed,
                    kind,
                    at,
                    clause,
                    negated and at >= first,
                    back,
                    verb,
                    passive,
                    way,
                    at < first,
                )
            )
    return found


def _said(token: str) -> bool:
    return (
        token in listed("tellers")
        or token in listed("tellers", "deniers")
        or token in listed("deputies")
    )


def _titled(raw: tuple[str, ...]) -> bool:
    long = [token for token in raw if token[0].isalpha() and len(token) > 3]
    return len(long) > 3 and sum(token[0].isupper() for token in long) > 0.7 * len(long)


def _kind(raw: tuple[str, ...], tokens: tuple[str, ...], at: int, titled: bool) -> Kind | None:
    """What a token is to a comparison; nothing for closed-class words and figures."""
    token = tokens[at]
    if token in _dates() and raw[at][0].isupper() and not (titled and token in ("may", "march")):
        return "day"
    if token[0].isdigit() or token in closed():
        return None
    if token in listed("titles") or len(token) < 2:
        return "word" if len(token) > 2 else None
    if not raw[at][0].isupper():
        return "word"
    opens = at == 0 or tokens[at - 1] in _BREAKS - {","}
    return "word" if (titled or opens) and known(stem(token)) else "name"


@cache
def _dates() -> frozenset[str]:
    return listed("calendar", "days") | listed("calendar", "months")


@cache
def closed() -> frozenset[str]:
    """Closed-class words, numerals, and the words that other lists take up."""
    words = set(load("claims")["stop"]["words"]) | set(load("claims")["number"]["words"])
    for table, key in (("negators", "words"), ("background", "words"), ("passive", "words")):
        words |= listed(table, key)
    numerals = load("pairs")["numerals"]
    words |= {*numerals["units"], *numerals["tens"], *numerals["scales"], *numerals["ordinals"]}
    words |= listed("irregular", "auxiliaries") | listed("calendar", "parts")
    return frozenset(words - {"wrong", "false", "refused", "failed", "denied"})


def _verbal(tokens: tuple[str, ...], at: int) -> bool:
    """Whether a word has the form of a finite verb or a participle."""
    token = tokens[at]
    if token in listed("irregular") or (token.endswith("ed") and len(token) > 4):
        return True
    return at > 0 and tokens[at - 1] in listed("irregular", "auxiliaries")


def _way(tokens: tuple[str, ...], at: int) -> str:
    """``from`` or ``to``, by the word before, past an article or a title."""
    for back in range(at - 1, max(at - 4, -1), -1):
        for way in ("from", "to"):
            if tokens[back] in listed("ways", way):
                return way
        if tokens[back] not in ("the", "a", "an") and tokens[back] not in listed("titles"):
            break
    return ""
