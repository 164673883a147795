"""Whether an attribution tells of somebody's word at all, or of what somebody did."""

import re
from functools import cache

from reportedly.lexicons import load
from reportedly.model import Attribution, Document, cut

_SHAPES = ("verbs", "nouns", "adjectives", "adverbs", "phrases")
_BODIES = frozenset({"government", "military", "organisation", "unspecified"})
_ENDINGS = ("", "s", "es", "d", "ed", "ing", "ly")


def tells(attribution: Attribution, document: Document) -> bool:
    """Whether its source says or thinks something there.

    A name may use any word. Of a voice without one, what it only plans is what it will do, and is
    told by whoever reports the plan; and where one reader alone found it, the cue must hold a word
    of saying or thinking ("officers impounded the cargo" is nobody's word).
    """
    source = attribution.source
    if source is None or source.kind == "media":
        return True
    if source.name and not source.anonymous:
        return True
    printed = cut(document.text, attribution.cue).lower()
    if attribution.act == "promise" and _plans().search(printed):
        return False
    return attribution.agreed or (
        not (source.kind in _BODIES and _undergone().search(printed)) and _says(printed)
    )


@cache
def _says(printed: str) -> bool:
    """Whether a cue as printed, in lower case, holds a listed word in any of its forms."""
    if _untold().search(printed):
        return False
    phrases = (*_listed("phrases"), *load("credits")["telling"]["phrases"])
    if printed in load("credits")["telling"]["alone"] or any(p in printed for p in phrases):
        return True
    return any(stem in _words() for word in re.findall(r"[\w-]+", printed) for stem in _stems(word))


@cache
def _words() -> frozenset[str]:
    passing = load("passing")["classes"]["noun"]
    return frozenset(w for shape in _SHAPES[:-1] for w in _listed(shape)).union(
        load("credits")["telling"]["irregular"], passing
    )


@cache
def _listed(shape: str) -> tuple[str, ...]:
    table, acts = load("cues"), load("credits")["telling"]["acts"]
    return tuple(w for act in acts for w in table[act].get(shape, ()))


def _stems(word: str) -> tuple[str, ...]:
    """What a word may be a form of: "denied" of deny, "planned" of plan, "noted" of note."""
    found = []
    for ending in _ENDINGS:
        if word.endswith(ending):
            base = word[: len(word) - len(ending)]
            found += [base, f"{base}e", f"{base[:-1]}y" if base.endswith("i") else base]
            found.append(base[:-1] if base[-2:-1] == base[-1:] else base)
    return tuple(found)


@cache
def _plans() -> re.Pattern[str]:
    return _any_of("planning")


@cache
def _undergone() -> re.Pattern[str]:
    return _any_of("undergone")


@cache
def _untold() -> re.Pattern[str]:
    return _any_of("untold")


def _any_of(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load('credits')['telling'][key]))})\b")


__all__ = ["tells"]
