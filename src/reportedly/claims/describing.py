"""Which name a description takes up: "the company", "the actress", "the country"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.claims.kinds import headed
from reportedly.claims.mentioned import Mentioned, Placed
from reportedly.claims.mentions import Mention
from reportedly.claims.names import listed
from reportedly.claims.words import words
from reportedly.lexicons import load
from reportedly.model import ActorKind, Span

_NEAR = 400
"""Characters within which a description is taken to mean a body of its kind."""

_FAR = 2
"""Among several bodies close by, a description means the one named so many times as often."""

_TWICE = 2
"""Mentions by which the story must call a name so, where the report itself does not."""

_CLOSED = re.compile(r"[,.;)]| (?:of|at|for|in|from|with|who)\b")
"""What follows a description in apposition, and not a verb of its own."""

_FITS: dict[str, frozenset[ActorKind | None]] = {
    "company": frozenset({"organisation", None}),
    "state": frozenset({"government", "organisation", "intelligence"}),
    "body": frozenset({"organisation", "military", None}),
    "force": frozenset({"military"}),
    "media": frozenset({"media"}),
    "place": frozenset({"place"}),
}


@dataclass(frozen=True, slots=True)
class Taken:
    """Which key a description or a pronoun stands for, by which rule, and the name it takes up."""

    to: str
    rule: str
    by: Span


def taken_up(named: Mentioned, mention: Mention) -> Taken | None:
    """The name it stands beside; one that was called so; else the only one of its kind."""
    beside = _beside(named, mention)
    if beside or set(words(mention.text)) & listed("unlike"):
        return beside
    earlier = [p for p in named.before(mention.span.start) if _may_be(named, mention, p)]
    for rule, called in _called(named, mention.noun, earlier):
        if called:
            return _chosen(named, mention, called, rule) or _only(named, mention, earlier)
    return _only(named, mention, earlier)


def beside(named: Mentioned, mention: Mention) -> Taken | None:
    """The person whose name a description stands right before or, between commas, after."""
    after = _beside(named, mention)
    if after:
        return after
    one, target = next(iter(named.before(mention.span.start)[-1:]), (mention, ""))
    gap = named.text[one.span.end : mention.span.start]
    closed = _CLOSED.match(named.text, mention.span.end)
    fits = gap == ", " and closed and one.sort == "name" and named.is_person(one, target)
    return Taken(target, "stands beside it", one.span) if fits else None


def _beside(named: Mentioned, mention: Mention) -> Taken | None:
    """The name right after a description: "the agency Equifax", "the actress, Uma Thurman"."""
    one, target = named.after(mention.span.end) or (mention, "")
    gap = named.text[mention.span.end : one.span.start]
    person = _class(mention.noun) == "person"
    if one.sort != "name" or person != named.is_person(one, target):
        return None
    beside = gap == " " or (gap == ", " and person)
    return Taken(target, "stands beside it", one.span) if beside else None


def _may_be(named: Mentioned, mention: Mention, placed: Placed) -> bool:
    """Whether a description can mean a name: person for person, its own words not another's."""
    one, target = placed
    if (_class(mention.noun) == "person") != (named.kinds.get(target) == "person"):
        return False
    if _class(mention.noun) != "state" or one.sort != "name":
        return True
    told = set(words(mention.text)) & listed("generic")
    return told <= {*words(one.text), *target.split(), mention.noun}


def _called(
    named: Mentioned, noun: str, earlier: Sequence[Placed]
) -> Iterable[tuple[str, list[Placed]]]:
    """The names that end in a noun, that the report calls so, that the story does, and by what."""
    yield "called so", [(o, t) for o, t in earlier if _ends_so(noun, o)]
    yield "called so", [(o, t) for o, t in earlier if noun in named.called.get(t, ())]
    told = named.known.called
    yield (
        "called so elsewhere",
        [(o, t) for o, t in earlier if t in told and told[t].get(noun, 0) >= _TWICE],
    )


def _ends_so(noun: str, one: Mention) -> bool:
    """Whether the name ends in the noun, or in it and a word for what kind of body it is."""
    *first, last = words(one.text) or ("",)
    return last == noun or (first[-1:] == [noun] and last in listed("added_heads"))


def _chosen(
    named: Mentioned, mention: Mention, called: Sequence[Placed], rule: str
) -> Taken | None:
    """Of several called so: no person; of bodies the one just named, else the most named."""
    if len({t for _, t in called}) > 1 and _class(mention.noun) == "person":
        return None
    since = named.opening(named.sentence(mention.span.start) - 1)
    near = [(o, t) for o, t in called if o.span.start >= since]
    held = near if len({t for _, t in near}) == 1 else called
    often = named.known.often
    one, target = max(held, key=lambda pair: (often.get(pair[1], 0), pair[0].span))
    return Taken(target, rule, one.span)


def _only(named: Mentioned, mention: Mention, earlier: Sequence[Placed]) -> Taken | None:
    if mention.noun == "country":
        return _country(named, earlier)
    near = [p for p in earlier if _fits(named, mention, p)]
    counts = {target: named.counts[target] for _, target in near}
    return _foremost(near, counts)


def _fits(named: Mentioned, mention: Mention, placed: Placed) -> bool:
    """Whether a name close before is one of a kind that the description can mean."""
    one, target = placed
    fits = _FITS.get(_class(mention.noun), frozenset())
    return (
        mention.noun in listed("loose")
        and one.sort == "name"
        and named.kinds.get(target) in fits
        and not named.is_person(one, target)
        and one.span.end > mention.span.start - _NEAR
        and (named.counts[target] > 1 or one.place)
        and (one.kind != "place" or mention.noun in words(one.text) or not headed(one.text))
    )


def _country(named: Mentioned, earlier: Sequence[Placed]) -> Taken | None:
    """The country that a report names far more often than all others together."""
    counts = Counter(target for one, target in named.names if one.sort == "land")
    return _foremost([(o, t) for o, t in earlier if o.sort == "land"], counts)


def _foremost(near: Sequence[Placed], counts: dict[str, int]) -> Taken | None:
    """The name that is named far more often than all others of ``counts``, where it is ``near``."""
    target = min(counts, key=lambda t: (-counts[t], t), default="")
    named = [one for one, t in near if t == target]
    if not named or counts[target] < _FAR * (sum(counts.values()) - counts[target]):
        return None
    return Taken(target, "only one of its kind", named[-1].span)


def is_personal(noun: str) -> bool:
    """Whether a description with this head means a person."""
    return _class(noun) == "person"


@cache
def _class(noun: str) -> str:
    tables = load("names")["described"]
    return next((t for t, held in tables.items() if t != "source" and noun in held), "person")
