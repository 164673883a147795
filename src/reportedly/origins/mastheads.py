"""Names in the texts that read like an outlet's, whoever uses them.

A credit still needs a crediting word. A name is taken for an outlet's by how it ends, because it is
an address, because it is listed, because it is called one ("the news site X", "X magazine"), or
because people tell it things and it has reports.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from reportedly.lexicons import load
from reportedly.lexicons.countries import countries_in
from reportedly.model import Document, bare

from .hosts import core

_ENDING = r"(?:com|net|org|info|tv|news|ru|ua|fr|de|es|(?:co|org)\.uk|(?:com|net)\.au)"
SITE = re.compile(
    rf"(?<![\w@/.-])(?:\w[\w-]+\.{_ENDING}|[a-z]{{2,}}\d+|\d+[a-z]+\d*[A-Z]\w+)\b(?![/@.-]\w)"
)
"""Names of sites, like no other names: with an address's ending, or a digit inside."""
_WORD = r"(?:[A-Z]|\d+(?=[a-z]+[A-Z]))[\w&+’'-]*(?:[./](?=[A-Z\w])[\w&-]+)*"
_JOINT = r"(?:de|del|della|la|las|los|of|the|du|der|van|&)"
_NAME = rf"{_WORD}(?: (?:{_JOINT} )?{_WORD}){{0,3}}"
_NAMES = rf"{_NAME}(?:(?:,? and |,? or |, )(?:the |The )?{_NAME}){{0,4}}"
_RUN = re.compile(rf"(?<![\w@#/.]){_WORD}(?: (?:{_JOINT} )?{_WORD}){{0,4}}")
_SHORT = rf"{_WORD}(?: {_WORD})?(?: on Sunday)?"
_TOLD = re.compile(
    r"\b(?:told|tells|interview with|interview to|statement to|speaking to|spoke to|comments to)"
    rf" (?:the |The )?({_SHORT})(?![\w’'])"
)
_TELLING = re.compile(
    rf"({_SHORT})(?:(?:[’']s)? (?:article|story)\b)"
    rf"|\b(?:article|story) (?:in|on|from) (?:the |The )?({_SHORT})"
)
_PLACE = re.compile(rf"\b(?:in|near|(?:city|town|province|state|region) of) ({_NAME})")


def mastheads(documents: Sequence[Document]) -> list[str]:
    """Names of outlets as they stand in the texts, sorted."""
    found = _ending(documents)
    found |= {m for d in documents for m in SITE.findall(d.text) if core(m) not in _platforms()}
    lasts = Counter(name.split()[-1] for name in found)
    held = {n for n in found if " " in n or lasts[n] == 1 or SITE.match(n)}
    held |= {name for d in documents for name in _listed(d.text)}
    held |= {n for n in (*_called(documents), *_told_and_telling(documents)) if not nation(n)}
    return sorted(held)


def _ending(documents: Iterable[Document]) -> set[str]:
    words = "|".join(load("credits")["mastheads"]["words"])
    pattern = re.compile(rf"\b(?:[A-Z]\w+ ){{1,3}}(?:{words})\b(?: on Sunday)?(?!\s+[A-Z])")
    printed = {name for d in documents for m in pattern.findall(d.text) if (name := _opened(m))}
    never = tuple(load("credits")["mastheads"]["never"])
    return {name for name in printed if not bare(name).endswith(never)}


def _opened(words: str) -> str:
    """A printed name without what only opens its sentence ("With Drenn Wire")."""
    openers = load("credits")["generic"]["openers"]
    parts = words.split()
    while parts and parts[0].lower() in openers:
        parts = parts[1:]
    return " ".join(parts)


def _listed(text: str) -> Iterator[str]:
    """Names of a list of the world's outlets, where they stand as a name of their own."""
    for match in _RUN.finditer(text):
        name = _opened(match.group())
        if bare(name) in _list():
            yield _own(name)


@cache
def _list() -> frozenset[str]:
    unclear = set(load("credits")["mastheads"]["unclear"])
    return frozenset(bare(name) for name in load("sources")["media"]["outlets"]) - unclear


def _called(documents: Sequence[Document]) -> set[str]:
    """Names beside a word that says what they are ("news site Orsknet", "Lanta magazine").

    None of a country, nor of what the reports have as a place before such a word.
    """
    before, after = _calling()
    found: set[str] = set()
    for document in documents:
        for match in before.finditer(document.text):
            row = re.split(r",? (?:and|or) (?:the |The )?|, ", match["names"])
            found.update(row if match["row"] else row[:1])
        # Of "Orsk's Lanta Wire newspaper" the town is none.
        described = {re.split(r"[’']s ", m["name"])[-1] for m in after.finditer(document.text)}
        if described:
            found |= described - _places(documents)
    names = {_opened(_own(name)) for name in found}
    return {n for n in names if len(n) > 2 and bare(n) not in _platforms() and not _of_a_people(n)}


def _of_a_people(name: str) -> bool:
    """Whether a demonym opens the words: part of a description ("the French Orsknet magazine")."""
    return any(m.how == "demonym" and m.span.start == 0 for m in countries_in(name))


@cache
def _platforms() -> frozenset[str]:
    return frozenset(load("credits")["mastheads"]["platforms"])


def _places(documents: Iterable[Document]) -> set[str]:
    return {name for d in documents for name in _PLACE.findall(d.text)}


def _own(name: str) -> str:
    return re.sub(r"[’'](?:s\b.*|$)", "", name)


@cache
def _calling() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = load("credits")["mastheads"]
    kinds, sites = "|".join(table["kinds"]), "|".join(table["sites"])
    before = (
        rf"\b(?:{kinds}|{sites})(?:(?P<row>s (?:such as|like|including))| (?:named|called))?"
        rf" (?:the |The )?(?P<names>{_NAMES})"
    )
    after = rf"(?:\b[Tt]he |(?<!\ba)(?<!\ban)(?<=[a-z,]) )(?P<name>{_NAME}) (?:{kinds})\b"
    return re.compile(before), re.compile(after)


def nation(name: str) -> bool:
    """Whether the words name but a country, a capital or its people ("French", "Seoul")."""
    mentions = countries_in(name)
    rest = name
    for mention in reversed(mentions):
        rest = rest[: mention.span.start] + rest[mention.span.end :]
    return bool(mentions) and not re.search(r"[A-Z]", rest)


def _told_and_telling(documents: Iterable[Document]) -> set[str]:
    """Names to which people tell things, and that have reports: nobody else has both."""
    told: set[str] = set()
    telling: set[str] = set()
    for document in documents:
        told.update(_opened(_own(name)) for name in _TOLD.findall(document.text))
        pairs = _TELLING.findall(document.text)
        telling.update(_opened(_own(one or other)) for one, other in pairs)
    return {name for name in told & telling if len(name) > 2}


__all__ = ["SITE", "mastheads", "nation"]
