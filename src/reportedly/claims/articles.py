"""A whole article towards a claim: the passage that bears on it, and what it shows.

The passage is the sentence that repeats most of the claim, the earlier of two alike, with the
sentence after it. Stance is judged from the passage, from how the article opens, and from how
often it denies, doubts or passes on another's word where it speaks of the claim.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from reportedly.claims.cues import LISTS, Cues, cues, found_of, listed, tokens_of
from reportedly.claims.words import stems

LONG = 60
"""Words from which a text is taken for an article."""

_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n+")
_LEAD = 3
_BEARING = 0.34
"""Share of a claim's words that a sentence repeats if it speaks of the claim."""

AND = "_and_"
"""Joins the names of two features that count once more together."""

_OF_CLAIM = (
    *(f"claim_{name}" for name in (*LISTS, "question") if name != "confirming"),
    "passage_coverage",
)
_OF_ARTICLE = (
    *(f"{place}_{name}" for place in ("bearing", "lead") for name in LISTS),
    "whole_denial",
    "whole_doubt",
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article: its text, its words in lower case, its content stems."""

    text: str
    tokens: tuple[str, ...]
    stems: frozenset[str]


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Sentences of ``text``, by marks and capitals alone; blank lines end one too."""
    parts = (part.strip() for part in _END.split(text))
    return tuple(Sentence(p, tokens_of(p), frozenset(stems(p))) for p in parts if p)


def is_article(text: str) -> bool:
    """Whether ``text`` is too long to be compared word for word."""
    return len(text) > LONG * 4 and len(text.split()) >= LONG


def passage(article: str, claim: str) -> str:
    """The sentence of ``article`` that repeats most of ``claim``, and the one after it."""
    parts = sentences(article)
    if not parts:
        return article
    at = _nearest(parts, frozenset(stems(claim)))
    return " ".join(part.text for part in parts[at : at + 2])


def _nearest(parts: tuple[Sentence, ...], claim: frozenset[str]) -> int:
    return max(range(len(parts)), key=lambda at: (len(parts[at].stems & claim), -at))


def article_cues(article: str, claim: str) -> Cues:
    """How ``article`` stands to ``claim``: every feature between 0 and 1."""
    parts = sentences(article) or (Sentence("", (), frozenset()),)
    wanted, known = frozenset(stems(claim)), tokens_of(claim)
    at = _nearest(parts, wanted)
    near = " ".join(part.text for part in parts[at : at + 2])
    values = {
        f"passage_{name}": value
        for name, value in cues(near, claim).values
        if not name.startswith("claim_")
    }
    values |= {f"claim_{name}": found_of(name, known, ()) for name in LISTS}
    bearing = tuple(p for p in parts if len(p.stems & wanted) >= _BEARING * len(wanted))
    values |= _shares("bearing", bearing, known) | _shares("lead", parts[:_LEAD], known)
    values |= _shares("whole", parts, known) | _shares("end", parts[-_LEAD:], known)
    values |= {
        "bearing": len(bearing) / len(parts),
        "place": at / len(parts),
        "article_length": min(len(parts) / 40, 1.0),
        "claim_question": float("?" in claim),
    }
    denies = sum(not listed("denial").isdisjoint(p.tokens) for p in bearing) / max(len(bearing), 1)
    values |= {
        "both_deny": values["claim_denial"] * denies,
        "claim_denies": values["claim_denial"] * (1 - denies),
        "article_denies": (1 - values["claim_denial"]) * denies,
    }
    values |= {f"{of}{AND}{at}": values[of] * values[at] for of in _OF_CLAIM for at in _OF_ARTICLE}
    return Cues(tuple(sorted(values.items())))


def _shares(place: str, parts: tuple[Sentence, ...], known: tuple[str, ...]) -> dict[str, float]:
    """For each list of words, the share of ``parts`` that use it where the claim does not."""
    size = max(len(parts), 1)
    return {
        f"{place}_{name}": sum(found_of(name, part.tokens, known) for part in parts) / size
        for name in LISTS
    }
