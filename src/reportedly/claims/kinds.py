"""What a name in running text is a name of, by its own words and by what stands before it."""

from collections.abc import Iterable
from functools import cache, lru_cache

from reportedly.claims.names import listed, listed_as
from reportedly.claims.words import words
from reportedly.lexicons import load
from reportedly.model import ActorKind

_HEADS: tuple[tuple[str, ActorKind], ...] = (
    ("force_heads", "military"),
    ("state_heads", "government"),
    ("media_heads", "media"),
    ("place_heads", "place"),
    ("body_heads", "organisation"),
    ("corporate", "organisation"),
)
_ACRONYM = 6
_LONGEST = 4
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "de", "van", "von", "der", "den", "la"})


@lru_cache(maxsize=100_000)
def headed(name: str) -> ActorKind | None:
    """The kind that the last word of ``name`` tells, or the first of "University of …"."""
    held = words(name)
    if not held:
        return None
    if "of" in held[1:] or "for" in held[1:]:
        return headed(held[0]) or ("organisation" if held[0] in listed("of_heads") else None)
    for table, kind in _HEADS:
        if held[-1] in listed(table):
            return kind
    first = held[0] in {"mount", "lake", "fort", "cape", "port"} and len(held) > 1
    return "place" if first else None


def listed_kind(compared: str) -> ActorKind | None:
    """The kind of a name that the word lists know."""
    found = listed_as(compared)
    if found is None:
        return None
    kinds: dict[str, ActorKind] = {"people": "person", "bodies": "organisation"}
    return kinds.get(found[1], "place")


def is_acronym(name: str) -> bool:
    """Whether ``name`` is written in capitals like an abbreviation."""
    bare = name.replace(".", "")
    return 1 < len(bare) <= _ACRONYM and bare.isalpha() and bare.isupper()


def like_a_person(name: str) -> bool:
    """Whether ``name`` has the shape of a person's: two to four words, none a body's or place's."""
    held = name.split()
    if not 1 < len(held) <= _LONGEST or headed(name) or is_acronym(held[-1]):
        return False
    if held[-1].lower() in listed("event_heads"):
        return False
    return all(word[:1].isupper() or word.lower() in _PARTICLES for word in held)


def gender(name: str) -> str | None:
    """``male`` or ``female`` by title or given name, None where neither tells."""
    held = words(name)
    for sex in ("male", "female"):
        if held and (held[0] in _given(sex) or held[0] in _told(sex)):
            return sex
    return None


def told_gender(noun: str) -> str | None:
    """``male`` or ``female`` by a noun beside a name ("actress")."""
    return next((sex for sex in ("male", "female") if noun in _told(sex)), None)


def has_given_name(name: str) -> bool:
    """Whether the first word is a frequent given name."""
    first = (words(name) or ("",))[0]
    return first in _given("male") or first in _given("female")


def most_told(told: Iterable[ActorKind | None]) -> ActorKind | None:
    """The kind that most tell, of those that tell one; None where none does."""
    kinds: list[ActorKind] = sorted(kind for kind in told if kind)
    if not kinds:
        return None
    best: ActorKind = max(kinds, key=kinds.count)
    return best


@cache
def _given(sex: str) -> frozenset[str]:
    return frozenset(load("names")["first_names"][sex])


@cache
def _told(sex: str) -> frozenset[str]:
    return frozenset(load("names")["he_or_she"][sex])
