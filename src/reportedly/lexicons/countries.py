"""Which country words speak of: CLDR's territories, then demonyms, capitals and residences."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale

from reportedly.lexicons import load
from reportedly.model import Span

_WORD = re.compile(r"\w[\w’'\-]*(?:\.\w\.)*\.?")
_COMPOUND = re.compile(r"-[a-z]")
"""Behind a country's name this makes something else of it ("Seoul-based", "U.S.-backed")."""

_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """A country named in some words: where (offsets into those words), which, and how.

    ``how`` is ``name``, ``demonym``, ``capital`` or ``seat`` (a residence or office that stands
    for a government).
    """

    span: Span
    code: str
    how: str


@lru_cache(maxsize=10_000)
def countries_in(words: str) -> tuple[Mention, ...]:
    """Every country that ``words`` mention, longest term first, left to right."""
    tokens = list(_WORD.finditer(words))
    found, at = [], 0
    while at < len(tokens):
        mention, used = _at(words, tokens, at)
        if mention:
            found.append(mention)
        at += used
    return tuple(found)


def country_of(words: str) -> str | None:
    """The one country that ``words`` mention (ISO 3166-1 alpha-2); None for none or several."""
    codes = {mention.code for mention in countries_in(words)}
    return codes.pop() if len(codes) == 1 else None


def countries_in_lower(words: str) -> tuple[str, ...]:
    """Codes of the countries named in words that were lower-cased for comparing."""
    known = _lowered()
    tokens = re.findall(r"[^\W\d_]+", words)
    runs = (" ".join(tokens[i : i + n]) for n in (3, 2, 1) for i in range(len(tokens) - n + 1))
    return tuple(dict.fromkeys(known[run] for run in runs if run in known))


def country_name(code: str) -> str:
    """The English name of a country (CLDR), or its code where there is none."""
    return str(Locale("en").territories.get(code, code))


def _at(words: str, tokens: list[re.Match[str]], at: int) -> tuple[Mention | None, int]:
    terms = _terms()
    for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
        start, end = tokens[at].start(), tokens[at + size - 1].end()
        if _COMPOUND.match(words, end):
            continue
        for stop in _stops(words, start, end):
            entry = terms.get(_key(words[start:stop]))
            if entry:
                return Mention(Span(start, stop), *entry), size
    return None, 1


def _stops(words: str, start: int, end: int) -> tuple[int, ...]:
    """Ends to try: as it is, without a genitive ending, without a final full stop."""
    term = words[start:end]
    bare = re.sub(r"(?:[’']s?|\.)$", "", term)
    return (end,) if bare == term else (end, start + len(bare))


def _key(term: str) -> str:
    return " ".join(term.replace("’", "'").split())


@cache
def _terms() -> dict[str, tuple[str, str]]:
    """Every term as written (case counts: "US" is a country, "us" is not)."""
    lists = load("countries")
    terms: dict[str, tuple[str, str]] = {}
    skipped = set(lists["not_countries"]["codes"])
    for code, name in Locale("en").territories.items():
        if len(code) == 2 and code not in skipped:
            terms[_key(re.sub(r" \(.*\)", "", name))] = (code, "name")
    for how, table in (
        ("name", "names"),
        ("demonym", "demonyms"),
        ("capital", "capitals"),
        ("seat", "seats"),
    ):
        for code, words in lists[table].items():
            if code != "source":
                terms.update({_key(word): (code, how) for word in words})
    return terms


@cache
def _lowered() -> dict[str, str]:
    return {term.lower(): code for term, (code, _) in _terms().items()}
